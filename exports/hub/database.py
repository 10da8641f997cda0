"""The hub's PostgreSQL database: the journal, who was enrolled, and the projections of it all.

Several processes share one database, and nothing is kept in any of them. The hub's own keys lie in
the database too: a hub that is restored, moved or doubled is the same hub to every station. What
stations send is projected after the fact (`models.store.projected`); the window and the command
line open the same database as a store.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final, TypeVar
from uuid import UUID

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

# Whoever opens a database first makes every table: each domain declares its own.
import models.accounts.tables
import models.households.tables
import models.questionnaires.tables
import models.settings.tables
import models.surveys.tables
import models.units.tables  # noqa: F401
from models.audit.projection import AuditProjection
from models.clock import Clock
from models.errors import KnownError, UserError
from models.journal import log
from models.journal.postgres import OvertakenError
from models.stations.projection import StationsProjection
from models.store.server import DURABLE, ServerDatabase, server_engine
from models.store.server_schema import prepare
from models.store.store import Transaction

T = TypeVar("T")

# No person does what the hub records.
HUB_ACTOR: Final = UUID(int=0)
# No transaction of a cut connection keeps the others waiting.
_SETTINGS: Final = (
    f"{DURABLE} -c lock_timeout=60s -c statement_timeout=300s"
    " -c idle_in_transaction_session_timeout=60s"
)
_TRIES: Final = 5
# What is projected as the hub itself records it; what stations send is projected after the intake.
_OWN: Final = (StationsProjection(), AuditProjection())
# Serialization failure, deadlock: nothing was written, and the next try may go through.
_WORTH_A_TRY: Final = {"40001", "40P01"}


class HubDatabase:
    """An open hub database; safe to use from several threads."""

    def __init__(self, engine: Engine, clock: Clock) -> None:
        self.clock = clock
        self._engine = engine
        self._server = ServerDatabase(engine, Path())
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
            self._server.lock(connection, self.clock)
            log.witness_journal(connection, self.clock)
            transaction = Transaction(
                connection, self.clock, {}, HUB_ACTOR, _OWN, self._server
            )
            result = command(transaction)
            self._server.note_written(connection, list(transaction.states.values()), {})
            self._server.tell_others(connection)
            return result

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
        engine = server_engine(
            url, options=_SETTINGS, connect_timeout=10, pool_size=8, max_overflow=8
        )
    except UserError:
        raise UserError("hub.bad_database") from None
    database = HubDatabase(engine, clock or Clock())
    try:
        database.write(prepare)
    except KnownError as error:
        database.close()
        if error.code == "store.newer":
            raise KnownError("hub.newer") from None
        raise
    except BaseException:
        database.close()
        raise
    return database


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
