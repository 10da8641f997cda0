"""A list to choose one from; letters go to what they begin a word of, with marks or without."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QElapsedTimer, QRectF, Qt
from PySide6.QtGui import QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QListView,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)

from models.text import search_key
from ui.theme.icons import draw_icon
from ui.theme.sizes import Space
from ui.theme.theme import current_theme

_NO_ROW: Final = -1


class _FoundByWords(QListView):
    """Qt asks for how a line begins, marks and all: `vang` is to find `Phường Vàng Danh` too."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._typed = ""
        self._since = QElapsedTimer()

    def keyboardSearch(self, search: str) -> None:
        """Go to the next line in which what was typed at one go begins a word."""
        pause_ms = QApplication.keyboardInputInterval()
        is_going_on = self._since.isValid() and not self._since.hasExpired(pause_ms)
        self._typed = (self._typed if is_going_on else "") + search
        self._since.start()
        found = self._found(self._typed, is_going_on=is_going_on)
        if found != _NO_ROW:
            self.setCurrentIndex(self.model().index(found, 0, self.rootIndex()))

    def _found(self, typed: str, *, is_going_on: bool) -> int:
        rows = self.model().rowCount(self.rootIndex())
        wanted = f" {search_key(typed)}"
        # One letter pressed again goes on to the next; more letters may stay where they are.
        start = max(self.currentIndex().row(), 0) + (0 if is_going_on else 1)
        for step in range(rows):
            row = (start + step) % rows
            text = str(self.model().index(row, 0, self.rootIndex()).data())
            if wanted in f" {search_key(text)}":
                return row
        return _NO_ROW


class Dropdown(QComboBox):
    """A combo box in the theme's look, whose arrow it paints: the theme ships no image files."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setView(_FoundByWords(self))
        self.setMaxVisibleItems(12)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the arrow upon the styled box; what does not fit ends in dots."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        part = QStyle.SubControl.SC_ComboBoxEditField
        kind = QStyle.ComplexControl.CC_ComboBox
        room = self.style().subControlRect(kind, option, part, self).width()
        elide = Qt.TextElideMode.ElideRight
        option.currentText = self.fontMetrics().elidedText(option.currentText, elide, room)
        painter = QStylePainter(self)
        painter.drawComplexControl(kind, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        colours = current_theme().colours
        side = 16 * current_theme().scale
        left = self.width() - side - Space.S
        spot = QRectF(left, (self.height() - side) / 2, side, side)
        ink = colours.text if self.isEnabled() else colours.text_muted
        draw_icon(painter, "chevron-down", spot, ink)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page: scrolling past a field must not change it."""
        event.ignore()

    def showPopup(self) -> None:
        """Open the list wide enough for its words, however narrow the box is."""
        view = self.view()
        wide = view.sizeHintForColumn(0) + 2 * view.frameWidth()
        if self.count() > self.maxVisibleItems():
            wide += self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent, None, view)
        # One of another program's words, as a list's column, may be of any length.
        view.setMinimumWidth(min(wide, self.screen().availableGeometry().width() // 2))
        super().showPopup()
