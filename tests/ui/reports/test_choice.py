from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.periods import Period, month_of, period
from models.units.unit import Unit, UnitRegister, shipped_units
from ui.reports.choice import UnitOption, default_period, matches, unit_options

CALENDAR = (1, 1)
DECEMBER_21 = (12, 21)


@pytest.mark.parametrize(
    ("today", "report_day", "year_start", "start", "end"),
    [
        (date(2026, 11, 1), 20, CALENDAR, date(2026, 10, 1), date(2026, 10, 31)),
        (date(2026, 11, 20), 20, CALENDAR, date(2026, 10, 1), date(2026, 10, 31)),
        (date(2026, 11, 21), 20, CALENDAR, date(2026, 11, 1), date(2026, 11, 30)),
        (date(2026, 1, 5), 20, CALENDAR, date(2025, 12, 1), date(2025, 12, 31)),
        (date(2026, 12, 31), 28, CALENDAR, date(2026, 12, 1), date(2026, 12, 31)),
        # Where a month ends on the 20th, its report is due after that day, not before it.
        (date(2026, 12, 22), 25, DECEMBER_21, date(2026, 11, 21), date(2026, 12, 20)),
        (date(2026, 12, 26), 25, DECEMBER_21, date(2026, 12, 21), date(2027, 1, 20)),
        (date(2026, 12, 22), 15, DECEMBER_21, date(2026, 11, 21), date(2026, 12, 20)),
    ],
)
def test_the_month_in_hand_is_the_one_whose_report_is_due(
    today: date, report_day: int, year_start: tuple[int, int], start: date, end: date
) -> None:
    found = default_period(today, report_day, year_start)
    assert (found.kind, found.start, found.end) == ("month", start, end)


@given(
    day=st.dates(date(2020, 1, 1), date(2035, 12, 31)),
    report_day=st.integers(1, 28),
    year_start=st.tuples(st.integers(1, 12), st.integers(1, 28)),
)
def test_the_month_in_hand_is_this_one_or_the_last(
    day: date, report_day: int, year_start: tuple[int, int]
) -> None:
    found = default_period(day, report_day, year_start)
    current = month_of(day, year_start)
    assert found == current or (current.start - found.end).days == 1


def test_units_are_those_of_the_period() -> None:
    register = UnitRegister(shipped_units())

    def names(year: int) -> dict[str, str]:
        found = unit_options(register, period("year", year), "recorded")
        return {option.code: option.name for option in found}

    old, both, new = names(2023), names(2025), names(2026)
    assert old["06811"] == "Phường Thanh Sơn"
    assert new["06811"] == "Phường Uông Bí"
    assert both["06811"] == "Phường Thanh Sơn / Phường Uông Bí"
    today = unit_options(register, period("year", 2023), "today")
    assert {item.code for item in today} == set(new)


def test_a_centre_stands_first() -> None:
    register = UnitRegister((*shipped_units(), Unit("TT", "Trung tâm", "centre")))
    span = Period("range", date(2023, 1, 5), date(2023, 1, 6), 2023)
    assert unit_options(register, span, "recorded")[0] == UnitOption("TT", "Trung tâm")


@pytest.mark.parametrize("typed", ["", "uong bi", "Uông", "UÔNG BÍ", "phuong u", "06811", "bí 068"])
def test_marks_and_case_do_not_matter(typed: str) -> None:
    assert matches(UnitOption("06811", "Phường Uông Bí"), typed)


def test_other_units_do_not_match() -> None:
    assert not matches(UnitOption("06811", "Phường Uông Bí"), "vàng danh")
