"""What differs between an encrypted file and a PostgreSQL server, in one place.

`Store` holds the rules that both keep: one write at a time, all or nothing, told in sentences.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Protocol

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

from models.clock import Clock
from models.errors import KnownError
from models.journal.event import Event
from models.journal.log import LAG, StreamState, save_state
from models.store.damage import marker_of, refuse_damaged
from models.store.driver import begin, commit, driver_of, roll_back
from models.store.engine import READ_ONLY, is_database_error, known
from models.store.files import identity
from models.store.projection import Projection


class Database(Protocol):
    """Where a store's tables lie. Errors of its library are told by `known`."""

    @property
    def path(self) -> Path:
        """The file that stands for it; other files of this machine lie beside."""

    @property
    def is_shared(self) -> bool:
        """Whether other machines write to it."""

    @property
    def lag(self) -> int:
        """How many events a stream's row may lag behind."""

    def connect_reader(self) -> Connection:
        """Return a connection whose transactions have one consistent view and write nothing."""

    def connect_writer(self) -> Connection:
        """Return a connection that is kept for writing."""

    def begin(self, writer: Connection, clock: Clock) -> None:
        """Begin a write transaction; no other one is under way when this returns."""

    def commit(self, writer: Connection) -> None:
        """Make durable what was written."""

    def roll_back(self, writer: Connection) -> None:
        """Undo what was written; does nothing where that failed."""

    def is_behind(self, connection: Connection) -> bool:
        """Say whether the journal holds events that the projections lack."""

    def catch_up(self, writer: Connection, projections: Sequence[Projection]) -> None:
        """Bring the projections nearer to the journal, by as much as one transaction should."""

    def before_intake(self, writer: Connection, came: Iterable[Event]) -> Iterable[Event]:
        """Return what came, once no other intake can come in between."""

    def note_intake(self, writer: Connection, new: Sequence[Event]) -> None:
        """Note that the projections hold what an intake added."""

    def note_written(
        self, writer: Connection, states: Sequence[StreamState], before: Mapping[bytes, int]
    ) -> None:
        """Note that the projections hold what was just written to streams of this process.

        `before` is how many events each had before. KnownError where that is not so any more.
        """

    def data_version(self, writer: Connection) -> int:
        """Return a number that changes when another process wrote, and not by our own writes."""

    def sweep(self, writer: Connection) -> None:
        """Let go, after a commit, of what the file keeps of what was overwritten."""

    def finish(self, writer: Connection, states: Sequence[StreamState]) -> None:
        """Write what may have waited until the store is closed."""

    def known(self, error: BaseException) -> KnownError | None:
        """Return what stands for an error of the library, None for any other."""

    def close(self) -> None:
        """Close every connection that is not in use."""


class FileDatabase:
    """An encrypted file of this machine."""

    is_shared = False
    lag = LAG

    def __init__(self, engine: Engine, path: Path) -> None:
        self.path = path
        self._marker = marker_of(path)
        self._file = identity(path)
        self._engine = engine
        self._reader = engine.execution_options(**{READ_ONLY: True})

    def connect_reader(self) -> Connection:
        """Return a connection for reading."""
        return self._reader.connect()

    def connect_writer(self) -> Connection:
        """Return a connection for writing."""
        return self._engine.connect()

    def begin(self, writer: Connection, clock: Clock) -> None:
        """Begin; the file lets one write at a time.

        KnownError where it was found damaged, and where a repair put another file in its place:
        what is written to the one that is open would be in nobody's store.
        """
        if self._marker.exists():
            refuse_damaged(self.path)
        if identity(self.path) != self._file:
            raise KnownError("store.replaced", path=str(self.path))
        begin(writer)

    def commit(self, writer: Connection) -> None:
        """Commit."""
        commit(writer)

    def roll_back(self, writer: Connection) -> None:
        """Roll back."""
        roll_back(writer)

    def is_behind(self, connection: Connection) -> bool:
        """Say no: nobody writes events and leaves the projections for later."""
        return False

    def catch_up(self, writer: Connection, projections: Sequence[Projection]) -> None:
        """Do nothing: the projections are never behind."""

    def before_intake(self, writer: Connection, came: Iterable[Event]) -> Iterable[Event]:
        """Return what came: the transaction keeps others out already."""
        return came

    def note_intake(self, writer: Connection, new: Sequence[Event]) -> None:
        """Do nothing: the projections are never behind."""

    def note_written(
        self, writer: Connection, states: Sequence[StreamState], before: Mapping[bytes, int]
    ) -> None:
        """Do nothing: the projections are never behind."""

    def data_version(self, writer: Connection) -> int:
        """Return the file's version: to the writing connection its own commits are no news."""
        return int(driver_of(writer).execute("PRAGMA data_version").fetchone()[0])

    def sweep(self, writer: Connection) -> None:
        """Empty the write-ahead log, which holds pages as they were before."""
        driver_of(writer).execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def finish(self, writer: Connection, states: Sequence[StreamState]) -> None:
        """Bring the rows of streams up to date that lag behind."""
        for state in states:
            if state.events % self.lag:
                save_state(writer, state)

    def known(self, error: BaseException) -> KnownError | None:
        """Return what stands for an error of SQLite."""
        if not isinstance(error, Exception) or not is_database_error(error):
            return None
        cause = error.orig if isinstance(error, DBAPIError) else error
        return known(cause if isinstance(cause, Exception) else error, self.path)

    def close(self) -> None:
        """Close the file."""
        self._engine.dispose()
