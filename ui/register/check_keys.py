"""What each key does at a household; digits and signs lie on the number pad."""

from __future__ import annotations

from typing import Final, Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

Action = Literal[
    "save", "save_stay", "back", "before", "after", "plate", "fields", "note", "take", "visit",
    "history", "decide", "merge", "new", "renew", "forget",
]  # fmt: skip

# Whatever has the focus, a field too.
_EVERYWHERE: Final[dict[int, Action]] = {
    Qt.Key.Key_Enter: "save",
    Qt.Key.Key_Return: "save",
    Qt.Key.Key_PageUp: "before",
    Qt.Key.Key_PageDown: "after",
    Qt.Key.Key_F2: "fields",
    Qt.Key.Key_F3: "take",
    Qt.Key.Key_F4: "visit",
    Qt.Key.Key_F5: "renew",
    Qt.Key.Key_F6: "history",
    Qt.Key.Key_F7: "decide",
    Qt.Key.Key_F8: "merge",
    Qt.Key.Key_F9: "new",
    Qt.Key.Key_Escape: "back",
}
# While no field is typed in.
_AT_REST: Final[dict[int, Action]] = {
    Qt.Key.Key_Asterisk: "plate",
    Qt.Key.Key_Plus: "fields",
    Qt.Key.Key_Slash: "note",
    Qt.Key.Key_Minus: "forget",
}
_PLAIN: Final = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier


def action_of(event: QKeyEvent) -> Action | int | None:
    """Return the action of a key, the number of a digit from 1 to 9, or None for other keys."""
    key = event.key()
    if event.modifiers() & ~_PLAIN:
        is_control = event.modifiers() & ~_PLAIN == Qt.KeyboardModifier.ControlModifier
        is_enter = key in (Qt.Key.Key_Enter, Qt.Key.Key_Return)
        return "save_stay" if is_control and is_enter else None
    if Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
        return key - Qt.Key.Key_0
    return _EVERYWHERE.get(key) or _AT_REST.get(key)
