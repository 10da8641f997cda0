"""Buttons: one primary per page, secondary, quiet and danger, each with the key that presses it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from ui.theme.colours import Colours
from ui.theme.icons import IconName, draw_icon
from ui.theme.sizes import FOCUS_WIDTH, Role, Space
from ui.theme.theme import current_theme
from ui.widgets.painting import LEFT, draw_key_cap, fill_box, focus_ring, key_cap_size

# Room around the box in which the focus ring is drawn.
_RING = FOCUS_WIDTH + 1


class ButtonColours(NamedTuple):
    """What a button is painted with in one state."""

    fill: QColor
    edge: QColor | None
    ink: QColor


class Button(QPushButton):
    """A painted button; `hint` is the key shown on it, for instance "F2" or "⏎".

    The hint only shows the key: the page owns the shortcut.
    """

    _text_role: Role = "strong"

    def __init__(
        self,
        text: str,
        parent: QWidget | None = None,
        *,
        icon: IconName | None = None,
        hint: str = "",
    ) -> None:
        super().__init__(text, parent)
        self._icon_name = icon
        self._hint = hint
        self.setAccessibleDescription(hint)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def hint(self) -> str:
        """Return the key shown on the button."""
        return self._hint

    def set_hint(self, hint: str) -> None:
        """Show another key, or none for an empty text."""
        self._hint = hint
        self.setAccessibleDescription(hint)
        self.updateGeometry()
        self.update()

    def set_icon(self, icon: IconName) -> None:
        """Show another icon."""
        self._icon_name = icon
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room for icon, text and key."""
        metrics = QFontMetrics(self._font())
        width = self._content_width(metrics) + 2 * (Space.L + _RING)
        return QSize(width, metrics.height() + 2 * (Space.S + _RING))

    def minimumSizeHint(self) -> QSize:
        """Return the same as the size hint: a button's words are never cut."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press the button that has the focus, as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint box, icon, text, key and focus."""
        painter = QPainter(self)
        look = self._look(current_theme().colours)
        box = QRectF(self.rect()).adjusted(_RING, _RING, -_RING, -_RING)
        fill_box(painter, box, look.fill, look.edge)
        self._paint_content(painter, box, look.ink)
        if self.hasFocus():
            focus_ring(painter, QRectF(self.rect()))

    def _paint_content(self, painter: QPainter, box: QRectF, ink: QColor) -> None:
        metrics = QFontMetrics(self._font())
        left = box.left() + max((box.width() - self._content_width(metrics)) / 2, Space.S)
        if self._icon_name is not None:
            side = self._icon_side(metrics)
            spot = QRectF(left, box.center().y() - side / 2, side, side)
            draw_icon(painter, self._icon_name, spot, ink)
            left += side + (Space.S if self.text() else 0)
        painter.setFont(self._font())
        painter.setPen(ink)
        room = QRectF(left, box.top(), box.right() - left, box.height())
        painter.drawText(room, int(LEFT | Qt.TextFlag.TextShowMnemonic), self.text())
        if self._hint:
            cap = key_cap_size(self._hint)
            left += self._text_width(metrics) + Space.M
            top = box.center().y() - cap.height() / 2
            draw_key_cap(painter, QRectF(left, top, cap.width(), cap.height()), self._hint)

    def _content_width(self, metrics: QFontMetrics) -> int:
        width = self._text_width(metrics)
        if self._icon_name is not None:
            width += self._icon_side(metrics) + (Space.S if self.text() else 0)
        if self._hint:
            width += Space.M + key_cap_size(self._hint).width()
        return width

    def _text_width(self, metrics: QFontMetrics) -> int:
        flags = int(Qt.TextFlag.TextShowMnemonic)
        return metrics.size(flags, self.text()).width() if self.text() else 0

    def _icon_side(self, metrics: QFontMetrics) -> int:
        return metrics.height()

    def _font(self) -> QFont:
        return current_theme().font(self._text_role)

    def _look(self, colours: Colours) -> ButtonColours:
        if not self.isEnabled():
            return ButtonColours(colours.surface_alt, colours.border, colours.text_muted)
        if self.isDown():
            return self._pressed(colours)
        return self._hovered(colours) if self.underMouse() else self._resting(colours)

    def _resting(self, colours: Colours) -> ButtonColours:
        return ButtonColours(colours.surface, colours.border_strong, colours.text)

    def _hovered(self, colours: Colours) -> ButtonColours:
        return ButtonColours(colours.surface_alt, colours.text_muted, colours.text)

    def _pressed(self, colours: Colours) -> ButtonColours:
        return ButtonColours(colours.accent_soft, colours.accent, colours.text)


class PrimaryButton(Button):
    """The one main action of a page."""

    def _resting(self, colours: Colours) -> ButtonColours:
        return ButtonColours(colours.accent, None, colours.on_accent)

    def _hovered(self, colours: Colours) -> ButtonColours:
        return ButtonColours(colours.accent_hover, None, colours.on_accent)

    def _pressed(self, colours: Colours) -> ButtonColours:
        return ButtonColours(colours.accent_pressed, None, colours.on_accent)


class SecondaryButton(Button):
    """An action beside the main one."""


class QuietButton(Button):
    """An action that steps back until it is looked for."""

    def _resting(self, colours: Colours) -> ButtonColours:
        return ButtonColours(QColor(Qt.GlobalColor.transparent), None, colours.accent)

    def _hovered(self, colours: Colours) -> ButtonColours:
        return ButtonColours(colours.accent_soft, None, colours.accent)

    def _pressed(self, colours: Colours) -> ButtonColours:
        return ButtonColours(colours.accent_soft, colours.accent, colours.accent)


class DangerButton(Button):
    """An action that takes something away."""

    def _resting(self, colours: Colours) -> ButtonColours:
        return ButtonColours(colours.danger, None, colours.on_danger)

    def _hovered(self, colours: Colours) -> ButtonColours:
        return ButtonColours(colours.danger_hover, None, colours.on_danger)

    def _pressed(self, colours: Colours) -> ButtonColours:
        return ButtonColours(colours.danger_hover, colours.text, colours.on_danger)


class IconButton(QuietButton):
    """A square button with an icon only; `name` is its accessible name and tool tip."""

    def __init__(self, icon: IconName, name: str, parent: QWidget | None = None) -> None:
        super().__init__("", parent, icon=icon)
        self.set_name(name)

    def set_name(self, name: str) -> None:
        """Say what the button does now."""
        self.setAccessibleName(name)
        self.setToolTip(name)

    def sizeHint(self) -> QSize:
        """Return a square."""
        side = QFontMetrics(self._font()).height() + 2 * (Space.S + _RING)
        return QSize(side, side)


def button_row(*buttons: tuple[QPushButton, Callable[[], Any]]) -> QHBoxLayout:
    """Return buttons side by side from the left, each with what it does."""
    row = QHBoxLayout()
    row.setSpacing(Space.S)
    for button, does in buttons:
        button.clicked.connect(does)
        row.addWidget(button)
    row.addStretch(1)
    return row
