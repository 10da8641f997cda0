"""The one door to the data: `read` and `write` are the only transactions there are."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from typing import TypeVar
from uuid import UUID

from sqlalchemy import Connection, insert
from sqlalchemy.exc import DBAPIError

from models.clock import Clock
from models.errors import KnownError
from models.journal import log
from models.journal.event import Event, NewEvent
from models.journal.intake import Intake, take_in
from models.journal.tables import stream_units
from models.permissions import Permission
from models.store.changes import Changes
from models.store.database import Database
from models.store.projection import Projection, apply_all, rebuild, refold_all

__all__ = ["Projection", "Store", "Transaction", "rebuild"]

T = TypeVar("T")
# Raises UserError unless somebody is allowed something.
Authority = Callable[[Connection, UUID, Permission], None]


class Transaction:
    """What a command works with: the connection to query by, and `append` to record."""

    def __init__(
        self, connection: Connection, clock: Clock, states: Mapping[str, log.StreamState],
        actor: UUID, projections: Sequence[Projection], database: Database,
        authority: Authority | None = None,
    ) -> None:  # fmt: skip
        self.connection = connection
        self._authority = authority
        self.clock = clock
        self.actor = actor
        self.states = dict(states)
        self._projections = projections
        self._database = database
        self._entities: set[UUID] = set()
        self._types: set[str] = set()
        self.is_swept = False

    def demand(self, permission: Permission) -> None:
        """Raise UserError unless the actor is allowed something; without authority all is."""
        if self._authority is not None:
            self._authority(self.connection, self.actor, permission)

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
        came = self._database.before_intake(self.connection, incoming)
        intake = take_in(self.connection, came)
        stepped()
        refold_all(self.connection, self._projections, (*intake.new, *intake.blanked), stepped)
        self._database.note_intake(self.connection, intake.new)
        self._touch([*intake.new, *intake.blanked])
        return intake

    def sweep(self) -> None:
        """Have nothing of what this transaction erases left in the file once it is committed."""
        self.is_swept = True

    def _append(self, unit: str, news: Sequence[NewEvent]) -> list[Event]:
        """Record facts of one unit in its own stream: who may read a unit may have all of it."""
        state = self.states.get(unit) or log.start_stream(self.clock)
        made, self.states[unit] = log.append(
            self.connection, self.clock, state, self.actor, news, lag=self._database.lag
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
        self, database: Database, clock: Clock, projections: Sequence[Projection],
        authority: Authority | None = None,
    ) -> None:  # fmt: skip
        self.clock = clock
        self._authority = authority
        self.projections = tuple(projections)
        self._database = database
        # A stream for each unit that is written of, minted by this process: a restored backup never
        # goes on with one.
        self._states: dict[str, log.StreamState] = {}
        self._lock = threading.Lock()
        self._writer: Connection | None = None
        self._listeners: list[Callable[[Changes], None]] = []
        self._on_damage: Callable[[], object] = _go_on
        self.read(lambda connection: log.witness_journal(connection, clock))

    @property
    def path(self) -> Path:
        """The file that holds the store, or says where it is; its other files lie beside."""
        return self._database.path

    @property
    def is_shared(self) -> bool:
        """Whether the tables lie on a server, to which other machines write too."""
        return self._database.is_shared

    def read(self, query: Callable[[Connection], T]) -> T:
        """Return what `query` finds in one consistent view; KnownError if the file fails."""
        with (
            self._told(), self._database.connect_reader() as connection, connection.begin()
        ):  # fmt: skip
            return query(connection)

    def write(self, command: Callable[[Transaction], T], *, actor: UUID) -> T:
        """Run `command` in one durable transaction and return its result.

        When this returns, what it recorded is on the disk. KnownError: nothing was changed.
        """
        with self._lock:
            while True:
                with self._writing() as connection:
                    if self._database.is_behind(connection):
                        # A transaction of its own: what is done of a long way stays done.
                        self._database.catch_up(connection, self.projections)
                        continue
                    transaction = Transaction(
                        connection, self.clock, self._states, actor, self.projections,
                        self._database, self._authority,
                    )  # fmt: skip
                    result = command(transaction)
                    written, before = self._written(transaction.states)
                    self._database.note_written(connection, written, before)
                break
            self._states = transaction.states
            if transaction.is_swept:
                # Others who read at this moment keep some of it; the next sweep takes it along.
                with suppress(KnownError), self._renewing():
                    self._database.sweep(self._kept_writer())
        changes = transaction.changes()
        if changes.entities:
            for listener in tuple(self._listeners):
                listener(changes)
        return result

    def demand(self, permission: Permission, *, actor: UUID) -> None:
        """Raise UserError unless `actor` is allowed something that is no command: to export."""
        authority = self._authority
        if authority is not None:
            self.read(lambda connection: authority(connection, actor, permission))

    def catch_up(self) -> None:
        """Bring the projections up to date with what others only wrote into the journal."""
        while self.read(self._database.is_behind):
            with self._lock, self._writing() as connection:
                self._database.catch_up(connection, self.projections)

    def on_change(self, listener: Callable[[Changes], None]) -> None:
        """Call `listener` after each commit of this process, on the thread that wrote."""
        self._listeners.append(listener)

    def on_damage(self, called: Callable[[], object]) -> None:
        """Call `called` whenever the file proves damaged, on the thread that met it."""
        self._on_damage = called

    def data_version(self) -> int | None:
        """Return a number that differs from the last one when another program wrote.

        None while this process writes: the caller asks again later and never waits.
        """
        if not self._lock.acquire(blocking=False):
            return None
        try:
            with self._renewing():
                return self._database.data_version(self._kept_writer())
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
            if any(state.events % self._database.lag for state in self._states.values()):
                # What a row lags behind is found again at the next start: no harm in a failure.
                with suppress(KnownError), self._writing() as connection:
                    self._database.finish(connection, list(self._states.values()))
            if self._writer is not None:
                self._writer.close()
            self._writer = None
        self._database.close()

    def _written(
        self, states: Mapping[str, log.StreamState]
    ) -> tuple[list[log.StreamState], dict[bytes, int]]:
        """Return the streams that were written to, and how many events each had before."""
        changed = [state for unit, state in states.items() if self._states.get(unit) != state]
        return changed, {state.stream: state.events for state in self._states.values()}

    def _kept_writer(self) -> Connection:
        if self._writer is None:
            self._writer = self._database.connect_writer()
        return self._writer

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        """One write transaction on the connection that is kept for writing."""
        with self._renewing():
            writer = self._kept_writer()
            try:
                self._database.begin(writer, self.clock)
                yield writer
                self._database.commit(writer)
            except BaseException:
                self._database.roll_back(writer)
                raise

    @contextmanager
    def _renewing(self) -> Iterator[None]:
        """Tell what the database says, and trust a connection that failed with nothing more."""
        try:
            with self._told():
                yield
        except KnownError as error:
            if error.__cause__ is not None and self._database.known(error.__cause__) is not None:
                failed, self._writer = self._writer, None
                with suppress(DBAPIError):
                    if failed is not None:
                        failed.close()
            raise

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Turn what the database library says into a KnownError."""
        try:
            yield
        except KnownError as error:
            # A connection that was only now made says it by itself.
            self._notice(error)
            raise
        except Exception as error:
            told = self._database.known(error)
            if told is None:
                raise
            self._notice(told)
            raise told from error

    def _notice(self, told: KnownError) -> None:
        if told.code == "store.damaged":
            self._on_damage()


def _go_on() -> None:
    """Go on: nobody looks on, and nobody wants it stopped."""
