"""Reads slips that were keyed elsewhere, one row a slip, into rows ready for a command.

Nothing is stored here. A row with a problem is left out of `rows`; a problem of the header leaves
all rows out, since answers would be lost in silence. What deserves a look but stops nothing
(columns that are not read, converted text, odd dossier codes) stands in `notes`.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from pathlib import Path
from typing import Final

from exports.sheets import slip_cells as cells
from exports.sheets import slip_text
from exports.sheets.guard import disk
from exports.sheets.legacy import Preview
from exports.sheets.read import Row, Sheet, column_letters, read_sheet
from exports.sheets.slip_cells import shorten
from exports.sheets.slip_columns import FIELDS, LEGEND, Columns, find_columns, sheet_questions
from exports.sheets.slip_records import (
    Defaults,
    Known,
    SlipRow,
    SlipSheet,
    UnitLookup,
    UnitMatch,
)
from exports.sheets.slip_rows import RowReader
from models.errors import Problem
from models.questionnaires.form import Form

__all__ = [
    "Defaults", "Known", "SlipRow", "SlipSheet", "UnitLookup", "UnitMatch", "read_slips",
]  # fmt: skip
_MAX_NOTES: Final = 200


def read_slips(
    path: Path,
    form: Form,
    *,
    units: UnitLookup,
    today: dt.date,
    known: Known | None = None,
    defaults: Defaults | None = None,
    sheet: str | None = None,
) -> SlipSheet:
    """Return the slips of a CSV, XLSX or XLS file, with every problem and note.

    Raises UserError and KnownError as `read_sheet` does, for files that are no table at all.
    """
    read = read_sheet(path, sheet=sheet)
    with disk(path):
        digest = hashlib.blake2b(path.read_bytes(), digest_size=32).hexdigest()
    job = _Reading(read, form, units, today, known or Known(), defaults or Defaults())
    job.run()
    return SlipSheet(
        tuple(job.slips), tuple(job.problems), tuple(job.notes), job.preview, digest,
        job.rejected, read.name,
    )  # fmt: skip


class _Reading:
    """One pass over one sheet; collects slips, problems and notes."""

    def __init__(
        self, sheet: Sheet, form: Form, units: UnitLookup, today: dt.date, known: Known,
        defaults: Defaults,
    ) -> None:  # fmt: skip
        self.slips: list[SlipRow] = []
        self.problems: list[Problem] = []
        self.notes: list[Problem] = []
        self.preview = Preview("unicode")
        self.rejected = 0
        self._sheet, self._form, self._units, self._today = sheet, form, units, today
        self._known, self._defaults = known, defaults
        self._seen: dict[tuple[object, ...], int] = {}

    def run(self) -> None:
        sheet = self._sheet
        if not sheet.rows:
            self.problems.append(Problem("sheets.empty", sheet=sheet.name))
            return
        converted = slip_text.convert_sheet(sheet, lambda rows: find_columns(rows, self._form))
        self.preview, columns = converted.preview, converted.columns
        if columns is None:
            wanted = ", ".join(FIELDS[name][0] for name in ("unit", "date", "number"))
            self.problems.append(
                Problem("sheets.no_header", sheet=sheet.name, params={"wanted": wanted})
            )
            return
        self._check_header(columns)
        self._note_header(columns)
        if not self.problems:
            self._read_rows(converted.rows, columns)

    # The header

    def _check_header(self, columns: Columns) -> None:
        row = self._number(columns.row)
        self.problems += [Problem(p.code, row, p.column, params=p.params) for p in columns.problems]
        given = {"unit": self._defaults.unit, "date": self._defaults.collected_on}
        for name, default in given.items():
            if name not in columns.fields and default is None:
                self.problems.append(Problem("sheets.column_missing", row, FIELDS[name][0]))
        if not columns.questions:
            codes = ", ".join(node.name for node in sheet_questions(self._form))
            self.problems.append(Problem("sheets.no_questions", row, params={"codes": codes}))

    def _note_header(self, columns: Columns) -> None:
        row = self._number(columns.row)
        if self.preview.encoding != "unicode":
            name = slip_text.name_of(self.preview.encoding)
            self.notes.append(Problem("sheets.converted", params={"encoding": name}))
        named = {problem.column for problem in columns.problems}
        for place in columns.unknown:
            if columns.headers[place] not in named:
                self.notes.append(Problem("sheets.column_not_read", row, columns.headers[place]))
        for node in sheet_questions(self._form):
            if columns.questions and node.name not in columns.questions:
                self.notes.append(Problem("sheets.question_absent", row, node.name))
        for other in self._sheet.others:
            if other != LEGEND:
                self.notes.append(Problem("sheets.sheet_not_read", sheet=other))

    def _number(self, index: int) -> int:
        return self._sheet.first_row_number + index

    # The rows

    def _read_rows(self, rows: list[Row], columns: Columns) -> None:
        reader = RowReader(
            self._form, columns, self._units, self._today, self._known, self._defaults
        )
        filled = 0
        for index in range(columns.row + 1, len(rows)):
            number = self._number(index)
            if all(cell is None for cell in rows[index]):
                continue
            filled += 1
            self._note_beside(rows[index], number, columns)
            slip, problems = reader.read(number, rows[index])
            if slip is not None:
                problems += self._twice(slip, columns)
                self._note_slip(slip, columns)
            if slip is not None and not problems:
                self.slips.append(slip)
            else:
                self.rejected += 1
            self.problems += problems
        if not filled:
            row = self._number(columns.row)
            self.problems.append(Problem("sheets.header_only", row, sheet=self._sheet.name))

    def _note(self, code: str, row: int, column: str | None, **params: object) -> None:
        # The same remark on every row of a long list helps nobody.
        if len(self.notes) < _MAX_NOTES:
            self.notes.append(Problem(code, row, column, params=params))

    def _note_beside(self, row: Row, number: int, columns: Columns) -> None:
        for place, header in enumerate(columns.headers):
            if row[place] is not None and not header.strip():
                self._note("sheets.no_header_above", number, column_letters(place + 1))

    def _note_slip(self, slip: SlipRow, columns: Columns) -> None:
        if slip.dossier is not None and not cells.looks_like_dossier(slip.dossier):
            value = shorten(slip.dossier)
            self._note("sheets.dossier_odd", slip.row, columns.header("dossier"), value=value)
        if slip.status == "valid" and not slip.answers:
            self._note("sheets.all_blank", slip.row, None)

    def _twice(self, slip: SlipRow, columns: Columns) -> list[Problem]:
        """The slip's number again in its unit and month, or its dossier rated again."""
        marks: list[tuple[str, str, tuple[object, ...]]] = []
        if slip.id is not None:
            # A file that a store wrote: numbers begin anew in each batch, identities do not.
            marks.append(("id", str(slip.id), (slip.id,)))
        elif slip.number is not None:
            month = (slip.unit, slip.collected_on.year, slip.collected_on.month)
            marks.append(("number", slip.number, (*month, _bare_number(slip.number))))
        if slip.dossier is not None and slip.status == "valid":
            marks.append(("dossier", slip.dossier, ("".join(slip.dossier.split()).casefold(),)))
        problems = []
        for name, value, mark in marks:
            first = self._seen.setdefault((name, *mark), slip.row)
            if first != slip.row:
                params = {"value": shorten(value), "first": first}
                column = columns.header(name)
                problems.append(Problem(f"sheets.{name}_twice", slip.row, column, params=params))
        return problems


def _bare_number(number: str) -> str:
    # Spreadsheets drop leading zeros from some cells and not from others.
    return (number.lstrip("0") or "0") if number.isdecimal() else number.casefold()
