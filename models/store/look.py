"""A quick look at a store, however large it is: was its file cut, and do its last events hold?

The first is asked when it is opened. The second, and every page, come soon after in a process of
its own (`desktop.check_child`): that takes seconds, and somebody waits for the window.
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


def refuse_cut(connection: Connection, *, store: Path) -> None:
    """Raise KnownError `store.damaged` where the file is shorter than it says."""
    if _is_cut(connection, store):
        raise KnownError("store.damaged", path=str(store))


def last_events_hold(connection: Connection) -> bool:
    """Say whether the events that were recorded last are as they were written."""
    try:
        return all(holds(event_of(row)) for row in connection.execute(_TAIL))
    except UNREADABLE:
        return False


def holds(event: Event) -> bool:
    """Say whether an event's hash and payload are those it was written with."""
    if digest_of(event) != event.hash:
        return False
    if event.payload is None or event.salt is None:
        # A lawful erasure takes both.
        return event.payload is None and event.salt is None
    return payload_digest(event.salt, event.payload) == event.payload_hash


def _is_cut(connection: Connection, store: Path) -> bool:
    # What is in its log may not be in it yet.
    _, log, _ = parts_of(store)
    if log.exists() and log.stat().st_size:
        return False
    pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
    page_bytes = connection.exec_driver_sql("PRAGMA cipher_page_size").scalar_one()
    return store.stat().st_size < int(pages) * int(page_bytes)
