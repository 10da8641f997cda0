"""The one door to the data: `read` and `write` are the only transactions there are."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from typing import Final, Protocol, TypeVar
from uuid import UUID

from sqlalchemy import Connection, Engine, Table, insert
from sqlalchemy.exc import DBAPIError, IntegrityError, NoResultFound

from models.clock import Clock
from models.errors import KnownError
from models.journal import log
from models.journal.event import Event, NewEvent
from models.journal.intake import Intake, take_in
from models.journal.tables import stream_units
from models.store.changes import Changes
from models.store.driver import begin, commit, driver_of, roll_back
from models.store.engine import READ_ONLY, is_database_error, known

T = TypeVar("T")

_UNREADABLE: Final = (
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


class Transaction:
    """What a command works with: the connection to query by, and `append` to record."""

    def __init__(
        self, connection: Connection, clock: Clock, states: Mapping[str, log.StreamState],
        actor: UUID, projections: Sequence[Projection],
    ) -> None:  # fmt: skip
        self.connection = connection
        self.clock = clock
        self.actor = actor
        self.states = dict(states)
        self._projections = projections
        self._entities: set[UUID] = set()
        self._types: set[str] = set()

    def append(self, *news: NewEvent) -> list[Event]:
        """Record facts and bring the projections up to date; all or nothing with the commit."""
        made: list[Event] = []
        for unit, part in groupby(news, key=attrgetter("unit")):
            made += self._append(unit, list(part))
        apply_all(self.connection, self._projections, made, self.connection)
        self._touch(made)
        return made

    def take_in(
        self, incoming: Iterable[Event], stepped: Callable[[], object] | None = None
    ) -> Intake:
        """Take in what was recorded elsewhere; the hash of each event must be its own.

        `stepped` is called after the journal and after each projection; what it raises undoes all.
        """
        stepped = stepped or _go_on
        intake = take_in(self.connection, incoming)
        stepped()
        refold_all(self.connection, self._projections, intake.new, stepped)
        self._touch(intake.new)
        return intake

    def _append(self, unit: str, news: Sequence[NewEvent]) -> list[Event]:
        """Record facts of one unit in its own stream: who may read a unit may have all of it."""
        state = self.states.get(unit) or log.start_stream(self.clock)
        made, self.states[unit] = log.append(
            self.connection, self.clock, state, self.actor, news
        )
        if state.events == 0:
            self.connection.execute(
                insert(stream_units), {"stream": state.stream, "unit": unit}
            )
        return made

    def changes(self) -> Changes:
        """Return what was touched so far."""
        return Changes(frozenset(self._entities), frozenset(self._types))

    def _touch(self, events: Sequence[Event]) -> None:
        # Not the events themselves: those of a long list would stay until its end.
        self._entities.update([event.entity for event in events])
        self._types.update([event.type for event in events])


class Store:
    """An open store. Safe to use from several threads; one write at a time."""

    def __init__(
        self, engine: Engine, path: Path, clock: Clock, projections: Sequence[Projection]
    ) -> None:
        self.path = path
        self.clock = clock
        self.projections = tuple(projections)
        self._engine = engine
        self._reader = engine.execution_options(**{READ_ONLY: True})
        # A stream for each unit that is written of, minted by this process: a restored backup never
        # goes on with one.
        self._states: dict[str, log.StreamState] = {}
        self._lock = threading.Lock()
        self._writer: Connection | None = None
        self._listeners: list[Callable[[Changes], None]] = []
        self.read(lambda connection: log.witness_journal(connection, clock))

    def read(self, query: Callable[[Connection], T]) -> T:
        """Return what `query` finds in one consistent view; KnownError if the file fails."""
        with self._told(), self._reader.connect() as connection, connection.begin():
            return query(connection)

    def write(self, command: Callable[[Transaction], T], *, actor: UUID) -> T:
        """Run `command` in one durable transaction and return its result.

        When this returns, what it recorded is on the disk. KnownError: nothing was changed.
        """
        with self._lock:
            with self._writing() as connection:
                transaction = Transaction(
                    connection, self.clock, self._states, actor, self.projections
                )
                result = command(transaction)
            self._states = transaction.states
        changes = transaction.changes()
        if changes.entities:
            for listener in tuple(self._listeners):
                listener(changes)
        return result

    def on_change(self, listener: Callable[[Changes], None]) -> None:
        """Call `listener` after each commit of this process, on the thread that wrote."""
        self._listeners.append(listener)

    def data_version(self) -> int | None:
        """Return a number that differs from the last one when another program wrote.

        None while this process writes: the caller asks again later and never waits.
        """
        if not self._lock.acquire(blocking=False):
            return None
        try:
            with self._told():
                # Of the writing connection: to it, and to no other, its own commits are no news.
                driver = driver_of(self._kept_writer())
                return int(driver.execute("PRAGMA data_version").fetchone()[0])
        finally:
            self._lock.release()

    def replace_projections(self, projections: Sequence[Projection] | None = None) -> None:
        """Empty the projections and fill them from the journal, in one transaction."""
        chosen = self.projections if projections is None else projections
        with self._lock, self._writing() as connection:
            rebuild(connection, connection, chosen)

    def close(self) -> None:
        """Close every connection; the last one tidies the write-ahead log away."""
        with self._lock:
            lagging = [state for state in self._states.values() if state.events % log.LAG]
            if lagging:
                # What a row lags behind is found again at the next start: no harm in a failure.
                with suppress(KnownError), self._writing() as connection:
                    for state in lagging:
                        log.save_state(connection, state)
            if self._writer is not None:
                self._writer.close()
            self._writer = None
        self._engine.dispose()

    def _kept_writer(self) -> Connection:
        if self._writer is None:
            self._writer = self._engine.connect()
        return self._writer

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        """One write transaction on the connection that is kept for writing."""
        try:
            writer = self._kept_writer()
            try:
                begin(writer)
                yield writer
                commit(writer)
            except BaseException:
                roll_back(writer)
                raise
        except Exception as error:
            if not is_database_error(error):
                raise
            # A connection that failed is not trusted with the next slip.
            failed, self._writer = self._writer, None
            with suppress(DBAPIError):
                if failed is not None:
                    failed.close()
            raise self._known(error) from error

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Turn what the database library says into a KnownError."""
        try:
            yield
        except Exception as error:
            if not is_database_error(error):
                raise
            raise self._known(error) from error

    def _known(self, error: Exception) -> KnownError:
        cause = error.orig if isinstance(error, DBAPIError) else error
        return known(cause if isinstance(cause, Exception) else error, self.path)


def apply_all(
    connection: Connection, projections: Sequence[Projection], events: Sequence[Event],
    journal: Connection,
) -> None:  # fmt: skip
    """Hand each projection the events of its types; erased and unknown ones reach none."""
    for projection in projections:
        wanted = [
            event
            for event in events
            if event.type in projection.event_types and event.payload is not None
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


def _go_on() -> None:
    """Go on: nobody looks on, and nobody wants it stopped."""


def rebuild(
    journal: Connection, target: Connection, projections: Sequence[Projection]
) -> None:
    """Empty the projections' tables in `target` and fill them from `journal`.

    KnownError when an event cannot be read: a damaged or forged payload may hold anything.
    """
    for projection in projections:
        for table in projection.tables:
            target.execute(table.delete())
            if target.dialect.name == "sqlite":
                # An index that is no table of its own has to be told.
                for statement in table.info.get("after_clear", ()):
                    target.exec_driver_sql(statement)
    try:
        for chunk in log.read_all(journal):
            apply_all(target, projections, chunk, journal)
    except _UNREADABLE as error:
        raise KnownError("store.journal_unreadable") from error
