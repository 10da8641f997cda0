from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.stations.schedule import FIRST_WAIT_S, LONGEST_WAIT_S, PERIOD_S, Schedule

chances = st.floats(0, 1)
moments = st.floats(0, 1e9)


def test_the_first_try_is_due_at_once() -> None:
    assert Schedule().is_due(0.0)
    assert Schedule().wait_s(5.0) == 0.0


def test_waits_double_up_to_an_hour_and_a_success_begins_again() -> None:
    schedule, now, waits = Schedule(), 0.0, []
    for _ in range(9):
        schedule = schedule.failed(now, 0.0)
        waits.append(schedule.wait_s(now))
        assert not schedule.is_due(now + waits[-1] - 0.1)
        now += waits[-1]
        assert schedule.is_due(now)
    assert waits == [30, 60, 120, 240, 480, 960, 1920, 3600, 3600]
    schedule = schedule.succeeded(now, 0.0)
    assert schedule.wait_s(now) == PERIOD_S
    assert schedule.failed(now, 0.0).wait_s(now) == FIRST_WAIT_S


def test_a_hub_that_asks_for_more_time_is_given_it() -> None:
    assert Schedule().failed(0.0, 0.5, least_s=600).wait_s(0.0) == 600
    assert Schedule(failures=9).failed(0.0, 0.0, least_s=600).wait_s(0.0) == LONGEST_WAIT_S


@given(moments, chances, st.integers(0, 10_000))
def test_stations_spread_over_half_of_each_wait(now: float, chance: float, failures: int) -> None:
    early = Schedule(failures=failures).failed(now, 1.0).wait_s(now)
    late = Schedule(failures=failures).failed(now, 0.0).wait_s(now)
    mine = Schedule(failures=failures).failed(now, chance).wait_s(now)
    assert early <= mine <= late <= LONGEST_WAIT_S + 1
    assert early == pytest.approx(late / 2, rel=1e-4)
    assert early > FIRST_WAIT_S / 2 - 1
    assert PERIOD_S / 2 - 1 <= Schedule().succeeded(now, chance).wait_s(now) <= PERIOD_S + 1
