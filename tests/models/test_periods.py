"""Reporting periods under any first day of the year."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.errors import UserError
from models.periods import month_of, period, range_period, year_of

DECEMBER = (12, 21)
STARTS = st.tuples(st.integers(1, 12), st.integers(1, 28))
DAYS = st.dates(date(2000, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(
    ("kind", "number", "start", "end"),
    [
        ("month", 2, date(2024, 2, 1), date(2024, 2, 29)),
        ("month", 12, date(2024, 12, 1), date(2024, 12, 31)),
        ("quarter", 1, date(2024, 1, 1), date(2024, 3, 31)),
        ("quarter", 4, date(2024, 10, 1), date(2024, 12, 31)),
        ("half", 1, date(2024, 1, 1), date(2024, 6, 30)),
        ("half", 2, date(2024, 7, 1), date(2024, 12, 31)),
        ("nine_months", 1, date(2024, 1, 1), date(2024, 9, 30)),
        ("year", 1, date(2024, 1, 1), date(2024, 12, 31)),
    ],
)
def test_periods_of_a_calendar_year(kind, number, start, end):
    made = period(kind, 2024, number)
    assert (made.start, made.end, made.year) == (start, end, 2024)
    assert range_period(start, end) == made


@pytest.mark.parametrize(
    ("kind", "number", "start", "end"),
    [
        ("month", 1, date(2023, 12, 21), date(2024, 1, 20)),
        ("month", 3, date(2024, 2, 21), date(2024, 3, 20)),
        ("quarter", 1, date(2023, 12, 21), date(2024, 3, 20)),
        ("half", 1, date(2023, 12, 21), date(2024, 6, 20)),
        ("nine_months", 1, date(2023, 12, 21), date(2024, 9, 20)),
        ("year", 1, date(2023, 12, 21), date(2024, 12, 20)),
    ],
)
def test_periods_of_a_year_from_21_december(kind, number, start, end):
    made = period(kind, 2024, number, DECEMBER)
    assert (made.start, made.end, made.year) == (start, end, 2024)
    assert range_period(start, end, DECEMBER) == made


@pytest.mark.parametrize(
    ("kind", "number"),
    [("month", 0), ("month", 13), ("quarter", 5), ("half", 3), ("nine_months", 2), ("year", 2)],
)
def test_a_period_that_no_year_has_is_refused(kind, number):
    with pytest.raises(ValueError, match=str(number)):
        period(kind, 2024, number)


@given(st.integers(2000, 2100), STARTS)
def test_the_parts_of_a_year_make_up_the_year(year, start):
    whole = period("year", year, 1, start)
    for kind, parts in (("month", 12), ("quarter", 4), ("half", 2)):
        cut = [period(kind, year, number, start) for number in range(1, parts + 1)]
        assert (cut[0].start, cut[-1].end) == (whole.start, whole.end)
        assert all(
            one.end + timedelta(days=1) == two.start
            for one, two in pairwise(cut)
        )
    assert period("year", year + 1, 1, start).start == whole.end + timedelta(days=1)


@given(DAYS, STARTS)
def test_every_day_lies_in_its_year_and_month(day, start):
    year = period("year", year_of(day, start), 1, start)
    month = month_of(day, start)
    assert year.start <= day <= year.end
    assert year.start <= month.start <= day <= month.end <= year.end


@given(DAYS, DAYS, STARTS)
def test_any_range_keeps_its_days_under_whatever_name(one, two, start):
    first, last = sorted((one, two))
    made = range_period(first, last, start)
    assert (made.start, made.end) == (first, last)
    if made.kind != "range":
        assert period(made.kind, made.year, made.number or 1, start) == made


def test_days_the_wrong_way_round_are_refused():
    with pytest.raises(UserError, match=r"surveys\.period_reversed"):
        range_period(date(2024, 1, 2), date(2024, 1, 1))


@pytest.mark.parametrize("start", [(1, 1), DECEMBER])
@pytest.mark.parametrize(
    ("first", "last"),
    [
        (date(2000, 1, 1), date.max), (date.min, date(2024, 1, 1)), (date.min, date.max),
        (date(1, 6, 1), date(1, 6, 30)),
    ],
)  # fmt: skip
def test_days_beyond_any_calendar_on_paper_are_refused_in_a_sentence(first, last, start):
    with pytest.raises(UserError, match=r"surveys\.period_far"):
        range_period(first, last, start)
