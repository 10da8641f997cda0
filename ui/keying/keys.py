"""What each key does while a slip is keyed; all of it lies on the number pad."""

from __future__ import annotations

import sys
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

# What the pad's keys send while NumLock is off, and what they are.
_WITHOUT_NUM_LOCK: Final[dict[int, Qt.Key]] = {
    Qt.Key.Key_Insert: Qt.Key.Key_0,
    Qt.Key.Key_End: Qt.Key.Key_1,
    Qt.Key.Key_Down: Qt.Key.Key_2,
    Qt.Key.Key_PageDown: Qt.Key.Key_3,
    Qt.Key.Key_Left: Qt.Key.Key_4,
    Qt.Key.Key_Clear: Qt.Key.Key_5,
    Qt.Key.Key_Right: Qt.Key.Key_6,
    Qt.Key.Key_Home: Qt.Key.Key_7,
    Qt.Key.Key_Up: Qt.Key.Key_8,
    Qt.Key.Key_PageUp: Qt.Key.Key_9,
    Qt.Key.Key_Delete: Qt.Key.Key_Period,
}
# Mac keyboards have no NumLock, and there every arrow counts as one of the pad.
_HAS_NUM_LOCK: Final = sys.platform != "darwin"


def without_num_lock(event: QKeyEvent) -> Qt.Key | None:
    """Return the digit or point that a key of the pad is, pressed while NumLock is off.

    None for any other key: the arrows that stand by themselves are not of the pad.
    """
    if _HAS_NUM_LOCK and event.modifiers() & Qt.KeyboardModifier.KeypadModifier:
        return _WITHOUT_NUM_LOCK.get(event.key())
    return None


def action_of(event: QKeyEvent) -> Action | int | None:
    """Return the action of a key, the number of a digit from 1 to 9, or None for other keys.

    The pad's keys say the same with NumLock and without.
    """
    plain = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
    if event.modifiers() & ~plain:
        return None
    key = without_num_lock(event) or event.key()
    if Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
        return key - Qt.Key.Key_0
    return _ACTIONS.get(key)
