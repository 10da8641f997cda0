from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from ui.keying.keys import action_of

Key, Modifier = Qt.Key, Qt.KeyboardModifier


def event(key: Key, modifiers: Modifier = Modifier.NoModifier) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, key, modifiers)


@pytest.mark.parametrize("modifiers", [Modifier.KeypadModifier, Modifier.NoModifier])
@pytest.mark.parametrize(
    ("key", "action"),
    [
        (Key.Key_1, 1), (Key.Key_9, 9), (Key.Key_0, "blank"), (Key.Key_Enter, "enter"),
        (Key.Key_Return, "enter"), (Key.Key_Minus, "back"), (Key.Key_Backspace, "back"),
        (Key.Key_Plus, "correct"), (Key.Key_Asterisk, "invalid"), (Key.Key_Slash, "note"),
        (Key.Key_Period, "undo"), (Key.Key_Comma, "undo"), (Key.Key_Escape, "escape"),
        (Key.Key_A, None), (Key.Key_Tab, None), (Key.Key_F5, None),
    ],
)  # fmt: skip
def test_pad_and_row_say_the_same(key: Key, modifiers: Modifier, action: object) -> None:
    assert action_of(event(key, modifiers)) == action


@pytest.mark.parametrize(
    "modifier", [Modifier.ControlModifier, Modifier.AltModifier, Modifier.MetaModifier]
)
def test_a_shortcut_is_no_answer(modifier: Modifier) -> None:
    assert action_of(event(Key.Key_1, modifier)) is None
    assert action_of(event(Key.Key_1, modifier | Modifier.KeypadModifier)) is None


def test_stars_and_plus_with_shift_on_the_row_act() -> None:
    assert action_of(event(Key.Key_Asterisk, Modifier.ShiftModifier)) == "invalid"
    assert action_of(event(Key.Key_Plus, Modifier.ShiftModifier)) == "correct"
