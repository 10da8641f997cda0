"""The satisfied share over time and by unit as blocks of a document, and as a report of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

from exports import comparison_wording as wording
from exports.comparison_report import change_data, satisfied_mark
from exports.document import (
    Block,
    Cell,
    Column,
    Document,
    HeaderCell,
    IntervalChart,
    Kind,
    Paragraph,
    Row,
    Sheet,
    Table,
)
from exports.figures_json import content_code, number, told
from exports.report_settings import ReportSettings
from exports.wording import NOTE_LEAD, REPORT, SMALL_NOTE, period_name
from models.figures import format_percent, is_untold
from models.periods import Period
from models.surveys.trend import Point, Trend
from models.text import nfc

_COLUMNS: Final = (
    Column("text", 40), Column("integer", 15), Column("integer", 15), Column("percent", 12),
    Column("text", 18),
)  # fmt: skip
_HEADINGS: Final = ("Phiếu hợp lệ", "Phiếu hài lòng", "Hài lòng (%)", wording.INTERVAL)
_KINDS: Final[tuple[Kind, ...]] = ("text", "integer", "integer", "percent", "percent", "percent")
_SHEET_HEADINGS: Final = (*_HEADINGS[:3], "Cận dưới (%)", "Cận trên (%)")
_WIDTHS: Final = (40, 13, 13, 13, 13, 13)


def trend_document(
    trend: Trend, period: Period, settings: ReportSettings | None = None
) -> Document:
    """Return the report over time and by unit, ready for any writer."""
    settings = settings or ReportSettings()
    data = trend_data(trend, period)
    months, units = _sheet("months", "Theo tháng", trend.months), _sheet(
        "units", "Theo đơn vị", trend.units
    )
    return Document(
        kind=REPORT,
        subject=wording.trend_subject(period),
        letterhead=settings.letterhead,
        blocks=(*trend_blocks(trend), Paragraph(wording.trend_closing(period))),
        signature=settings.signature,
        check_code=str(data["check_code"]),
        sheets=(months, units),
        records=months,
        figures=data,
    )


def trend_data(trend: Trend, period: Period) -> dict[str, Any]:
    """Return the trend as plain JSON values, null for what is hidden."""
    content = told(
        {
            "period": {"from": period.start.isoformat(), "to": period.end.isoformat()},
            "months": [_point(point) for point in trend.months],
            "units": [_point(point) for point in trend.units],
            "target": number(trend.target),
            "last": change_data(trend.last),
            "narrative": [nfc(text) for text in (wording.trend_sentence(trend),) if text],
            **({"small_hidden": True} if trend.hides_small else {}),
        }
    )
    return {**content, "check_code": content_code(content)}


def trend_blocks(trend: Trend) -> Iterator[Block]:
    """Yield the last change, charts and tables by month and by unit, and what they mean."""
    if sentence := wording.trend_sentence(trend):
        yield Paragraph(sentence)
    yield _chart("Tỷ lệ hài lòng theo tháng, khoảng tin cậy 95%", trend.months, trend)
    yield _table("Tỷ lệ hài lòng theo tháng", "Tháng", trend.months)
    if len(trend.units) > 1:
        yield _chart("Tỷ lệ hài lòng theo đơn vị, khoảng tin cậy 95%", trend.units, trend)
        yield _table("Tỷ lệ hài lòng theo đơn vị", "Đơn vị", trend.units)
    small = SMALL_NOTE if trend.hides_small else ""
    remark = " ".join(text for text in (wording.share_note(), small) if text)
    yield Paragraph(remark, lead=NOTE_LEAD, kind="remark")


def point_name(point: Point) -> str:
    """Return what a point is called on paper: its month or its unit."""
    return period_name(point.period) if point.period is not None else point.name


def _chart(title: str, points: Sequence[Point], trend: Trend) -> IntervalChart:
    marks = tuple(
        satisfied_mark(point_name(point), point)
        for point in points
        if is_untold(point.valid) or point.valid
    )
    return IntervalChart(
        title, marks, trend.target, f"{wording.GOAL} {format_percent(trend.target)}"
    )


def _table(caption: str, heading: str, points: Sequence[Point]) -> Table:
    header = (tuple(HeaderCell(text) for text in (heading, *_HEADINGS)),)
    rows = tuple(
        Row((
            *_cells(point)[:2], wording.NOT_COMPARED if point.lacks_overall else point.satisfied,
            _share(point), wording.interval_text(point.interval),
        ))
        for point in points
    )  # fmt: skip
    return Table(caption, _COLUMNS, header, rows)


def _cells(point: Point) -> tuple[Cell, Cell, Cell]:
    return point_name(point), point.valid, None if point.lacks_overall else point.satisfied


def _share(point: Point) -> Cell:
    return wording.NOT_COMPARED if point.percent is None else point.percent


def _sheet(code: str, name: str, points: Sequence[Point]) -> Sheet:
    rows = tuple(
        (*_cells(point), point.percent,
         point.interval.low if point.interval else None,
         point.interval.high if point.interval else None)
        for point in points
    )  # fmt: skip
    return Sheet(code, name, (name, *_SHEET_HEADINGS), _KINDS, _WIDTHS, rows)


def _point(point: Point) -> dict[str, Any]:
    interval = point.interval
    span = point.period
    named = {"name": nfc(point.name)} if span is None else {
        "from": span.start.isoformat(), "to": span.end.isoformat()
    }  # fmt: skip
    return {
        **named, "valid": point.valid,
        "satisfied": None if point.lacks_overall else point.satisfied,
        "satisfied_percent": number(point.percent),
        "interval": None if interval is None else [number(interval.low), number(interval.high)],
    }  # fmt: skip
