"""The official Vietnamese of comparisons: what is said of a change, and what is not.

A change whose interval holds 0 is "trong phạm vi dao động ngẫu nhiên"; nobody is told then that
something rose or fell (docs/decisions/0017-seeing.md).
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from exports.wording import NO_OVERALL, lower_first, period_name
from models.figures import MARK, format_decimal, format_integer, format_percent, is_untold
from models.intervals import Change, Interval
from models.periods import Period
from models.surveys.comparison import Comparison, Side
from models.surveys.trend import Trend
from models.text import nfc

NOISE: Final = "dao động"
INTERVAL: Final = "Khoảng tin cậy 95%"
POINTS: Final = "Chênh lệch (điểm %)"
VERDICT: Final = "Nhận xét"
NOT_COMPARED: Final = "–"
GOAL: Final = "chỉ tiêu"

_MINUS: Final = "\u2212"
_RISEN: Final = {"higher": "tăng", "lower": "giảm"}
_ABOVE: Final = {"higher": "cao hơn", "lower": "thấp hơn"}
# As many names as a line of a table's head takes.
_NAMES_TOLD: Final = 2


def side_name(side: Side, *, with_units: bool) -> str:
    """Return what a side is called: `Tháng 10 năm 2023`, with its units where they differ."""
    period = period_name(side.summary.period)
    if not with_units:
        return period
    return f"{units_name(side)}, {lower_first(period)}"


def units_name(side: Side) -> str:
    """Return whose slips a side counts."""
    names = side.unit_names
    if not names:
        return "Tất cả đơn vị"
    if len(names) <= _NAMES_TOLD:
        return ", ".join(names)
    return f"{names[0]} và {len(names) - 1} đơn vị khác"


def side_names(found: Comparison) -> tuple[str, str]:
    """Return what both sides are called."""
    first, second = found.first, found.second
    if first.unit_names == second.unit_names:
        return side_name(first, with_units=False), side_name(second, with_units=False)
    if first.summary.period == second.summary.period:
        return units_name(first), units_name(second)
    return side_name(first, with_units=True), side_name(second, with_units=True)


def subject(found: Comparison) -> str:
    """Return the report's subject (trích yếu)."""
    first, second = side_names(found)
    start = "So sánh mức độ hài lòng của người dân"
    if found.first.unit_names == found.second.unit_names:
        whose = f" tại {units_name(found.first)}" if found.first.unit_names else ""
        return f"{start}{whose}: {lower_first(second)} so với {lower_first(first)}"
    if found.first.summary.period == found.second.summary.period:
        when = lower_first(period_name(found.first.summary.period))
        return f"{start} {when}: {second} so với {first}"
    return f"{start}: {second} so với {first}"


def points_text(points: Decimal) -> str:
    """Return percentage points with their sign: `+1,2`, `−0,8`, `0`."""
    if is_untold(points):
        return MARK
    sign = "+" if points > 0 else _MINUS if points < 0 else ""
    return sign + format_decimal(abs(points))


def interval_text(interval: Interval | None) -> str:
    """Return an interval of a share: `96,3–99,1%`."""
    if interval is None:
        return NOT_COMPARED
    if is_untold(interval.low):
        return MARK
    return f"{format_decimal(interval.low)}–{format_percent(interval.high)}"


def change_interval_text(change: Change) -> str:
    """Return the interval of a change: `−2,9 đến +1,2`."""
    if change.verdict == "untold":
        return MARK
    return f"{points_text(change.interval.low)} đến {points_text(change.interval.high)}"


def verdict_text(change: Change | None, *, is_in_time: bool) -> str:
    """Return the remark on a change: `tăng`, `thấp hơn`, or that it is noise."""
    if change is None:
        return NOT_COMPARED
    if change.verdict == "untold":
        return MARK
    if change.verdict == "noise":
        return NOISE
    return (_RISEN if is_in_time else _ABOVE)[change.verdict]


def is_in_time(found: Comparison) -> bool:
    """Say whether the same units are set beside each other, so that something rose or fell."""
    return found.first.unit_names == found.second.unit_names


def satisfied_sentence(found: Comparison) -> str:
    """Return both satisfied shares, their difference, and whether chance alone may make it."""
    first, second = side_names(found)
    if found.lacks_overall:
        return f"{NO_OVERALL[:-1]} để so sánh."
    if found.satisfied is None:
        return "Có bên chưa có phiếu hợp lệ nên chưa so sánh được tỷ lệ hài lòng."
    if found.satisfied.verdict == "untold":
        return f"Tỷ lệ hài lòng không so sánh được vì có số liệu phải ẩn ({MARK})."
    shares = (
        f"Tỷ lệ hài lòng: {lower_first(second)} là {_share(found.second)}, "
        f"{lower_first(first)} là {_share(found.first)}."
    )
    return f"{shares} {change_sentence(found.satisfied, is_in_time=is_in_time(found))}"


def change_sentence(change: Change, *, is_in_time: bool) -> str:
    """Return a difference with its interval and what may be said of it."""
    told = (
        f"Chênh lệch {points_text(change.points)} điểm phần trăm, khoảng tin cậy 95% từ "
        f"{change_interval_text(change)}"
    )
    if change.verdict == "noise":
        what = "tăng hay giảm" if is_in_time else "cao hơn hay thấp hơn"
        return f"{told}: nằm trong phạm vi dao động ngẫu nhiên, chưa đủ căn cứ kết luận {what}."
    word = verdict_text(change, is_in_time=is_in_time)
    return f"{told}: {word} rõ rệt, vượt phạm vi dao động ngẫu nhiên."


def answers_sentence(found: Comparison) -> str:
    """Return which answers differ by more than chance, "" where none was compared."""
    verdicts = found.verdicts()
    compared = [verdict for verdict in verdicts if verdict != "untold"]
    if not compared:
        return ""
    moved = [
        f"{lower_first(question.text)} – {lower_first(option.text) or 'để trống'} "
        f"({verdict_text(option.change, is_in_time=is_in_time(found))} "
        f"{format_decimal(abs(option.change.points))} điểm phần trăm)"
        for question in found.questions
        for option in question.options
        if option.change is not None and option.change.verdict in {"higher", "lower"}
    ]
    count = format_integer(len(compared))
    if not moved:
        return (
            f"Trong {count} phương án được so sánh, không phương án nào vượt phạm vi dao động ngẫu "
            "nhiên."
        )
    return (
        f"Trong {count} phương án được so sánh, {format_integer(len(moved))} phương án vượt phạm "
        f"vi dao động ngẫu nhiên: {'; '.join(moved)}."
    )


def method_note(found: Comparison) -> str:
    """Return how was judged, and what the reader must not read into it."""
    shared = (
        " Hai bên có phiếu tính chung nên khoảng tin cậy rộng hơn thực tế."
        if found.shares_slips
        else ""
    )
    return (
        "Tỷ lệ tính trên số phiếu hợp lệ. Chênh lệch có khoảng tin cậy 95% chứa số 0 được coi là "
        "dao động ngẫu nhiên, ghi “dao động” (phương pháp Newcombe dựa trên khoảng "
        "Wilson). Khi không có gì thay đổi, cứ khoảng "
        f"20 phép so sánh vẫn có thể có 1 phép vượt phạm vi này.{shared}"
    )


def share_note() -> str:
    """Return what the interval beside a share means."""
    return (
        "Khoảng tin cậy 95% (Wilson) cho biết tỷ lệ có thể dao động đến đâu do số phiếu có hạn; "
        "càng nhiều phiếu, khoảng càng hẹp."
    )


def closing(found: Comparison) -> str:
    """Return the sentence that ends the body."""
    first, second = side_names(found)
    return f"Trên đây là kết quả so sánh {lower_first(second)} với {lower_first(first)}./."


def narrative(found: Comparison) -> tuple[str, ...]:
    """Return all sentences on a comparison."""
    told = (satisfied_sentence(found), answers_sentence(found))
    return tuple(nfc(text) for text in told if text)


def trend_sentence(trend: Trend) -> str:
    """Return how the last month with slips differs from the one before it, "" without two."""
    if trend.lacks_overall:
        return NO_OVERALL
    if trend.last is None or trend.last_months is None:
        return ""
    before, after = (lower_first(period_name(month)) for month in trend.last_months)
    if trend.last.verdict == "untold":
        return f"Chênh lệch giữa {after} và {before} không nêu được vì có số liệu phải ẩn ({MARK})."
    return (
        f"Tỷ lệ hài lòng {after} so với {before}. {change_sentence(trend.last, is_in_time=True)}"
    ).replace(f"so với {before}. Chênh lệch", f"so với {before}: chênh lệch")


def trend_subject(period: Period) -> str:
    """Return the subject of a report over time."""
    return f"Diễn biến mức độ hài lòng của người dân, {lower_first(period_name(period))}"


def trend_closing(period: Period) -> str:
    """Return the sentence that ends its body."""
    return (
        "Trên đây là báo cáo diễn biến mức độ hài lòng của người dân, "
        f"{lower_first(period_name(period))}./."
    )


def _share(side: Side) -> str:
    total = side.total
    share = format_percent(total.satisfied_percent) if total.satisfied_percent is not None else "–"
    return f"{share} ({format_integer(total.satisfied)}/{format_integer(total.valid)} phiếu)"
