"""Looks at a file before anything opens it: what it is by its first bytes, and whether it is safe.

Only sizes and directories are read here, so a bomb costs milliseconds and no memory.
"""

from __future__ import annotations

import errno
import struct
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final, Literal

from exports.sheets import compound
from models.errors import KnownError, UserError

Kind = Literal["xlsx", "xls", "text"]

MEGABYTE: Final = 1024 * 1024
MAX_FILE: Final = 200 * MEGABYTE
MAX_UNPACKED: Final = 300 * MEGABYTE
MAX_RATIO: Final = 300
MAX_MEMBERS: Final = 2000
MAX_DIRECTORY: Final = 1 * MEGABYTE
# Small members may shrink by any ratio: a kilobyte of blanks is no bomb.
_RATIO_FROM: Final = 1 * MEGABYTE
_ZIP: Final = (b"PK\x03\x04", b"PK\x05\x06")
_HTML: Final = (b"<!doctype html", b"<html", b"<table", b"<?xml", b"<meta", b"<head", b"<style")
_OTHER: Final = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b",
                 b"MZ", b"\x7fELF", b"{\\rtf", b"SQLite format 3")  # fmt: skip
_END: Final = b"PK\x05\x06"
_END_SIZE: Final = 22
_END_SEARCH: Final = 65535 + _END_SIZE


@contextmanager
def disk(path: Path) -> Iterator[None]:
    """Turn the disk's own errors into KnownError `sheets.unreadable` with the file's name.

    A place that cannot be (seeking before the start) is the file's fault: UserError.
    """
    try:
        yield
    except OSError as error:
        if error.errno == errno.EINVAL:
            raise UserError("sheets.damaged", file=path.name) from error
        raise KnownError("sheets.unreadable", file=path.name) from error


def check(path: Path) -> Kind:
    """Return what the file is, judged by its bytes and never by its suffix.

    Raises UserError for what is missing, empty, too big, a bomb, locked, damaged or no table, and
    KnownError where the disk refuses.
    """
    with disk(path):
        size = _size(path)
        with path.open("rb") as file:
            head = file.read(4096)
    if head.startswith(_ZIP):
        _check_zip(path, size)
        return "xlsx"
    if head.startswith(compound.MAGIC):
        _check_compound(path)
        return "xls"
    _check_text(path, head)
    return "text"


def _size(path: Path) -> int:
    if not path.exists():
        raise UserError("sheets.missing", file=path.name)
    if not path.is_file():
        raise UserError("sheets.not_a_file", file=path.name)
    size = path.stat().st_size
    if size == 0:
        raise UserError("sheets.empty_file", file=path.name)
    if size > MAX_FILE:
        raise UserError("sheets.too_big", file=path.name, megabytes=MAX_FILE // MEGABYTE)
    return size


def _check_zip(path: Path, size: int) -> None:
    _check_directory_size(path, size)
    try:
        with disk(path), zipfile.ZipFile(path) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, ValueError, struct.error, NotImplementedError) as error:
        raise UserError("sheets.damaged", file=path.name) from error
    _check_members(path, members)
    names = {member.filename.casefold() for member in members}
    if "mimetype" in names or "xl/workbook.bin" in names:
        raise UserError("sheets.other_format", file=path.name)
    if "[content_types].xml" not in names or not any(name.startswith("xl/") for name in names):
        raise UserError("sheets.not_a_table", file=path.name)


def _check_directory_size(path: Path, size: int) -> None:
    """Refuse a directory that alone would fill the memory; zipfile would read all of it."""
    with disk(path), path.open("rb") as file:
        file.seek(max(0, size - _END_SEARCH))
        tail = file.read(_END_SEARCH)
    place = tail.rfind(_END)
    if place < 0 or len(tail) - place < _END_SIZE:
        raise UserError("sheets.damaged", file=path.name)
    (length,) = struct.unpack_from("<I", tail, place + 12)
    if length > MAX_DIRECTORY:
        raise UserError("sheets.bomb", file=path.name)


def _check_members(path: Path, members: list[zipfile.ZipInfo]) -> None:
    if any(member.flag_bits & 1 for member in members):
        raise UserError("sheets.password", file=path.name)
    swollen = any(
        member.file_size > _RATIO_FROM
        and member.file_size > MAX_RATIO * max(member.compress_size, 1)
        for member in members
    )
    total = sum(member.file_size for member in members)
    if len(members) > MAX_MEMBERS or swollen or total > MAX_UNPACKED:
        raise UserError("sheets.bomb", file=path.name)


def _check_compound(path: Path) -> None:
    with disk(path):
        data = path.read_bytes()
    try:
        names = compound.stream_names(data)
    except compound.DamagedError as error:
        raise UserError("sheets.damaged", file=path.name) from error
    if "EncryptedPackage" in names or "EncryptionInfo" in names:
        raise UserError("sheets.password", file=path.name)
    if not names & compound.BOOKS:
        raise UserError("sheets.not_a_table", file=path.name)


def _check_text(path: Path, head: bytes) -> None:
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith(_HTML):
        raise UserError("sheets.web_page", file=path.name)
    if any(head.startswith(magic) for magic in _OTHER):
        raise UserError("sheets.not_a_table", file=path.name)
