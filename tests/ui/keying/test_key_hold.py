"""Whoever opens a batch and keys on loses no key, however long the store takes."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.scenarios.desk import Desk
from tests.ui.keying.office import Office
from tests.ui.keying.seen import slips
from ui.keying import key_hold
from ui.keying.key_hold import KeyHold

KEY = Qt.Key
PAD = Qt.KeyboardModifier.KeypadModifier


@pytest.fixture(autouse=True)
def _no_bugs(no_bugs: object) -> None:
    """Nothing escapes from a slot in any of these tests."""


def at_once(*keys: Qt.Key) -> None:
    """Press keys one after the other; what the store answers comes behind them all."""
    for key in keys:
        QTest.keyClick(QApplication.focusWidget(), key, PAD)


def test_what_is_keyed_behind_start_keying_is_the_first_slip(desk: Desk) -> None:
    desk.key(KEY.Key_N, Qt.KeyboardModifier.ControlModifier)
    desk.wait(desk.batches._form.isVisible, "the head of a new batch")
    desk.rest()
    # Enter by accident twice, then a whole slip.
    at_once(KEY.Key_Enter, KEY.Key_Enter, *[KEY.Key_1] * 7, KEY.Key_Enter)
    desk.wait_for_entry()
    desk.saved()
    assert len(slips(desk)) == 1
    assert desk.entry.entry.is_untouched


def test_what_is_keyed_behind_opening_a_batch_again_is_kept(keying: Desk) -> None:
    keying.pad("12")
    keying.click(keying.button("All batches"))
    keying.wait(keying.batches.isVisible)
    keying.rest()
    at_once(KEY.Key_Enter, KEY.Key_3, KEY.Key_1)
    keying.wait_for_entry()
    assert keying.entry.entry.position == 4
    assert list(keying.entry.entry.content().answers.values())[2:] == ["sau_hen", "khong_lan_nao"]


def test_what_is_keyed_behind_opening_a_second_keying_is_kept(desk: Desk) -> None:
    office = Office(desk)
    office.batch()
    page = office.open()
    desk.wait(page.list._table.hasFocus, "the list of batches has the focus")
    at_once(KEY.Key_Enter, KEY.Key_1, KEY.Key_2)
    desk.rest()
    assert page.entry.entry.position == 2


@pytest.fixture
def beside(qtbot: QtBot) -> Iterator[tuple[QWidget, QLineEdit]]:
    """A page, and a field that is not on it and has the focus."""
    window = QWidget()
    qtbot.addWidget(window)
    page, field = QWidget(), QLineEdit()
    column = QVBoxLayout(window)
    column.addWidget(page)
    column.addWidget(field)
    window.show()
    window.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    yield page, field
    window.close()


def test_behind_a_locked_screen_no_key_is_held(beside: tuple[QWidget, QLineEdit]) -> None:
    page, field = beside
    hold = KeyHold(page)
    hold.hold()
    QTest.keyClick(field, KEY.Key_A)
    assert field.text() == ""
    page.hide()
    QTest.keyClick(field, KEY.Key_B)
    hold.release()
    assert field.text() == "b"


def test_what_never_opens_gives_the_keys_back(
    beside: tuple[QWidget, QLineEdit], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(key_hold, "_OPENING_MS", 20)
    page, field = beside
    KeyHold(page).hold_for_opening()
    QTest.keyClick(field, KEY.Key_A)
    qtbot.waitUntil(lambda: QTest.keyClick(field, KEY.Key_B) or bool(field.text()))
    assert "a" not in field.text()
