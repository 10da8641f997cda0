"""Reads one row of a sheet of slips, cell by cell, naming everything that is wrong with it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TypeVar
from uuid import UUID

from exports.sheets import slip_cells as cells
from exports.sheets.read import Cell, Row
from exports.sheets.slip_cells import Answer, CellError, Options, shorten, text_of
from exports.sheets.slip_columns import Columns, sheet_questions
from exports.sheets.slip_records import Defaults, Known, SlipRow, Status, UnitLookup, UnitMatch
from models.errors import Problem
from models.questionnaires.form import Form

_T = TypeVar("_T")


class RowReader:
    """Reads rows under one header; knows the form, the units and what holds by default."""

    def __init__(
        self, form: Form, columns: Columns, units: UnitLookup, today: dt.date, known: Known,
        defaults: Defaults,
    ) -> None:  # fmt: skip
        self._columns, self._units, self._today, self._defaults = columns, units, today, defaults
        self._readers = {
            node.name: cells.answer_reader(form, node) for node in sheet_questions(form)
        }
        self._channels = Options({code: (label,) for code, label in known.channels.items()})
        self._any_channel = not known.channels
        self._reasons = Options({code: (label,) for code, label in known.reasons.items()})
        self._matches: dict[tuple[str, dt.date], UnitMatch] = {}
        self._problems: list[Problem] = []
        self._row = 0

    def read(self, number: int, row: Row) -> tuple[SlipRow | None, list[Problem]]:
        """Return the slip of row `number` and its problems; None where too much is missing."""
        self._row, self._problems = number, []
        day = self._cell(row, "date", self._day)
        unit = None
        if day is not None:
            unit = self._cell(row, "unit", lambda cell: self._unit(cell, day))
        channel = self._cell(row, "channel", self._channel)
        status, reason = self._validity(row)
        answers = self._answers(row)
        slip_number = self._text(row, "number") or None
        dossier, note = self._text(row, "dossier") or None, self._text(row, "note")
        said = any(self._field(row, name) is not None for name in ("status", "invalid"))
        if status == "valid" and not answers and not said and slip_number is None:
            self._problem("sheets.no_answers", None)
        if day is None or unit is None or channel is None or status is None:
            return None, self._problems
        slip = SlipRow(
            number, unit, day, slip_number, channel, status, reason, note, dossier, answers,
            self._cell(row, "id", _identity),
        )  # fmt: skip
        return slip, self._problems

    def _field(self, row: Row, name: str) -> Cell:
        place = self._columns.fields.get(name)
        return None if place is None else row[place]

    def _problem(self, code: str, column: str | None, **params: object) -> None:
        self._problems.append(Problem(code, self._row, column, params=params))

    def _cell(self, row: Row, name: str, read: Callable[[Cell], _T]) -> _T | None:
        try:
            return _read_cell(self._field(row, name), read)
        except CellError as error:
            self._problem(error.code, self._columns.header(name), **error.params)
            return None

    def _text(self, row: Row, name: str) -> str:
        return self._cell(row, name, text_of) or ""

    def _day(self, cell: Cell) -> dt.date:
        if cell is not None:
            return cells.read_date(cell, today=self._today)
        if self._defaults.collected_on is None:
            raise CellError("sheets.blank", {})
        return self._defaults.collected_on

    def _unit(self, cell: Cell, day: dt.date) -> str:
        text = text_of(cell)
        if not text:
            if self._defaults.unit is None:
                raise CellError("sheets.blank", {})
            return self._defaults.unit
        match = self._match(text, day)
        if match.code is None and not match.candidates and text.isdecimal():
            # A spreadsheet that took the code for a number dropped its leading zeros.
            match = self._match(text.zfill(5), day)
        if match.code is None and match.candidates:
            names = shorten(", ".join(match.candidates))
            raise CellError("sheets.unit_ambiguous", {"value": shorten(text), "candidates": names})
        if match.code is None:
            raise CellError("sheets.unit_unknown", {"value": shorten(text)})
        return match.code

    def _match(self, text: str, day: dt.date) -> UnitMatch:
        if (text, day) not in self._matches:
            self._matches[text, day] = self._units(text, day)
        return self._matches[text, day]

    def _channel(self, cell: Cell) -> str:
        text = text_of(cell)
        if not text:
            return self._defaults.channel
        found = text if self._any_channel else self._channels.find(text)
        if found is None:
            raise self._channels.unknown(text)
        return found

    def _validity(self, row: Row) -> tuple[Status | None, str | None]:
        before = len(self._problems)
        status = self._cell(row, "status", cells.read_status)
        # In the column "Không hợp lệ" a yes means that the slip is invalid.
        if self._cell(row, "invalid", cells.read_status) == "valid":
            if status == "valid":
                self._problem("sheets.status_contradicts", self._columns.header("invalid"))
            status = "invalid"
        text = self._text(row, "reason")
        if len(self._problems) > before:
            return None, None
        if status is None:
            status = "invalid" if text else "valid"
        if (status == "valid") == bool(text):
            code = "sheets.reason_of_valid" if text else "sheets.reason_missing"
            self._problem(code, self._columns.header("reason"))
        return status, (self._reasons.find(text) or text) if text else None

    def _answers(self, row: Row) -> dict[str, Answer]:
        answers: dict[str, Answer] = {}
        for code, place in self._columns.questions.items():
            if row[place] is None:
                continue
            try:
                answers[code] = _read_cell(row[place], self._readers[code])
            except CellError as error:
                self._problem(error.code, self._columns.headers[place], **error.params)
        return answers


def _read_cell(cell: Cell, read: Callable[[Cell], _T]) -> _T:
    if cells.is_error(cell):
        raise CellError("sheets.error_cell", {"value": shorten(cell)})
    return read(cell)


def _identity(cell: Cell) -> UUID | None:
    text = text_of(cell)
    try:
        return UUID(text) if text else None
    except ValueError as error:
        raise CellError("sheets.identity_wrong", {"value": shorten(text)}) from error
