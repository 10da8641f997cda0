"""A batch keyed a second time at the window: blind, with 8 keys, and decided by a third."""

from __future__ import annotations

from uuid import uuid4

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from models.rekeying.commands import rekey_slip
from models.rekeying.queries import read_drawn, undecided
from models.surveys.queries import list_slips, read_slip
from models.surveys.records import SlipContent
from tests.scenarios.desk import Desk
from tests.ui.keying.office import Office
from ui.keying.second_saver import SecondSending

KEY = Qt.Key


@pytest.fixture(autouse=True)
def _no_bugs(no_bugs: object) -> None:
    """Nothing escapes from a slot in any of these tests."""


@pytest.fixture
def office(desk: Desk) -> Office:
    return Office(desk)


def test_a_paper_is_keyed_again_with_eight_keys_and_nothing_of_the_first_is_shown(office):
    batch = office.batch()
    page = office.open_batch()
    assert page.entry.entry.is_untouched
    assert "Paper 1 of the bundle" in office.texts()
    office.desk.pad("1001011E")
    office.desk.rest()
    assert len(office.left(batch)) == 1
    assert "Paper 2 of the bundle" in office.texts()
    assert page.entry.entry.is_untouched
    office.desk.pad("2001011E")
    office.desk.rest()
    assert page.entry._done.action.hasFocus()
    assert len(office.store.read(lambda c: list_slips(c, batch))) == 2


def test_what_is_half_keyed_comes_back(office):
    office.batch()
    page = office.open_batch()
    office.desk.pad("12")
    page.open()
    office.desk.rest()
    office.desk.key(KEY.Key_Return)
    office.desk.rest()
    assert page.entry.entry.position == 2
    assert "half keyed is back" in office.texts()


def test_no_such_paper_is_asked_twice_and_a_paper_left_over_is_keyed(office):
    batch = office.batch(1)
    page = office.open_batch()
    office.desk.key(KEY.Key_F8)
    assert office.left(batch)
    office.desk.key(KEY.Key_F8)
    office.desk.rest()
    assert not office.left(batch)
    office.desk.key(KEY.Key_Return)
    assert "left over" in office.texts()
    office.desk.pad("1111111E")
    office.desk.rest()
    assert office.store.read(lambda c: read_drawn(c, batch, office.me)).extra == 1
    assert page.entry._done.action.hasFocus()


def test_the_closed_batch_hides_what_is_still_to_be_keyed_again(office):
    batch = office.batch(1)
    office.desk.window.show_page("keying")
    office.desk.section.open_batch(batch)
    office.desk.rest()
    assert "it is hidden" in office.texts()
    assert "Rất tốt" not in office.texts()
    assert office.desk.closed._table.item(0, 2).text() == "hidden"
    assert not office.desk.closed._void.isVisible()


def outcomes(office):
    query = "SELECT outcome FROM rekeyed_slips ORDER BY outcome"
    return office.store.read(lambda c: c.exec_driver_sql(query).scalars().all())


def test_a_held_key_writes_no_paper_away(office):
    batch = office.batch(3)
    office.open_batch()
    for press in range(6):
        held = QKeyEvent(
            QEvent.Type.KeyPress, KEY.Key_F8, Qt.KeyboardModifier.NoModifier, "", press > 0
        )
        QApplication.sendEvent(office.desk.focus(), held)
    office.desk.rest()
    assert len(office.left(batch)) == 3
    assert outcomes(office) == []


def test_a_question_is_forgotten_with_what_it_was_asked_of(office):
    office.batch(2)
    other = office.batch(2)
    page = office.open_batch()
    office.desk.key(KEY.Key_F8)
    office.desk.pad("X")
    office.desk.key(KEY.Key_F8)
    assert outcomes(office) == []
    page.open()
    office.desk.rest()
    page.open_batch(other)
    office.desk.rest()
    office.desk.key(KEY.Key_F8)
    office.desk.rest()
    assert outcomes(office) == []


def test_what_another_keys_meanwhile_leaves_the_hand(office):
    batch = office.batch(3)
    second = office.hire("người nhập hai")
    page = office.open_batch()
    office.desk.pad("12")

    def elsewhere(slip):
        good = office.store.read(lambda c: read_slip(c, slip)).content
        office.store.write(lambda tx: rekey_slip(tx, slip, good), actor=second)
        office.desk.rest()

    slips = office.left(batch)
    elsewhere(slips[0])
    assert "Somebody else has just keyed paper 1" in office.texts()
    assert "Paper 2 of the bundle" in office.texts()
    assert page.entry.entry.is_untouched
    assert office.desk.section._context.drafts.all("second") == []
    elsewhere(slips[2])
    office.desk.pad("1001011E")
    office.desk.rest()
    assert page.entry._done.action.hasFocus()
    assert outcomes(office) == ["keyed"] * 3


def test_what_was_refused_for_another_reason_stays_a_draft(office):
    batch = office.batch(1)
    page = office.open_batch()
    [slip] = office.left(batch)
    saver = page.entry._saver
    draft = uuid4()
    drafts = office.desk.section._context.drafts
    # Not of any batch that was drawn: a store may be put back to what it was before.
    saver.send(SecondSending(draft, batch, uuid4(), SlipContent({})))
    office.desk.rest()
    assert [one for one, _ in drafts.all("second")] == [draft]
    second = office.hire("người nhập hai")
    office.store.write(lambda tx: rekey_slip(tx, slip, SlipContent({})), actor=second)
    saver.send(SecondSending(uuid4(), batch, slip, SlipContent({})))
    office.desk.rest()
    assert [one for one, _ in drafts.all("second")] == [draft]


def test_who_shared_a_batch_is_not_asked_for_papers_left_over(office):
    batch = office.shared_batch()
    page = office.open_batch()
    office.desk.pad("0100000E")
    office.desk.rest()
    assert not office.left(batch)
    assert page.entry._done.isVisible()
    assert not page.entry._done.action.isVisible()
    assert "left over" not in office.texts()
    office.desk.key(KEY.Key_Escape)
    office.desk.rest()
    assert page.list.isVisible()


def test_a_slip_that_one_calls_torn_is_decided_with_its_note(office):
    batch = office.batch(1)
    [slip] = office.left(batch)
    second = office.hire("người nhập hai")
    torn = SlipContent({}, "rach_mo", "rách mất nửa")
    office.store.write(lambda tx: rekey_slip(tx, slip, torn), actor=second)
    office.open()
    office.desk.key(KEY.Key_F6)
    office.desk.rest()
    office.desk.pad("2E")
    office.desk.rest()
    assert office.store.read(lambda c: undecided(c, office.me)) == []
    assert office.store.read(lambda c: read_slip(c, slip)).status == "invalid"


def test_a_third_decides_by_a_digit_and_the_slip_follows(office):
    batch = office.batch(1)
    [slip] = office.left(batch)
    second = office.hire("người nhập hai")
    other = SlipContent({"thai_do": "than_thien", "danh_gia_chung": "hai_long"})
    office.store.write(lambda tx: rekey_slip(tx, slip, other), actor=second)
    page = office.open()
    office.desk.key(KEY.Key_F6)
    office.desk.rest()
    assert "người nhập" not in office.texts()
    office.desk.pad("1")
    office.desk.pad("E")
    assert "Please decide every field that differs." in office.texts()
    office.desk.pad("2E")
    office.desk.rest()
    assert office.store.read(lambda c: undecided(c, office.me)) == []
    content = office.store.read(lambda c: read_slip(c, slip)).content
    assert content.answers == {
        "cong_khai": "rat_tot", "thai_do": "than_thien", "danh_gia_chung": "hai_long",
    }  # fmt: skip
    office.desk.key(KEY.Key_Return)
    office.desk.rest()
    assert page.list.isVisible()


def test_what_was_sent_before_a_kill_is_sent_again_and_recorded_once(office):
    batch = office.batch(2)
    slip = office.left(batch)[0]
    context = office.desk.section._context
    good = office.store.read(lambda c: read_slip(c, slip)).content
    for _ in range(2):
        sending = SecondSending(uuid4(), batch, slip, good)
        office.desk.section.second().entry._saver.put(sending)
    office.desk.section.resume()
    office.desk.rest()
    assert len(office.left(batch)) == 1
    assert context.drafts.all("second") == []
    query = "SELECT count(*) FROM events WHERE type = 'second.slip_keyed'"
    assert office.store.read(lambda c: c.exec_driver_sql(query).scalar_one()) == 1
