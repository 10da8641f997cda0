"""How long wrong passwords lock: growing, over restarts, whatever somebody does to the clock."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from models.accounts.lockout import (
    FREE_FAILURES,
    NONE,
    Failures,
    Moment,
    after_failure,
    lock_ms,
    remaining_ms,
    since_start,
)

MINUTE, DAY = 60_000, 24 * 60 * 60_000
NOW = Moment(1_790_000_000_000, 5_000_000)


def failed(times: int, at: Moment = NOW) -> Failures:
    failures = NONE
    for _ in range(times):
        failures = after_failure(failures, at)
    return failures


def later(ms: int, moved_ms: int = 0) -> Moment:
    """A moment of the same run of the machine, whose calendar somebody moved meanwhile."""
    return Moment(NOW.wall_ms + ms + moved_ms, NOW.up_ms + ms)


def test_the_fifth_failure_locks_and_each_more_doubles_it():
    assert [lock_ms(count) for count in range(FREE_FAILURES + 4)] == [
        0, 0, 0, 0, 0, MINUTE, 2 * MINUTE, 4 * MINUTE,
    ]  # fmt: skip
    assert lock_ms(1000) == DAY
    assert remaining_ms(failed(4), NOW) == 0
    assert remaining_ms(failed(5), NOW) == MINUTE
    assert remaining_ms(failed(5), later(MINUTE - 1)) == 1
    assert remaining_ms(failed(5), later(MINUTE)) == 0


@given(st.integers(5, 40), st.integers(0, DAY), st.integers(-10 * 365 * DAY, 10 * 365 * DAY))
def test_no_change_of_the_clock_shortens_or_lengthens_it(count, ms, moved_ms):
    failures = failed(count)
    expected = max(lock_ms(count) - ms, 0)
    now = later(ms, moved_ms)
    assert remaining_ms(since_start(failures, now), now) == expected


def test_a_restart_takes_nothing_off_it():
    failures = failed(6)
    restarted = Moment(NOW.wall_ms + MINUTE, 1000)
    assert remaining_ms(failures, restarted) == MINUTE
    assert remaining_ms(failures, Moment(NOW.wall_ms + 2 * MINUTE, 61_000)) == 0


@given(st.integers(5, 40), st.integers(1, 20 * 365 * DAY))
def test_a_clock_set_back_over_a_restart_locks_for_no_more_than_its_time(count, back_ms):
    restarted = Moment(NOW.wall_ms - back_ms, 1000)
    failures = since_start(failed(count), restarted)
    assert remaining_ms(failures, restarted) == lock_ms(count)
    after = Moment(restarted.wall_ms + lock_ms(count), 1000 + lock_ms(count))
    assert remaining_ms(since_start(failures, after), after) == 0
