"""One citizen after the other: a tap, a code and a refusal are for who they were meant for."""

from __future__ import annotations

from uuid import uuid4

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest

from models.clock import Clock
from models.errors import UserError
from models.kiosk.codes import make_codes
from models.kiosk.votes import LEFT, Vote
from models.questionnaires.queries import read_form
from models.store.drafts import DraftBox
from models.surveys.records import SlipContent
from tests.conftest import UNIT
from tests.ui.kiosk.standing import FORM, PIN, Citizen, standing
from tests.waiting import settle, wait_until
from ui.kiosk.booth import KioskBooth
from ui.kiosk.calm import CALM_MS, Calm
from ui.kiosk.drafts import KeptVote, keep
from ui.kiosk.gate import Tries

USED = UserError("kiosk.code_used")
GONE = UserError("surveys.no_batch")


def test_a_double_tap_answers_one_question(citizen: Citizen):
    booth = citizen.booth
    citizen.touch(booth.start_page.begin)
    citizen.answer(0)
    citizen.tap(booth.question.options[0])
    assert (booth.in_hand.vote.position, len(booth.in_hand.vote.answers)) == (1, 1)
    citizen.answer(0)
    assert booth.in_hand.vote.position == 2
    citizen.touch(booth.question.skip)
    citizen.tap(booth.question.skip)
    assert booth.in_hand.vote.position == 3


def test_a_slow_double_click_of_a_mouse_answers_one_question(citizen: Citizen):
    booth = citizen.booth
    citizen.touch(booth.start_page.begin)
    citizen.answer(0)
    citizen.up_ms += CALM_MS
    tile = booth.question.options[0]
    at = QPoint(tile.width() // 2, tile.height() // 2)
    # The second half alone, as Qt sends it to a widget: the first was on the page before.
    QTest.mouseDClick(tile, Qt.MouseButton.LeftButton, pos=at)
    settle()
    assert booth.in_hand.vote.position == 1
    QTest.mouseClick(tile, Qt.MouseButton.LeftButton, pos=at)
    settle()
    assert booth.in_hand.vote.position == 2


def test_the_second_half_of_a_double_click_is_never_a_pages_first_press():
    now = [1_000]
    calm = Calm(lambda: now[0])
    calm.begin()
    now[0] += CALM_MS
    assert not calm.takes(QEvent.Type.MouseButtonDblClick)
    # The digits of a pad are tapped as fast as one can.
    assert calm.takes(QEvent.Type.MouseButtonPress)
    assert calm.takes(QEvent.Type.MouseButtonDblClick)
    # Who taps too early taps again: that is a double click of this page's own.
    calm.begin()
    assert not calm.takes(QEvent.Type.MouseButtonPress)
    now[0] += CALM_MS
    assert calm.takes(QEvent.Type.MouseButtonDblClick)


def test_a_resting_kiosk_is_left_by_the_pin_alone(citizen: Citizen):
    booth = citizen.booth
    citizen.touch(booth.start_page.begin)
    citizen.answer(1)
    booth._on_refused(None, GONE)
    citizen.rest()
    assert booth.page is booth.closed
    (slip,) = citizen.slips()
    assert slip.content.reason == LEFT
    citizen.touch(booth.closed.staff)
    assert booth.page is booth.pin
    citizen.touch(booth.pin.back)
    assert booth.page is booth.closed
    assert not booth.idle.isActive()
    QTest.mouseClick(booth.closed, Qt.MouseButton.LeftButton)
    assert not booth.idle.isActive()
    citizen.touch(booth.closed.staff)
    citizen.type_pin(PIN)
    assert citizen.left == [True]


def test_a_vote_of_a_day_to_come_keeps_nobody_else_out(citizen: Citizen):
    citizen.booth._on_refused(None, UserError("surveys.date_to_come", day="31/12/2099"))
    assert citizen.booth.page is citizen.booth.start_page


def test_mistyped_codes_of_others_are_forgotten():
    now = [0]
    tries = Tries(Clock(), lambda: now[0], longest_ms=60_000, forgotten_ms=300_000)
    for _ in range(12):
        tries.count()
    assert tries.wait_s == 60
    now[0] += 300_000
    tries.count()
    assert tries.wait_s == 0


def test_no_pin_is_refused_for_more_than_a_quarter_of_an_hour(citizen: Citizen):
    for _ in range(40):
        citizen.booth.gate._tries.count()
    assert citizen.booth.gate._tries.wait_s == 15 * 60


@pytest.mark.parametrize("page", ["start_page", "thanks"])
def test_a_code_scanned_before_anybody_touched_is_taken(session, themed, no_bugs, page):
    (code,) = session.store.write(lambda tx: make_codes(tx, 1), actor=session.account)
    with standing(session, asks_code=True) as citizen:
        booth = citizen.booth
        booth._show(getattr(booth, page))
        for digit in code:
            QTest.keyClick(booth.window().focusWidget(), digit)
        assert booth.page is booth.code
        QTest.keyClick(booth.window().focusWidget(), Qt.Key.Key_Return)
        citizen.rest()
        assert booth.page is booth.question


def test_digits_do_nothing_where_no_code_is_asked(citizen: Citizen):
    QTest.keyClick(citizen.window.focusWidget(), "1")
    assert citizen.booth.page is citizen.booth.start_page


def test_a_code_refused_late_takes_nothing_from_the_next(session, themed, no_bugs):
    (code,) = session.store.write(lambda tx: make_codes(tx, 1), actor=session.account)
    with standing(session, asks_code=True) as citizen:
        booth = citizen.booth
        begin(booth, code)
        citizen.rest()
        citizen.answer(0)
        booth._on_refused(None, USED)
        assert booth.page is booth.question
        assert booth.in_hand.vote.position == 1
        for _ in range(6):
            citizen.answer(0)
        citizen.rest()
        booth._on_refused(None, USED)
        assert booth.page is booth.code
        assert booth.code.said.text()


def test_a_right_code_lets_in_who_typed_it(session, themed, no_bugs):
    (code,) = session.store.write(lambda tx: make_codes(tx, 1), actor=session.account)
    with standing(session, asks_code=True) as citizen:
        booth = citizen.booth
        begin(booth, code)
        booth.code.left.emit()
        booth.start_page.started.emit()
        wait_until(lambda: citizen.jobs.pending == 0, "the code was looked at")
        settle()
        assert booth.page is booth.code
        assert booth.code.digits == ""


def test_votes_that_somebody_elses_kiosk_left_are_recorded(session, themed, no_bugs):
    form = session.store.read(lambda c: read_form(c, FORM))
    day = session.store.clock.today()
    content = SlipContent({"cong_khai": "rat_tot"})
    vote = Vote(uuid4(), UNIT, day, form.code, form.version, content)
    others = DraftBox(session.paths.drafts, session.key, uuid4())
    keep(others, KeptVote(vote, 0))
    with standing(session) as citizen:
        assert [(slip.id, slip.status) for slip in citizen.slips()] == [(vote.id, "valid")]
        assert citizen.drafts.all("vote") == others.all("vote") == []
    others.close()


def begin(booth: KioskBooth, code: str) -> None:
    booth.start_page.started.emit()
    booth.code.entered.emit(code)
