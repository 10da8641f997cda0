"""One question on one line: its number, its text, and what was answered."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from ui.theme.icons import draw_icon
from ui.theme.sizes import Role, Space
from ui.theme.theme import current_theme
from ui.widgets.painting import CENTRE, LEFT, RIGHT, draw_text, fill_box, focus_ring, wrapped_height

LineState = Literal["open", "answered", "blank"]


class QuestionLine(QPushButton):
    """The head of a question; a click or Space goes to the question.

    While it is current it shows the whole text, wrapped; otherwise text and answer share a line.
    """

    def __init__(self, number: int, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._number = number
        self._state: LineState = "open"
        self._answer = ""
        self._has_warning = False
        self._is_current = False
        self.setToolTip(text)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._describe()

    def set_answer(self, state: LineState, answer: str) -> None:
        """Show whether the question is answered, and with what."""
        if (state, answer) != (self._state, self._answer):
            self._state, self._answer = state, answer
            self._describe()
            self.update()

    def set_warning(self, has_warning: bool) -> None:
        """Mark the line as worth a second look."""
        if has_warning != self._has_warning:
            self._has_warning = has_warning
            self.update()

    def set_current(self, is_current: bool) -> None:
        """Show the whole text, or the line with the answer."""
        if is_current != self._is_current:
            self._is_current = is_current
            policy = Qt.FocusPolicy.NoFocus if is_current else Qt.FocusPolicy.StrongFocus
            self.setFocusPolicy(policy)
            self.updateGeometry()
            self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the question with Space; let the number pad through."""
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self.click()
            return
        event.ignore()

    def hasHeightForWidth(self) -> bool:
        """Return True: the current question's text wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of one line, or of the wrapped text."""
        if not self._is_current:
            return self.sizeHint().height()
        text = wrapped_height(self.text(), self._role(), width - self._badge() - 3 * Space.S)
        return max(text, self._badge()) + Space.S

    def sizeHint(self) -> QSize:
        """Return the height of one line; the width is whatever there is."""
        height = max(QFontMetrics(self._font()).height(), self._badge())
        return QSize(20 * height, height + (Space.S if self._is_current else Space.M))

    def minimumSizeHint(self) -> QSize:
        """Return room for the number and a few words."""
        return QSize(8 * self._badge(), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the number, the text and the answer."""
        painter = QPainter(self)
        colours = current_theme().colours
        area = QRectF(self.rect())
        if self.underMouse() and not self._is_current:
            fill_box(painter, area.adjusted(2, 2, -2, -2), colours.accent_soft)
        badge = QRectF(Space.S, 0, self._badge(), self._badge())
        badge.moveTop((area.height() - badge.height()) / 2)
        self._paint_badge(painter, badge)
        room = area.adjusted(badge.right() + Space.S, 0, -Space.S, 0)
        if self._is_current:
            painter.setFont(self._font())
            painter.setPen(colours.text)
            painter.drawText(room, int(LEFT | Qt.TextFlag.TextWordWrap), self.text())
        else:
            self._paint_line(painter, room)
        if self.hasFocus():
            focus_ring(painter, area)

    def _paint_line(self, painter: QPainter, room: QRectF) -> None:
        theme = current_theme()
        colours = theme.colours
        font = theme.font("strong" if self._state == "answered" else "body")
        wanted = QFontMetrics(font).horizontalAdvance(self._answer) + 1
        question = QFontMetrics(self._font()).horizontalAdvance(self.text()) + 1
        # The answer gets what it needs; the question gives way down to 45 %.
        most = max(room.width() - question, room.width() * 0.55) - Space.M
        width = min(wanted, most)
        answer = QRectF(room.right() - width, room.top(), width, room.height())
        ink = colours.text if self._state == "answered" else colours.text_muted
        if self._has_warning:
            ink = colours.warning
        draw_text(painter, answer, self._answer, font, ink, RIGHT)
        room.setRight(answer.left() - Space.M)
        draw_text(painter, room, self.text(), self._font(), colours.text_muted, LEFT)

    def _paint_badge(self, painter: QPainter, badge: QRectF) -> None:
        theme = current_theme()
        fill, ink = self._badge_colours()
        edge = theme.colours.border_strong if self._is_hollow() else None
        fill_box(painter, badge, fill, edge, radius=badge.height() / 2)
        if self._has_warning and not self._is_current:
            inset = badge.width() * 0.2
            draw_icon(painter, "warning", badge.adjusted(inset, inset, -inset, -inset), ink)
        else:
            draw_text(painter, badge, str(self._number), theme.font("strong"), ink, CENTRE)

    def _badge_colours(self) -> tuple[QColor, QColor]:
        colours = current_theme().colours
        if self._is_current:
            return colours.accent, colours.on_accent
        if self._has_warning:
            return colours.warning_soft, colours.warning
        if self._state == "answered":
            return colours.accent_soft, colours.accent
        return colours.surface, colours.text_muted

    def _is_hollow(self) -> bool:
        return self._state != "answered" and not self._is_current and not self._has_warning

    def _badge(self) -> int:
        return QFontMetrics(current_theme().font("strong")).height() + Space.S

    def _role(self) -> Role:
        return "subtitle" if self._is_current else "body"

    def _font(self) -> QFont:
        return current_theme().font(self._role())

    def _describe(self) -> None:
        self.setAccessibleName(f"{self._number}. {self.text()}")
        self.setAccessibleDescription(self._answer)
