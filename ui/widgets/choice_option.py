"""One option of a question: a large row with the key that chooses it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QRadioButton, QSizePolicy, QWidget

from ui.theme.icons import draw_icon
from ui.theme.sizes import FOCUS_WIDTH, Role, Space
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
_PADDING = 10


class ChoiceOption(QRadioButton):
    """Space and a click choose it; every other key is left to the page.

    A compact one is as wide as its words and stands beside other things.
    """

    def __init__(
        self, text: str, key: str, parent: QWidget | None = None, *, is_compact: bool = False
    ) -> None:
        super().__init__(text, parent)
        self._key = key
        self._is_compact = is_compact
        # Only the page decides what is chosen, so that screen and draft never differ.
        self.setAutoExclusive(False)
        self.setAccessibleDescription(key)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policies = QSizePolicy.Policy
        wide = policies.Fixed if is_compact else policies.Expanding
        policy = QSizePolicy(wide, policies.Minimum)
        policy.setHeightForWidth(not is_compact)
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
        """Return whether long words wrap: not on a compact one."""
        return not self._is_compact

    def heightForWidth(self, width: int) -> int:
        """Return the height that the wrapped text takes."""
        text = wrapped_height(self.text(), self._role(), width - self._side_room())
        return text + 2 * (_PADDING + _RING)

    def sizeHint(self) -> QSize:
        """Return the room for one line."""
        metrics = QFontMetrics(self._font())
        width = metrics.horizontalAdvance(self.text()) + self._side_room()
        padding = 6 if self._is_compact else _PADDING
        return QSize(width, metrics.height() + 2 * (padding + _RING))

    def minimumSizeHint(self) -> QSize:
        """Return a width at which words wrap but are not cut."""
        if self._is_compact:
            return self.sizeHint()
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
        room = box.adjusted(Space.M + cap.width() + Space.M, 0, -self._right_room(), 0)
        wrap = Qt.TextFlag.TextSingleLine if self._is_compact else Qt.TextFlag.TextWordWrap
        painter.drawText(room, int(LEFT | wrap), self.text())
        if self.isChecked() and not self._is_compact:
            right = QRectF(room.right() + Space.M, box.center().y() - tick / 2, tick, tick)
            draw_icon(painter, "check", right, colours.accent)

    def _side_room(self) -> int:
        left = Space.M + key_cap_size(self._key).width() + Space.M
        return left + self._right_room() + 2 * _RING + 2

    def _right_room(self) -> int:
        return Space.M if self._is_compact else 2 * Space.M + self._tick_side()

    def _tick_side(self) -> int:
        return round(20 * current_theme().scale)

    def _role(self) -> Role:
        return "body" if self._is_compact else "lead"

    def _font(self) -> QFont:
        return current_theme().font(self._role())
