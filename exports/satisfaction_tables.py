"""The printed tables of the satisfaction report, laid out for an A4 page held upright."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, TypeVar

from exports import wording
from exports.document import Cell, Column, HeaderCell, Row, Table
from models.surveys.summary import (
    OptionFigures,
    QuestionFigures,
    SatisfactionSummary,
    UnitFigures,
)

NOT_COUNTED: Final = "–"
_Coded = TypeVar("_Coded", QuestionFigures, OptionFigures)

_Cells = tuple[Cell, Cell, Cell]

# Three groups of figures are what stays readable beside the options on an upright page.
_GROUPS_A_TABLE: Final = 3
_TRIPLE: Final = (Column("integer", 8), Column("percent", 6), Column("decimal", 6))
_UNASKED: Final[_Cells] = (NOT_COUNTED, None, None)
_UNIT_COLUMNS: Final = (
    Column("integer", 7), Column("text", 31), Column("integer", 10), Column("integer", 10),
    Column("percent", 10),
)  # fmt: skip


def columns_shown(summary: SatisfactionSummary) -> tuple[UnitFigures, ...]:
    """Return whose figures are set side by side: each group and the total, or the only group."""
    return summary.groups if len(summary.groups) == 1 else (*summary.groups, summary.total)


def figures_tables(summary: SatisfactionSummary) -> Iterator[Table]:
    """Yield the tables of all questions, at most three groups beside each other in one."""
    shown = columns_shown(summary)
    parts = [shown[at : at + _GROUPS_A_TABLE] for at in range(0, len(shown), _GROUPS_A_TABLE)]
    for number, part in enumerate(parts, start=1):
        caption = wording.table_caption(summary.period, number, len(parts))
        if len(shown) == 1:
            caption = f"{caption}, {shown[0].name}"
        yield _figures_table(caption, summary.total.questions, part)


def units_table(summary: SatisfactionSummary) -> Table:
    """Return the table with one row a unit: slips, satisfied share, index of each question."""
    questions = summary.total.questions
    headings = tuple(HeaderCell(text, rows=2) for text in wording.UNIT_HEADINGS)
    top = (*headings, HeaderCell(wording.INDEX_HEADING, columns=len(questions)))
    below = tuple(HeaderCell(f"({number})") for number in range(1, len(questions) + 1))
    rows = [_unit_row(number, unit, questions) for number, unit in enumerate(summary.units, 1)]
    total = Row(("", wording.TOTAL, *_unit_cells(summary.total, questions)), "total")
    return Table(
        wording.units_caption(summary.period),
        (*_UNIT_COLUMNS, *(Column("decimal", 6) for _ in questions)),
        (top, below) if questions else (headings,),
        (*rows, total),
    )


def _figures_table(
    caption: str, questions: Sequence[QuestionFigures], units: Sequence[UnitFigures]
) -> Table:
    rows = [*_slip_rows(units)]
    for number, question in enumerate(questions, start=1):
        rows.extend(_question_rows(number, question, units))
    label = Column("text", 100 - 20 * len(units))
    return Table(caption, (label, *_TRIPLE * len(units)), _figures_header(units), tuple(rows))


def _figures_header(units: Sequence[UnitFigures]) -> tuple[tuple[HeaderCell, ...], ...]:
    below = tuple(HeaderCell(text) for _ in units for text in wording.FIGURES_HEADINGS)
    if len(units) == 1:
        return ((HeaderCell(wording.OPTION_HEADING), *below),)
    names = (HeaderCell(unit.name, columns=len(_TRIPLE)) for unit in units)
    return ((HeaderCell(wording.OPTION_HEADING, rows=2), *names), below)


def _slip_rows(units: Sequence[UnitFigures]) -> Iterator[Row]:
    valid = ((unit.valid, None, None) for unit in units)
    invalid = ((unit.invalid, None, None) for unit in units)
    satisfied = (
        _UNASKED if unit.lacks_overall else (unit.satisfied, unit.satisfied_percent, None)
        for unit in units
    )  # fmt: skip
    yield Row((wording.VALID_LABEL, *_beside(valid)), "total")
    yield Row((wording.INVALID_LABEL, *_beside(invalid)))
    yield Row((wording.SATISFIED_LABEL, *_beside(satisfied)))


def _question_rows(
    number: int, question: QuestionFigures, units: Sequence[UnitFigures]
) -> Iterator[Row]:
    same = [_find(unit.questions, question.code) for unit in units]
    answers = ((one.answered, None, _index(one)) if one else _UNASKED for one in same)
    blanks = ((one.blank, one.blank_percent, None) if one else _UNASKED for one in same)
    yield Row((f"{number}. {question.text}", *_beside(answers)), "section")
    for option in question.options:
        chosen = (None if one is None else _find(one.options, option.code) for one in same)
        yield Row((option.text, *_beside(_counted(one) for one in chosen)))
    yield Row((wording.BLANK, *_beside(blanks)))


def _counted(option: OptionFigures | None) -> _Cells:
    return _UNASKED if option is None else (option.n, option.percent, None)


def _index(question: QuestionFigures | None) -> Cell:
    return NOT_COUNTED if question is None or question.index is None else question.index


def _beside(groups: Iterable[_Cells]) -> tuple[Cell, ...]:
    return tuple(cell for cells in groups for cell in cells)


def _unit_row(number: int, unit: UnitFigures, questions: Sequence[QuestionFigures]) -> Row:
    return Row((number, unit.name, *_unit_cells(unit, questions)))


def _unit_cells(unit: UnitFigures, questions: Sequence[QuestionFigures]) -> tuple[Cell, ...]:
    share = NOT_COUNTED if unit.satisfied_percent is None else unit.satisfied_percent
    indices = (_index(_find(unit.questions, question.code)) for question in questions)
    return (unit.valid, unit.invalid, share, *indices)


def _find(things: Sequence[_Coded], code: str) -> _Coded | None:
    return next((thing for thing in things if thing.code == code), None)
