"""One option of a question: a large row with the key that chooses it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QRadioButton, QSizePolicy, QWidget

from ui.theme.icons import draw_icon
from ui.theme.sizes import FOCUS_WIDTH, Space
from ui.theme.theme import current_theme
from ui.widgets.painting import (
    LEFT,
    draw_key_cap,
    fill_box,
    focus_ring,
    key_cap_size,
    wrapped_height,
)

_RING = FOCUS_WIDTH


class ChoiceOption(QRadioButton):
    """Space and a click choose it; every other key is left to the page."""

    def __init__(self, text: str, key: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._key = key
        # Only the page decides what is chosen, so that screen and draft never differ.
        self.setAutoExclusive(False)
        self.setAccessibleDescription(key)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def nextCheckState(self) -> None:
        """Leave the state alone on a click; the page sets it."""

    def hitButton(self, pos: QPoint) -> bool:
        """Take a click anywhere on the row."""
        return self.rect().contains(pos)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose with Space; let the number pad through."""
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self.click()
            return
        event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Let every release through."""
        event.ignore()

    def hasHeightForWidth(self) -> bool:
        """Return True: long options wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height that the wrapped text takes."""
        text = wrapped_height(self.text(), self._font(), width - self._side_room())
        return text + 2 * (Space.S + _RING)

    def sizeHint(self) -> QSize:
        """Return the room for one line."""
        metrics = QFontMetrics(self._font())
        width = metrics.horizontalAdvance(self.text()) + self._side_room()
        return QSize(width, metrics.height() + 2 * (Space.S + _RING))

    def minimumSizeHint(self) -> QSize:
        """Return a width at which words wrap but are not cut."""
        metrics = QFontMetrics(self._font())
        longest = max((metrics.horizontalAdvance(word) for word in self.text().split()), default=0)
        return QSize(longest + self._side_room(), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the row, its key, its text, and a tick when it is chosen."""
        painter = QPainter(self)
        colours = current_theme().colours
        box = QRectF(self.rect()).adjusted(_RING, _RING, -_RING, -_RING)
        if self.isChecked():
            fill_box(painter, box, colours.accent_soft, colours.accent, width=2)
        else:
            fill = colours.surface_alt if self.underMouse() else colours.surface
            fill_box(painter, box, fill, colours.border)
        self._paint_content(painter, box)
        if self.hasFocus():
            focus_ring(painter, QRectF(self.rect()))

    def _paint_content(self, painter: QPainter, box: QRectF) -> None:
        colours = current_theme().colours
        cap = key_cap_size(self._key)
        spot = QRectF(0, 0, cap.width(), cap.height())
        spot.moveCenter(box.center())
        spot.moveLeft(box.left() + Space.M)
        draw_key_cap(painter, spot, self._key, is_on=self.isChecked())
        tick = self._tick_side()
        painter.setFont(self._font())
        painter.setPen(colours.text)
        room = box.adjusted(Space.M + cap.width() + Space.M, 0, -(2 * Space.M + tick), 0)
        painter.drawText(room, int(LEFT | Qt.TextFlag.TextWordWrap), self.text())
        if self.isChecked():
            right = QRectF(room.right() + Space.M, box.center().y() - tick / 2, tick, tick)
            draw_icon(painter, "check", right, colours.accent)

    def _side_room(self) -> int:
        return key_cap_size(self._key).width() + 4 * Space.M + self._tick_side() + 2 * _RING

    def _tick_side(self) -> int:
        return round(20 * current_theme().scale)

    def _font(self) -> QFont:
        return current_theme().font("lead")
