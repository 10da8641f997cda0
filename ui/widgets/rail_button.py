"""One entry of the navigation rail."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from ui.theme.icons import IconName, draw_icon
from ui.theme.sizes import Radius, Space
from ui.theme.theme import current_theme
from ui.widgets.painting import CENTRE, LEFT, draw_text, fill_box, focus_ring


class RailButton(QPushButton):
    """Icon, text, the mark of the current page, and a number that asks for attention."""

    def __init__(self, text: str, icon: IconName, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._icon_name = icon
        self._badge = 0
        self._is_compact = False
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)

    def badge(self) -> int:
        """Return the number on show."""
        return self._badge

    def set_badge(self, count: int) -> None:
        """Show a number, none for 0."""
        if count != self._badge:
            self._badge = count
            self.setAccessibleDescription(str(count) if count else "")
            self.updateGeometry()
            self.update()

    def set_compact(self, is_compact: bool) -> None:
        """Show the icon alone, with the text as its tool tip."""
        self._is_compact = is_compact
        self.setToolTip(self.text() if is_compact else "")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room for icon, text and number."""
        metrics = QFontMetrics(current_theme().font("strong"))
        height = metrics.height() + 2 * Space.M
        if self._is_compact:
            return QSize(height + Space.S, height)
        text = metrics.horizontalAdvance(self.text()) + 1
        width = Space.L + self._side() + Space.M + text + Space.M
        if self._badge:
            width += self._badge_width() + Space.S
        return QSize(width, height)

    def minimumSizeHint(self) -> QSize:
        """Return the size hint: the words are never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the entry."""
        painter = QPainter(self)
        theme = current_theme()
        colours = theme.colours
        area = QRectF(self.rect())
        if self.isChecked():
            fill_box(painter, area, colours.rail_current)
            mark = QRectF(0, area.height() / 4, 4, area.height() / 2)
            fill_box(painter, mark, colours.on_rail, radius=2)
        elif self.underMouse() or self.isDown():
            fill_box(painter, area, colours.rail_hover)
        is_bright = self.isChecked() or self.underMouse()
        ink = colours.on_rail if is_bright else colours.on_rail_muted
        side = self._side()
        left = (area.width() - side) / 2 if self._is_compact else Space.L
        spot = QRectF(left, (area.height() - side) / 2, side, side)
        draw_icon(painter, self._icon_name, spot, ink)
        if not self._is_compact:
            room = area.adjusted(spot.right() + Space.M, 0, 0, 0)
            draw_text(painter, room, self.text(), theme.font("strong"), ink, LEFT)
        self._paint_badge(painter, area)
        if self.hasFocus():
            focus_ring(painter, area, colours.on_rail, Radius.CONTROL)

    def _paint_badge(self, painter: QPainter, area: QRectF) -> None:
        if not self._badge:
            return
        theme = current_theme()
        height = QFontMetrics(theme.font("caption")).height() + 2
        pill = QRectF(0, 0, self._badge_width(), height)
        if self._is_compact:
            pill.moveTopRight(area.topRight())
        else:
            pill.moveCenter(area.center())
            pill.moveRight(area.right() - Space.S)
        fill_box(painter, pill, theme.colours.on_rail, radius=height / 2)
        ink = theme.colours.rail
        draw_text(painter, pill, self._badge_text(), theme.font("caption"), ink, CENTRE)

    def _badge_width(self) -> int:
        metrics = QFontMetrics(current_theme().font("caption"))
        wide = metrics.horizontalAdvance(self._badge_text()) + Space.M
        return max(wide, metrics.height() + 2)

    def _badge_text(self) -> str:
        return str(self._badge) if self._badge < 100 else "99+"

    def _side(self) -> int:
        return round(20 * current_theme().scale)
