"""The digital address report: a period's frozen figures made into one document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from exports import household_wording as wording
from exports.document import (
    Bar,
    BarChart,
    Block,
    Document,
    KeepTogether,
    PageBreak,
    Paragraph,
)
from exports.household_figures_json import figures_data
from exports.household_tables import counts_table, outcomes_table, records, sheets
from exports.report_settings import ReportSettings
from exports.wording import ANNEX, NOTE_LEAD, REPORT
from models.figures import percent
from models.households.figures import RegisterFigures

# More rows than this fill the body's pages with hamlets: they go to the annex.
_ROWS_IN_THE_BODY: Final = 30
# As many bars as fit one page.
_BARS_A_CHART: Final = 40


def household_document(
    figures: RegisterFigures, settings: ReportSettings | None = None
) -> Document:
    """Return the report on households and digital addresses, ready for any writer."""
    settings = settings or ReportSettings()
    data = figures_data(figures)
    return Document(
        kind=REPORT,
        subject=wording.subject(figures.period),
        letterhead=settings.letterhead,
        blocks=tuple(_body(figures)),
        signature=settings.signature,
        annexes=tuple(_annexes(figures)),
        check_code=str(data["check_code"]),
        sheets=sheets(figures),
        records=records(figures),
        figures=data,
    )


def _body(figures: RegisterFigures) -> Iterator[Block]:
    for text in wording.narrative(figures):
        yield Paragraph(text)
    yield counts_table(figures, by_hamlet=not is_long(figures))
    # Nine short rows: the last ones would stand alone on the next page.
    yield KeepTogether((outcomes_table(figures),))
    yield from charts(figures)
    yield Paragraph(" ".join(wording.basis(figures)), lead=NOTE_LEAD, kind="remark")
    yield Paragraph(wording.closing(figures.period))


def _annexes(figures: RegisterFigures) -> Iterator[Block]:
    if is_long(figures):
        yield PageBreak()
        yield Paragraph(ANNEX, kind="heading")
        yield counts_table(figures, by_hamlet=True)


def is_long(figures: RegisterFigures) -> bool:
    """Say whether its hamlets would fill the body's pages."""
    return sum(len(unit.hamlets) + 1 for unit in figures.units) > _ROWS_IN_THE_BODY


def charts(figures: RegisterFigures) -> Iterator[BarChart]:
    """Yield how many have a code and how many are checked, by unit or by hamlet of the only one."""
    parts = _compared(figures)
    if figures.total.households:
        yield from _chart(wording.CODE_CHART, [(n, code, of) for n, code, _, of in parts])
        yield from _chart(wording.CHECKED_CHART, [(n, done, of) for n, _, done, of in parts])


def _compared(figures: RegisterFigures) -> list[tuple[str, int, int, int]]:
    """Return name, codes, checked, households of each unit, or of a single unit's hamlets."""
    if len(figures.units) == 1:
        named = [(wording.hamlet_label(h.name), h.progress) for h in figures.units[0].hamlets]
    else:
        named = [(unit.name, unit.progress) for unit in figures.units]
    return [(name, p.with_code, p.checked, p.households) for name, p in named]


def _chart(title: str, parts: Sequence[tuple[str, int, int]]) -> Iterator[BarChart]:
    bars = [
        Bar(name, percent(part, whole), wording.counted(part, whole)) for name, part, whole in parts
    ]
    cuts = range(0, len(bars), _BARS_A_CHART)
    for number, at in enumerate(cuts, start=1):
        shown = tuple(bars[at : at + _BARS_A_CHART])
        yield BarChart(wording.chart_title(title, number, len(cuts)), shown)
