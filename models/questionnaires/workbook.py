"""Reads the sheets of an .xlsx workbook as text, guarded against files made to do harm.

Before anything is unpacked into memory the file must be a whole zip of bounded size whose sheets
name no far-away cell (a table's room is its last row times its last column).
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from io import BytesIO
from pathlib import Path
from typing import Any, Final
from xml.parsers import expat

from models.errors import KnownError, Problem, ProblemsError
from models.text import nfc

LARGEST_FILE: Final = 16 * 1024 * 1024
LARGEST_UNPACKED: Final = 64 * 1024 * 1024
MOST_CELLS: Final = 2_000_000
_MOST_MEMBERS: Final = 2_000
_HIGHEST_RATIO: Final = 200
_RATIO_MATTERS_FROM: Final = 1024 * 1024
_CHUNK: Final = 256 * 1024
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
_CELL: Final = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_BLANKS: Final = re.compile(r"[ \t\u00a0]+")


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its number as the spreadsheet shows it, and its text by header, blanks left out."""

    number: int
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One worksheet: its name as written, the headers of its first row, and the rows below."""

    name: str
    headers: tuple[str, ...]
    rows: tuple[Row, ...]


class _RefusedError(Exception):
    def __init__(self, code: str, **params: Any) -> None:
        super().__init__(code)
        self.problem = Problem(code, params=params)


def read_sheets(path: Path) -> tuple[dict[str, Sheet], list[Problem]]:
    """Return the worksheets by name in small letters, and what is wrong with their headers.

    Raises ProblemsError for a file that is no sound workbook, KnownError if it cannot be read.
    """
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        content = _guarded(path)
        book = CalamineWorkbook.from_filelike(BytesIO(content))
        problems: list[Problem] = []
        sheets: dict[str, Sheet] = {}
        for name in book.sheet_names:
            table = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
            sheets.setdefault(nfc(name).strip().lower(), _sheet(name, table, problems))
    except _RefusedError as error:
        raise ProblemsError("questionnaires.refused", (error.problem,), file=path.name) from error
    except CalamineError as error:
        damaged = Problem("questionnaires.file_damaged")
        raise ProblemsError("questionnaires.refused", (damaged,), file=path.name) from error
    return sheets, problems


def _guarded(path: Path) -> bytes:
    """Return the file's bytes once they are known to be safe to open."""
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise _RefusedError("questionnaires.file_large", most=LARGEST_FILE // 1024 // 1024)
        content = path.read_bytes()
    except FileNotFoundError as error:
        raise _RefusedError("questionnaires.file_missing") from error
    except OSError as error:
        raise KnownError("questionnaires.file_unreadable", file=path.name) from error
    if not content:
        raise _RefusedError("questionnaires.file_empty")
    if content.startswith(_OLE):
        if _ENCRYPTED in content:
            raise _RefusedError("questionnaires.file_password")
        raise _RefusedError("questionnaires.file_old_format")
    try:
        _check_archive(content)
    except (zipfile.BadZipFile, EOFError, NotImplementedError, ValueError) as error:
        # A whole zip begins with PK; one that does but cannot be read was cut short or damaged.
        is_zip = content.startswith(b"PK")
        code = "questionnaires.file_damaged" if is_zip else "questionnaires.file_not_workbook"
        raise _RefusedError(code) from error
    except RuntimeError as error:
        raise _RefusedError("questionnaires.file_password") from error
    return content


def _check_archive(content: bytes) -> None:
    import zlib

    with zipfile.ZipFile(BytesIO(content)) as archive:
        members = archive.infolist()
        unpacked = sum(member.file_size for member in members)
        if unpacked > LARGEST_UNPACKED or len(members) > _MOST_MEMBERS:
            raise _RefusedError("questionnaires.file_bomb")
        for member in members:
            if member.file_size > max(_RATIO_MATTERS_FROM, _HIGHEST_RATIO * member.compress_size):
                raise _RefusedError("questionnaires.file_bomb")
        if "xl/workbook.xml" not in archive.namelist():
            raise _RefusedError("questionnaires.file_not_workbook")
        try:
            for member in members:
                _check_member(archive, member)
        except zlib.error as error:
            raise zipfile.BadZipFile from error


def _check_member(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> None:
    """Read a member to its end: a size that lies or a broken sum shows, a far-away cell as well."""
    sheet = member.filename.startswith("xl/worksheets/") and member.filename.endswith(".xml")
    cells = _FarthestCell() if sheet else None
    with archive.open(member) as stream:
        while chunk := stream.read(_CHUNK):
            if cells:
                cells.feed(chunk)


class _FarthestCell:
    """Follows a sheet's cells and refuses when the table they span would not fit in memory."""

    def __init__(self) -> None:
        self._row = self._column = self._last_row = self._last_column = 0
        self._parser = expat.ParserCreate()
        self._parser.StartElementHandler = self._start
        self._parser.EntityDeclHandler = self._entity

    def feed(self, chunk: bytes) -> None:
        try:
            self._parser.Parse(chunk)
        except expat.ExpatError as error:
            raise zipfile.BadZipFile from error

    def _entity(self, *_: object) -> None:
        raise _RefusedError("questionnaires.file_bomb")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        tag = name.rpartition(":")[2]
        if tag == "row":
            number = attributes.get("r", "")
            self._row = int(number) if number.isdecimal() else self._row + 1
            self._column = 0
        elif tag == "c":
            found = _CELL.fullmatch(attributes.get("r", ""))
            self._column = _number(found[1]) if found else self._column + 1
            self._row = int(found[2]) if found else self._row
        elif tag in {"v", "is", "f"}:
            self._last_row = max(self._last_row, self._row)
            self._last_column = max(self._last_column, self._column)
            if self._last_row * self._last_column > MOST_CELLS:
                raise _RefusedError("questionnaires.file_bomb")


def _number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def column_letters(number: int) -> str:
    """Return a column's letters as a spreadsheet shows them: 1 is A, 27 is AA."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _sheet(name: str, table: list[list[Any]], problems: list[Problem]) -> Sheet:
    lines = [[_text(cell) for cell in line] for line in table]
    head = lines[0] if lines else []
    for header in dict.fromkeys(filter(None, head)):
        if head.count(header) > 1:
            problems.append(Problem("questionnaires.column_twice", 1, header, name))
    for place, header in enumerate(head):
        if not header:
            problems.extend(_headless(name, lines, place))
    rows = tuple(
        Row(number, {header: cell for header, cell in zip(head, line, strict=False)
                     if header and cell})
        for number, line in enumerate(lines[1:], 2)
    )  # fmt: skip
    return Sheet(name, tuple(dict.fromkeys(filter(None, head))), rows)


def _headless(name: str, lines: list[list[str]], place: int) -> Iterator[Problem]:
    """Name the first cell that stands in a column without a header."""
    for number, line in enumerate(lines[1:], 2):
        if place < len(line) and line[place]:
            letters = column_letters(place + 1)
            yield Problem("questionnaires.column_nameless", number, letters, name)
            return


def _text(cell: object) -> str:
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else repr(cell)
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat()
    if isinstance(cell, (date, time)):
        return cell.isoformat()
    return _BLANKS.sub(" ", nfc(str(cell))).strip()
