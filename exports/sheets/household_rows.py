"""Reads the rows of a household list by its layout into rows ready for a command.

Nothing is stored here. Columns are read one after the other, since cells of one column repeat.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any, Final

from exports.sheets import household_cells as read
from exports.sheets.household_layout import LayoutGuess
from exports.sheets.household_names import hamlet_kind
from exports.sheets.household_placing import place_rows
from exports.sheets.household_records import HouseholdSheet, ListContext, Unsettled
from exports.sheets.household_sections import Sifted, sift
from exports.sheets.household_twice import without_repeats
from exports.sheets.household_units import UnitNames
from exports.sheets.legacy import Preview
from exports.sheets.read import Cell, Sheet
from exports.sheets.slip_cells import shorten, text_of
from models.errors import Problem
from models.households.records import ListRow

_MAX_NOTES: Final = 200
_TEXTS: Final = ("list_code", "address", "street")
# Columns that are used up by a field or name the household's place; all others are kept as text.
_USED: Final = frozenset(
    [*_TEXTS, "name", "phone", "house_number", "hamlet", "unit", "old_unit", "code", "place_id",
     "place", "lat", "lon", "has_plate", "plate_on", "given_name"]
)  # fmt: skip
_SHORTEST_NUMBER: Final = 9
_NINE: Final = re.compile(r"\d{9}")
# An identity card's number in free text: twelve digits, or nine after the card's name.
_IDENTITY: Final = re.compile(
    r"(?<!\d)0\d\d[0-3]\d{8}(?!\d)|(?<=cmnd)\D{0,6}\d{9,12}|(?<=cccd)\D{0,6}\d{9,12}", re.IGNORECASE
)


def read_rows(
    sheet: Sheet, layout: LayoutGuess, context: ListContext, *, preview: Preview | None = None
) -> HouseholdSheet:
    """Return the households of one sheet, with every problem and note.

    A field whose column is blank from top to bottom counts as absent. What stands twice is refused
    as `without_repeats` says.
    """
    return without_repeats([read_sheet_rows(sheet, layout, context, preview=preview)])[0]


def read_sheet_rows(
    sheet: Sheet, layout: LayoutGuess, context: ListContext, *, preview: Preview | None = None
) -> HouseholdSheet:
    """Return the same as `read_rows`, but for what stands twice: a list may have more sheets."""
    preview = preview or Preview("unicode")
    job = RowReading(sheet, layout, context, has_capitals=preview.encoding != "tcvn3")
    rows = job.run()
    header = tuple(
        tuple(text_of(cell) for cell in sheet.rows[index]) for index in layout.header_rows
    )
    job.problems.sort(key=lambda problem: problem.row or 0)
    return HouseholdSheet(
        sheet.name, layout, header, tuple(rows), tuple(job.problems), tuple(job.notes),
        job.unsettled, len(job.bad), job.waiting, preview,
    )  # fmt: skip


class RowReading:
    """One pass over one sheet; collects values by field, problems and notes.

    Text that came in TCVN3 has no capitals with a tone (`has_capitals`): names get theirs back.
    """

    def __init__(
        self, sheet: Sheet, layout: LayoutGuess, context: ListContext, *, has_capitals: bool = True
    ) -> None:
        self.problems: list[Problem] = []
        self.notes: list[Problem] = []
        self.bad: set[int] = set()
        self.waiting = 0
        self.unsettled: tuple[Unsettled, ...] = ()
        self.sheet, self.layout, self.context = sheet, layout, context
        self.names = UnitNames(context.units, context.today)
        self.values: dict[str, list[Any]] = {}
        self._has_capitals = has_capitals
        self._told: Counter[str] = Counter()
        self._numbers: list[int] = []
        self._columns: list[Sequence[Cell]] = []

    def run(self) -> list[ListRow]:
        """Return the rows that can be stored."""
        sifted = sift(self.sheet, self.layout, self.names)
        if not sifted.indexes:
            self._tell_nothing()
            return []
        self._numbers = [self.sheet.first_row_number + index for index in sifted.indexes]
        picked = [self.sheet.rows[index] for index in sifted.indexes]
        self._columns = list(zip(*picked, strict=True))
        self._tell_unread(sifted)
        self._read_fields()
        placed = place_rows(self, sifted.sections)
        self._check_somebody()
        self.unsettled, self.waiting = placed.unsettled, len(placed.waiting - self.bad)
        left_out = self.bad | placed.waiting
        return self._rows([pos for pos in range(len(picked)) if pos not in left_out])

    @property
    def count(self) -> int:
        """Return the number of the households' rows."""
        return len(self._numbers)

    def column(self, field: str) -> Sequence[Cell] | None:
        """Return the cells of a field's column, None where there is none or nothing in it."""
        place = self.layout.columns.get(field)
        if place is None:
            return None
        cells = self._columns[place]
        return None if cells.count(None) == len(cells) else cells

    def report(self, field: str) -> read.Report:
        """Return what takes the problems of a field's column."""
        place = self.layout.columns.get(field)
        header = None if place is None else self.layout.column_name(place)

        def add(position: int, code: str, /, *, note: bool = False, **params: Any) -> None:
            problem = Problem(code, self._numbers[position], header, self.sheet.name, params)
            if note:
                self.note(problem)
            else:
                self.bad.add(position)
                self.problems.append(problem)

        return add

    def note(self, problem: Problem) -> None:
        """Add a note; the same remark on every row of a long list helps nobody."""
        self._told[problem.code] += 1
        if self._told[problem.code] <= _MAX_NOTES:
            self.notes.append(problem)

    def _tell_nothing(self) -> None:
        code = "households.header_only" if self.layout.header_rows else "sheets.empty"
        self.problems.append(Problem(code, sheet=self.sheet.name))

    def _tell_unread(self, sifted: Sifted) -> None:
        for index in sifted.unread:
            text = next(cell for cell in self.sheet.rows[index] if isinstance(cell, str))
            row = self.sheet.first_row_number + index
            params = {"value": shorten(text)}
            self.note(Problem("households.row_not_read", row, None, self.sheet.name, params))

    # Fields

    def _read_fields(self) -> None:
        for field in _TEXTS:
            cells = self.column(field)
            if cells is not None:
                self.values[field] = read.texts(cells, field, self.report(field))
        self._read("name", read.names)
        if "list_code" in self.values:
            self.values["list_code"] = [code or None for code in self.values["list_code"]]
        self._join_names()
        if "name" in self.values and not self._has_capitals:
            self.values["name"] = [_capitalised(name) for name in self.values["name"]]
        for field in ("name", "address"):
            if field in self.values:
                self.values[field] = _without_numbers(self.values[field])
        self._read("phone", read.phones)
        self._read("house_number", read.house_numbers)
        kind = hamlet_kind(self._lowest_header("hamlet"))
        self._read("hamlet", lambda cells, report: read.hamlets(cells, kind, report))
        self._read("code", read.codes)
        self._read("place_id", read.place_ids)
        self._read_places()
        self._read_plates()

    def _lowest_header(self, field: str) -> str:
        """Return the sub-header alone above a field's column, "" where there is none."""
        place = self.layout.columns.get(field)
        if place is None:
            return ""
        texts = [text_of(self.sheet.rows[index][place]) for index in self.layout.header_rows]
        return next((text for text in reversed(texts) if text), "")

    def _read(self, field: str, how: Callable[[Sequence[Cell], read.Report], list[Any]]) -> None:
        cells = self.column(field)
        if cells is not None:
            self.values[field] = how(cells, self.report(field))

    def _join_names(self) -> None:
        given = self.column("given_name")
        if given is None:
            return
        last = read.texts(given, "name", self.report("given_name"))
        first = self.values.get("name", [""] * self.count)
        self.values["name"] = [f"{a} {b}".strip() for a, b in zip(first, last, strict=True)]

    def _read_places(self) -> None:
        self._read("place", read.places)
        lats, lons = self.column("lat"), self.column("lon")
        if "place" in self.values or lats is None or lons is None:
            return
        self.values["place"] = read.pairs(lats, lons, self.report("lat"))

    def _read_plates(self) -> None:
        today = self.context.today
        self._read("plate_on", lambda cells, report: read.days(cells, today, report))
        cells = self.column("has_plate")
        on = self.values.get("plate_on")
        if cells is None:
            if on is not None:
                self.values["has_plate"] = [day is not None for day in on]
            return
        has, dated = read.plates(cells, today, self.report("has_plate"))
        if on is None and any(dated):
            on = self.values["plate_on"] = dated
        if on is not None:
            # A day in its column says that the plate is there, whatever the other one leaves out.
            has = [a or (b is not None and cell is None)
                   for a, b, cell in zip(has, on, cells, strict=True)]  # fmt: skip
        self.values["has_plate"] = has

    def _check_somebody(self) -> None:
        said = [
            self.values[name]
            for name in ("name", "address", "house_number", "street")
            if name in self.values
        ]
        report = self.report("name")
        if not said:
            return
        for position, words in enumerate(zip(*said, strict=True)):
            if not any(words) and position not in self.bad:
                report(position, "households.row_nobody")

    # Rows

    def _rows(self, positions: list[int]) -> list[ListRow]:
        names = list(self.values)
        extras = self._extras()
        units, hamlets, numbers = self.values["unit"], self.values["hamlet"], self._numbers
        every = list(zip(*self.values.values(), strict=True))
        return [
            ListRow(
                numbers[pos], units[pos], hamlets[pos],
                dict(zip(names, every[pos], strict=True)), extras[pos],
            )
            for pos in positions
        ]  # fmt: skip

    def _extras(self) -> list[dict[int, str]]:
        """Return the cells that mean nothing here, as text; numbers of identity cards are cut."""
        columns = self.layout.columns
        kept = {place for field, place in columns.items() if field not in _USED}
        kept |= set(self.layout.unmapped)
        extras: list[dict[int, str]] = [{} for _ in range(self.count)]
        known: dict[str, str] = {}
        for place in sorted(kept - {columns[f] for f in columns if f in _USED}):
            for extra, cell in zip(extras, self._columns[place], strict=True):
                if cell is not None:
                    text = cell if type(cell) is str else text_of(cell)
                    if len(text) >= _SHORTEST_NUMBER:
                        # Remarks repeat; each is looked through once.
                        text = known.get(text) or known.setdefault(text, _unnumbered(text))
                    extra[place] = text
        return extras


def _capitalised(name: str) -> str:
    return " ".join(word[:1].upper() + word[1:] for word in name.split(" "))


def _without_numbers(texts: list[str]) -> list[str]:
    # Hardly any column has a number that long: one look at all of it says so.
    if _NINE.search("|".join(texts)) is None:
        return texts
    return [_unnumbered(text) for text in texts]


def _unnumbered(text: str) -> str:
    if _NINE.search(text) is None:
        return text
    return _IDENTITY.sub("…", text)
