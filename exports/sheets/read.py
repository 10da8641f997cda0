"""Reads one sheet of an .xlsx, .xls or delimited text file into plain rows.

The spreadsheet library is loaded only here, on use; it sees copies that were checked and re-packed.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any, Final, NamedTuple, TypeVar
from unicodedata import is_normalized, normalize

from exports.sheets import delimited, guard, packed
from exports.sheets.apostrophe import restore
from exports.sheets.packed import MAX_CELLS, MAX_COLUMNS, MAX_ROWS
from models.errors import UserError

Cell = str | int | float | dt.date | None
Row = tuple[Cell, ...]

_SAMPLES: Final = 5
_T = TypeVar("_T")
# Beyond this a float no longer tells neighbouring whole numbers apart.
_EXACT: Final = 2**53


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: rows of equal width from column A; trailing empty rows and columns are cut.

    `rows[i]` is row `first_row_number + i` as the spreadsheet shows it. `others` names the other
    visible sheets and `hidden` the hidden ones, which were not read. `decomposed` holds up to five
    (before, after) texts that came in NFD. `charset` is set for text files.
    """

    name: str
    rows: list[Row]
    first_row_number: int
    others: tuple[str, ...] = ()
    decomposed: tuple[tuple[str, str], ...] = ()
    charset: str | None = None
    hidden: tuple[str, ...] = ()


def read_sheet(path: Path, *, sheet: str | None = None) -> Sheet:
    """Return a sheet: the one named, else the first visible one that holds something.

    Text is NFC with outer blanks cut, blank text None, whole floats int, times of day dropped from
    dates, error cells their names (`#REF!`; an old .xls has them blank). Raises UserError
    `sheets.…` for every malformed, locked or oversized file, KnownError where the disk refuses.
    """
    kind = guard.check(path)
    if kind == "text":
        return _read_text(path)
    clean = packed.repack(path) if kind == "xlsx" else packed.rebox(path)
    return _read_book(path, clean, sheet)


def read_sheets(path: Path) -> tuple[Sheet, ...]:
    """Return all visible sheets that hold something, or the one empty sheet there is.

    Cells and errors are as in `read_sheet`.
    """
    kind = guard.check(path)
    if kind == "text":
        return (_read_text(path),)
    clean = packed.repack(path) if kind == "xlsx" else packed.rebox(path)
    book, names = _open_book(path, clean)
    sheets = [_read_one(path, book, name, names) for name in names.visible]
    if not sheets:
        raise UserError("sheets.no_sheets", file=path.name)
    return tuple(sheet for sheet in sheets if sheet.rows) or (sheets[0],)


def column_letters(number: int) -> str:
    """Return the letters of a column counted from 1: 28 gives `AB`."""
    letters = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _read_text(path: Path) -> Sheet:
    text = delimited.read(path)
    tidy = _Tidy(note_decomposed=text.charset != "cp1258")
    rows = _square(path, (tidy.row([restore(field) for field in row]) for row in text.rows))
    return Sheet(
        path.stem, rows, 1, decomposed=tuple(tidy.decomposed.items()), charset=text.charset
    )


def _read_book(path: Path, clean: BytesIO, wanted: str | None) -> Sheet:
    book, found = _open_book(path, clean)
    names = [wanted] if wanted is not None else found.visible
    if wanted is not None and wanted not in book.sheet_names:
        raise UserError("sheets.no_such_sheet", file=path.name, sheet=wanted)
    for name in names:
        sheet = _read_one(path, book, name, found)
        if sheet.rows or name == names[-1]:
            return sheet
    raise UserError("sheets.no_sheets", file=path.name)


class _Names(NamedTuple):
    """The names of a book's sheets that hold cells."""

    visible: list[str]
    hidden: list[str]


def _open_book(path: Path, clean: BytesIO) -> tuple[Any, _Names]:
    from python_calamine import (
        CalamineWorkbook,
        PasswordError,
        SheetTypeEnum,
        SheetVisibleEnum,
    )

    try:
        book = _guarded(path, lambda: CalamineWorkbook.from_filelike(clean))
    except PasswordError as error:
        raise UserError("sheets.password", file=path.name) from error
    names = _Names([], [])
    for found in book.sheets_metadata:
        if found.typ == SheetTypeEnum.WorkSheet:
            is_visible = found.visible == SheetVisibleEnum.Visible
            (names.visible if is_visible else names.hidden).append(found.name)
    return book, names


def _read_one(path: Path, book: Any, name: str, names: _Names) -> Sheet:
    start, raw = _guarded(path, partial(_raw_rows, book, name))
    tidy = _Tidy()
    rows = _square(path, (tidy.row(row) for row in raw))
    others = tuple(other for other in names.visible if other != name)
    hidden = tuple(other for other in names.hidden if other != name)
    return Sheet(name, rows, start, others, tuple(tidy.decomposed.items()), hidden=hidden)


def _raw_rows(book: Any, name: str) -> tuple[int, list[list[Any]]]:
    sheet = book.get_sheet_by_name(name)
    if sheet.start is None:
        return 1, []
    top, left = sheet.start
    # The library pads rows above the first used one, but not columns left of it.
    rows = list(sheet.iter_rows())[top:]
    return top + 1, [[None] * left + row for row in rows] if left else rows


def _guarded(path: Path, work: Callable[[], _T]) -> _T:
    from python_calamine import CalamineError, PasswordError

    try:
        return work()
    except PasswordError:
        raise
    except (CalamineError, OSError, ValueError, OverflowError, TypeError) as error:
        raise UserError("sheets.damaged", file=path.name) from error
    except BaseException as error:
        # WORKAROUND https://github.com/dimastbk/python-calamine/issues/111: a panic arrives as a
        # BaseException whose class cannot be imported. Over when that issue is closed.
        if type(error).__name__ != "PanicException":
            raise
        raise UserError("sheets.damaged", file=path.name) from error


class _Tidy:
    """Makes cells plain, remembering texts that came decomposed."""

    def __init__(self, *, note_decomposed: bool = True) -> None:
        self.decomposed: dict[str, str] = {}
        self._note = note_decomposed

    def row(self, cells: Sequence[Any]) -> Row:
        # Half a million cells pass here, so what is common is told apart by its bare type.
        return tuple(
            [
                cell.strip() or None
                if type(cell) is str and (cell.isascii() or is_normalized("NFC", cell))
                else int(cell)
                if type(cell) is float and cell.is_integer() and -_EXACT <= cell <= _EXACT
                else self._rare(cell)
                for cell in cells
            ]
        )

    def _rare(self, cell: Any) -> Cell:
        if not isinstance(cell, str):
            return _plain(cell)
        tidy = normalize("NFC", cell).strip()
        if self._note and len(self.decomposed) < _SAMPLES:
            self.decomposed[cell.strip()] = tidy
        return tidy or None


def _plain(cell: Any) -> Cell:
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, int):
        return cell
    if cell is None:
        return None
    if isinstance(cell, float):
        return cell if math.isfinite(cell) else str(cell)
    if isinstance(cell, dt.datetime):
        return cell.date()
    return cell if isinstance(cell, dt.date) else str(cell)


def _square(path: Path, rows: Iterable[Row]) -> list[Row]:
    """Cut what is empty at the bottom and right, and pad to one width, within the caps."""
    kept: list[Row] = []
    cells = 0
    for row in rows:
        kept.append(row)
        cells += len(row)
        if len(kept) > MAX_ROWS or cells > MAX_CELLS:
            raise UserError("sheets.too_many_rows", file=path.name, rows=MAX_ROWS)
    while kept and not any(cell is not None for cell in kept[-1]):
        kept.pop()
    width = max((_used(row) for row in kept), default=0)
    if width > MAX_COLUMNS:
        raise UserError("sheets.too_many_columns", file=path.name, columns=MAX_COLUMNS)
    return [
        row if len(row) == width else (row[:width] + (None,) * (width - len(row))) for row in kept
    ]


def _used(row: Row) -> int:
    for place in range(len(row), 0, -1):
        if row[place - 1] is not None:
            return place
    return 0
