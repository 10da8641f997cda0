"""Reads what a damaged file still says: which events it held, and those that can be read.

The index over the streams names every event, apart from the pages that hold them, so that what
cannot be read is known all the same: how many, and of which day. Each way through the file is gone
from both ends. A connection that met a damaged page is not used again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, TypeVar
from uuid import UUID

from sqlalchemy import Connection, select
from sqlalchemy.exc import DBAPIError

from models.errors import KnownError
from models.journal.event import Event
from models.journal.log import UNREADABLE, event_of
from models.journal.tables import events
from models.store.engine import READ_ONLY, connect, is_database_error, open_engine
from models.store.look import holds

T = TypeVar("T")
Key = tuple[str, UUID]
_WAYS: Final = tuple(
    f"SELECT unit, event_id FROM events {way} ORDER BY {', '.join(f'{c} {to}' for c in order)}"
    for way, order in (
        ("INDEXED BY ix_events_stream", ("stream", "seq")), ("NOT INDEXED", ("unit", "event_id")),
    )
    for to in ("ASC", "DESC")
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Named:
    """The events that a file names; `is_complete` says that one way through it met no damage."""

    keys: frozenset[Key]
    is_complete: bool


def named_events(store: Path, key: bytes) -> Named:
    """Return which events a damaged file holds, as far as it says."""
    found: set[Key] = set()
    for way in _WAYS:
        ended = _hand_over(store, key, way, found.add)
        if ended:
            return Named(frozenset(found), is_complete=True)
    return Named(frozenset(found), is_complete=False)


def _hand_over(
    store: Path, key: bytes, query: str, taken: Callable[[Key], object]
) -> bool:
    """Hand the keys that a query finds to `taken`; return whether it came to its end."""
    try:
        with closing(connect(store, key)) as connection:
            for unit, event_id in connection.execute(query):
                taken((str(unit), UUID(bytes=bytes(event_id))))
    except KnownError:
        return False
    except Exception as error:
        if not (is_database_error(error) or isinstance(error, UNREADABLE)):
            raise
        return False
    return True


def readable(store: Path, key: bytes, wanted: Iterable[Key]) -> Iterator[Event]:
    """Yield those of the `wanted` events that can be read and are as they were written."""
    engine = open_engine(store, key).execution_options(**{READ_ONLY: True})
    left = sorted(wanted, key=lambda one: (one[0], one[1].bytes))
    try:
        while left:
            done = 0
            try:
                with engine.connect() as connection, connection.begin():
                    for unit, event_id in left:
                        done += 1
                        event = _read(connection, unit, event_id)
                        if event is not None:
                            yield event
            except (DBAPIError, KnownError):
                engine.dispose()
                if not done:
                    # It does not even open.
                    return
            left = left[done:]
    finally:
        engine.dispose()


def read_or(store: Path, key: bytes, query: Callable[[Connection], T], otherwise: T) -> T:
    """Return what `query` finds in a damaged file, or `otherwise` where that cannot be read."""
    engine = open_engine(store, key).execution_options(**{READ_ONLY: True})
    try:
        with engine.connect() as connection, connection.begin():
            return query(connection)
    except (DBAPIError, KnownError, *UNREADABLE):
        return otherwise
    finally:
        engine.dispose()


def _read(connection: Connection, unit: str, event_id: UUID) -> Event | None:
    query: Any = select(events).where(events.c.unit == unit, events.c.event_id == event_id)
    row = connection.execute(query).first()
    try:
        event = event_of(row) if row is not None else None
    except UNREADABLE:
        return None
    return event if event is not None and holds(event) else None
