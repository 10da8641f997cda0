"""An .xlsx unpacked within bounds and packed again, stored, for the spreadsheet library to read.

What the library sees is exactly what was counted here: a member that lies about its size, a
document type with entities, or a sheet that spreads over billions of cells never reaches it. Since
nothing is compressed any more, the detour costs no time.
"""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from pathlib import Path
from typing import Final

from exports.sheets import biff, compound
from exports.sheets.guard import MAX_UNPACKED, disk
from models.errors import UserError

MAX_ROWS: Final = 1_000_000
MAX_COLUMNS: Final = 1_000
MAX_CELLS: Final = 10_000_000
# Text of all cells once shared strings are copied into each; a string may be shared by millions.
MAX_TEXT: Final = 2 * 1024 * 1024 * 1024

_PARTS: Final = (".xml", ".rels")
_DECLARATIONS: Final = (b"<!DOCTYPE", b"<!ENTITY")
# Cells as every usual program writes them, quick to count.
_AFTER_NAME: Final = (b" ", b">", b"/", b"\t", b"\n", b"\r")
_USUAL: Final = b'<c r="'
# Anything but usual cells within columns A to BZ and rows 1 to 99.999, which are few enough.
_NOT_NEAR: Final = re.compile(rb'<c(?=[ >/\t\n\r])(?! r="[AB]?[A-Z]\d{1,5}")')
_PREFIXED: Final = re.compile(rb":c(?=[ >/\t\n\r])")
_USUAL_COLUMN: Final = re.compile(rb'<c r="([A-Z]+)')
_USUAL_ROW: Final = re.compile(rb'<c r="[A-Z]+(\d+)"')
# A cell that is not closed at once holds a value; styled empty cells to the edge are common.
_CELL: Final = re.compile(
    rb"<(?:\w+:)?c\s+(?:[^>]*?\s)?r\s*=\s*[\"']([A-Za-z]+)(\d+)[\"'][^>]*(?<!/)>"
)
# A cell without its own address stands after the one before it, in its row.
_BARE: Final = re.compile(rb"<(?:\w+:)?c(?=[\s>])(?![^>]*\sr\s*=)[^>]*(?<!/)>")
_COLUMN: Final = re.compile(rb"\sr\s*=\s*[\"']([A-Za-z]+)\d")
_ROW: Final = re.compile(rb"<(?:\w+:)?row\s[^>]*?r\s*=\s*[\"'](\d+)[\"']")
_ROWS: Final = re.compile(rb"<(?:\w+:)?row(?=[\s>])")
_ANY: Final = re.compile(rb"<(?:\w+:)?c(?=[\s>/])")
_ERROR: Final = re.compile(rb"(<(?:\w+:)?c\s[^>]*?\bt\s*=\s*)[\"']e[\"']")
_SHARED: Final = re.compile(rb"\bt\s*=\s*[\"']s[\"'][^>]*>\s*<(?:\w+:)?v[^>]*>\s*(\d+)")
_STRING: Final = re.compile(rb"<(?:\w+:)?si[\s/>]")


def repack(path: Path) -> io.BytesIO:
    """Return a clean, stored copy of the workbook's parts; error cells became text (`#REF!`).

    Raises UserError `sheets.damaged`, `sheets.bomb`, `sheets.entities` or `sheets.spread`.
    """
    clean = io.BytesIO()
    try:
        with (
            disk(path),
            zipfile.ZipFile(path) as archive,
            zipfile.ZipFile(clean, "w", zipfile.ZIP_STORED) as copy,
        ):
            _copy(path, archive, copy)
    except (
        zipfile.BadZipFile, zlib.error, struct.error, EOFError, ValueError,
        NotImplementedError, RuntimeError,
    ) as error:  # fmt: skip
        raise UserError("sheets.damaged", file=path.name) from error
    clean.seek(0)
    return clean


def rebox(path: Path) -> io.BytesIO:
    """Return a clean copy of an old .xls that holds its workbook only.

    Raises UserError `sheets.damaged`, `sheets.password` or `sheets.spread`.
    """
    with disk(path):
        data = path.read_bytes()
    try:
        name, stream = compound.book_stream(data)
        cells = biff.count_cells(stream)
        clean = compound.wrap(name, stream)
    except (compound.DamagedError, biff.DamagedError) as error:
        raise UserError("sheets.damaged", file=path.name) from error
    except biff.LockedError as error:
        raise UserError("sheets.password", file=path.name) from error
    if cells > MAX_CELLS:
        raise _spread(path, "")
    return io.BytesIO(clean)


def _copy(path: Path, archive: zipfile.ZipFile, copy: zipfile.ZipFile) -> None:
    room = MAX_UNPACKED
    lengths: list[int] = []
    sheets: list[bytes] = []
    done: set[str] = set()
    for member in archive.infolist():
        if not member.filename.casefold().endswith(_PARTS) or member.filename in done:
            continue
        done.add(member.filename)
        content = _read(archive, member)
        room -= len(content)
        if room < 0:
            raise UserError("sheets.bomb", file=path.name)
        if b"\0" in content[:64]:
            # Two-byte letters would hide declarations from the look below.
            raise zipfile.BadZipFile
        if any(mark in content for mark in _DECLARATIONS):
            raise UserError("sheets.entities", file=path.name)
        if b"si>" in content and _STRING.search(content):
            lengths += [len(piece) for piece in _STRING.split(content)[1:]]
        if b"<row" in content or b":row" in content:
            _check_spread(path, content)
            content = _name_errors(content)
            sheets.append(content)
        copy.writestr(member.filename, content)
    _check_text(path, sheets, lengths)


def _read(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes:
    # Never more than the size in the directory, which is counted against the cap.
    with archive.open(member) as file:
        content = file.read(member.file_size + 1)
    if len(content) != member.file_size:
        raise zipfile.BadZipFile
    return content


def _name_errors(content: bytes) -> bytes:
    # The library returns an error cell as an empty one; as text its name is seen.
    return _ERROR.sub(rb'\1"str"', content) if b'"e"' in content or b"'e'" in content else content


def _check_spread(path: Path, content: bytes) -> None:
    if not _NOT_NEAR.search(content) and not _PREFIXED.search(content):
        return
    columns, rows = _USUAL_COLUMN.findall(content), _USUAL_ROW.findall(content)
    widest, lowest = _widest(set(columns)), _lowest(set(rows))
    usual = len(columns) == len(rows) == content.count(_USUAL) and not _has_unusual(content)
    # The quick look counts styled empty cells too, which are common far out; then look closely.
    if not usual or _too_far(widest, lowest):
        widest, lowest = _exact_reach(content)
    if _too_far(widest, lowest):
        raise _spread(path, f"{_letters(widest)}{lowest}")


def _has_unusual(content: bytes) -> bool:
    """Whether any cell is written in another way than the usual one."""
    rest = content.replace(_USUAL, b"")
    for tag in (b"<c", b":c"):
        place = rest.find(tag)
        while place >= 0:
            if rest[place + 2 : place + 3] in _AFTER_NAME:
                return True
            place = rest.find(tag, place + 2)
    return False


def _exact_reach(content: bytes) -> tuple[int, int]:
    places = _CELL.findall(content)
    widest = _widest({column for column, _ in places})
    lowest = _lowest({row for _, row in places})
    if _BARE.search(content):
        named = _widest(set(_COLUMN.findall(content)))
        widest = named + max(len(_ANY.findall(row)) for row in _ROWS.split(content))
        numbered = _lowest(set(_ROW.findall(content)))
        lowest = max(lowest, numbered, len(_ROWS.findall(content)))
    return widest, lowest


def _too_far(widest: int, lowest: int) -> bool:
    return lowest > MAX_ROWS or widest > MAX_COLUMNS or lowest * widest > MAX_CELLS


def _lowest(rows: set[bytes]) -> int:
    return max((int(row[:9]) for row in rows), default=0)


def _widest(columns: set[bytes]) -> int:
    return max((_number(column) for column in columns), default=0)


def _check_text(path: Path, sheets: list[bytes], lengths: list[int]) -> None:
    longest = max(lengths, default=0)
    for content in sheets:
        if longest * content.count(b"<v") <= MAX_TEXT:
            continue
        total = 0
        for place in _SHARED.finditer(content):
            index = int(place[1][:9])
            total += lengths[index] if index < len(lengths) else 0
            if total > MAX_TEXT:
                raise UserError("sheets.bomb", file=path.name)


def _number(letters: bytes) -> int:
    number = 0
    for letter in letters.upper()[:6]:
        number = number * 26 + letter - 64
    return number


def _letters(number: int) -> str:
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _spread(path: Path, cell: str) -> UserError:
    return UserError("sheets.spread", file=path.name, cell=cell or "?")
