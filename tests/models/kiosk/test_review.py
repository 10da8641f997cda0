"""A reviewer lets striking votes count, or voids them; nobody else does either."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from models.clock import VIETNAM
from models.errors import UserError
from models.ids import derived_id, uuid7
from models.journal.event import NewEvent
from models.kiosk.patterns import Finding, Pattern
from models.kiosk.review import VOTES_SEEN, let_count, look_again, read_findings, void_votes
from models.kiosk.votes import record_vote
from models.settings.commands import change_settings
from models.surveys.commands import import_slips
from models.surveys.queries import list_batches, read_slip
from models.surveys.records import ImportedSlip
from tests.models.kiosk.test_votes import GOOD, vote
from tests.models.surveys.conftest import FORM, VERSION, Counter

MONDAY = date(2030, 1, 7)


@pytest.fixture
def many(counter: Counter) -> Counter:
    """Six votes at one moment of a working day at nine."""
    # To come, as no clock of a store goes back; votes of one moment are as quick as can be.
    nine_ms = int(datetime(2030, 1, 7, 9, 0, tzinfo=VIETNAM).timestamp() * 1000)
    counter.store.clock._now_ms = lambda: nine_ms
    counter.write(change_settings, unit="06811", values={"kiosk_burst_votes": 6})
    for _ in range(6):
        counter.write(record_vote, vote(counter, day=MONDAY))
    return counter


def findings(counter: Counter, today: date = MONDAY) -> dict[Pattern, Finding]:
    return {one.pattern: one for one in counter.read(read_findings, today)}


def test_what_is_striking_is_found_in_the_store(many: Counter):
    found = findings(many)
    assert set(found) == {Pattern.BURST, Pattern.QUICK}
    assert [vote.number for vote in found[Pattern.BURST].votes] == [1, 2, 3, 4, 5, 6]
    assert many.read(list_batches)[0].valid == 6


def test_what_a_reviewer_saw_is_gone_and_counts(many: Counter):
    many.write(let_count, findings(many)[Pattern.BURST])
    assert set(findings(many)) == {Pattern.QUICK}
    many.store.replace_projections()
    assert set(findings(many)) == {Pattern.QUICK}
    assert many.read(list_batches)[0].valid == 6


def test_what_a_reviewer_saw_is_shown_again_when_that_is_taken_back(many: Counter):
    burst = findings(many)[Pattern.BURST]
    with pytest.raises(UserError, match="nothing_found"):
        many.write(look_again, burst)
    many.write(let_count, burst)
    many.write(look_again, burst)
    assert findings(many)[Pattern.BURST] == burst
    many.store.replace_projections()
    assert findings(many)[Pattern.BURST] == burst
    many.write(let_count, burst)
    assert set(findings(many)) == {Pattern.QUICK}


def test_what_a_reviewer_voids_does_not_count(many: Counter):
    burst = findings(many)[Pattern.BURST].votes
    gone = [vote.id for vote in burst[:4]]
    assert many.write(void_votes, gone, reason="máy tự điền") == 4
    assert many.read(list_batches)[0].valid == 2
    assert set(findings(many)) == {Pattern.QUICK}
    assert many.read(read_slip, gone[0]).status == "void"
    with pytest.raises(UserError) as refused:
        many.write(void_votes, gone, reason="máy tự điền")
    assert refused.value.code == "kiosk.nothing_found"


def test_old_votes_are_not_looked_for(many: Counter):
    assert findings(many, date(2030, 6, 1)) == {}


def test_votes_that_were_imported_at_one_moment_are_not_striking(counter: Counter):
    today = counter.store.clock.today()
    rows = [
        ImportedSlip(row, (str(row),), "06811", today, "kiosk", GOOD, uuid7(row))
        for row in range(1, 14)
    ]
    counter.write(import_slips, rows, questionnaire=FORM, version=VERSION)
    assert counter.read(list_batches)[0].valid == 13
    assert findings(counter, today) == {}


@pytest.mark.parametrize("content", [{"pattern": "newer", "slips": []}, {"pattern": "burst"}, {}])
def test_what_a_newer_program_saw_is_passed_over(many: Counter, content):
    (batch,) = many.read(list_batches)
    entity = derived_id("kiosk votes seen", [str(batch.id)])
    many.write(lambda tx: tx.append(NewEvent(VOTES_SEEN, "06811", entity, content)))
    assert set(findings(many)) == {Pattern.BURST, Pattern.QUICK}


def test_the_clerk_decides_on_none(many: Counter, clerk):
    one = findings(many)[Pattern.BURST]
    for command in (
        lambda tx: let_count(tx, one),
        lambda tx: void_votes(tx, [cast.id for cast in one.votes], reason="x"),
    ):
        with pytest.raises(UserError) as refused:
            many.store.write(command, actor=clerk)
        assert refused.value.code == "accounts.may_not_review_slips"


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("kiosk_idle_s", 5), ("kiosk_idle_s", "x"), ("kiosk_days", "18"), ("kiosk_days", ""),
        ("kiosk_days", "21"), ("kiosk_opens", "25:00"), ("kiosk_closes", "7"),
    ],
)  # fmt: skip
def test_a_setting_that_cannot_be_is_refused(counter: Counter, key, value):
    with pytest.raises(UserError):
        counter.write(change_settings, unit="06811", values={key: value})

