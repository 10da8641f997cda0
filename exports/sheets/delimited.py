"""Reads delimited text: finds its character set and delimiter, then its records.

Old single-byte files are Latin letters in code page 1252 whose font made them Vietnamese, or code
page 1258; which one is judged by how many words read as Vietnamese.
"""

from __future__ import annotations

import codecs
import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TextIO

from exports.sheets import legacy
from exports.sheets.guard import disk
from models.errors import UserError

_CHUNK: Final = 1024 * 1024
_SAMPLE: Final = 256 * 1024
_DELIMITERS: Final = (",", ";", "\t", "|")
_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16")
)  # fmt: skip
# Longer than any spreadsheet's cell (32.767); an unclosed quotation mark runs into it.
_MAX_FIELD: Final = 131_072


@dataclass(frozen=True, slots=True)
class Text:
    """The records of a text file, one list of fields each, and how it was read."""

    rows: Iterator[list[str]]
    charset: str
    delimiter: str


def read(path: Path) -> Text:
    """Return the records lazily; blank lines count as records.

    Raises UserError `sheets.not_text` for binary data and `sheets.quote` for a quotation mark that
    is never closed, KnownError where the disk refuses.
    """
    with disk(path):
        charset = _charset(path)
        with path.open(encoding=charset, newline="") as file:
            sample = file.read(_SAMPLE)
    if any(char < " " and char not in "\t\r\n\x0b\x0c\x1a" for char in sample):
        raise UserError("sheets.not_text", file=path.name)
    delimiter = _delimiter(sample)
    return Text(_records(path, charset, delimiter), charset, delimiter)


def _records(path: Path, charset: str, delimiter: str) -> Iterator[list[str]]:
    number = 0
    try:
        with disk(path), path.open(encoding=charset, newline="") as file:
            for number, row in enumerate(_reader(file, delimiter), 1):
                if number == 1 and len(row) == 1 and row[0].lower().startswith("sep="):
                    row = [""]
                yield row
    except csv.Error as error:
        raise UserError("sheets.quote", file=path.name, row=number + 1) from error
    except UnicodeError as error:
        raise UserError("sheets.not_text", file=path.name) from error


def _reader(file: TextIO, delimiter: str) -> Iterator[list[str]]:
    return csv.reader(file, delimiter=delimiter)


def _charset(path: Path) -> str:
    with path.open("rb") as file:
        head = file.read(_CHUNK)
    for mark, name in _BOMS:
        if head.startswith(mark):
            if _decodes(path, name):
                return name
            raise UserError("sheets.not_text", file=path.name)
    if b"\0" in head:
        return _wide(path, head)
    if _decodes(path, "utf-8"):
        return "utf-8"
    return _single_byte(path)


def _wide(path: Path, head: bytes) -> str:
    """UTF-16 without its mark: delimiters and digits leave a zero in every second byte."""
    even, odd = head[0::2].count(0), head[1::2].count(0)
    name = "utf-16-le" if odd > even else "utf-16-be"
    if max(even, odd) * 4 < len(head) or min(even, odd) > 0 or not _decodes(path, name):
        raise UserError("sheets.not_text", file=path.name)
    return name


def _decodes(path: Path, charset: str) -> bool:
    decoder = codecs.getincrementaldecoder(charset)()
    try:
        with path.open("rb") as file:
            while chunk := file.read(_CHUNK):
                decoder.decode(chunk)
        decoder.decode(b"", final=True)
    except UnicodeError:
        return False
    return True


def _single_byte(path: Path) -> str:
    sample = b"\n".join(_marked_lines(path))
    western = "cp1252" if _decodes(path, "cp1252") else "latin-1"
    if not _decodes(path, "cp1258"):
        return western
    if legacy.recognise([sample.decode(western, errors="replace")]) in ("tcvn3", "vni"):
        return western
    return "cp1258"


def _marked_lines(path: Path) -> Iterator[bytes]:
    size = 0
    with path.open("rb") as file:
        while size < _SAMPLE and (line := file.readline(_CHUNK)):
            if not line.isascii():
                size += len(line)
                yield line


def _delimiter(sample: str) -> str:
    """The delimiter that cuts the first lines into the most columns that agree."""
    lines = [line for line in sample.splitlines()[:50] if line.strip()]
    if lines and lines[0].lower().startswith("sep=") and len(lines[0]) == 5:
        return lines[0][4] if lines[0][4] in _DELIMITERS else ","
    return max(_DELIMITERS, key=lambda mark: _score(lines, mark))


def _score(lines: list[str], mark: str) -> int:
    try:
        widths = [len(row) for row in csv.reader(lines, delimiter=mark) if row]
    except csv.Error:
        return 0
    wide = [width for width in widths if width > 1]
    if not wide:
        return 0
    usual = max(set(wide), key=lambda width: (wide.count(width), width))
    # Agreement counts more than width: free text is full of commas that agree on nothing.
    return wide.count(usual) ** 2 * min(usual, 100)
