"""Proves the pages of an encrypted file: the seal of each, and the structure that they form."""

from __future__ import annotations

import re
import struct
from pathlib import Path
from typing import Final

from sqlalchemy import Connection

_FULL_TEXT: Final = (
    "SELECT name FROM sqlite_master WHERE sql LIKE 'CREATE VIRTUAL TABLE % USING fts5%' ORDER BY 1"
)
_OF_PAGE: Final = re.compile(r"\bpage (\d+)\b")
# The write-ahead log: a header, then frames of a header and a page each (sqlite.org/fileformat2).
_LOG_HEADER: Final = struct.Struct(">4I8s8x")
_FRAME_HEADER: Final = struct.Struct(">2I8s8x")


def page_faults(connection: Connection) -> list[str]:
    """Return what is wrong with an encrypted file, nothing where it is whole; reads only."""
    # The first proves every page's seal, the second the structure that the pages form.
    sealed = connection.exec_driver_sql("PRAGMA cipher_integrity_check").scalars().all()
    found = _standing(connection, [str(one) for one in sealed])
    if found:
        # What stands on such a page cannot be read any further.
        return found
    _look_anew(connection)
    whole = connection.exec_driver_sql("PRAGMA integrity_check").scalars().all()
    return [str(one) for one in whole if one != "ok"]


def _standing(connection: Connection, faults: list[str]) -> list[str]:
    """Return the faults of pages that are read from the file.

    The seals are proven in the file itself. Where the power went while the log was carried over
    into it, a page may be half written there, and the log still holds it whole: nothing is wrong.
    """
    logged = _logged_pages(connection) if faults else set()
    return [fault for fault in faults if _page_of(fault) not in logged]


def _page_of(fault: str) -> int | None:
    named = _OF_PAGE.search(fault)
    return int(named.group(1)) if named else None


def _logged_pages(connection: Connection) -> set[int]:
    """Return the numbers of the pages that are read from the write-ahead log."""
    place = connection.exec_driver_sql("PRAGMA database_list").first()
    log = Path(f"{place[2]}-wal") if place is not None and place[2] else None
    if log is None or not log.exists():
        return set()
    pages: set[int] = set()
    with log.open("rb") as stream:
        header = stream.read(_LOG_HEADER.size)
        if len(header) < _LOG_HEADER.size:
            return set()
        _, _, page_bytes, _, salts = _LOG_HEADER.unpack(header)
        unsure: set[int] = set()
        while len(frame := stream.read(_FRAME_HEADER.size)) == _FRAME_HEADER.size:
            page, committed, frame_salts = _FRAME_HEADER.unpack(frame)
            if frame_salts != salts:
                break
            unsure.add(page)
            # Only what was committed counts; the last frame of a transaction says so.
            if committed:
                pages |= unsure
                unsure.clear()
            stream.seek(page_bytes, 1)
    return pages


def _look_anew(connection: Connection) -> None:
    """Have each full-text index read what other connections wrote since this one last searched it.

    WORKAROUND: FTS5's part of `integrity_check` (seen with SQLite 3.53.4) goes by the structure
    that its connection knows, and calls it corrupt where another connection merged segments since;
    a search looks first. Over when the test of it passes without this.
    """
    for name in connection.exec_driver_sql(_FULL_TEXT).scalars().all():
        search = f'SELECT 1 FROM "{name}" WHERE "{name}" MATCH ? LIMIT 1'
        connection.exec_driver_sql(search, ("x",)).all()
