"""What keeps a domain's tables in step with the journal, and how events are handed to it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import closing
from typing import Final, Protocol

from sqlalchemy import Connection, Table
from sqlalchemy.exc import IntegrityError, NoResultFound

from models.errors import KnownError
from models.journal import log
from models.journal.event import Event

# What a payload that holds anything may end in.
UNREADABLE: Final = (
    LookupError, TypeError, ValueError, AttributeError, IntegrityError, NoResultFound,
)  # fmt: skip


class Projection(Protocol):
    """Keeps a domain's tables in step with the journal; knows nothing but events and its tables."""

    @property
    def tables(self) -> tuple[Table, ...]:
        """The tables that this projection alone writes."""

    @property
    def event_types(self) -> frozenset[str]:
        """The event types that it reads."""

    def apply(
        self, connection: Connection, events: Sequence[Event], journal: Connection
    ) -> None:
        """Bring the tables up to date with `events`, all of its types, parents before children.

        `journal` holds these events and all before them: the same file, unless a replay is on.
        """

    def refold(
        self, connection: Connection, events: Sequence[Event], journal: Connection
    ) -> None:
        """Bring the tables up to date with `events` that came from elsewhere.

        What was recorded after them may be applied already, and what came before them may be
        missing. The tables must end as if all of the journal had been applied in its order.
        """


def apply_all(
    connection: Connection, projections: Sequence[Projection], events: Sequence[Event],
    journal: Connection,
) -> None:  # fmt: skip
    """Hand each projection the events of its types; unknown ones reach none.

    Erased ones reach only who says that it needs no payload, by `takes_erased`.
    """
    for projection in projections:
        takes_erased = getattr(projection, "takes_erased", False)
        wanted = [
            event
            for event in events
            if event.type in projection.event_types
            and (event.payload is not None or takes_erased)
        ]
        if wanted:
            projection.apply(connection, wanted, journal)


def refold_all(
    connection: Connection, projections: Sequence[Projection], events: Sequence[Event],
    stepped: Callable[[], object],
) -> None:  # fmt: skip
    """Hand each projection the events of its types that came from elsewhere, erased ones too."""
    for projection in projections:
        wanted = [event for event in events if event.type in projection.event_types]
        if wanted:
            projection.refold(connection, wanted, connection)
        stepped()


def rebuild(
    journal: Connection, target: Connection, projections: Sequence[Projection]
) -> None:
    """Empty the projections' tables in `target` and fill them from `journal`.

    KnownError when an event cannot be read: a damaged or forged payload may hold anything.
    """
    for projection in projections:
        for table in projection.tables:
            target.execute(table.delete())
            # An index that is no part of its table has to be told, in its database's own words.
            for statement in table.info.get("after_clear", {}).get(target.dialect.name, ()):
                target.exec_driver_sql(statement)
    try:
        with closing(log.read_all(journal)) as chunks:
            for chunk in chunks:
                apply_all(target, projections, chunk, journal)
    except UNREADABLE as error:
        raise KnownError("store.journal_unreadable") from error
