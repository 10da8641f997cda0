"""A batch keyed a second time at the window: blind, with 8 keys, and decided by a third."""

from __future__ import annotations

from uuid import UUID, uuid4

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel

from desktop.session import open_session
from models.accounts.commands import create_account
from models.ids import uuid7
from models.permissions import Role
from models.rekeying.commands import close_and_draw, rekey_slip
from models.rekeying.figures import read_figures
from models.rekeying.queries import read_drawn, undecided
from models.surveys.commands import open_batch, record_slip
from models.surveys.queries import list_slips, read_slip
from models.surveys.records import BatchHeader, SlipContent
from tests.conftest import ADMIN, SECRET, UNIT
from tests.scenarios.desk import Desk
from ui.keying.practice_page import PracticePage
from ui.keying.second_saver import SecondSending
from ui.keying.second_section import SecondSection

KEY = Qt.Key
FORM, VERSION = "qn-18-2021", "2021.1"


@pytest.fixture(autouse=True)
def _no_bugs(no_bugs: object) -> None:
    """Nothing escapes from a slot in any of these tests."""


class Office:
    """Another who keyed a batch first, and who sits at the desk now."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.store = desk.session.store
        self.me = desk.session.account
        self.first = self.hire("người nhập một")

    def hire(self, name: str) -> UUID:
        account = uuid4()
        self.store.write(
            lambda tx: create_account(tx, account, name, role=Role.COUNTER, unit=UNIT),
            actor=self.me,
        )
        return account

    def batch(self, slips: int = 2) -> UUID:
        """Have the other key a batch, each slip with the first options, and close it."""
        content = SlipContent({
            "cong_khai": "rat_tot", "thai_do": "than_thien", "danh_gia_chung": "rat_hai_long",
        })  # fmt: skip
        header = BatchHeader(UNIT, self.store.clock.today(), FORM, VERSION)
        batch = self.store.write(lambda tx: open_batch(tx, header), actor=self.first)
        for _ in range(slips):
            slip = uuid7(self.store.clock.now_ms())
            self.store.write(
                lambda tx, slip=slip: record_slip(tx, batch, slip, content), actor=self.first
            )
        self.store.write(
            lambda tx: close_and_draw(tx, batch, returned=None), actor=self.first
        )
        return batch

    def shared_batch(self) -> UUID:
        """Have the other and me key a slip each into one batch, and close it."""
        header = BatchHeader(UNIT, self.store.clock.today(), FORM, VERSION)
        batch = self.store.write(lambda tx: open_batch(tx, header), actor=self.first)
        for by in (self.first, self.me):
            slip = uuid7(self.store.clock.now_ms())
            content = SlipContent({"thai_do": "than_thien"})
            self.store.write(
                lambda tx, slip=slip, content=content: record_slip(tx, batch, slip, content),
                actor=by,
            )
        self.store.write(
            lambda tx: close_and_draw(tx, batch, returned=None), actor=self.first
        )
        return batch

    def left(self, batch: UUID) -> list[UUID]:
        return [one.slip for one in self.store.read(lambda c: read_drawn(c, batch, self.me)).left]

    def open(self) -> SecondSection:
        """Go to second keying, by keyboard."""
        self.desk.window.show_page("keying")
        self.desk.rest()
        self.desk.key(KEY.Key_F6)
        self.desk.rest()
        page = self.desk.section.second()
        assert page.isVisible()
        return page

    def open_batch(self) -> SecondSection:
        page = self.open()
        self.desk.wait(page.list._table.hasFocus, "the list of batches has the focus")
        self.desk.key(KEY.Key_Return)
        self.desk.rest()
        self.desk.wait(page.entry.hasFocus, "the second keying has the focus")
        return page

    def texts(self) -> str:
        labels = self.desk.window.findChildren(QLabel)
        return "\n".join(label.text() for label in labels if label.isVisible())


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
    listed = office.desk.closed._list
    assert listed.item(0).text().split()[-1] == "hidden"
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


@pytest.mark.parametrize("is_closed", [True, False])
def test_a_sitting_is_noted_when_the_window_closes_or_is_handed_over(office, is_closed):
    office.batch(1)
    page = office.open_batch()
    page.entry._sitting._seconds = 3.0
    office.desk.pad("1001011E")
    office.desk.rest()
    paths = office.desk.session.paths
    if is_closed:
        office.desk.window.close()
    else:
        office.desk.desktop._end_work()
    session = open_session(paths, SECRET, ADMIN)
    found = session.store.read(lambda c: read_figures(c, office.me))
    session.store.close()
    assert (found.slips, found.seconds) == (1, 3)


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


def test_how_long_somebody_sat_is_noted_when_the_page_is_left(office):
    office.batch(1)
    page = office.open_batch()
    page.entry._sitting._seconds = 3.0
    office.desk.pad("1001011E")
    office.desk.rest()
    page.open()
    office.desk.rest()
    found = office.store.read(lambda c: read_figures(c, office.me))
    assert (found.slips, found.keys, found.seconds) == (1, 8, 3)


def test_the_figures_show_one_s_own_first_and_another_s_are_told_to_the_audit(office):
    batch = office.batch(1)
    [slip] = office.left(batch)
    second = office.hire("người nhập hai")
    good = office.store.read(lambda c: read_slip(c, slip)).content
    office.store.write(lambda tx: rekey_slip(tx, slip, good), actor=second)
    page = office.open()
    office.desk.key(KEY.Key_F7)
    office.desk.rest()
    figures = page._figures
    assert figures is not None
    assert figures.people.currentData() == str(office.me)
    assert figures._table.item(0, 1).text() == "0"
    figures.people.setCurrentIndex(figures.people.findData(str(office.first)))
    office.desk.rest()
    assert figures._table.item(0, 1).text() == "8"
    query = "SELECT count(*) FROM events WHERE type = 'audit.figures_viewed'"
    assert office.store.read(lambda c: c.exec_driver_sql(query).scalar_one()) == 1


def test_practice_says_what_was_wrong_and_leaves_no_trace(office):
    def everything():
        names = "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
        return office.store.read(
            lambda c: [
                c.exec_driver_sql(f'SELECT * FROM "{name}"').all()
                for name in c.exec_driver_sql(names).scalars().all()
            ]
        )

    page = office.open()
    before = everything()
    drafts = office.desk.section._context.drafts.all("second") + (
        office.desk.section._context.drafts.all("slip")
    )
    office.desk.key(KEY.Key_F9)
    office.desk.rest()
    practice = page._practice
    assert isinstance(practice, PracticePage)
    practice.begin(7, 3)
    while practice.paper is not None:
        paper = practice.paper
        if paper.reason:
            office.desk.pad("*" + str(practice.entry.reasons.index(paper.reason) + 1) + "E")
            assert "Right." in office.texts()
            continue
        wrong = practice.round.slips == 0
        for place, question in enumerate(practice.entry.questions):
            names = [option.name for option in question.options]
            answer = paper.answers.get(question.node.key)
            digit = names.index(answer) + 1 if answer in names else 0
            if wrong and place == 0:
                digit = 2 if digit != 2 else 1
            office.desk.pad(str(digit))
        office.desk.pad("E")
        assert ("Keyed wrongly" if wrong else "Right.") in office.texts()
    assert practice.round.errors == 1
    assert "The round is over" in office.texts()
    office.desk.key(KEY.Key_Escape)
    assert page.list.isVisible()
    office.desk.rest()
    assert everything() == before
    assert drafts == []
    assert office.desk.section._context.drafts.all("slip") == []


def test_what_was_sent_before_a_kill_is_sent_again_and_recorded_once(office):
    batch = office.batch(2)
    slip = office.left(batch)[0]
    context = office.desk.section._context
    good = office.store.read(lambda c: read_slip(c, slip)).content
    for _ in range(2):
        sending = SecondSending(uuid4(), batch, slip, good)
        office.desk.section.second().entry._saver._put(sending)
    office.desk.section.resume()
    office.desk.rest()
    assert len(office.left(batch)) == 1
    assert context.drafts.all("second") == []
    query = "SELECT count(*) FROM events WHERE type = 'second.slip_keyed'"
    assert office.store.read(lambda c: c.exec_driver_sql(query).scalar_one()) == 1
