"""The digital address figures as tables: printed ones, and flat ones of real values."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from exports import household_wording as wording
from exports.document import Cell, Column, HeaderCell, Kind, Row, Sheet, Table
from exports.wording import TOTAL
from models.figures import percent
from models.households.fields import OUTCOMES, UNCHECKED_OPTION
from models.households.figures import HamletFigures, RegisterFigures, UnitFigures
from models.households.records import Progress

_PAIR: Final = (Column("integer", 10), Column("percent", 8))
_COLUMNS: Final = (
    Column("integer", 7), Column("text", 39), Column("integer", 11), *_PAIR * 3,
)  # fmt: skip
_OUTCOME_COLUMNS: Final = (
    Column("text", 55), Column("integer", 15), Column("percent", 15), Column("percent", 15),
)  # fmt: skip

_COUNT_HEADINGS: Final = (
    "Số hộ", "Có mã trong danh sách", "Có mã (%)", "Chưa có mã", "Đã rà soát tại chỗ",
    "Đã rà soát (%)", "Đã gắn biển", "Đã gắn biển (%)", "Chờ thống nhất",
)  # fmt: skip
_COUNT_KINDS: Final[tuple[Kind, ...]] = (
    "integer", "integer", "percent", "integer", "integer", "percent", "integer", "percent",
    "integer",
)  # fmt: skip
_OUTCOME_KINDS: Final[tuple[Kind, ...]] = tuple("integer" for _ in OUTCOMES)
_COUNT_WIDTHS: Final = (10, 13, 10, 10, 13, 12, 11, 12, 11)


def counts_table(figures: RegisterFigures, *, by_hamlet: bool) -> Table:
    """Return the three counts: one row a unit, or each unit's hamlets below its subtotal."""
    rows: list[Row] = []
    for number, unit in enumerate(figures.units, start=1):
        cells = (number, unit.name, *_printed(unit.progress))
        rows.append(Row(cells, "section" if by_hamlet else "body"))
        if by_hamlet:
            rows += [
                Row((None, wording.hamlet_label(hamlet.name), *_printed(hamlet.progress)))
                for hamlet in unit.hamlets
            ]
    rows.append(Row((None, TOTAL, *_printed(figures.total)), "total"))
    caption = wording.table_caption(figures.period, by_hamlet)
    heading = wording.HAMLET_HEADING if by_hamlet else wording.UNIT_HEADING
    return Table(caption, _COLUMNS, _header(heading), tuple(rows))


def outcomes_table(figures: RegisterFigures) -> Table:
    """Return the outcomes with their share of the checked and of all households."""
    total = figures.total
    rows = [
        Row((text, n, percent(n, total.checked), percent(n, total.households)))
        for _, text, n in wording.outcome_counts(total)
    ]
    unchecked = total.households - total.checked
    all_checked = percent(total.checked, total.checked)
    rows += [
        Row((wording.ALL_CHECKED, total.checked, all_checked,
             percent(total.checked, total.households)), "total"),
        Row((UNCHECKED_OPTION.vi, unchecked, None, percent(unchecked, total.households))),
        Row((wording.ALL_HOUSEHOLDS, total.households, None,
             percent(total.households, total.households)), "total"),
    ]  # fmt: skip
    header = (tuple(HeaderCell(text) for text in wording.OUTCOME_HEADINGS),)
    caption = wording.outcomes_caption(figures.period)
    return Table(caption, _OUTCOME_COLUMNS, header, tuple(rows))


def sheets(figures: RegisterFigures) -> tuple[Sheet, ...]:
    """Return the workbook: by unit with the total, every level in one table, the narrative."""
    return (_units(figures), records(figures), _narrative(figures))


def records(figures: RegisterFigures) -> Sheet:
    """Return the long table: the total, each unit, each hamlet; `Cấp` tells them apart."""
    headings = (
        "Cấp", "Mã đơn vị", "Đơn vị", "Thôn, khu", "Cán bộ phụ trách", "Số đơn vị",
        "Số thôn, khu", *_COUNT_HEADINGS, *(option.vi for option in OUTCOMES),
    )  # fmt: skip
    kinds: tuple[Kind, ...] = (
        "text", "text", "text", "text", "text", "integer", "integer", *_COUNT_KINDS,
        *_OUTCOME_KINDS,
    )  # fmt: skip
    widths = (11, 11, 28, 24, 24, 9, 9, *_COUNT_WIDTHS, *(12 for _ in OUTCOMES))
    return Sheet("detail", "Chi tiết", headings, kinds, widths, tuple(_levels(figures)))


def _levels(figures: RegisterFigures) -> Iterator[tuple[Cell, ...]]:
    everything, a_unit, a_hamlet = wording.LEVELS
    hamlets = wording.hamlets_of(figures)
    top = (everything, "", TOTAL, "", "", len(figures.units), hamlets)
    yield (*top, *_counts(figures.total), *_outcomes(figures.total))
    for unit in figures.units:
        yield (a_unit, unit.code, unit.name, "", "", None, _named(unit), *_all(unit))
        for hamlet in unit.hamlets:
            label = wording.hamlet_label(hamlet.name)
            yield (a_hamlet, unit.code, unit.name, label, hamlet.officer, None, None, *_all(hamlet))


def _units(figures: RegisterFigures) -> Sheet:
    headings = ("Mã đơn vị", "Đơn vị", "Số thôn, khu", *_COUNT_HEADINGS)
    rows: list[tuple[Cell, ...]] = [
        (unit.code, unit.name, _named(unit), *_counts(unit.progress)) for unit in figures.units
    ]
    total = _counts(figures.total)
    label = f"{TOTAL} ({len(figures.units)} đơn vị)"
    rows.append(("", label, wording.hamlets_of(figures), *total))
    kinds: tuple[Kind, ...] = ("text", "text", "integer", *_COUNT_KINDS)
    return Sheet("summary", "Tổng hợp", headings, kinds, (11, 30, 10, *_COUNT_WIDTHS), tuple(rows))


def _narrative(figures: RegisterFigures) -> Sheet:
    rows = tuple((text,) for text in (*wording.narrative(figures), *wording.basis(figures)))
    return Sheet("narrative", "Thuyết minh", ("Nội dung",), ("text",), (100,), rows)


def _header(heading: str) -> tuple[tuple[HeaderCell, ...], ...]:
    alone = (wording.NUMBER, heading, wording.HOUSEHOLDS)
    top = (
        *(HeaderCell(text, rows=2) for text in alone),
        *(HeaderCell(text, columns=len(_PAIR)) for text in wording.TABLE_HEADINGS),
    )
    below = tuple(
        HeaderCell(text) for _ in wording.TABLE_HEADINGS for text in wording.COUNT_HEADINGS
    )
    return (top, below)


def _printed(progress: Progress) -> tuple[Cell, ...]:
    whole = progress.households
    parts = (progress.with_code, progress.checked, progress.plate)
    return (whole, *(cell for part in parts for cell in (part, percent(part, whole))))


def _counts(progress: Progress) -> tuple[Cell, ...]:
    whole = progress.households
    return (
        whole, progress.with_code, percent(progress.with_code, whole), whole - progress.with_code,
        progress.checked, percent(progress.checked, whole), progress.plate,
        percent(progress.plate, whole), progress.conflicts,
    )  # fmt: skip


def _outcomes(progress: Progress) -> tuple[Cell, ...]:
    return tuple(progress.outcomes.get(option.code, 0) for option in OUTCOMES)


def _all(figures: UnitFigures | HamletFigures) -> tuple[Cell, ...]:
    return (*_counts(figures.progress), *_outcomes(figures.progress))


def _named(unit: UnitFigures) -> int:
    return sum(1 for hamlet in unit.hamlets if hamlet.name)
