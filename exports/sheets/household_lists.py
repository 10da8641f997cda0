"""Opens a file of households, which may have a sheet for each hamlet, and reads all of it."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from exports.sheets import household_text
from exports.sheets.guard import disk
from exports.sheets.household_layout import guess_layout
from exports.sheets.household_records import HouseholdSheet, ListContext, ListSource, Unsettled
from exports.sheets.household_rows import read_sheet_rows
from exports.sheets.household_sections import said_above, sift
from exports.sheets.household_twice import without_repeats
from exports.sheets.household_units import Map, UnitNames, decide
from exports.sheets.read import read_sheets
from exports.sheets.slip_cells import text_of
from models.errors import Problem
from models.households.records import ListRow
from models.memory import uncollected


@dataclass(frozen=True, slots=True)
class ListFile:
    """An opened file: its sheets that are lists, and what is wrong where none is.

    `digest` is the BLAKE2b-256 of the file's bytes in hex.
    """

    name: str
    digest: str
    sources: tuple[ListSource, ...]
    problems: tuple[Problem, ...]
    notes: tuple[Problem, ...]

    def with_columns(self, fingerprint: str, columns: Mapping[str, int]) -> ListFile:
        """Return the file with the columns that a person chose for the sheets of one layout."""
        sources = tuple(
            replace(source, layout=source.layout.corrected(columns))
            if source.layout.fingerprint == fingerprint
            else source
            for source in self.sources
        )
        return replace(self, sources=sources)


@dataclass(frozen=True, slots=True)
class HouseholdList:
    """All that a file holds: its sheets, and every row, problem and note of them in order."""

    sheets: tuple[HouseholdSheet, ...]
    rows: tuple[ListRow, ...]
    problems: tuple[Problem, ...]
    notes: tuple[Problem, ...]
    unsettled: tuple[Unsettled, ...]
    rejected: int
    waiting: int


def open_list(path: Path) -> ListFile:
    """Return the file's visible sheets with their layouts as they are guessed.

    Raises UserError and KnownError as `read_sheets` does, for files that are no table at all.
    """
    with uncollected():
        sheets = read_sheets(path)
    with disk(path), path.open("rb") as file:
        digest = hashlib.file_digest(file, lambda: hashlib.blake2b(digest_size=32)).hexdigest()
    sources: list[ListSource] = []
    problems: list[Problem] = []
    for sheet in sheets:
        if not sheet.rows:
            problems.append(Problem("sheets.empty", sheet=sheet.name))
            continue
        readable = household_text.to_unicode(sheet)
        sources.append(
            ListSource(readable.sheet, guess_layout(readable.sheet), readable.preview)
        )
    hidden = [_of_sheet("households.sheet_hidden", name) for name in sheets[0].hidden]
    lists = [source for source in sources if source.layout.is_list]
    others = [source.sheet.name for source in sources if not source.layout.is_list]
    if lists:
        notes = [_of_sheet("households.sheet_not_read", name) for name in others]
        notes += [note for source in lists if (note := _on_header(source)) is not None]
        return ListFile(path.name, digest, tuple(lists), (), (*notes, *hidden))
    problems += [_of_sheet("households.no_header", name) for name in others]
    # A person may still say what the columns hold, so the sheets are handed on.
    return ListFile(path.name, digest, tuple(sources), tuple(problems), tuple(hidden))


def _of_sheet(code: str, name: str) -> Problem:
    return Problem(code, sheet=name, params={"sheet": name})


def _on_header(source: ListSource) -> Problem | None:
    """Return what is to be looked at where no name of a column was recognised."""
    layout, sheet = source.layout, source.sheet
    if not layout.header_rows:
        first = sheet.first_row_number + layout.first_data_row
        return Problem("households.header_missing", row=first, sheet=sheet.name)
    if layout.is_header_guessed:
        row = sheet.first_row_number + layout.header_rows[0]
        return Problem("households.header_guessed", row=row, sheet=sheet.name)
    return None


def read_list(file: ListFile, context: ListContext) -> HouseholdList:
    """Return the households of all sheets, with every problem and note; nothing is stored.

    Units that mean two things are read the same way on all sheets.
    """
    sources = [source for source in file.sources if source.layout.is_list]
    if not sources:
        return HouseholdList((), (), file.problems, file.notes, (), 0, 0)
    if context.map is None and len(sources) > 1:
        context = replace(context, map=_common_map(sources, context))
    with uncollected():
        read = [
            read_sheet_rows(source.sheet, source.layout, context, preview=source.preview)
            for source in sources
        ]
        sheets = without_repeats(read)
    return HouseholdList(
        sheets,
        tuple(row for sheet in sheets for row in sheet.rows),
        tuple(problem for sheet in sheets for problem in sheet.problems),
        (*file.notes, *(note for sheet in sheets for note in sheet.notes)),
        _summed(sheets),
        sum(sheet.rejected for sheet in sheets),
        sum(sheet.waiting for sheet in sheets),
    )


def _common_map(sources: Sequence[ListSource], context: ListContext) -> Map:
    names = UnitNames(context.units, context.today)
    texts = (text for source in sources for text in _unit_words(source, names))
    return decide(names, texts).map


def _unit_words(source: ListSource, names: UnitNames) -> Iterator[str]:
    columns = source.layout.columns
    place = columns.get("unit", columns.get("unit_code"))
    sifted = sift(source.sheet, source.layout, names)
    above = said_above(source.sheet, source.layout, names).unit
    for index, section in zip(sifted.indexes, sifted.sections, strict=True):
        cell = None if place is None else source.sheet.rows[index][place]
        yield text_of(cell) or section.unit or above


def _summed(sheets: Sequence[HouseholdSheet]) -> tuple[Unsettled, ...]:
    rows: Counter[tuple[str, str, tuple[str, ...]]] = Counter()
    for sheet in sheets:
        for found in sheet.unsettled:
            rows[found.old_unit, found.hamlet, found.successors] += found.rows
    return tuple(Unsettled(*key, rows=count) for key, count in rows.items())
