"""Two summaries beside each other, and months one after the other."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from models.figures import is_untold
from models.intervals import Interval
from models.periods import Period, month_of, period, range_period
from models.surveys.comparison import Comparison, Side, compare
from models.surveys.records import SlipContent
from models.surveys.summary_query import read_summary
from models.surveys.trend import months_up_to, read_months, trend_of
from tests.exports.documents.case import make_summary
from tests.models.surveys.conftest import Counter

JANUARY, FEBRUARY = (month_of(date(2026, month, 1)) for month in (1, 2))


def side(
    month: Period, valid: int, unhappy: int, blank: int = 0, units: tuple[str, ...] = ()
) -> Side:
    tallies = {
        "danh_gia_chung": {"hai_long": valid - unhappy - blank, "khong_hai_long": unhappy},
        "cong_khai": {"rat_tot": valid},
    }
    return Side(make_summary([("1", "Một", valid, tallies)], period=month), units)


def answers(found: Comparison, code: str) -> dict[str, tuple[int, int, str | None]]:
    (question,) = (one for one in found.questions if one.code == code)
    return {
        option.code: (option.first, option.second, option.change and option.change.verdict)
        for option in question.options
    }


def test_what_differs_by_more_than_chance_is_told_for_each_answer() -> None:
    # 48 of 80 and 56 of 70: the example of the method's author.
    found = compare(side(JANUARY, 80, 30, 2), side(FEBRUARY, 70, 14))
    assert found.satisfied is not None
    assert found.satisfied.points == Decimal("20.0")
    assert found.satisfied.interval == Interval(Decimal("5.2"), Decimal("33.4"))
    assert found.satisfied.verdict == "higher"
    assert answers(found, "danh_gia_chung") == {
        # Nobody ever was very satisfied: there is nothing to compare.
        "rat_hai_long": (0, 0, None), "hai_long": (48, 56, "higher"),
        "khong_hai_long": (30, 14, "lower"), "": (2, 0, "noise"),
    }  # fmt: skip
    assert answers(found, "cong_khai")["rat_tot"] == (80, 70, "noise")
    # Of the questions without answers all are blank on both sides.
    assert answers(found, "thai_do")[""] == (80, 70, "noise")


def test_anything_beside_itself_is_noise() -> None:
    found = compare(side(JANUARY, 80, 30, 2), side(JANUARY, 80, 30, 2))
    assert found.satisfied is not None
    assert found.satisfied.verdict == "noise"
    assert set(found.verdicts()) == {"noise"}
    assert found.shares_slips


def test_of_no_slips_nothing_is_compared() -> None:
    found = compare(side(JANUARY, 0, 0), side(FEBRUARY, 70, 14))
    assert found.satisfied is None
    assert found.verdicts() == ()


@pytest.mark.parametrize(
    ("first", "second", "shared"),
    [
        ((JANUARY, ()), (FEBRUARY, ()), False),
        ((JANUARY, ()), (range_period(date(2026, 1, 31), date(2026, 2, 3)), ()), True),
        ((JANUARY, ("A",)), (JANUARY, ("B",)), False),
        ((JANUARY, ("A", "B")), (JANUARY, ("B",)), True),
        ((JANUARY, ()), (JANUARY, ("B",)), True),
        ((JANUARY, ("B",)), (FEBRUARY, ("B",)), False),
    ],
)
def test_slips_that_count_on_both_sides_are_noticed(
    first: tuple[Period, tuple[str, ...]], second: tuple[Period, tuple[str, ...]], shared: bool
) -> None:
    one, other = (side(month, 9, 1, units=units) for month, units in (first, second))
    assert compare(one, other).shares_slips is shared


@pytest.mark.parametrize(
    ("of", "count", "first"),
    [
        (month_of(date(2026, 3, 5)), 12, date(2025, 4, 1)),
        (period("year", 2026), 12, date(2026, 1, 1)),
        (range_period(date(2024, 6, 20), date(2026, 3, 5)), 22, date(2024, 6, 1)),
        (range_period(date(1950, 1, 1), date(2026, 12, 31)), 120, date(2017, 1, 1)),
    ],
)
def test_a_chart_has_a_year_of_months_or_those_of_the_period(
    of: Period, count: int, first: date
) -> None:
    months = months_up_to(of, (1, 1))
    assert (len(months), months[0].start) == (count, first)
    assert months[-1].start <= of.end <= months[-1].end


def test_months_follow_the_first_that_has_slips(counter: Counter) -> None:
    for day, answer, times in (
        (date(2026, 1, 5), "hai_long", 3), (date(2026, 3, 5), "khong_hai_long", 1),
        (date(2026, 3, 6), "rat_hai_long", 3),
    ):  # fmt: skip
        batch = counter.batch(day=day)
        for _ in range(times):
            counter.slip(batch, SlipContent({"danh_gia_chung": answer}))
    march = month_of(date(2026, 3, 1))
    months = counter.read(read_months, march)
    assert [(point.valid, point.satisfied, point.percent) for point in months] == [
        (3, 3, 100), (0, 0, None), (4, 3, 75),
    ]  # fmt: skip
    trend = trend_of(months, counter.read(read_summary, march))
    assert trend.last_months == (month_of(date(2026, 1, 1)), march)
    assert trend.last is not None
    assert (trend.last.points, trend.last.verdict) == (-25, "noise")
    assert [(unit.name, unit.valid) for unit in trend.units] == [("Phường Uông Bí", 4)]
    assert not any(is_untold(point.valid) for point in trend.units)
    assert counter.read(read_months, month_of(date(2030, 1, 1)))[0].valid == 0


def test_a_code_that_meant_another_unit_before_has_no_slips_then(counter: Counter) -> None:
    """06811 was Thanh Sơn until July 2025, and is Uông Bí since."""
    for day in (date(2025, 6, 5), date(2025, 7, 5)):
        counter.slip(counter.batch(day=day))
    july = month_of(date(2025, 7, 1))
    alone = counter.read(read_months, july, unit_codes=("06811",))
    assert [point.valid for point in alone] == [1]
    both = counter.read(read_months, july)
    assert [point.valid for point in both] == [1, 1]
    # Of the whole year both are meant, each in its own months.
    year = counter.read(read_months, period("year", 2025), unit_codes=("06811",))
    assert [point.valid for point in year[:2]] == [1, 1]
