"""Time: an order that never goes back, days in Vietnam whatever the machine's zone."""

from __future__ import annotations

import threading
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.clock import VIETNAM, Clock, hlc_time

NOON = 1_791_000_000_000


def at(day: str) -> int:
    return int(datetime.fromisoformat(day).replace(tzinfo=UTC).timestamp() * 1000)


@given(st.lists(st.integers(0, 2**41), min_size=2, max_size=30))
def test_the_order_goes_on_however_the_wall_clock_jumps(times):
    wall = iter(times)
    clock = Clock(lambda: next(wall))
    ticks = [clock.tick() for _ in times]
    assert ticks == sorted(set(ticks))


def test_a_tick_holds_the_wall_time_and_a_counter():
    clock = Clock(lambda: NOON)
    first, second = clock.tick(), clock.tick()
    assert first >> 16 == second >> 16 == NOON
    assert second == first + 1
    assert hlc_time(first) == datetime.fromtimestamp(NOON / 1000, VIETNAM)


def test_a_clock_set_back_an_hour_goes_on_from_where_it_was():
    wall = [NOON, NOON - 3_600_000]
    clock = Clock(lambda: wall.pop(0))
    assert clock.tick() + 1 == clock.tick()


def test_what_was_witnessed_lies_before_the_next_tick():
    clock = Clock(lambda: NOON)
    elsewhere = (NOON + 5) << 16
    clock.witness(elsewhere)
    assert clock.tick() == elsewhere + 1
    clock.witness(1)
    assert clock.tick() == elsewhere + 2


def test_threads_never_get_the_same_tick():
    clock = Clock(lambda: NOON)
    got: list[int] = []
    threads = [
        threading.Thread(target=lambda: got.extend(clock.tick() for _ in range(500)))
        for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(got)) == 2000


@pytest.mark.parametrize(
    ("utc", "day"),
    [
        ("2026-10-04T16:59:59", date(2026, 10, 4)),
        ("2026-10-04T17:00:00", date(2026, 10, 5)),
        ("2026-12-31T17:00:00", date(2027, 1, 1)),
    ],
)
def test_today_is_the_day_in_vietnam(utc, day, monkeypatch):
    monkeypatch.setenv("TZ", "America/Los_Angeles")
    assert Clock(lambda: at(utc)).today() == day


def test_the_real_clock_counts_milliseconds_since_1970():
    assert 1_700_000_000_000 < Clock().now_ms() < 5_000_000_000_000
