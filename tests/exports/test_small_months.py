"""What one part of a monthly pack hides, no other part of it tells."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from exports.comparisons import Asked, Way, read_trend_report
from exports.monthly_pack import read_pack
from exports.small_cells import hide_small_months
from models.figures import is_untold
from models.periods import month_of
from models.surveys.records import SlipContent
from models.surveys.trend import Point, point_of
from tests.exports.documents.case import unit_figures
from tests.models.surveys.conftest import Counter, counter

__all__ = ["counter"]

JANUARY, FEBRUARY = (month_of(date(2026, month, 1)) for month in (1, 2))
TODAY = date(2026, 3, 3)
# The three of January are hidden, and with them who was satisfied: 15 of 21 is no small number.
ANSWERS = {
    JANUARY: {"rat_hai_long": 3, "hai_long": 12, "khong_hai_long": 6},
    FEBRUARY: {"hai_long": 12, "khong_hai_long": 6},
}


@pytest.fixture
def keyed(counter: Counter) -> Counter:
    """Slips of two months."""
    for month, answers in ANSWERS.items():
        batch = counter.batch(day=month.start)
        for answer, times in answers.items():
            for _ in range(times):
                counter.slip(batch, SlipContent({"danh_gia_chung": answer}))
    return counter


def told(months: list[dict[str, Any]]) -> list[tuple[int | None, int | None, float | None]]:
    return [(one["valid"], one["satisfied"], one["satisfied_percent"]) for one in months]


def test_the_trend_of_a_pack_tells_a_month_as_its_own_report_does(keyed: Counter) -> None:
    january = keyed.read(read_pack, JANUARY, today=TODAY, hide_small=True).figures
    assert january["satisfaction"]["total"]["satisfied"] is None
    assert told(january["trend"]["months"]) == [(21, None, None)]
    february = keyed.read(read_pack, FEBRUARY, today=TODAY, hide_small=True).figures
    assert february["satisfaction"]["total"]["satisfied"] == 12
    assert told(february["trend"]["months"]) == [(21, None, None), (18, 12, 66.7)]
    assert february["trend"]["last"]["points"] is None


@pytest.mark.parametrize("end", [JANUARY.end, FEBRUARY.end])
def test_a_report_over_time_tells_no_month_that_its_own_report_hides(
    keyed: Counter, end: date
) -> None:
    report = keyed.read(
        read_trend_report, Asked(JANUARY.start, end), Way(hide_small=True)
    )
    assert told(report.document.figures["months"])[0] == (21, None, None)
    assert is_untold(report.trend.months[0].satisfied)


def point(month: int, happy: int, unhappy: int) -> Point:
    tallies = {"danh_gia_chung": {"hai_long": happy, "khong_hai_long": unhappy}}
    period = month_of(date(2026, month, 1))
    return point_of(unit_figures("", "", happy + unhappy, tallies), period)


def test_the_month_of_the_report_stays_as_it_is_told_there() -> None:
    months = (point(1, 2, 1), point(2, 30, 20))
    first, own = hide_small_months(months, own=months[1])
    assert own == months[1]
    assert is_untold(first.valid)
    assert is_untold(first.satisfied)


def test_a_month_that_its_own_report_hides_is_not_given_back_by_the_sum() -> None:
    told = hide_small_months(tuple(point(month, 30, 20) for month in (1, 2, 3)), {1})
    assert is_untold(told[1].satisfied)
    assert sum(is_untold(month.satisfied) for month in told) == 2
    assert [month.valid for month in told] == [50, 50, 50]
