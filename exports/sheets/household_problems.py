"""Writes the problems of a household list as a spreadsheet to send back, with the rows themselves.

What is only worth a look follows on sheets of its own.

Columns of identity papers are left out: they are never read, so they are never written. So is all
that a row says of a household whose data was erased.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from pathlib import Path
from typing import Final

from exports.sheets.household_lists import ListFile
from exports.sheets.household_records import ListSource
from exports.sheets.read import Cell
from exports.sheets.slip_cells import text_of
from exports.sheets.workbook import Table, workbook_bytes
from models.errors import Problem, UserError
from models.sentences.catalog import Language, say
from models.store.files import write_atomically

_HEADS: Final = {
    "vi": ("Trang tính", "Dòng", "Cột", "Đang ghi", "Việc cần làm"),
    "en": ("Sheet", "Row", "Column", "What is there", "What to do"),
}
_NAMES: Final = {"vi": "Lỗi", "en": "Problems"}
_NOTES: Final = {"vi": "Lưu ý", "en": "Notes"}
_ERASED: Final = "households.row_erased"


def write_list_problems(
    path: Path, file: ListFile, problems: Iterable[Problem], language: Language = "vi", *,
    notes: Iterable[Problem] = (),
) -> int:  # fmt: skip
    """Write problems of a list as .xlsx, one a row with the row's own cells.

    `notes` come after them; of a row that is left out as erased that alone is told. Returns how
    many rows were written. Sheets with different headers get sheets of their own. Raises
    UserError `sheets.suffix`, KnownError `sheets.disk`; the file is whole or not there.
    """
    if path.suffix.casefold() != ".xlsx":
        raise UserError("sheets.suffix", file=path.name, suffixes=".xlsx")
    notes = tuple(notes)
    erased = {(one.sheet, one.row) for one in notes if one.code == _ERASED}
    told = [one for one in notes if one.code == _ERASED or not _speaks_of(one, erased)]
    found = _tables(_NAMES[language], file, problems, language)
    noted = _tables(_NOTES[language], file, told, language)
    tables = [*found, *noted] or [Table(_NAMES[language], _HEADS[language], [])]
    write_atomically(path, workbook_bytes(tables, path.name), refused="sheets.disk")
    return sum(len(table.rows) for table in tables)


def _speaks_of(note: Problem, rows: Container[tuple[str | None, int | None]]) -> bool:
    """Say whether a note is on one of some rows, or names one as its other."""
    return (note.sheet, note.row) in rows or (
        note.params.get("sheet"), note.params.get("other")
    ) in rows  # fmt: skip


def _tables(
    name: str, file: ListFile, problems: Iterable[Problem], language: Language
) -> list[Table]:
    sources = {source.sheet.name: source for source in file.sources}
    groups: dict[tuple[str, ...], list[list[Cell]]] = {}
    for problem in problems:
        source = sources.get(problem.sheet or "")
        kept = _kept(source)
        header = tuple(source.layout.column_name(place) for place in kept) if source else ()
        groups.setdefault(header, []).append(_line(problem, source, kept, language))
    return [
        Table(name if number == 1 else f"{name} {number}", (*_HEADS[language], *header), lines)
        for number, (header, lines) in enumerate(groups.items(), 1)
    ]


def _kept(source: ListSource | None) -> Sequence[int]:
    if source is None:
        return ()
    ignored = source.layout.ignored
    return [place for place in range(len(source.layout.headers)) if place not in ignored]


def _line(
    problem: Problem, source: ListSource | None, kept: Sequence[int], language: Language
) -> list[Cell]:
    line: list[Cell] = [problem.sheet, problem.row, problem.column]
    row = _row(problem, source)
    there: Cell = None
    if row and source:
        names = [source.layout.column_name(place) for place in kept]
        places = [place for place, name in zip(kept, names, strict=True) if name == problem.column]
        there = text_of(row[places[0]]) if places else None
    line += [there or None, say(problem, language)]
    return [*line, *(row[place] if row else None for place in kept)]


def _row(problem: Problem, source: ListSource | None) -> Sequence[Cell]:
    if source is None or problem.row is None or problem.code == _ERASED:
        return ()
    index = problem.row - source.sheet.first_row_number
    rows = source.sheet.rows
    return rows[index] if 0 <= index < len(rows) else ()
