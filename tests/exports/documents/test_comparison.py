"""Comparisons and trends on paper: figures worked out by hand, and what may be said of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exports.comparison_report import comparison_data, comparison_document
from exports.comparison_wording import narrative, points_text, subject
from exports.document import Document, IntervalChart, Mark
from exports.small_cells import hide_small_answers, hide_small_months
from exports.trend_report import trend_document
from exports.wording import NO_OVERALL, satisfied_sentence
from exports.writers.files import SUFFIXES, render
from models.errors import UserError
from models.figures import MARK, is_untold
from models.periods import Period, month_of
from models.surveys.comparison import Comparison, Side, compare
from models.surveys.summary import SatisfactionSummary, UnitFigures
from models.surveys.trend import Point, point_of, trend_of
from tests.exports.documents.case import SETTINGS, make_summary, unit_figures
from tests.exports.households.reading import book_rows, docx_words, words

SEPTEMBER, OCTOBER = (month_of(date(2023, month, 1)) for month in (9, 10))


def tallies(happy: int, unhappy: int) -> dict[str, dict[str, int]]:
    return {"danh_gia_chung": {"hai_long": happy, "khong_hai_long": unhappy}}


def comparison(happy: tuple[int, int], unhappy: tuple[int, int]) -> Comparison:
    sides = [
        Side(make_summary([("1", "Một", yes + no, tallies(yes, no))], period=month))
        for month, yes, no in zip((SEPTEMBER, OCTOBER), happy, unhappy, strict=True)
    ]
    return compare(*sides)


RISEN = comparison((48, 56), (32, 14))


def points(*counts: tuple[int, int]) -> tuple[Point, ...]:
    return tuple(
        point_of(unit_figures("", "", happy + unhappy, tallies(happy, unhappy)),
                 month_of(date(2023, place, 1)))
        for place, (happy, unhappy) in enumerate(counts, start=1)
    )  # fmt: skip


def test_a_change_that_is_more_than_chance_is_told_with_its_interval() -> None:
    told = narrative(RISEN)
    assert told[0] == (
        "Tỷ lệ hài lòng: tháng 10 năm 2023 là 80% (56/70 phiếu), tháng 9 năm 2023 là 60% (48/80 "
        "phiếu). Chênh lệch +20 điểm phần trăm, khoảng tin cậy 95% từ +5,2 đến +33,4: tăng rõ rệt, "
        "vượt phạm vi dao động ngẫu nhiên."
    )
    assert "đánh giá chung – không hài lòng (giảm 20 điểm phần trăm)" in told[1]


def test_nobody_is_told_that_noise_is_a_change() -> None:
    (said, answers) = narrative(comparison((48, 45), (32, 25)))
    assert said.endswith(
        "nằm trong phạm vi dao động ngẫu nhiên, chưa đủ căn cứ kết luận tăng hay giảm."
    )
    assert answers.endswith("không phương án nào vượt phạm vi dao động ngẫu nhiên.")
    assert "rõ rệt" not in said + answers


def test_of_units_it_is_said_which_is_above() -> None:
    first = replace(RISEN.first, unit_names=("Phường A",))
    summary = replace(RISEN.second.summary, period=SEPTEMBER)
    found = compare(first, Side(summary, ("Phường B",)))
    assert "cao hơn rõ rệt" in narrative(found)[0]
    assert subject(found) == (
        "So sánh mức độ hài lòng của người dân tháng 9 năm 2023: Phường B so với Phường A"
    )


@pytest.mark.parametrize(
    ("number", "text"), [("1.2", "+1,2"), ("-0.8", "−0,8"), ("0.0", "0"), ("-20.0", "−20")]
)
def test_points_bear_their_sign(number: str, text: str) -> None:
    assert points_text(Decimal(number)) == text


def test_every_file_shows_the_same_difference() -> None:
    made = comparison_document(RISEN, SETTINGS)
    data = comparison_data(RISEN)
    overall = data["questions"][-1]["options"]
    assert data["satisfied"] == {"points": 20.0, "low": 5.2, "high": 33.4, "verdict": "higher"}
    assert overall[1]["change"] == data["satisfied"]
    assert data["first"]["interval"] == [49.0, 70.0]
    files = {suffix: render(made, suffix) for suffix in SUFFIXES}
    for said in (words(files[".pdf"]), docx_words(files[".docx"]), files[".md"].decode()):
        assert "+5,2 đến +33,4" in said
        assert "tăng rõ rệt" in said
    rows = book_rows(files[".xlsx"])["So sánh"]
    row = next(row for row in rows if row[2] == "hai_long")
    assert row[4:] == (48, 0.6, 56, 0.8, 20, 5.2, 33.4, "tăng")
    assert "danh_gia_chung" in files[".csv"].decode("utf-8-sig")


def test_the_scale_of_a_chart_holds_every_interval_and_the_goal() -> None:
    mark = Mark("A", Decimal("97.0"), Decimal("93.4"), Decimal("99.1"), "97%")
    assert IntervalChart("T", (mark,), Decimal(90)).ends == (90, 100)
    assert IntervalChart("T", (mark,), Decimal("85.5")).ends == (80, 100)
    assert IntervalChart("T", ()).ends == (0, 100)
    low = replace(mark, low=Decimal("0.0"), high=Decimal("0.0"))
    assert IntervalChart("T", (low,)).ends == (0, 10)


def test_a_trend_tells_months_units_and_the_last_change() -> None:
    months = points((48, 32), (0, 0), (56, 14))
    summary = make_summary(
        [("1", "Phường A", 40, tallies(36, 4)), ("2", "Phường B", 30, tallies(20, 10))],
        period=months[-1].period,
    )
    made = trend_document(trend_of(months, summary), summary.period, SETTINGS)
    said = words(render(made, ".pdf"))
    assert "Tỷ lệ hài lòng tháng 3 năm 2023 so với tháng 1 năm 2023: chênh lệch +20" in said
    assert "76,9–96%" in said
    assert [unit["interval"] for unit in made.figures["units"]] == [[76.9, 96.0], [48.8, 80.8]]
    assert made.figures["months"][1]["satisfied_percent"] is None
    charts = [block for block in made.blocks if isinstance(block, IntervalChart)]
    # A month without slips has no mark.
    assert [len(chart.marks) for chart in charts] == [2, 2]


# A questionnaire without an overall question


def unasked(month: Period, valid: int = 80) -> SatisfactionSummary:
    whole = make_summary([("1", "Một", valid, tallies(valid, 0))], period=month)

    def without(one: UnitFigures) -> UnitFigures:
        return replace(one, satisfied=0, satisfied_percent=None)

    return replace(
        whole, units=tuple(map(without, whole.units)), groups=tuple(map(without, whole.groups)),
        total=without(whole.total),
    )  # fmt: skip


def charts(made: Document) -> list[IntervalChart]:
    return [block for block in made.blocks if isinstance(block, IntervalChart)]


def test_who_was_not_asked_in_all_is_not_called_dissatisfied() -> None:
    found = compare(Side(unasked(SEPTEMBER)), Side(unasked(OCTOBER)))
    made = comparison_document(found, SETTINGS)
    assert narrative(found)[0] == (
        "Mẫu phiếu không có câu hỏi đánh giá chung nên không có tỷ lệ hài lòng để so sánh."
    )
    assert [(mark.value, mark.label) for mark in charts(made)[0].marks] == [(None, "–")] * 2
    for side in ("first", "second"):
        told = made.figures[side]
        assert (told["valid"], told["satisfied"], told["interval"]) == (80, None, None)
    assert "0% (" not in words(render(made, ".pdf"))
    of_none = compare(Side(unasked(SEPTEMBER, 0)), Side(RISEN.second.summary))
    assert narrative(of_none)[0].startswith("Có bên chưa có phiếu hợp lệ")


def test_no_trend_is_made_of_months_that_were_not_asked_in_all() -> None:
    summaries = [unasked(SEPTEMBER), unasked(OCTOBER)]
    trend = trend_of(tuple(point_of(one.total, one.period) for one in summaries), summaries[1])
    assert trend.last is None
    made = trend_document(trend, OCTOBER, SETTINGS)
    assert made.figures["narrative"] == [NO_OVERALL]
    assert [mark.label for chart in charts(made) for mark in chart.marks] == ["–", "–"]
    assert [(month["valid"], month["satisfied"]) for month in made.figures["months"]] == [
        (80, None), (80, None),
    ]  # fmt: skip
    assert satisfied_sentence(summaries[1]) == NO_OVERALL


# Small numbers


def hidden(found: Comparison) -> Comparison:
    sides = [
        Side(hide_small_answers(side.summary), side.unit_names)
        for side in (found.first, found.second)
    ]
    return compare(*sides)


def all_words(made: Document) -> str:
    files = {suffix: render(made, suffix) for suffix in SUFFIXES}
    books = " ".join(map(str, book_rows(files[".xlsx"]).values()))
    plain = " ".join(files[suffix].decode("utf-8-sig") for suffix in (".csv", ".json", ".md"))
    return " ".join((words(files[".pdf"]), docx_words(files[".docx"]), books, plain))


def test_a_difference_with_a_hidden_count_is_hidden_in_every_file() -> None:
    found = hidden(comparison((76, 67), (3, 13)))
    assert found.satisfied is not None
    assert found.satisfied.verdict == "untold"
    data = comparison_data(found)
    assert data["satisfied"] == {"points": None, "low": None, "high": None, "verdict": "untold"}
    assert data["first"]["satisfied"] is None
    assert data["first"]["interval"] == [None, None]
    assert data["small_hidden"]
    said = all_words(comparison_document(found, SETTINGS))
    # 76 of 79, and how much 67 of 80 is below it.
    for given_away in ("12,5", "12.5", "96,2", "96.2"):
        assert given_away not in said
    assert MARK in said


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 30), st.integers(0, 6)), min_size=1, max_size=6).filter(
        lambda raw: sum(map(sum, raw)) >= 5
    )
)
def test_no_small_month_follows_from_the_others_and_their_sum(raw: list[tuple[int, int]]) -> None:
    """Of the hidden ones at least two, or what they come to is no small number."""
    months = points(*raw)
    told = hide_small_months(months)
    for before, after in zip(months, told, strict=True):
        for small in (before.valid, before.satisfied, before.valid - before.satisfied):
            if 0 < small < 5:
                assert is_untold(after.satisfied)
    assert all(is_untold(m.satisfied) or not is_untold(m.percent) for m in told)
    gone = [before for before, after in zip(months, told, strict=True) if is_untold(after.valid)]
    if len(gone) == 1:
        assert gone[0].valid >= 5
    unsaid: list[Any] = [
        before for before, after in zip(months, told, strict=True) if is_untold(after.satisfied)
    ]
    if len(unsaid) == 1:
        only = unsaid[0]
        # Its sum is hidden too: no year's report that hides small numbers gives it back.
        total = sum(month.satisfied for month in months)
        rest = sum(month.valid for month in months) - total
        assert min(total, rest, only.satisfied, only.valid - only.satisfied) < 5


def test_too_few_slips_are_no_trend() -> None:
    with pytest.raises(UserError, match=r"documents\.too_few"):
        hide_small_months(points((2, 1)))
