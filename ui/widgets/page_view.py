"""Printed pages on the screen, one below the other on a desk."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QImage,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from ui.theme.sizes import FOCUS_WIDTH, Space
from ui.theme.theme import current_theme
from ui.widgets.role import plays

_STEP: Final = 1.25
_SMALLEST: Final = 0.1
_LARGEST: Final = 4.0


@plays(QAccessible.Role.Document)
class PageView(QAbstractScrollArea):
    """Shows the images it is given; zoom 1 is pixel for pixel, None fits the width."""

    zoom_changed = Signal(float)
    page_changed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages: tuple[QImage, ...] = ()
        self._zoom: float | None = None
        self._shown_zoom = 0.0
        self._shown_page = 0
        self._scaled: dict[int, QPixmap] = {}
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Pages as they are printed"))
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    def page_count(self) -> int:
        """Return how many pages there are."""
        return len(self._pages)

    def set_pages(self, pages: Sequence[QImage]) -> None:
        """Show other pages from the first on."""
        self._pages = tuple(pages)
        self._shown_page = 0
        self._scaled.clear()
        self.verticalScrollBar().setValue(0)
        self._measure()

    def zoom(self) -> float:
        """Return the zoom on show."""
        if self._zoom is not None or not self._pages:
            return self._zoom or 1.0
        widest = max(page.width() for page in self._pages)
        room = self.viewport().width() - 2 * Space.XL
        return min(max(room / max(widest, 1), _SMALLEST), _LARGEST)

    def set_zoom(self, zoom: float | None) -> None:
        """Zoom, or fit the width for None."""
        self._zoom = None if zoom is None else min(max(zoom, _SMALLEST), _LARGEST)
        self._measure()

    def zoom_in(self) -> None:
        """Show the pages larger."""
        self.set_zoom(self.zoom() * _STEP)

    def zoom_out(self) -> None:
        """Show the pages smaller."""
        self.set_zoom(self.zoom() / _STEP)

    def current_page(self) -> int:
        """Return the index of the page in the middle of the view, 0 without pages."""
        middle = self.verticalScrollBar().value() + self.viewport().height() // 2
        areas = self._areas()
        return max((i for i, area in enumerate(areas) if area.top() <= middle), default=0)

    def show_page(self, index: int) -> None:
        """Scroll to the top of a page."""
        self.verticalScrollBar().setValue(self._areas()[index].top() - Space.L)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Zoom with Ctrl and +, − or 0; turn pages; Home and End go to the ends."""
        bar = self.verticalScrollBar()
        if event.matches(QKeySequence.StandardKey.ZoomIn):
            self.zoom_in()
        elif event.matches(QKeySequence.StandardKey.ZoomOut):
            self.zoom_out()
        elif event.key() == Qt.Key.Key_0 and self._has_control(event):
            self.set_zoom(None)
        elif event.key() == Qt.Key.Key_Home:
            bar.setValue(bar.minimum())
        elif event.key() == Qt.Key.Key_End:
            bar.setValue(bar.maximum())
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom while Ctrl is held, else scroll."""
        if self._has_control(event) and event.angleDelta().y():
            (self.zoom_in if event.angleDelta().y() > 0 else self.zoom_out)()
            return
        super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the new width."""
        super().resizeEvent(event)
        self._measure()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the desk and the pages that can be seen."""
        painter = QPainter(self.viewport())
        colours = current_theme().colours
        painter.fillRect(event.rect(), colours.surface_alt)
        offset = QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        for index, area in enumerate(self._areas()):
            spot = area.translated(-offset)
            if spot.intersects(event.rect().adjusted(-4, -4, 4, 4)):
                painter.fillRect(spot.adjusted(2, 3, 3, 4), colours.border)
                painter.fillRect(spot.adjusted(-1, -1, 1, 1), colours.border_strong)
                painter.drawPixmap(spot.topLeft(), self._pixmap(index, area))
        if self.hasFocus():
            painter.setPen(colours.focus)
            for inset in range(FOCUS_WIDTH):
                frame = self.viewport().rect().adjusted(inset, inset, -inset - 1, -inset - 1)
                painter.drawRect(frame)

    def _pixmap(self, index: int, area: QRect) -> QPixmap:
        ratio = self.devicePixelRatioF()
        kept = self._scaled.get(index)
        if kept is not None and kept.size() == area.size() * ratio:
            return kept
        modes = Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
        pixmap = QPixmap.fromImage(self._pages[index].scaled(area.size() * ratio, *modes))
        pixmap.setDevicePixelRatio(ratio)
        self._scaled[index] = pixmap
        return pixmap

    def _areas(self) -> list[QRect]:
        zoom, top, areas = self.zoom(), int(Space.L), []
        width = max(self.viewport().width(), self._content_width())
        for page in self._pages:
            size = page.size() * zoom
            areas.append(QRect(QPoint((width - size.width()) // 2, top), size))
            top += size.height() + Space.L
        return areas

    def _content_width(self) -> int:
        widest = max((page.width() for page in self._pages), default=0)
        return round(widest * self.zoom()) + 2 * Space.L

    def _measure(self) -> None:
        areas = self._areas()
        height = areas[-1].bottom() + Space.L if areas else 0
        view = self.viewport().size()
        vertical, horizontal = self.verticalScrollBar(), self.horizontalScrollBar()
        vertical.setRange(0, max(height - view.height(), 0))
        vertical.setPageStep(view.height())
        vertical.setSingleStep(48)
        horizontal.setRange(0, max(self._content_width() - view.width(), 0))
        horizontal.setPageStep(view.width())
        if self.zoom() != self._shown_zoom:
            self._scaled.clear()
            self._shown_zoom = self.zoom()
            self.zoom_changed.emit(self._shown_zoom)
        self.viewport().update()

    def _on_scrolled(self) -> None:
        page = self.current_page()
        for index in [kept for kept in self._scaled if abs(kept - page) > 2]:
            del self._scaled[index]
        if page != self._shown_page:
            self._shown_page = page
            self.page_changed.emit(page)

    @staticmethod
    def _has_control(event: QKeyEvent | QWheelEvent) -> bool:
        return bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
