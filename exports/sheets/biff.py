"""The records of an old .xls workbook, walked once to see how far its sheets reach.

The spreadsheet library reserves a sheet's whole rectangle, and believes the sizes written in the
file; a wrong one would end the process, so sizes are checked here first ([MS-XLS] 2.4).
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import Final

MAX_ROW: Final = 0xFFFF
MAX_COLUMN: Final = 0xFF
_BOF: Final = frozenset({0x0009, 0x0209, 0x0409, 0x0809})
_END: Final = 0x000A
_LOCKED: Final = 0x002F
_SHEET: Final = 0x0085
_STRINGS: Final = 0x00FC
_DIMENSIONS: Final = 0x0200
_MANY: Final = frozenset({0x00BD, 0x00BE})
_CELLS: Final = (
    frozenset({0x0006, 0x0201, 0x0203, 0x0204, 0x0205, 0x00D6, 0x00FD, 0x027E, 0x0406, 0x0206})
    | _MANY
)


class DamagedError(Exception):
    """The records contradict themselves."""


class LockedError(Exception):
    """The workbook asks for a password."""


def count_cells(stream: bytes) -> int:
    """Return how many cells the rectangles of all sheets hold.

    Raises DamagedError for records that cannot be, LockedError for a workbook with a password.
    """
    starts: list[int] = []
    for kind, body in _records(stream, 0):
        if kind == _LOCKED:
            raise LockedError
        if kind == _SHEET and len(body) >= 4:
            starts.append(struct.unpack_from("<I", body)[0])
        if kind == _STRINGS and not _strings_fit(body, len(stream)):
            raise DamagedError
    # Two sheets at one place would be walked, and reserved, as often as the file likes.
    if len(set(starts)) != len(starts):
        raise DamagedError
    return sum(_sheet_cells(stream, start) for start in starts)


def _records(stream: bytes, place: int) -> Iterator[tuple[int, bytes]]:
    depth = 0
    while place + 4 <= len(stream):
        kind, length = struct.unpack_from("<2H", stream, place)
        if place + 4 + length > len(stream):
            raise DamagedError
        if depth == 0 and kind not in _BOF:
            raise DamagedError
        depth += (kind in _BOF) - (kind == _END)
        yield kind, stream[place + 4 : place + 4 + length]
        if depth == 0:
            return
        place += 4 + length
    raise DamagedError


def _sheet_cells(stream: bytes, start: int) -> int:
    rows: set[int] = set()
    columns: set[int] = set()
    for kind, body in _records(stream, start):
        if kind in _CELLS:
            if len(body) < 6:
                raise DamagedError
            row, column = struct.unpack_from("<2H", body)
            rows.add(row)
            columns.add(column)
            if kind in _MANY:
                columns.add(struct.unpack_from("<H", body, len(body) - 2)[0])
        elif kind == _DIMENSIONS:
            _check_dimensions(body)
    if not rows:
        return 0
    if max(columns) > MAX_COLUMN:
        raise DamagedError
    return (max(rows) - min(rows) + 1) * (max(columns) - min(columns) + 1)


def _strings_fit(body: bytes, size: int) -> bool:
    # A shared string takes at least three bytes.
    return len(body) >= 8 and struct.unpack_from("<I", body, 4)[0] * 3 <= size


def _check_dimensions(body: bytes) -> None:
    try:
        first, last, left, right = struct.unpack_from("<2I2H" if len(body) >= 12 else "<4H", body)
    except struct.error as error:
        raise DamagedError from error
    too_far = last > MAX_ROW + 1 or right > MAX_COLUMN + 1
    if too_far or (last and first >= last) or (right and left >= right):
        raise DamagedError
