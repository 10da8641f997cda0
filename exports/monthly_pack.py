"""The monthly pack: survey, register and annex tables of one month in one document.

Its figures are those of the single reports, read in one view of the store: their check codes stand
in its JSON as they stand on them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from sqlalchemy import Connection

from exports import comparison_wording, household_wording, wording
from exports.comparisons import Way, read_trend
from exports.document import Block, Contents, Document, KeepTogether, PageBreak, Paragraph
from exports.figures_json import content_code, figures
from exports.household_figures_json import figures_data
from exports.household_report import charts as household_charts
from exports.household_tables import counts_table, outcomes_table
from exports.report_settings import ReportSettings
from exports.reports import letterhead
from exports.satisfaction_report import charts as answer_charts
from exports.satisfaction_tables import figures_tables, units_table
from exports.small_cells import hide_small_answers, hide_small_households
from exports.trend_report import trend_blocks, trend_data
from models.errors import UserError
from models.households.figures import RegisterFigures
from models.households.figures_query import read_register
from models.periods import Period
from models.settings.queries import read_settings
from models.surveys.summary import SatisfactionSummary
from models.surveys.summary_query import read_summary
from models.surveys.trend import Trend

SUFFIXES: Final = (".pdf", ".docx")
_ROMAN: Final = ("I", "II", "III", "IV", "V", "VI", "VII")


@dataclass(frozen=True, slots=True)
class Pack:
    """What a month's pack is made of; the register is None where no household is known."""

    summary: SatisfactionSummary
    register: RegisterFigures | None
    trend: Trend


def read_pack(
    connection: Connection, month: Period, *, today: date, hide_small: bool = False
) -> Document:
    """Return the pack of a month; UserError where there is nothing to report."""
    settings = read_settings(connection)
    way = Way(hide_small=hide_small)
    summary = read_summary(connection, month)
    register = read_register(connection, month, today=today)
    has_households = register.total.households > 0
    if not has_households and summary.total.valid + summary.total.invalid == 0:
        raise UserError("documents.empty_pack")
    if hide_small:
        summary = hide_small_answers(summary)
        register = hide_small_households(register) if has_households else register
    trend = read_trend(connection, summary, (), way)
    pack = Pack(summary, register if has_households else None, trend)
    return pack_document(pack, letterhead(settings))


def pack_document(pack: Pack, settings: ReportSettings | None = None) -> Document:
    """Return the pack as one document, ready for any writer."""
    settings = settings or ReportSettings()
    data = pack_data(pack)
    annexes = list(_annexes(pack))
    return Document(
        kind=wording.REPORT,
        subject=_subject(pack),
        letterhead=settings.letterhead,
        blocks=tuple(_body(pack, settings, [title for title, _ in annexes])),
        signature=settings.signature,
        annexes=tuple(_numbered(annexes)),
        check_code=str(data["check_code"]),
        figures=data,
    )


def pack_data(pack: Pack) -> dict[str, Any]:
    """Return the figures of all parts as plain JSON values, each as its own report has it."""
    content: dict[str, Any] = {
        "satisfaction": figures(pack.summary),
        "households": None if pack.register is None else figures_data(pack.register),
        "trend": trend_data(pack.trend, pack.summary.period),
    }
    return {**content, "check_code": content_code(content)}


def pack_name(month: Period, unit: str, suffix: str) -> str:
    """Return the name of a pack's file: ASCII, with the month and the unit's code, no person."""
    code = "".join(sign for sign in unit if sign.isascii() and sign.isalnum())
    return f"bao-cao-thang-{month.year}-{month.number:02}-{code}{suffix}"


def _subject(pack: Pack) -> str:
    month = wording.lower_first(wording.period_name(pack.summary.period))
    register = " và rà soát địa chỉ số hộ gia đình" if pack.register is not None else ""
    return f"Kết quả khảo sát mức độ hài lòng của người dân{register} {month}"


def _body(pack: Pack, settings: ReportSettings, annexes: list[str]) -> Iterator[Block]:
    parts = iter(_ROMAN)
    if settings.opening:
        yield Paragraph(settings.opening, lead=wording.OPENING_LEAD)
    yield Paragraph("", lead=f"{next(parts)}. Khảo sát mức độ hài lòng của người dân")
    for text in wording.narrative(pack.summary):
        yield Paragraph(text)
    if moved := comparison_wording.trend_sentence(pack.trend):
        yield Paragraph(moved)
    if pack.register is not None:
        yield Paragraph("", lead=f"{next(parts)}. Rà soát địa chỉ số hộ gia đình")
        for text in household_wording.narrative(pack.register):
            yield Paragraph(text)
    if pack.summary.hides_small:
        yield Paragraph(wording.SMALL_NOTE, lead=wording.NOTE_LEAD, kind="remark")
    entries = tuple(
        (f"Phụ lục {_ROMAN[place]}. {title}", _anchor(place))
        for place, title in enumerate(annexes)
    )
    if entries:
        heading = Paragraph("", lead=f"{next(parts)}. Phụ lục kèm theo")
        yield KeepTogether((heading, Contents(entries)))
    month = wording.lower_first(wording.period_name(pack.summary.period))
    yield Paragraph(f"Trên đây là báo cáo {month}./.")


def _annexes(pack: Pack) -> Iterator[tuple[str, list[Block]]]:
    """Yield the title and the content of each annex."""
    summary, register = pack.summary, pack.register
    if summary.total.valid:
        note = wording.index_note(summary.total.questions)
        remark = Paragraph(
            " ".join(text for text in (note, summary.note) if text), lead=wording.NOTE_LEAD,
            kind="remark",
        )  # fmt: skip
        tables = [*figures_tables(summary), remark, *answer_charts(summary)]
        yield "Số liệu khảo sát mức độ hài lòng", tables
    if len(summary.units) > 1:
        legend = wording.index_legend(summary.total.questions)
        lead = f"{wording.INDEX_HEADING}:"
        yield "Kết quả khảo sát theo đơn vị", [
            units_table(summary), Paragraph(legend, lead=lead, kind="remark")
        ]  # fmt: skip
    if any(point.valid for point in pack.trend.months):
        # What its first sentence says stands in the body.
        yield "Diễn biến tỷ lệ hài lòng", [
            block for block in trend_blocks(pack.trend)
            if not (isinstance(block, Paragraph) and block.kind == "body")
        ]  # fmt: skip
    if register is not None:
        basis = Paragraph(
            " ".join(household_wording.basis(register)), lead=wording.NOTE_LEAD, kind="remark"
        )
        yield "Tiến độ rà soát địa chỉ số theo đơn vị", [
            counts_table(register, by_hamlet=False), KeepTogether((outcomes_table(register),)),
            *household_charts(register), basis,
        ]  # fmt: skip
        if any(unit.hamlets for unit in register.units):
            yield "Tiến độ rà soát địa chỉ số theo thôn, khu", [
                counts_table(register, by_hamlet=True)
            ]


def _numbered(annexes: list[tuple[str, list[Block]]]) -> Iterator[Block]:
    for place, (title, blocks) in enumerate(annexes):
        yield PageBreak()
        number = f"{wording.ANNEX} {_ROMAN[place]}" if len(annexes) > 1 else wording.ANNEX
        yield Paragraph(number, kind="heading")
        yield Paragraph(title.upper(), kind="heading", anchor=_anchor(place))
        yield from blocks


def _anchor(place: int) -> str:
    return f"phu_luc_{place + 1}"
