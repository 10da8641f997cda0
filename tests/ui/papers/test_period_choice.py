from __future__ import annotations

from datetime import date

import pytest

from models.periods import PeriodKind, period
from ui.papers.period_choice import KINDS, named_period, numbers, period_around, years

CALENDAR = (1, 1)
DECEMBER_21 = (12, 21)


def test_each_kind_offers_its_numbers() -> None:
    assert [len(numbers(kind)) for kind in KINDS] == [12, 4, 2, 0, 0, 0]


@pytest.mark.parametrize(
    ("kind", "day", "start", "end"),
    [
        ("quarter", date(2026, 10, 31), date(2026, 10, 1), date(2026, 12, 31)),
        ("half", date(2026, 3, 31), date(2026, 1, 1), date(2026, 6, 30)),
        ("nine_months", date(2026, 11, 30), date(2026, 1, 1), date(2026, 9, 30)),
        ("year", date(2026, 10, 31), date(2026, 1, 1), date(2026, 12, 31)),
        ("month", date(2026, 9, 30), date(2026, 9, 1), date(2026, 9, 30)),
    ],
)
def test_another_kind_stays_where_one_was(
    kind: PeriodKind, day: date, start: date, end: date
) -> None:
    found = period_around(kind, day, CALENDAR)
    assert (found.start, found.end) == (start, end)


def test_a_number_beyond_the_last_counts_as_the_last() -> None:
    assert named_period("quarter", 2026, 11, CALENDAR) == period("quarter", 2026, 4)
    assert named_period("year", 2026, 11, CALENDAR) == period("year", 2026)


def test_the_year_on_show_is_always_on_offer() -> None:
    assert years(date(2026, 11, 22), CALENDAR, 2026) == list(range(2026, 2016, -1))
    assert years(date(2026, 11, 22), CALENDAR, 2010)[-1] == 2010
    assert years(date(2026, 12, 22), DECEMBER_21, 2026)[0] == 2027
