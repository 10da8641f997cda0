"""A quick look at a store that was just opened: what a torn copy or a cut file shows at once.

It takes milliseconds however large the store is. Every page is proven in a process of its own soon
after, since that takes seconds (`desktop.check_child`).
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from sqlalchemy import Connection, select

from models.errors import KnownError
from models.journal.event import Event, digest_of, payload_digest
from models.journal.log import UNREADABLE, event_of
from models.journal.tables import events
from models.store.damage import parts_of

# The last session's, and a few before it.
_LAST: Final = 100
_TAIL: Final = select(events).order_by(events.c.stream.desc(), events.c.seq.desc()).limit(_LAST)


def look_over(connection: Connection, *, store: Path) -> None:
    """Raise KnownError `store.damaged` where the file was cut, or its last events do not hold."""
    try:
        tail = [event_of(row) for row in connection.execute(_TAIL)]
    except UNREADABLE as error:
        raise KnownError("store.damaged", path=str(store)) from error
    if _is_cut(connection, store) or not all(map(holds, tail)):
        raise KnownError("store.damaged", path=str(store))


def holds(event: Event) -> bool:
    """Say whether an event's hash and payload are those it was written with."""
    if digest_of(event) != event.hash:
        return False
    if event.payload is None or event.salt is None:
        # A lawful erasure takes both.
        return event.payload is None and event.salt is None
    return payload_digest(event.salt, event.payload) == event.payload_hash


def _is_cut(connection: Connection, store: Path) -> bool:
    """Say whether the file is shorter than it says; what is in its log may not be in it yet."""
    _, log, _ = parts_of(store)
    if log.exists() and log.stat().st_size:
        return False
    pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
    page_bytes = connection.exec_driver_sql("PRAGMA cipher_page_size").scalar_one()
    return store.stat().st_size < int(pages) * int(page_bytes)
