"""Whoever opens a batch and keys on loses no key, however long the store takes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from models.rekeying.commands import rekey_slip
from models.surveys.queries import read_slip
from tests.scenarios.desk import Desk
from tests.ui.held import HeldJobs
from tests.ui.keying.office import Office
from tests.ui.keying.seen import slips
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


def test_a_dialog_before_the_page_has_its_keys(
    beside: tuple[QWidget, QLineEdit], qtbot: QtBot
) -> None:
    page, field = beside
    hold = KeyHold(page)
    hold.hold()
    dialog = QDialog(page.window())
    answer = QLineEdit(dialog)
    dialog.open()
    dialog.activateWindow()
    answer.setFocus()
    qtbot.waitUntil(answer.hasFocus)
    QTest.keyClick(answer, KEY.Key_A)
    assert answer.text() == "a"
    dialog.close()
    page.window().activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    QTest.keyClick(field, KEY.Key_B)
    assert field.text() == ""
    hold.release()
    assert field.text() == "b"


def test_what_is_keyed_for_a_batch_that_cannot_be_taken_in_hand_answers_for_none(
    keying: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    keying.pad("12")
    before = keying.entry.entry.content()
    keying.click(keying.button("All batches"))
    keying.wait(keying.batches.isVisible)
    keying.rest()
    # The disk takes no drafts: what is in hand has to stay in hand.
    monkeypatch.setattr(type(keying.entry._hand), "is_unkept", property(lambda _self: True))
    at_once(KEY.Key_Enter, KEY.Key_3, KEY.Key_1)
    keying.wait_for_entry()
    keying.rest()
    assert keying.entry.entry.content() == before


def test_keys_for_a_second_keying_that_is_done_press_nothing(desk: Desk) -> None:
    office = Office(desk)
    batch = office.batch(1)
    page = office.open()
    desk.wait(page.list._table.hasFocus, "the list of batches has the focus")
    # The list is older than what another keyed meanwhile.
    other = office.hire("người nhập ba")
    [left] = office.left(batch)
    content = office.store.read(partial(read_slip, slip=left)).content
    desk.desktop.window._context.bus.blockSignals(True)
    office.store.write(partial(rekey_slip, slip=left, content=content), actor=other)
    desk.desktop.window._context.bus.blockSignals(False)
    at_once(KEY.Key_Enter, *[KEY.Key_1] * 7, KEY.Key_Enter)
    desk.rest()
    assert page.entry._done.action.hasFocus()


def test_of_two_batches_asked_for_the_last_is_keyed(keying: Desk) -> None:
    first = keying.section.entry._open.progress.batch.id
    keying.click(keying.button("All batches"))
    keying.wait(keying.batches.isVisible)
    keying.key(KEY.Key_N, Qt.KeyboardModifier.ControlModifier)
    keying.wait(keying.batches._form.isVisible, "the head of a new batch")
    keying.rest()
    keying.key(KEY.Key_Enter)
    keying.wait_for_entry()
    keying.rest()
    second = keying.section.entry._open.progress.batch.id
    assert second != first
    keying.section._context = replace(
        keying.section._context, jobs=(held := HeldJobs())
    )
    keying.section.open_batch(first)
    keying.section.open_batch(second)
    late, wanted = held.held
    wanted.release()
    keying.pad("1")
    late.release()
    assert keying.section.entry._open.progress.batch.id == second
    assert keying.entry.entry.position == 1
