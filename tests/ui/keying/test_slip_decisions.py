"""Slips on which two differ: found from the first page, decided by keyboard, told in the story."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from models.ids import uuid7
from models.journal.event import NewEvent
from models.surveys.commands import open_batch, record_slip
from models.surveys.events import CORRECTED
from models.surveys.queries import read_slip
from models.surveys.records import BatchHeader, Slip, SlipContent
from models.surveys.undecided import undecided_slips
from tests.conftest import UNIT
from tests.scenarios.desk import Desk
from ui.keying.slip_decisions_page import SlipDecisionsPage
from ui.widgets.decision_view import Taken

KEY = Qt.Key
ANSWERS = {"danh_gia_chung": "hai_long"}


class Judge:
    """Somebody who decides."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.session = desk.session
        self.batch = self.write(
            lambda tx: open_batch(tx, BatchHeader(UNIT, date(2026, 1, 5), "qn-18-2021", "2021.1"))
        )

    def write(self, command: Any) -> Any:
        return self.session.store.write(command, actor=self.session.account)

    def slip(self, content: SlipContent | None = None) -> UUID:
        slip = uuid7(self.session.store.clock.now_ms())
        content = content or SlipContent(ANSWERS)
        self.write(lambda tx: record_slip(tx, self.batch, slip, content))
        return slip

    def quarrel(self, slip: UUID, *sides: dict[str, Any]) -> None:
        """Have several correct a slip who did not hear of each other."""
        for side in sides:
            self.write(
                lambda tx, side=side: tx.append(
                    NewEvent(CORRECTED, UNIT, slip, {"set": side}, (slip,))
                )
            )
        self.desk.rest()

    def open(self) -> SlipDecisionsPage:
        """Go to what is to be decided from the first page, by keyboard."""
        self.desk.window.show_page("home")
        self.desk.rest()

        def leads_there(widget: QWidget) -> bool:
            text = widget.text() if isinstance(widget, QPushButton) else ""
            return text.startswith("Slips to be decided: ") and widget.isVisible()

        buttons = self.desk.window.findChildren
        self.desk.wait(lambda: any(map(leads_there, buttons(QPushButton))), "slips to decide")
        self.desk.tab_to(leads_there)
        self.desk.key(KEY.Key_Return)
        self.desk.rest()
        return self.page

    @property
    def page(self) -> SlipDecisionsPage:
        page = self.desk.section.decisions()
        assert page.isVisible()
        return page

    def options(self) -> list[str]:
        answers = self.page.decisions.answers
        return list(answers.row(answers.current() or 0)._options)

    def question(self, place: int = 0) -> str:
        return self.page.decisions.answers.row(place).accessibleName()

    def stored(self, slip: UUID) -> Slip:
        found = self.session.store.read(lambda c: read_slip(c, slip))
        assert found is not None
        return found

    def waiting(self) -> list[UUID]:
        return self.session.store.read(undecided_slips)


@pytest.fixture
def judge(desk: Desk) -> Judge:
    return Judge(desk)


def test_both_values_stand_with_who_when_and_what_was_before(judge: Judge) -> None:
    slip = judge.slip()
    judge.quarrel(
        slip, {"answers/danh_gia_chung": "khong_hai_long"}, {"answers/danh_gia_chung": None}
    )
    page = judge.open()
    first, second, *others = judge.options()
    assert first.startswith("Not satisfied   (quantri, ")
    assert second.startswith("blank   (quantri, ")
    assert "(before: Satisfied)" in judge.question()
    # Whatever else the question offers.
    assert "Satisfied" in others
    judge.desk.pad("1E")
    judge.desk.rest()
    assert judge.stored(slip).content.answers == {"danh_gia_chung": "khong_hai_long"}
    assert judge.waiting() == []
    assert page.empty.isVisible()
    judge.desk.pad("X")
    assert judge.desk.batches.isVisible()


def test_a_third_answer_is_chosen_by_its_digit(judge: Judge) -> None:
    slip = judge.slip()
    judge.quarrel(
        slip, {"answers/danh_gia_chung": "khong_hai_long"}, {"answers/danh_gia_chung": None}
    )
    judge.open()
    judge.desk.pad(str(judge.options().index("Satisfied") + 1) + "E")
    judge.desk.rest()
    assert judge.stored(slip).content.answers == ANSWERS
    assert judge.waiting() == []


def test_a_third_note_is_typed(judge: Judge) -> None:
    slip = judge.slip()
    judge.quarrel(slip, {"note": "một"}, {"note": "hai"})
    judge.open()
    assert judge.options()[-1] == "Another value…"
    assert judge.question().endswith("note (before: blank)")
    judge.desk.pad("3")
    judge.desk.key(KEY.Key_Return)
    assert judge.page.decisions._third_row.error() is not None
    judge.desk.write("ba")
    judge.desk.key(KEY.Key_Return)
    judge.desk.pad("E")
    judge.desk.rest()
    assert judge.stored(slip).content.note == "ba"


def test_whether_it_is_valid_comes_first_and_takes_a_whole_version(judge: Judge) -> None:
    slip = judge.slip()
    invalid = {"reason": "rach_mo", "answers/danh_gia_chung": None}
    judge.quarrel(slip, invalid, {"answers/danh_gia_chung": "khong_hai_long"})
    assert not judge.stored(slip).content.is_valid
    judge.open()
    assert judge.page.decisions.answers.count() == 1
    assert judge.options()[0].startswith("not valid: Torn, faded or unreadable   (")
    assert judge.options()[1].startswith("valid, with these answers   (")
    judge.desk.pad("2E")
    judge.desk.rest()
    content = judge.stored(slip).content
    assert content.is_valid
    assert content.answers == {"danh_gia_chung": "khong_hai_long"}
    assert judge.waiting() == []


def test_of_two_valid_versions_the_answer_waits_on(judge: Judge) -> None:
    slip = judge.slip()
    judge.quarrel(
        slip, {"reason": "rach_mo", "answers/danh_gia_chung": None},
        {"answers/danh_gia_chung": "khong_hai_long"}, {"answers/danh_gia_chung": "rat_hai_long"},
    )  # fmt: skip
    judge.open()
    judge.desk.pad("2E")
    judge.desk.rest()
    assert judge.stored(slip).content.is_valid
    assert judge.waiting() == [slip]
    assert len([one for one in judge.options() if "(quantri, " in one]) == 3


def test_a_slip_can_be_left_for_later_and_its_batch_opened(judge: Judge) -> None:
    slips = [judge.slip(), judge.slip()]
    for slip in slips:
        judge.quarrel(slip, {"note": "một"}, {"note": "hai"})
    page = judge.open()
    seen = []
    for _ in range(3):
        assert page._opened is not None
        seen.append(page._opened.undecided.slip.id)
        judge.desk.key(KEY.Key_PageDown)
        judge.desk.rest()
    assert seen == [*slips, slips[0]]
    judge.desk.key(KEY.Key_F2)
    judge.desk.rest()
    assert judge.desk.entry.isVisible()


def test_enter_alone_decides_nothing_and_what_is_gone_is_said(judge: Judge) -> None:
    slip = judge.slip()
    judge.quarrel(slip, {"note": "một"}, {"note": "hai"})
    page = judge.open()
    judge.desk.pad("E")
    assert page.decisions._said.text().startswith("Nothing is decided yet")
    opened = page._opened
    assert opened is not None
    judge.desk.pad("1E")
    judge.desk.rest()
    # As if another window had been quicker.
    page._opened = opened
    page._on_settled({0: Taken(1)})
    judge.desk.rest()
    assert "no longer waits" in page.banner.message()


def test_the_decision_is_told_in_the_slip_s_story(judge: Judge) -> None:
    from models.surveys.queries import slip_history

    slip = judge.slip()
    judge.quarrel(slip, {"note": "một"}, {"note": "hai"})
    judge.open()
    judge.desk.pad("1E")
    judge.desk.rest()
    history = judge.session.store.read(lambda c: slip_history(c, slip))
    assert history[-1].event_type == "survey.response_settled"
    assert history[-1].changed == {"note": ("hai", "một")}
