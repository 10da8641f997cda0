"""The satisfaction figures as flat tables of real values, for spreadsheets and the CSV file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from exports.document import Cell, Kind, Sheet
from exports.satisfaction_tables import columns_shown
from exports.wording import BLANK, SMALL_NOTE, narrative
from models.surveys.summary import QuestionFigures, SatisfactionSummary, UnitFigures

_DETAIL_HEADINGS: Final = (
    "Mã đơn vị", "Đơn vị", "Mã câu hỏi", "Câu hỏi", "Mã phương án", "Phương án", "Số phiếu",
    "Tỷ lệ (%)",
)  # fmt: skip
_DETAIL_KINDS: Final[tuple[Kind, ...]] = (*("text",) * 6, "integer", "percent")
_QUESTION_HEADINGS: Final = (
    "Nhóm đơn vị", "Mã câu hỏi", "Câu hỏi", "Phiếu hợp lệ", "Có trả lời", "Để trống",
    "Để trống (%)", "Chỉ số", "Điểm tối đa",
)  # fmt: skip
_QUESTION_KINDS: Final[tuple[Kind, ...]] = (
    *("text",) * 3, *("integer",) * 3, "percent", "decimal", "decimal",
)  # fmt: skip
_UNIT_HEADINGS: Final = (
    "Mã đơn vị", "Đơn vị", "Phiếu hợp lệ", "Phiếu không hợp lệ", "Phiếu hài lòng", "Hài lòng (%)",
)  # fmt: skip
_INDEX_KIND: Final[tuple[Kind, ...]] = ("decimal",)
_UNIT_KINDS: Final[tuple[Kind, ...]] = ("text", "text", *("integer",) * 3, "percent")


def sheets(summary: SatisfactionSummary) -> tuple[Sheet, ...]:
    """Return the workbook: by option, by question, by unit, every unit's options, the narrative."""
    detail = records(summary)
    return (_options(summary), _questions(summary), _units(summary), detail, _narrative(summary))


def records(summary: SatisfactionSummary) -> Sheet:
    """Return the long table: one row for each unit, question and option; blanks have no code."""
    rows = tuple(row for unit in summary.units for row in _detail_rows(unit))
    return Sheet(
        "detail",
        "Chi tiết",
        _DETAIL_HEADINGS,
        _DETAIL_KINDS,
        (11, 38, 17, 46, 21, 48, 11, 11),
        rows,
    )


def _options(summary: SatisfactionSummary) -> Sheet:
    rows = tuple(row[1:] for unit in columns_shown(summary) for row in _detail_rows(unit))
    headings = ("Nhóm đơn vị", *_DETAIL_HEADINGS[2:])
    return Sheet(
        "summary", "Tổng hợp", headings, _DETAIL_KINDS[1:], (38, 17, 46, 21, 48, 11, 11), rows
    )


def _detail_rows(unit: UnitFigures) -> Iterator[tuple[Cell, ...]]:
    for question in unit.questions:
        start = (unit.code, unit.name, question.code, question.text)
        for option in question.options:
            yield (*start, option.code, option.text, option.n, option.percent)
        yield (*start, "", BLANK, question.blank, question.blank_percent)


def _questions(summary: SatisfactionSummary) -> Sheet:
    rows = tuple(
        _question_row(unit, question)
        for unit in columns_shown(summary)
        for question in unit.questions
    )
    widths = (38, 17, 46, 13, 12, 12, 13, 10, 12)
    return Sheet("questions", "Theo câu hỏi", _QUESTION_HEADINGS, _QUESTION_KINDS, widths, rows)


def _question_row(unit: UnitFigures, question: QuestionFigures) -> tuple[Cell, ...]:
    return (
        unit.name,
        question.code,
        question.text,
        unit.valid,
        question.answered,
        question.blank,
        question.blank_percent,
        question.index,
        question.max_points,
    )


def _units(summary: SatisfactionSummary) -> Sheet:
    questions = summary.total.questions
    return Sheet(
        "units",
        "Theo đơn vị",
        (*_UNIT_HEADINGS, *(f"Chỉ số: {question.text}" for question in questions)),
        (*_UNIT_KINDS, *_INDEX_KIND * len(questions)),
        (11, 40, 13, 14, 13, 13, *(18 for _ in questions)),
        tuple(_unit_row(unit, questions) for unit in summary.units),
    )


def _unit_row(unit: UnitFigures, questions: tuple[QuestionFigures, ...]) -> tuple[Cell, ...]:
    indices = {question.code: question.index for question in unit.questions}
    return (
        unit.code,
        unit.name,
        unit.valid,
        unit.invalid,
        unit.satisfied,
        unit.satisfied_percent,
        *(indices.get(question.code) for question in questions),
    )


def _narrative(summary: SatisfactionSummary) -> Sheet:
    small = SMALL_NOTE if summary.hides_small else ""
    rows = tuple((text,) for text in (*narrative(summary), summary.note, small) if text)
    return Sheet("narrative", "Thuyết minh", ("Nội dung",), ("text",), (100,), rows)
