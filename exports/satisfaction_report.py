"""The satisfaction report: a period's frozen figures made into one document."""

from __future__ import annotations

from collections.abc import Iterator

from exports import wording
from exports.document import (
    Bar,
    BarChart,
    Block,
    Document,
    KeepTogether,
    PageBreak,
    Paragraph,
)
from exports.figures_json import figures
from exports.report_settings import ReportSettings
from exports.satisfaction_sheets import records, sheets
from exports.satisfaction_tables import figures_tables, units_table
from models.surveys.summary import QuestionFigures, SatisfactionSummary


def satisfaction_document(
    summary: SatisfactionSummary, settings: ReportSettings | None = None
) -> Document:
    """Return the satisfaction report of a period, ready for any writer."""
    settings = settings or ReportSettings()
    content = figures(summary)
    return Document(
        kind=wording.REPORT,
        subject=wording.subject(summary.period),
        letterhead=settings.letterhead,
        blocks=tuple(_body(summary, settings)),
        signature=settings.signature,
        annexes=tuple(_annexes(summary)),
        check_code=str(content["check_code"]),
        sheets=sheets(summary),
        records=records(summary),
        figures=content,
    )


def _body(summary: SatisfactionSummary, settings: ReportSettings) -> Iterator[Block]:
    if settings.opening:
        yield Paragraph(settings.opening, lead=wording.OPENING_LEAD)
    for text in wording.narrative(summary):
        yield Paragraph(text)
    yield from figures_tables(summary)
    small = wording.SMALL_NOTE if summary.hides_small else ""
    remarks = (wording.index_note(summary.total.questions), summary.note, small)
    yield Paragraph(" ".join(r for r in remarks if r), lead=wording.NOTE_LEAD, kind="remark")
    yield from charts(summary)
    yield Paragraph(wording.closing(summary.period))


def charts(summary: SatisfactionSummary) -> Iterator[Block]:
    """Yield a chart for each question, below their heading; nothing where no slip is valid."""
    drawn = [
        _chart(number, question) for number, question in enumerate(summary.total.questions, 1)
    ]
    if drawn and summary.total.valid:
        heading = Paragraph(wording.charts_caption(summary), kind="heading")
        yield KeepTogether((heading, drawn[0]))
        yield from drawn[1:]


def _chart(number: int, question: QuestionFigures) -> BarChart:
    bars = [Bar(o.text, o.percent, wording.share(o.n, o.percent)) for o in question.options]
    if question.blank:
        label = wording.share(question.blank, question.blank_percent)
        bars.append(Bar(wording.BLANK, question.blank_percent, label, muted=True))
    return BarChart(f"{number}. {question.text}", tuple(bars))


def _annexes(summary: SatisfactionSummary) -> Iterator[Block]:
    if len(summary.units) < 2:
        return
    yield PageBreak()
    yield Paragraph(wording.ANNEX, kind="heading")
    yield units_table(summary)
    legend = wording.index_legend(summary.total.questions)
    yield Paragraph(legend, lead=f"{wording.INDEX_HEADING}:", kind="remark")
