"""Votes are slips of a batch that opens and closes by itself."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

import pytest

from models.errors import UserError
from models.ids import uuid7
from models.kiosk.votes import LEFT, Vote, end_kiosk, read_kiosk_form, record_vote
from models.periods import Period
from models.questionnaires.builtin import BUILTIN
from models.surveys.commands import change_batch, correct_slip, undo_last, void_slip
from models.surveys.queries import list_batches, list_slips, read_slip
from models.surveys.records import SlipContent
from models.surveys.summary_query import read_summary
from tests.models.surveys.conftest import DAY, FORM, VERSION, Counter

TODAY = Period("range", DAY, DAY, DAY.year)
GOOD = SlipContent({"danh_gia_chung": "rat_hai_long"})


def vote(counter: Counter, content: SlipContent = GOOD, day: date = DAY, mark: str = "") -> Vote:
    slip = uuid7(counter.store.clock.now_ms())
    return Vote(slip, "06811", day, FORM, VERSION, content, mark)


def test_the_days_votes_are_numbered_in_one_batch(counter: Counter):
    given = [vote(counter) for _ in range(3)]
    opened = {counter.write(record_vote, one) for one in given}
    assert len(opened) == 1
    (batch,) = counter.read(list_batches)
    assert (batch.header.channel, batch.state, batch.valid) == ("kiosk", "open", 3)
    assert [slip.number for slip in counter.read(list_slips, batch.id)] == [3, 2, 1]


def test_a_vote_sent_again_is_recorded_once(counter: Counter):
    one = vote(counter)
    assert counter.write(record_vote, one) == counter.write(record_vote, one)
    assert counter.read(list_batches)[0].keyed == 1


def test_the_next_days_first_vote_closes_the_day_before(counter: Counter):
    counter.write(record_vote, vote(counter))
    counter.write(record_vote, vote(counter, day=DAY + timedelta(days=1)))
    states = {batch.header.collected_on: batch.state for batch in counter.read(list_batches)}
    assert states == {DAY: "closed", DAY + timedelta(days=1): "open"}
    counter.write(end_kiosk)
    assert {batch.state for batch in counter.read(list_batches)} == {"closed"}


def test_what_was_left_unfinished_is_kept_and_counts_as_not_valid(counter: Counter):
    left = vote(counter, SlipContent({"cong_khai": "rat_tot"}, LEFT))
    for one in (vote(counter), left):
        counter.write(record_vote, one)
    kept = counter.read(read_slip, left.id)
    assert kept.content.answers == {"cong_khai": "rat_tot"}
    figures = counter.read(read_summary, TODAY).total
    assert (figures.valid, figures.invalid) == (1, 1)
    (reason,) = figures.invalid_reasons
    assert (reason.code, reason.text, reason.n) == (LEFT, "Bỏ dở tại máy đánh giá", 1)
    said = next(one for one in figures.questions if one.code == "cong_khai")
    assert said.answered == 0


def test_nobody_at_the_counter_changes_what_a_citizen_said(counter: Counter):
    one = vote(counter)
    batch = counter.write(record_vote, one)
    for command, arguments in ((correct_slip, (one.id, GOOD)), (undo_last, (batch,))):
        with pytest.raises(UserError) as refused:
            counter.write(command, *arguments)
        assert refused.value.code == "kiosk.vote_stands"


def test_a_vote_is_voided_by_a_reviewer_alone(counter: Counter, clerk: UUID):
    one = vote(counter)
    counter.store.write(lambda tx: record_vote(tx, one), actor=clerk)
    with pytest.raises(UserError) as refused:
        counter.store.write(lambda tx: void_slip(tx, one.id, reason="thử"), actor=clerk)
    assert refused.value.code == "accounts.may_not_review_slips"
    counter.write(void_slip, one.id, reason="thử")


def test_the_satisfaction_slip_is_fit_for_the_kiosk(counter: Counter):
    assert counter.read(read_kiosk_form, BUILTIN[0]).code == FORM


def test_a_day_over_goes_on_as_the_same_figures_when_all_is_built_anew(counter: Counter):
    for one in (vote(counter), vote(counter, SlipContent({"cong_khai": "rat_tot"}, LEFT))):
        counter.write(record_vote, one)
    counter.write(end_kiosk)
    before = counter.read(read_summary, TODAY)
    counter.store.replace_projections()
    assert counter.read(read_summary, TODAY) == before


def test_who_starts_the_kiosk_next_closes_the_day_that_somebody_else_left_open(
    counter: Counter, clerk: UUID
):
    counter.write(record_vote, vote(counter))
    tomorrow = vote(counter, day=DAY + timedelta(days=1))
    counter.store.write(lambda tx: record_vote(tx, tomorrow), actor=clerk)
    states = {batch.header.collected_on: batch.state for batch in counter.read(list_batches)}
    assert states == {DAY: "closed", DAY + timedelta(days=1): "open"}


def test_a_count_that_a_person_has_to_explain_keeps_no_vote_out(counter: Counter):
    batch = counter.write(record_vote, vote(counter))
    counter.write(change_batch, batch, handed_out=None, returned=9)
    counter.write(record_vote, vote(counter, day=DAY + timedelta(days=1)))
    states = {batch.header.collected_on: batch.state for batch in counter.read(list_batches)}
    assert states == {DAY: "open", DAY + timedelta(days=1): "open"}


def test_no_slip_is_keyed_into_the_kiosks_batch(counter: Counter):
    batch = counter.write(record_vote, vote(counter))
    with pytest.raises(UserError) as refused:
        counter.slip(batch)
    assert refused.value.code == "kiosk.votes_alone"
    assert counter.read(list_batches)[0].keyed == 1
