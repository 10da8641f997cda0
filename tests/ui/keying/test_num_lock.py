from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from tests.scenarios.desk import PAD, Desk
from tests.ui.keying.seen import slips
from tests.ui.keying.test_typed_answers import enter, stored, typing

__all__ = ["typing"]

Key = Qt.Key
# What the pad sends for 0 to 9 while NumLock is off.
OFF = (Key.Key_Insert, Key.Key_End, Key.Key_Down, Key.Key_PageDown, Key.Key_Left, Key.Key_Clear,
       Key.Key_Right, Key.Key_Home, Key.Key_Up, Key.Key_PageUp)  # fmt: skip


@pytest.fixture(autouse=True)
def _no_bugs(no_bugs: object) -> None:
    """Nothing escapes from a slot in any of these tests."""


def told(desk: Desk) -> bool:
    return desk.entry._view.num_lock.isVisible()


def test_num_lock_off_is_told_and_the_slip_is_keyed_all_the_same(keying: Desk) -> None:
    assert not told(keying)
    for digit in (1, 2, 3, 1, 0, 2, 1):
        keying.key(OFF[digit], PAD)
        assert told(keying)
    assert keying.entry._view.num_lock.text().startswith("NumLock is off.")
    keying.pad("E")
    (slip,) = slips(keying)
    assert slip.content.answers["cong_khai"] == "rat_tot"
    assert slip.content.answers["danh_gia_chung"] == "rat_hai_long"
    assert len(slip.content.answers) == 6


@pytest.mark.parametrize("key", [Key.Key_1, Key.Key_NumLock])
def test_the_line_goes_when_num_lock_is_on_again(keying: Desk, key: Qt.Key) -> None:
    keying.key(Key.Key_End, PAD)
    keying.pad("-")
    assert told(keying)
    keying.key(key, PAD if key == Key.Key_1 else Qt.KeyboardModifier.NoModifier)
    assert not told(keying)


def test_arrows_and_the_row_of_digits_tell_nothing_of_num_lock(keying: Desk) -> None:
    for key in OFF:
        keying.key(key)
    assert not told(keying)
    keying.key(Key.Key_End, PAD)
    keying.key(Key.Key_2)
    assert told(keying)


def test_a_number_is_typed_without_num_lock_too(typing: Desk) -> None:
    typing.pad("1")
    typing.key(OFF[1], PAD)
    typing.key(OFF[2], PAD)
    assert told(typing)
    assert typing.entry._view._typed.text() == "12"
    typing.key(Key.Key_Backspace)
    enter(typing, "")
    typing.key(OFF[2], PAD)
    typing.key(Key.Key_Delete, PAD)
    typing.key(OFF[5], PAD)
    assert typing.entry._view._typed.text() == "2.5"
    for text in ("", "loa", "5/11/2026", "Ghế ít"):
        enter(typing, text)
    typing.pad("2E")
    (content,) = stored(typing)
    assert (content.answers["so_lan"], content.answers["gio_cho"]) == ("1", "2.5")
