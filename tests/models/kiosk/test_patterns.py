"""What of the kiosk's votes a reviewer is shown."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from models.clock import VIETNAM
from models.kiosk.patterns import CountedVote, Pattern, find_patterns
from models.settings.kiosk import KioskSettings

# A Monday.
NINE = datetime(2026, 1, 5, 9, 0, tzinfo=VIETNAM)
BATCH = UUID(int=7)
RULES = KioskSettings()
FAR = 40


def votes(*seconds: float, start: datetime = NINE, alike: bool = False) -> list[CountedVote]:
    return [
        CountedVote(
            UUID(int=number), BATCH, number, start + timedelta(seconds=second),
            {"danh_gia_chung": "hai_long" if alike or number % 2 else "rat_hai_long"},
        )
        for number, second in enumerate(seconds, 1)
    ]  # fmt: skip


def seen_in(found: list[CountedVote], rules: KioskSettings = RULES) -> dict[Pattern, list[int]]:
    return {
        one.pattern: [vote.number for vote in one.votes] for one in find_patterns(found, rules)
    }


def test_a_quiet_morning_shows_nothing():
    assert seen_in(votes(*(FAR * place for place in range(100)))) == {}


def test_many_votes_within_a_short_time_are_shown_together():
    found = seen_in(votes(0, 300, 315, 330, 345, 360, 375, 900))
    assert found == {Pattern.BURST: [2, 3, 4, 5, 6, 7]}


def test_one_vote_less_is_no_burst():
    assert seen_in(votes(0, 300, 315, 330, 345, 900)) == {}


def test_votes_faster_than_anybody_reads_are_shown():
    assert seen_in(votes(0, 100, 103, 200)) == {Pattern.QUICK: [2, 3]}


def test_the_same_answers_in_a_row_are_shown_where_many_come_soon():
    soon = votes(*(60 * place for place in range(12)), alike=True)
    assert seen_in(soon) == {Pattern.SAME: list(range(1, 13))}
    slow = votes(*(400 * place for place in range(12)), alike=True)
    assert seen_in(slow) == {}


def test_votes_outside_the_hours_are_shown():
    early = votes(0, start=NINE.replace(hour=5))
    assert seen_in(early) == {Pattern.HOURS: [1]}
    sunday = votes(0, start=NINE + timedelta(days=6))
    assert seen_in(sunday) == {Pattern.HOURS: [1]}


def test_what_a_reviewer_saw_is_shown_again_only_when_more_comes():
    given_ = votes(100, 103, 104)
    ids = {vote.id for vote in given_}
    assert find_patterns(given_, RULES, {Pattern.QUICK: ids}) == []
    assert len(find_patterns(given_, RULES, {Pattern.QUICK: ids - {given_[2].id}})) == 1
    assert len(find_patterns(given_, RULES, {Pattern.BURST: ids})) == 1


def test_the_thresholds_are_those_of_the_settings():
    strict = KioskSettings(kiosk_burst_votes=2, kiosk_burst_s=60)
    assert seen_in(votes(0, FAR), strict) == {Pattern.BURST: [1, 2]}


@given(st.lists(st.integers(0, 7200), max_size=60), st.randoms())
def test_the_order_in_which_votes_are_read_is_of_no_matter(seconds, random):
    made = votes(*sorted(seconds))
    shuffled = list(made)
    random.shuffle(shuffled)
    found = find_patterns(made, RULES)
    assert find_patterns(shuffled, RULES) == found
    for one in found:
        assert list(one.votes) == sorted(one.votes, key=lambda vote: (vote.at, vote.number))
