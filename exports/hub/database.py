"""The hub's PostgreSQL database: the journal and who was enrolled, no projection of it.

Several processes share one database, and nothing is kept in any of them. The hub's own keys lie in
the database too: a hub that is restored, moved or doubled is the same hub to every station.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final, TypeVar
from uuid import UUID

from sqlalchemy import Connection, Engine, create_engine, inspect, select, text
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError

from models.clock import Clock
from models.errors import KnownError, UserError
from models.journal import log, tables
from models.journal.postgres import OvertakenError
from models.stations.projection import StationsProjection
from models.stations.tables import exchanges, heard_statements, stations
from models.store.schema import metadata, store_state
from models.store.store import Transaction

T = TypeVar("T")

# What this program makes and reads; a database of a newer one is left alone.
SCHEMA: Final = 1
_SCHEMA_KEY: Final = "hub_schema"
TABLES: Final = (
    tables.events, tables.heads, tables.streams, tables.stream_units, tables.side_events,
    tables.held_events, tables.quarantined_events, stations, heard_statements, exchanges,
    store_state,
)  # fmt: skip
# No person does what the hub records.
_HUB_ACTOR: Final = UUID(int=0)
# Held while the tables are made and while somebody enrols.
_ADMINISTRATION: Final = 0x6D6F7463 << 8
# Whatever the server or the role says: a receipt is given for what is on the disk. And no
# transaction of a cut connection keeps the others waiting.
_SETTINGS: Final = (
    "-c synchronous_commit=on -c lock_timeout=60s -c statement_timeout=300s"
    " -c idle_in_transaction_session_timeout=60s"
)
_TRIES: Final = 5
# Serialization failure, deadlock: nothing was written, and the next try may go through.
_WORTH_A_TRY: Final = {"40001", "40P01"}


class HubDatabase:
    """An open hub database; safe to use from several threads."""

    def __init__(self, engine: Engine, clock: Clock) -> None:
        self.clock = clock
        self._engine = engine
        self._reader = engine.execution_options(isolation_level="REPEATABLE READ")

    def read(self, query: Callable[[Connection], T]) -> T:
        """Return what `query` finds in one consistent view; KnownError if the server fails."""
        with _told(), self._reader.connect() as connection, connection.begin():
            return query(connection)

    def write(self, command: Callable[[Connection], T]) -> T:
        """Run `command` in one durable transaction, again where another came in between.

        KnownError: nothing was changed.
        """
        for _ in range(_TRIES):
            try:
                with _told(), self._engine.connect() as connection, connection.begin():
                    return command(connection)
            except _AgainError:
                continue
        raise KnownError("hub.database_busy")

    def administer(self, command: Callable[[Transaction], T]) -> T:
        """Run `command` as a station's store would, one at a time in all processes."""

        def run(connection: Connection) -> T:
            _lock(connection)
            log.witness_journal(connection, self.clock)
            return command(
                Transaction(connection, self.clock, {}, _HUB_ACTOR, [StationsProjection()])
            )

        return self.write(run)

    def close(self) -> None:
        """Close every connection."""
        self._engine.dispose()


class _AgainError(Exception):
    """Nothing was written, for a reason that passes."""


def open_hub(url: str, clock: Clock | None = None) -> HubDatabase:
    """Open the database at `url` ("postgresql+psycopg://…"), and make its tables in an empty one.

    UserError for another kind of URL; KnownError when the server cannot be reached or the database
    was made by a newer program.
    """
    try:
        engine = create_engine(
            url, connect_args={"options": _SETTINGS, "connect_timeout": 10}, pool_pre_ping=True,
            hide_parameters=True, pool_size=8, max_overflow=8,
        )  # fmt: skip
    except (ArgumentError, NoSuchModuleError, ImportError, TypeError, ValueError) as error:
        raise UserError("hub.bad_database") from error
    if (engine.dialect.name, engine.dialect.driver) != ("postgresql", "psycopg"):
        raise UserError("hub.bad_database")
    database = HubDatabase(engine, clock or Clock())
    try:
        database.write(_prepare)
    except BaseException:
        database.close()
        raise
    return database


def _prepare(connection: Connection) -> None:
    _lock(connection)
    if not inspect(connection).has_table(store_state.name):
        metadata.create_all(connection, tables=list(TABLES))
        connection.execute(
            store_state.insert(), {"key": _SCHEMA_KEY, "value": str(SCHEMA)}
        )
    query = select(store_state.c.value).where(store_state.c.key == _SCHEMA_KEY)
    if connection.execute(query).scalar() != str(SCHEMA):
        raise KnownError("hub.newer")


def _lock(connection: Connection) -> None:
    connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _ADMINISTRATION})


@contextmanager
def _told() -> Iterator[None]:
    """Turn what the server says into a KnownError that repeats nothing of it: it quotes rows."""
    try:
        yield
    except OvertakenError as error:
        raise _AgainError from error
    except Exception as error:
        from psycopg import DataError, Error

        cause = error.orig if isinstance(error, DBAPIError) else error
        if not isinstance(cause, Error):
            raise
        if cause.sqlstate in _WORTH_A_TRY:
            raise _AgainError from None
        if isinstance(cause, DataError):
            # Data that no column takes, such as a text with a zero byte.
            raise UserError("exchange.damaged") from None
        raise KnownError("hub.database", state=cause.sqlstate or "-") from None
