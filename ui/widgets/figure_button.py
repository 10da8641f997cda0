"""A number with what it says below it, which leads to its list."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from ui.theme.colours import Tone
from ui.theme.icons import draw_icon
from ui.theme.sizes import FOCUS_WIDTH, Radius, Space
from ui.theme.theme import current_theme
from ui.widgets.painting import draw_text, fill_box, focus_ring, wrapped_height
from ui.widgets.text import bound

_LEAST_WIDTH = 140
_BAR = 4
_ARROW = 14


class FigureButton(QPushButton):
    """Painted as a card; `share` of 0 to 1 draws how far the number is on its way to a goal."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number = "–"
        self._note = ""
        self._tone: Tone | None = None
        self._share: float | None = None
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        # They grow to the tallest of their row.
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def number(self) -> str:
        """Return the number on show."""
        return self._number

    def note(self) -> str:
        """Return what stands below it."""
        return self._note

    def show_figure(
        self, number: str, note: str, *, tone: Tone | None = None, share: float | None = None
    ) -> None:
        """Show another number; `tone` says how to take it."""
        self._number, self._note, self._tone, self._share = number, note, tone, share
        self.setAccessibleName(f"{number}, {note}")
        self.setToolTip(note)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room for the number and its note in two lines."""
        metrics = QFontMetrics(self._font())
        width = max(metrics.horizontalAdvance(self._number) + 2 * Space.L + _ARROW, _LEAST_WIDTH)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return the narrowest in which the number is whole."""
        return self.sizeHint()

    def hasHeightForWidth(self) -> bool:
        """Return True: the note wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the number, the note and what is between them."""
        number = QFontMetrics(self._font()).height()
        bar = _BAR + Space.XS if self._share is not None else 0
        return number + bar + self._note_height(width) + 2 * Space.M + Space.XS

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter follow the number, as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card, the number, the way to the goal, the note and the focus."""
        colours = current_theme().colours
        painter = QPainter(self)
        box = QRectF(self.rect())
        is_held = self.isDown() or self.underMouse()
        fill = colours.surface_alt if is_held else colours.surface
        edge = colours.border_strong if is_held else colours.border
        fill_box(painter, box, fill, edge, radius=Radius.CARD)
        inner = box.adjusted(Space.L, Space.M, -Space.L, -Space.M)
        font = self._font()
        height = QFontMetrics(font).height()
        top = QRectF(inner.left(), inner.top(), inner.width() - _ARROW, height)
        ink = colours.text if self._tone is None else colours.tone(self._tone)
        draw_text(painter, top, self._number, font, ink)
        arrow = QRectF(inner.right() - _ARROW + 4, top.center().y() - _ARROW / 2, _ARROW, _ARROW)
        draw_icon(painter, "chevron-right", arrow, colours.text_muted)
        below = inner.top() + height + Space.XS
        if self._share is not None:
            line = QRectF(inner.left(), below, inner.width(), _BAR)
            fill_box(painter, line, colours.border, radius=_BAR / 2)
            line.setWidth(max(line.width() * min(self._share, 1.0), _BAR))
            done = colours.success if self._share >= 1 else colours.accent
            fill_box(painter, line, done, radius=_BAR / 2)
            below += _BAR + Space.XS
        painter.setFont(current_theme().font("caption"))
        painter.setPen(colours.text_muted)
        room = QRectF(inner.left(), below, inner.width(), inner.bottom() - below)
        painter.drawText(room, int(Qt.TextFlag.TextWordWrap), bound(self._note))
        if self.hasFocus():
            radius = Radius.CARD + FOCUS_WIDTH
            focus_ring(painter, box, radius=radius)

    def _note_height(self, width: int) -> int:
        two_lines = QFontMetrics(current_theme().font("caption")).height() * 2
        return max(wrapped_height(bound(self._note), "caption", width - 2 * Space.L), two_lines)

    def _font(self) -> QFont:
        return current_theme().font("display")
