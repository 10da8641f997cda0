"""Writes slips as a table that the import reads again with identical answers, and problem lists.

The header holds the import's own column names and the questions' codes.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Final
from uuid import UUID

from exports.sheets import spss
from exports.sheets.apostrophe import neutralise
from exports.sheets.slip_cells import Answer
from exports.sheets.slip_columns import FIELDS, LEGEND, sheet_questions
from exports.sheets.workbook import Table, workbook_bytes
from models.errors import Problem, UserError
from models.questionnaires.form import Form, Node
from models.sentences.catalog import Language, say
from models.store.files import write_atomically

Value = str | int | float | dt.date | None
_ORDER: Final = (
    "unit", "date", "number", "channel", "status", "reason", "note", "dossier", "id",
)  # fmt: skip
_STATUS: Final = {"valid": "Hợp lệ", "invalid": "Không hợp lệ"}
_EXACT: Final = 2**53


@dataclass(frozen=True, slots=True)
class SlipOut:
    """One slip as it leaves; `status` is "valid" or "invalid", blank answers are left out."""

    unit: str
    collected_on: dt.date
    number: str | None = None
    channel: str = "paper"
    status: str = "valid"
    reason: str | None = None
    note: str = ""
    dossier: str | None = None
    answers: Mapping[str, Answer] = field(default_factory=dict)
    id: UUID | None = None


def write_slips(path: Path, rows: Iterable[SlipOut], form: Form) -> int:
    """Write the slips as .csv, .xlsx or .sps (with its data beside it); return how many.

    Questions inside repeats do not fit one row a slip and are left out. Raises UserError
    `sheets.suffix` or `sheets.too_long`, KnownError `sheets.disk`; a file is whole or not there.
    """
    suffix = path.suffix.casefold()
    questions = sheet_questions(form)
    if suffix == ".sps":
        return spss.write(path, [(_fields(row), row.answers) for row in rows], form)
    header = [FIELDS[name][0] for name in _ORDER] + [node.name for node in questions]
    if suffix == ".csv":
        table = [[*_fields(row), *_answers(row, questions, as_text=True)] for row in rows]
        write_atomically(path, csv_bytes([header, *table]), refused="sheets.disk")
    elif suffix == ".xlsx":
        table = [[*_fields(row), *_answers(row, questions, as_text=False)] for row in rows]
        legend = Table(LEGEND, ("Mã câu hỏi", "Câu hỏi", "Mã lựa chọn", "Lựa chọn"), _legend(form))
        book = workbook_bytes([Table("Phiếu", header, table), legend], path.name)
        write_atomically(path, book, refused="sheets.disk")
    else:
        raise UserError("sheets.suffix", file=path.name, suffixes=".csv, .xlsx, .sps")
    return len(table)


def write_problems(path: Path, problems: Iterable[Problem], language: Language = "vi") -> int:
    """Write problems as .csv or .xlsx, one a row (sheet, row, column, sentence); return how many.

    Raises UserError `sheets.suffix`, KnownError `sheets.disk`.
    """
    header = (
        ("Trang tính", "Dòng", "Cột", "Nội dung")
        if language == "vi"
        else ("Sheet", "Row", "Column", "Problem")
    )
    table: list[list[Value]] = [
        [problem.sheet, problem.row, problem.column, say(problem, language)] for problem in problems
    ]
    suffix = path.suffix.casefold()
    if suffix == ".csv":
        write_atomically(path, csv_bytes([header, *table]), refused="sheets.disk")
    elif suffix == ".xlsx":
        name = "Lỗi" if language == "vi" else "Problems"
        book = workbook_bytes([Table(name, header, table)], path.name)
        write_atomically(path, book, refused="sheets.disk")
    else:
        raise UserError("sheets.suffix", file=path.name, suffixes=".csv, .xlsx")
    return len(table)


def csv_bytes(rows: Iterable[Sequence[Value]]) -> bytes:
    """Return rows as CSV for spreadsheets: UTF-8 with its mark, formulas made harmless."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    for row in rows:
        writer.writerow([_csv_value(value) for value in row])
    return text.getvalue().encode("utf-8-sig")


def _csv_value(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, dt.date):
        return value.strftime("%d/%m/%Y")
    return neutralise(value) if isinstance(value, str) else str(value)


def _fields(row: SlipOut) -> list[Value]:
    status = _STATUS[row.status]
    return [
        row.unit, row.collected_on, row.number, row.channel, status, row.reason, row.note or None,
        row.dossier, str(row.id) if row.id else None,
    ]  # fmt: skip


def _answers(row: SlipOut, questions: Sequence[Node], *, as_text: bool) -> Iterator[Value]:
    for node in questions:
        answer = row.answers.get(node.name)
        if answer is None:
            yield None
        elif not isinstance(answer, str):
            yield " ".join(answer)
        elif node.kind in ("integer", "decimal"):
            yield _number(answer) if not as_text else answer.replace(".", ",")
        elif node.kind == "date":
            yield _date(answer)
        else:
            yield answer


def _number(answer: str) -> Value:
    """A number where the spreadsheet gives back the same digits, else text with a comma."""
    try:
        exact = Decimal(answer)
        number = int(exact) if exact == exact.to_integral_value() else float(exact)
    except (InvalidOperation, ValueError, OverflowError):
        return answer
    same = str(number) == answer and abs(number) < _EXACT
    return number if same else answer.replace(".", ",")


def _date(answer: str) -> Value:
    try:
        return dt.date.fromisoformat(answer)
    except ValueError:
        return answer


def _legend(form: Form) -> list[list[Value]]:
    lines: list[list[Value]] = []
    for node in sheet_questions(form):
        label = form.text(node.labels)
        lines.append([node.name, label, None, None])
        for choice in form.choices(node):
            lines.append([node.name, label, choice.name, form.text(choice.labels)])
    return lines
