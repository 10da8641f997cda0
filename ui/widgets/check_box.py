"""Check boxes and radio buttons in the theme's look."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QSizePolicy, QWidget

from ui.theme.icons import draw_icon
from ui.theme.sizes import Radius, Space
from ui.theme.theme import current_theme
from ui.widgets.painting import LEFT, fill_box, focus_ring


class CheckBox(QCheckBox):
    """A box to tick; a click on the words ticks it too."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        _prepare(self)

    def sizeHint(self) -> QSize:
        """Return the room for mark and words."""
        return _size(self)

    def minimumSizeHint(self) -> QSize:
        """Return the size hint: the words are never cut."""
        return _size(self)

    def hitButton(self, pos: QPoint) -> bool:
        """Take a click anywhere."""
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the mark, the words and the focus."""
        painter = QPainter(self)
        colours = current_theme().colours
        mark = _mark(self)
        if self.isChecked():
            fill_box(painter, mark, colours.accent, radius=Radius.CHIP)
            draw_icon(painter, "check", mark.adjusted(2, 2, -2, -2), colours.on_accent)
        else:
            fill_box(painter, mark, colours.surface, colours.border_strong, radius=Radius.CHIP)
        _paint_words(self, painter, mark)


class RadioChoice(QRadioButton):
    """One of several; a click on the words chooses it too."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        _prepare(self)

    def sizeHint(self) -> QSize:
        """Return the room for mark and words."""
        return _size(self)

    def minimumSizeHint(self) -> QSize:
        """Return the size hint: the words are never cut."""
        return _size(self)

    def hitButton(self, pos: QPoint) -> bool:
        """Take a click anywhere."""
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the mark, the words and the focus."""
        painter = QPainter(self)
        colours = current_theme().colours
        mark = _mark(self)
        is_on = self.isChecked()
        edge = colours.accent if is_on else colours.border_strong
        round_ = mark.height() / 2
        fill_box(painter, mark, colours.surface, edge, radius=round_, width=2 if is_on else 1)
        if is_on:
            inset = mark.height() * 0.28
            dot = mark.adjusted(inset, inset, -inset, -inset)
            fill_box(painter, dot, colours.accent, radius=dot.height() / 2)
        _paint_words(self, painter, mark)


def _prepare(button: QAbstractButton) -> None:
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    button.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)


def _metrics() -> QFontMetrics:
    return QFontMetrics(current_theme().font("body"))


def _side() -> int:
    return _metrics().height()


def _size(button: QAbstractButton) -> QSize:
    words = _metrics().size(int(Qt.TextFlag.TextShowMnemonic), button.text())
    return QSize(Space.XS + _side() + Space.S + words.width() + Space.S, _side() + Space.M)


def _mark(button: QAbstractButton) -> QRectF:
    side = _side()
    return QRectF(Space.XS, (button.height() - side) / 2, side, side)


def _paint_words(button: QAbstractButton, painter: QPainter, mark: QRectF) -> None:
    theme = current_theme()
    colours = theme.colours
    painter.setFont(theme.font("body"))
    painter.setPen(colours.text if button.isEnabled() else colours.text_muted)
    room = QRectF(button.rect()).adjusted(mark.right() + Space.S, 0, 0, 0)
    painter.drawText(room, int(LEFT | Qt.TextFlag.TextShowMnemonic), button.text())
    if button.hasFocus():
        focus_ring(painter, QRectF(button.rect()))
