from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from ui.keying import keys
from ui.keying.keys import action_of, without_num_lock

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


WITHOUT_NUM_LOCK = {
    Key.Key_Insert: "blank", Key.Key_End: 1, Key.Key_Down: 2, Key.Key_PageDown: 3, Key.Key_Left: 4,
    Key.Key_Clear: 5, Key.Key_Right: 6, Key.Key_Home: 7, Key.Key_Up: 8, Key.Key_PageUp: 9,
    Key.Key_Delete: "undo",
}  # fmt: skip


@pytest.mark.parametrize(("key", "action"), WITHOUT_NUM_LOCK.items())
def test_the_pad_says_the_same_without_num_lock(key: Key, action: object) -> None:
    assert action_of(event(key, Modifier.KeypadModifier)) == action


@pytest.mark.parametrize("key", WITHOUT_NUM_LOCK)
def test_arrows_beside_the_pad_say_nothing(key: Key) -> None:
    assert without_num_lock(event(key)) is None
    assert action_of(event(key)) is None


def test_a_mac_has_no_num_lock_and_its_arrows_are_arrows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keys, "_HAS_NUM_LOCK", False)
    assert action_of(event(Key.Key_Down, Modifier.KeypadModifier)) is None
    assert action_of(event(Key.Key_2, Modifier.KeypadModifier)) == 2
