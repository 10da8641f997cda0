"""When a backup is due, and which old ones may go."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.clock import local_time
from models.store.backup_rota import EVERY_MS, is_due, superfluous

NOW = 1_790_000_000_000
HOUR, DAY = 3_600_000, 24 * 3_600_000


@pytest.mark.parametrize(
    ("last", "expected"),
    [
        (None, True), (NOW - EVERY_MS, True), (NOW - EVERY_MS + 1, False), (NOW, False),
        # Made by a clock that was ahead.
        (NOW + DAY, True),
    ],
)  # fmt: skip
def test_it_is_due_an_hour_after_the_last(last, expected):
    assert is_due(NOW, last) is expected


def kept(made: list[int]) -> list[int]:
    return sorted(set(made) - set(superfluous((one, one) for one in made)), reverse=True)


def test_a_year_of_working_hours_is_thinned_to_what_is_looked_for():
    start = NOW - 400 * DAY
    made = [start + day * DAY + hour * HOUR for day in range(401) for hour in range(8)]
    left = kept(made)
    assert left[0] == max(made)
    assert left[:6] == sorted(made, reverse=True)[:6]
    days = {local_time(one).date() for one in left}
    newest = local_time(max(made)).date()
    assert {newest - timedelta(days=back) for back in range(7)} <= days
    assert len({(day.year, day.month) for day in days}) == 12
    assert len(left) < 30


def test_a_few_backups_are_all_kept():
    assert superfluous([(NOW - one * HOUR, one) for one in range(6)]) == []
    assert superfluous([]) == []


@given(st.lists(st.integers(0, 3 * 365), min_size=1, max_size=80, unique=True))
def test_what_is_kept_does_not_depend_on_when_it_was_thinned(days):
    """Thinned after each backup, or once at the end: the newest is there, and nothing twice."""
    made: list[int] = []
    for day in sorted(days, reverse=True):
        made.append(NOW - day * DAY)
        gone = set(superfluous((one, one) for one in made))
        assert made[-1] not in gone
        made = [one for one in made if one not in gone]
    assert set(made) == set(kept([NOW - day * DAY for day in days]))


def month_of(ms: int) -> tuple[int, int]:
    day = local_time(ms)
    return day.year, day.month


def test_of_a_month_long_past_the_newest_is_kept():
    made = [NOW - back * DAY for back in range(200)]
    old = [one for one in kept(made) if one < NOW - 40 * DAY]
    assert len(old) >= 4
    for one in old:
        assert one == max(other for other in made if month_of(other) == month_of(one))
