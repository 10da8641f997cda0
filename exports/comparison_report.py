"""The report of a comparison: two summaries made into one document."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from exports import comparison_wording as wording
from exports.document import (
    Block,
    Cell,
    Column,
    Document,
    HeaderCell,
    IntervalChart,
    Kind,
    Mark,
    Paragraph,
    Row,
    Sheet,
    Table,
)
from exports.figures_json import content_code, number, told
from exports.report_settings import ReportSettings
from exports.wording import BLANK, NOTE_LEAD, REPORT, SATISFIED_LABEL, SMALL_NOTE, VALID_LABEL
from models.figures import MARK, format_percent, is_untold, percent
from models.intervals import Change
from models.surveys.comparison import Comparison, OptionChange, Side
from models.surveys.summary import UnitFigures
from models.surveys.trend import Point, point_of
from models.text import nfc

_SHARES: Final = (Column("integer", 8), Column("percent", 8))
_COLUMNS: Final = (
    Column("text", 30), *_SHARES, *_SHARES, Column("decimal", 11), Column("text", 17),
    Column("text", 12),
)  # fmt: skip
_HEADINGS: Final = (
    "Mã câu hỏi", "Câu hỏi", "Mã phương án", "Phương án", "Số phiếu (trước)", "% (trước)",
    "Số phiếu (sau)", "% (sau)", wording.POINTS, "Cận dưới", "Cận trên", wording.VERDICT,
)  # fmt: skip
_KINDS: Final[tuple[Kind, ...]] = (
    *("text",) * 4, "integer", "percent", "integer", "percent", *("decimal",) * 3, "text",
)  # fmt: skip
_WIDTHS: Final = (17, 46, 21, 48, 11, 10, 11, 10, 12, 10, 10, 20)


def comparison_document(found: Comparison, settings: ReportSettings | None = None) -> Document:
    """Return the report of a comparison, ready for any writer."""
    settings = settings or ReportSettings()
    data = comparison_data(found)
    records = _records(found)
    return Document(
        kind=REPORT,
        subject=wording.subject(found),
        letterhead=settings.letterhead,
        blocks=tuple(_body(found)),
        signature=settings.signature,
        check_code=str(data["check_code"]),
        sheets=(records, _narrative(found)),
        records=records,
        figures=data,
    )


def comparison_data(found: Comparison) -> dict[str, Any]:
    """Return the comparison as plain JSON values, null for what is hidden."""
    content = told(
        {
            "first": _side(found.first),
            "second": _side(found.second),
            "satisfied": change_data(found.satisfied),
            "questions": [
                {
                    "code": question.code,
                    "text": nfc(question.text),
                    "options": [_option(found, option) for option in question.options],
                }
                for question in found.questions
            ],
            "shares_slips": found.shares_slips,
            "narrative": list(wording.narrative(found)),
            **({"small_hidden": True} if found.hides_small else {}),
        }
    )
    return {**content, "check_code": content_code(content)}


def change_data(change: Change | None) -> dict[str, Any] | None:
    """Return a change as JSON: percentage points, both ends, the verdict."""
    if change is None:
        return None
    return {
        "points": number(change.points), "low": number(change.interval.low),
        "high": number(change.interval.high), "verdict": change.verdict,
    }  # fmt: skip


def _body(found: Comparison) -> Iterator[Block]:
    for text in wording.narrative(found):
        yield Paragraph(text)
    yield comparison_table(found)
    yield _chart(found)
    small = SMALL_NOTE if found.hides_small else ""
    remark = " ".join(text for text in (wording.method_note(found), small) if text)
    yield Paragraph(remark, lead=NOTE_LEAD, kind="remark")
    yield Paragraph(wording.closing(found))


def comparison_table(found: Comparison) -> Table:
    """Return one group of rows a question: both sides, the difference and what is said of it."""
    first, second = wording.side_names(found)
    header = (
        (
            HeaderCell("Câu hỏi và phương án", rows=2), HeaderCell(first, columns=2),
            HeaderCell(second, columns=2), HeaderCell(wording.POINTS, rows=2),
            HeaderCell(wording.INTERVAL, rows=2), HeaderCell(wording.VERDICT, rows=2),
        ),
        tuple(HeaderCell(text) for text in ("Số phiếu", "%") * 2),
    )  # fmt: skip
    one, other = found.first.total, found.second.total
    rows = [
        Row((VALID_LABEL, one.valid, None, other.valid, None, "", "", ""), "total"),
        Row((SATISFIED_LABEL, *_satisfied(one), *_satisfied(other),
             *_told(found, found.satisfied)), "total"),
    ]  # fmt: skip
    for place, question in enumerate(found.questions, start=1):
        rows.append(Row((f"{place}. {question.text}",), "section"))
        rows += [Row(_cells(found, option)) for option in question.options]
    return Table("Bảng so sánh số liệu khảo sát", _COLUMNS, header, tuple(rows))


def _satisfied(total: UnitFigures) -> tuple[Cell, Cell]:
    if total.lacks_overall:
        return wording.NOT_COMPARED, wording.NOT_COMPARED
    return total.satisfied, total.satisfied_percent


def _cells(found: Comparison, option: OptionChange) -> tuple[Cell, ...]:
    return (
        option.text or BLANK, option.first, percent(option.first, found.first.total.valid),
        option.second, percent(option.second, found.second.total.valid),
        *_told(found, option.change),
    )  # fmt: skip


def _told(found: Comparison, change: Change | None) -> tuple[Cell, Cell, Cell]:
    if change is None:
        return (wording.NOT_COMPARED,) * 3
    verdict = wording.verdict_text(change, is_in_time=wording.is_in_time(found))
    return wording.points_text(change.points), wording.change_interval_text(change), verdict


def _chart(found: Comparison) -> IntervalChart:
    names = wording.side_names(found)
    marks = tuple(
        satisfied_mark(name, point_of(side.total))
        for name, side in zip(names, (found.first, found.second), strict=True)
    )
    target = found.second.summary.target
    goal = f"{wording.GOAL} {format_percent(target)}"
    return IntervalChart("Tỷ lệ hài lòng và khoảng tin cậy 95%", marks, target, goal)


def satisfied_mark(name: str, point: Point) -> Mark:
    """Return the mark of a satisfied share in a chart; without a share there is none to draw."""
    share, interval = point.percent, point.interval
    if is_untold(point.satisfied):
        return Mark(name, None, None, None, MARK)
    if share is None or interval is None:
        return Mark(name, None, None, None, wording.NOT_COMPARED if point.valid else "0 phiếu")
    label = f"{format_percent(share)} ({wording.interval_text(interval)})"
    return Mark(name, share, interval.low, interval.high, label)


def _records(found: Comparison) -> Sheet:
    rows = tuple(
        (
            question.code, question.text, option.code, option.text or BLANK,
            option.first, percent(option.first, found.first.total.valid),
            option.second, percent(option.second, found.second.total.valid),
            *_numbers(option.change),
            wording.verdict_text(option.change, is_in_time=wording.is_in_time(found)),
        )
        for question in found.questions
        for option in question.options
    )  # fmt: skip
    return Sheet("comparison", "So sánh", _HEADINGS, _KINDS, _WIDTHS, rows)


def _numbers(change: Change | None) -> tuple[Cell, Cell, Cell]:
    if change is None:
        return None, None, None
    return change.points, change.interval.low, change.interval.high


def _narrative(found: Comparison) -> Sheet:
    names = wording.side_names(found)
    texts = (
        f"Trước: {names[0]}", f"Sau: {names[1]}", *wording.narrative(found),
        wording.method_note(found), SMALL_NOTE if found.hides_small else "",
    )  # fmt: skip
    rows = tuple((text,) for text in texts if text)
    return Sheet("narrative", "Thuyết minh", ("Nội dung",), ("text",), (100,), rows)


def _side(side: Side) -> dict[str, Any]:
    total, period = side.total, side.summary.period
    interval = point_of(total).interval
    return {
        "period": {"from": period.start.isoformat(), "to": period.end.isoformat()},
        "units": [nfc(name) for name in side.unit_names],
        "valid": total.valid,
        "satisfied": None if total.lacks_overall else total.satisfied,
        "satisfied_percent": number(total.satisfied_percent),
        "interval": None if interval is None else [number(interval.low), number(interval.high)],
    }


def _option(found: Comparison, option: OptionChange) -> dict[str, Any]:
    return {
        "code": option.code,
        "text": nfc(option.text or BLANK),
        "first": {"n": option.first,
                  "percent": number(percent(option.first, found.first.total.valid))},
        "second": {"n": option.second,
                   "percent": number(percent(option.second, found.second.total.valid))},
        "change": change_data(option.change),
    }  # fmt: skip
