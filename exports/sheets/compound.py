"""The box around an old .xls (OLE2 compound file): its streams are read with bounds and re-wrapped.

A damaged box makes the spreadsheet library ask for endless memory, which ends the process and
cannot be caught; so the library only ever sees a box written here around the stream read here.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import Final

MAGIC: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
BOOKS: Final = frozenset({"Workbook", "Book"})
_END: Final = 0xFFFFFFFE
_FREE: Final = 0xFFFFFFFF
_FAT: Final = 0xFFFFFFFD
_NONE: Final = 0xFFFFFFFF
_LAST: Final = 0xFFFFFFFA
_ENTRY: Final = 128
_SECTOR: Final = 4096
_HEADER_FATS: Final = 109


class DamagedError(Exception):
    """The compound file contradicts itself."""


@dataclass(frozen=True, slots=True)
class _Box:
    data: bytes
    size: int
    mini: int
    cutoff: int
    fat: tuple[int, ...]
    minifat: tuple[int, ...]
    entries: tuple[tuple[str, int, int], ...]  # name, first sector, size in bytes; root first


def stream_names(data: bytes) -> frozenset[str]:
    """Return the names in the file's directory; raises DamagedError."""
    return frozenset(name for name, _, _ in _open(data).entries)


def book_stream(data: bytes) -> tuple[str, bytes]:
    """Return name and bytes of the workbook's stream; raises DamagedError."""
    box = _open(data)
    for name, start, size in box.entries[1:]:
        if name in BOOKS:
            return name, _stream(box, start, size)
    raise DamagedError


def wrap(name: str, stream: bytes) -> bytes:
    """Return a sound compound file that holds only this stream."""
    padded = stream.ljust(_SECTOR, b"\0")
    sectors = -(-len(padded) // _SECTOR)
    per_fat = _SECTOR // 4
    fats = 1
    while fats * per_fat < fats + 2 + sectors:
        fats += 1
    if fats > _HEADER_FATS:
        raise DamagedError
    first = fats + 2
    links = [_FAT] * fats + [_END, _END] + [*range(first + 1, first + sectors), _END]
    links += [_FREE] * (fats * per_fat - len(links))
    header = _header(fats)
    # Readers refuse a root without a mini stream in this version, so it gets an empty sector.
    directory = _entry("Root Entry", 5, child=1, start=fats + 1, size=64)
    directory += _entry(name, 2, child=_NONE, start=first, size=len(padded))
    body = struct.pack(f"<{len(links)}I", *links) + directory.ljust(2 * _SECTOR, b"\0")
    return header + body + padded.ljust(sectors * _SECTOR, b"\0")


def _header(fats: int) -> bytes:
    fixed = MAGIC + bytes(16) + struct.pack("<5H", 0x3E, 4, 0xFFFE, 12, 6) + bytes(6)
    fixed += struct.pack("<9I", 1, fats, fats, 0, 4096, _END, 0, _END, 0)
    places = [*range(fats)] + [_FREE] * (_HEADER_FATS - fats)
    return (fixed + struct.pack(f"<{_HEADER_FATS}I", *places)).ljust(_SECTOR, b"\0")


def _entry(name: str, kind: int, *, child: int, start: int, size: int) -> bytes:
    text = (name + "\0").encode("utf-16-le")
    fixed = text.ljust(64, b"\0") + struct.pack("<HBB3I", len(text), kind, 1, _NONE, _NONE, child)
    return fixed + bytes(36) + struct.pack("<IQ", start, size)


def _open(data: bytes) -> _Box:
    try:
        shift, mini_shift = struct.unpack_from("<2H", data, 30)
        directory, cutoff, minifat, difat = _starts(data)
        if shift not in (9, 12) or mini_shift != 6 or cutoff != 4096:
            raise DamagedError
        size = 1 << shift
        fat = _read_fat(data, size, difat)
        links = _words(_follow(data, size, fat, minifat)) if minifat < _LAST else ()
        listing = _follow(data, size, fat, directory)
    except struct.error as error:
        raise DamagedError from error
    entries = tuple(
        _read_entry(listing[place : place + _ENTRY], size)
        for place in range(0, len(listing) - _ENTRY + 1, _ENTRY)
        if listing[place + 66] in (1, 2, 5)
    )
    if not entries:
        raise DamagedError
    return _Box(data, size, 1 << mini_shift, cutoff, fat, links, entries)


def _starts(data: bytes) -> tuple[int, int, int, int]:
    directory, _, cutoff, minifat, _, difat, _ = struct.unpack_from("<7I", data, 48)
    return directory, cutoff, minifat, difat


def _read_entry(entry: bytes, sector: int) -> tuple[str, int, int]:
    length, start = struct.unpack_from("<H", entry, 64)[0], struct.unpack_from("<I", entry, 116)[0]
    (size,) = struct.unpack_from("<Q" if sector == _SECTOR else "<I", entry, 120)
    name = entry[: max(0, min(length, 64) - 2)].decode("utf-16-le", errors="replace")
    return name, start, size


def _sector(data: bytes, size: int, number: int) -> bytes:
    start = (number + 1) * size
    if start >= len(data):
        raise DamagedError
    return data[start : start + size].ljust(size, b"\0")


def _words(data: bytes) -> tuple[int, ...]:
    return struct.unpack(f"<{len(data) // 4}I", data[: len(data) // 4 * 4])


def _read_fat(data: bytes, size: int, difat: int) -> tuple[int, ...]:
    places = list(struct.unpack_from(f"<{_HEADER_FATS}I", data, 76))
    seen: set[int] = set()
    while difat < _LAST:
        if difat in seen:
            raise DamagedError
        seen.add(difat)
        *more, difat = _words(_sector(data, size, difat))
        places += more
    used = [place for place in places if place < _LAST]
    if len(used) != len(set(used)):
        raise DamagedError
    return _words(b"".join(_sector(data, size, place) for place in used))


def _chain(links: tuple[int, ...], start: int) -> list[int]:
    chain: list[int] = []
    while start < _LAST:
        if start >= len(links) or len(chain) > len(links):
            raise DamagedError
        chain.append(start)
        start = links[start]
    return chain


def _follow(data: bytes, size: int, fat: tuple[int, ...], start: int) -> bytes:
    chain = _chain(fat, start)
    if len(chain) * size > len(data):
        raise DamagedError
    return b"".join(_sector(data, size, number) for number in chain)


def _stream(box: _Box, start: int, size: int) -> bytes:
    if size >= box.cutoff:
        whole = _follow(box.data, box.size, box.fat, start)
    else:
        small = _follow(box.data, box.size, box.fat, box.entries[0][1])
        pieces = (small[at * box.mini : (at + 1) * box.mini] for at in _chain(box.minifat, start))
        whole = b"".join(pieces)
    if len(whole) < size:
        raise DamagedError
    return whole[:size]
