"""The list of striking votes: shown, ticked, voided or let count, by a reviewer alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.jobs import ThreadJobs
from desktop.session import Session
from models.accounts.commands import create_account
from models.clock import VIETNAM
from models.ids import uuid7
from models.kiosk.votes import Vote, record_vote
from models.permissions import Role
from models.questionnaires.queries import read_form
from models.store.drafts import DraftBox
from models.surveys.queries import list_batches
from models.surveys.records import SlipContent
from tests.conftest import UNIT
from tests.ui.held import HeldJobs
from tests.waiting import wait_for_work
from ui.bus import Bus
from ui.context import PageContext
from ui.keying.key_hold import KeyHold
from ui.kiosk.votes_page import VotesPage

SAVED = "ma.pdf"


@pytest.fixture
def context(session: Session) -> Iterator[PageContext]:
    jobs, bus = ThreadJobs(), Bus()
    drafts = DraftBox(session.paths.drafts, session.key, session.account)
    session.store.on_change(bus.announce)
    raised: list[Exception] = []
    yield PageContext(
        session.store, drafts, jobs, bus, session.account, session.account_name, session.unit,
        "en", raised.append, session.role,
    )  # fmt: skip
    jobs.shut_down()
    drafts.close()
    assert not raised


@pytest.fixture
def page(
    qtbot: QtBot, context: PageContext, session: Session, tmp_path: Path, themed: object
) -> Callable[[], VotesPage]:
    """Six votes of one moment, and the page that shows them."""
    clock = session.store.clock
    nine_ms = int(datetime(2030, 1, 7, 9, 0, tzinfo=VIETNAM).timestamp() * 1000)
    clock._now_ms = lambda: nine_ms
    form = session.store.read(lambda c: read_form(c, "qn-18-2021"))
    content = SlipContent({"cong_khai": "rat_tot", "danh_gia_chung": "hai_long"})

    def show() -> VotesPage:
        for _ in range(6):
            vote = Vote(uuid7(nine_ms), UNIT, clock.today(), form.code, form.version, content)
            session.store.write(lambda tx, vote=vote: record_vote(tx, vote), actor=session.account)
        shown = VotesPage(
            context, clock, ask_path=lambda _page, _suggested, _kind: tmp_path / SAVED
        )
        qtbot.addWidget(shown)
        shown.resize(1166, 700)
        shown.show()
        wait_for_work(context.jobs)
        return shown

    return show


def test_what_is_striking_is_listed_with_its_votes(page, context):
    shown = page()
    found = [shown.table.item(row, 1).text() for row in range(shown.table.rowCount())]
    assert found == ["Faster than anybody reads", "Many votes within a short time"]
    assert shown.votes.count() == 6
    assert shown.votes.item(0).text().split() == ["1", "09:00:00", "1", "–", "–", "–", "–", "–",
                                                  "2"]  # fmt: skip


def test_seen_votes_count_and_are_gone(page, context, session):
    shown = page()
    shown.seen.click()
    wait_for_work(context.jobs)
    assert shown.table.rowCount() == 1
    assert session.store.read(list_batches)[0].valid == 6


def test_what_was_let_count_is_taken_back_right_there(page, context):
    shown = page()
    shown.activateWindow()
    found = [shown.table.item(row, 1).text() for row in range(shown.table.rowCount())]
    for _ in found:
        shown.seen.click()
        wait_for_work(context.jobs)
    assert shown._stack.currentIndex() == 1
    QTest.keyClick(shown, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    wait_for_work(context.jobs)
    assert [shown.table.item(row, 1).text() for row in range(shown.table.rowCount())] == found[1:]
    assert shown.banner.message() == "These votes are shown again."
    # What was done before the last is not taken back by a key pressed once more.
    QTest.keyClick(shown, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    wait_for_work(context.jobs)
    assert shown.table.rowCount() == 1


def test_what_a_later_banner_does_not_offer_is_not_taken_back(page, context):
    shown = page()
    shown.seen.click()
    wait_for_work(context.jobs)
    shown.void.click()
    assert "Tick" in shown.banner.message()
    QTest.keyClick(shown, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    wait_for_work(context.jobs)
    assert shown.table.rowCount() == 1
    shown.seen.click()
    wait_for_work(context.jobs)
    shown.banner.close_button.click()
    QTest.keyClick(shown, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    wait_for_work(context.jobs)
    assert shown._stack.currentIndex() == 1


def test_taking_back_that_failed_is_offered_again_and_never_done_twice(page, context):
    shown = page()
    shown.seen.click()
    wait_for_work(context.jobs)
    held = HeldJobs()
    shown._context = replace(context, jobs=held)
    for _ in range(2):
        shown.banner.action.click()
    held.held.pop().refuse(OSError("full"))
    assert held.held == []
    assert shown.banner.action.isVisible()
    shown.banner.action.click()
    held.held.pop().release()
    assert shown.banner.message() == "These votes are shown again."
    asked = len(held.held)
    shown.banner.action.click()
    assert len(held.held) == asked
    for job in held.held:
        job.release()
    assert shown.table.rowCount() == 2


def test_voiding_wants_ticks_and_a_reason(page, context, session):
    shown = page()
    shown.void.click()
    assert "Tick" in shown.banner.message()
    shown.votes.setFocus()
    for row in range(4):
        shown.votes.setCurrentRow(row)
        QTest.keyClick(shown.votes, Qt.Key.Key_Space)
    shown.void.click()
    assert shown.reason_row.error()
    shown.reason.setText("tự điền")
    shown.void.click()
    wait_for_work(context.jobs)
    (batch,) = session.store.read(list_batches)
    assert (batch.valid, batch.voided) == (2, 4)
    assert "4 vote(s) voided" in shown.banner.message()


def test_codes_are_saved_and_the_audit_is_told(page, context, tmp_path):
    shown = page()
    shown.codes.click()
    wait_for_work(context.jobs)
    assert (tmp_path / SAVED).read_bytes().startswith(b"%PDF")


def test_nothing_striking_says_what_would_be(qtbot, context, session, themed):
    shown = VotesPage(context, session.store.clock)
    qtbot.addWidget(shown)
    shown.show()
    wait_for_work(context.jobs)
    assert shown._stack.currentIndex() == 1


def test_a_clerk_does_not_see_the_way_to_it(qtbot, context, session, themed):
    from ui.keying.batches_page import BatchesPage

    clerk = uuid4()
    session.store.write(
        lambda tx: create_account(tx, clerk, "một cửa", role=Role.COUNTER, unit=UNIT),
        actor=session.account,
    )
    section = QWidget()
    page = BatchesPage(
        replace(context, role=Role.COUNTER), session.store.clock, KeyHold(section), section
    )
    qtbot.addWidget(page)
    page.show()
    wait_for_work(context.jobs)
    assert page.kiosk.isVisibleTo(page)
    assert page.start_kiosk.isVisible()
    assert not page.see_votes.isVisible()
