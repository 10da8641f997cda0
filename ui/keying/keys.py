"""What each key does while a slip is keyed; all of it lies on the number pad."""

from __future__ import annotations

from typing import Final, Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

Action = Literal[
    "blank", "enter", "back", "correct", "invalid", "note", "undo", "escape",
]  # fmt: skip

_ACTIONS: Final[dict[int, Action]] = {
    Qt.Key.Key_0: "blank",
    Qt.Key.Key_Enter: "enter",
    Qt.Key.Key_Return: "enter",
    Qt.Key.Key_Minus: "back",
    Qt.Key.Key_Backspace: "back",
    Qt.Key.Key_Plus: "correct",
    Qt.Key.Key_Asterisk: "invalid",
    Qt.Key.Key_Slash: "note",
    # The pad's decimal key is a full stop or a comma, as the keyboard's language has it.
    Qt.Key.Key_Period: "undo",
    Qt.Key.Key_Comma: "undo",
    Qt.Key.Key_Escape: "escape",
}


def action_of(event: QKeyEvent) -> Action | int | None:
    """Return the action of a key, the number of a digit from 1 to 9, or None for other keys."""
    plain = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
    if event.modifiers() & ~plain:
        return None
    key = event.key()
    if Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
        return key - Qt.Key.Key_0
    return _ACTIONS.get(key)
