"""A PostgreSQL database as a store: for several counters on one network, and for the hub.

Its driver is loaded here and nowhere else: a program with an encrypted file never imports it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from sqlalchemy import URL, Connection, Engine, create_engine, make_url, select, update
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError

from models.clock import Clock
from models.errors import KnownError, UserError
from models.journal.event import Event
from models.journal.log import StreamState
from models.journal.postgres import OvertakenError, lock_intake
from models.store import projected
from models.store.projection import Projection
from models.store.server_line import line_error, with_tls
from models.store.server_schema import prepare, shared_state

# Whatever the server or the role says: what was shown as saved is on the disk.
DURABLE: Final = "-c synchronous_commit=on"
# Who waits for another writer, or whose server is gone, hears of it in as many seconds.
_SETTINGS: Final = (
    f"{DURABLE} -c lock_timeout=10s -c idle_in_transaction_session_timeout=120s"
    " -c client_encoding=UTF8"
)
_CONNECT_S: Final = 5
# A cut cable is noticed after 5 + 3 · 2 seconds without a sign, or 10 with something on the way.
_ALIVE: Final = {
    "keepalives": 1, "keepalives_idle": 5, "keepalives_interval": 2, "keepalives_count": 3,
    "tcp_user_timeout": 10_000,
}  # fmt: skip
_LOCK: Final = select(shared_state.c.changes, shared_state.c.last_hlc).with_for_update()
_CHANGES: Final = select(shared_state.c.changes)
_WROTE: Final = update(shared_state).values(changes=shared_state.c.changes + 1)

_BUSY: Final = {"55P03", "40001", "40P01"}
_FULL: Final = {"53100", "53200"}


class ServerDatabase:
    """A PostgreSQL database; `path` is the file that says where it is."""

    is_shared = True
    # Others read the rows of streams that are written here.
    lag = 1

    def __init__(self, engine: Engine, path: Path) -> None:
        self.path = path
        self._engine = engine
        self._reader = engine.execution_options(
            isolation_level="REPEATABLE READ", postgresql_readonly=True
        )
        self._own_changes = 0
        self._is_news = False
        self._last_hlc = 0

    def connect_reader(self) -> Connection:
        """Return a connection whose transactions see the tables as they were at one moment."""
        return self._reader.connect()

    def connect_writer(self) -> Connection:
        """Return a connection for writing."""
        return self._engine.connect()

    def begin(self, writer: Connection, clock: Clock) -> None:
        """Begin, after every other writer is done; a connection that was cut is made anew once."""
        try:
            self.lock(writer, clock)
        except DBAPIError as error:
            if not error.connection_invalidated:
                raise
            # Nothing was done in it yet.
            writer.rollback()
            self.lock(writer, clock)

    def lock(self, writer: Connection, clock: Clock) -> None:
        """Wait until no other writes, and let the clock go on from what the last one wrote."""
        self._is_news = False
        found = writer.execute(_LOCK).one()
        self._last_hlc = found.last_hlc
        clock.witness(found.last_hlc)

    def commit(self, writer: Connection) -> None:
        """Commit, and let the others know that something was written."""
        self.tell_others(writer)
        writer.commit()
        if not self._is_news:
            self._own_changes += 1

    def tell_others(self, writer: Connection) -> None:
        """Note that something was written, and until when; last in a transaction."""
        writer.execute(_WROTE.values(last_hlc=self._last_hlc))

    def roll_back(self, writer: Connection) -> None:
        """Undo what was written since `begin`."""
        writer.rollback()

    def is_behind(self, connection: Connection) -> bool:
        """Say whether intakes added what the projections lack."""
        return projected.is_behind(connection)

    def catch_up(self, writer: Connection, projections: Sequence[Projection]) -> None:
        """Refold a part of what intakes added, which is news to this process too."""
        self._is_news = True
        projected.catch_up(writer, projections)

    def before_intake(self, writer: Connection, came: Iterable[Event]) -> Iterable[Event]:
        """Return what came, with the locks that an intake of the hub takes."""
        every = list(came)
        lock_intake(writer, every)
        return every

    def note_intake(self, writer: Connection, new: Sequence[Event]) -> None:
        """Note that the projections hold what an intake added."""
        projected.note_taken_in(writer, new)

    def note_written(
        self, writer: Connection, states: Sequence[StreamState], before: Mapping[bytes, int]
    ) -> None:
        """Note that the projections hold what was just written, and until when that was."""
        self._last_hlc = max([self._last_hlc, *(state.last_hlc for state in states)])
        projected.note_written(writer, states, before)

    def data_version(self, writer: Connection) -> int:
        """Return how often others wrote; one question, of one row."""
        try:
            return int(writer.execute(_CHANGES).scalar_one()) - self._own_changes
        finally:
            writer.rollback()

    def sweep(self, writer: Connection) -> None:
        """Do nothing: the server's own vacuum takes away what rows were before."""

    def finish(self, writer: Connection, states: Sequence[StreamState]) -> None:
        """Do nothing: no row lags behind."""

    def known(self, error: BaseException) -> KnownError | None:
        """Return what stands for an error of PostgreSQL; it repeats nothing of it, as it quotes."""
        if isinstance(error, OvertakenError):
            return KnownError("store.busy")
        return server_error(error)

    def close(self) -> None:
        """Close every connection."""
        self._engine.dispose()


def open_server(url: str, path: Path) -> ServerDatabase:
    """Open the database at `url`, make its tables in an empty one and upgrade older ones.

    UserError for a URL that is none, or without the driver; KnownError when the server cannot be
    reached, or for a database of a newer program.
    """
    engine = server_engine(
        url, options=_SETTINGS, connect_timeout=_CONNECT_S, pool_size=4, max_overflow=8
    )
    database = ServerDatabase(engine, path)
    try:
        with engine.connect() as connection, connection.begin():
            prepare(connection)
    except BaseException as error:
        database.close()
        told = server_error(error)
        if told is None:
            raise
        raise told from None
    return database


def server_engine(
    url: str, *, options: str, connect_timeout: int, pool_size: int, max_overflow: int
) -> Engine:
    """Return an engine for "postgresql+psycopg://…", which connects when it is first used.

    UserError for another URL, and where the driver is not installed.
    """
    found = with_tls(_read_url(url))
    try:
        import psycopg  # noqa: F401 - asked for by name, to say what is missing
    except ImportError as error:
        raise UserError("store.no_driver") from error
    arguments: dict[str, Any] = {
        **_ALIVE, "options": options, "connect_timeout": connect_timeout,
        "application_name": "motcua",
    }  # fmt: skip
    try:
        return create_engine(
            found, connect_args=arguments, pool_pre_ping=True, hide_parameters=True,
            pool_size=pool_size, max_overflow=max_overflow,
        )  # fmt: skip
    except (ArgumentError, NoSuchModuleError, TypeError, ValueError):
        # What they say repeats the URL, and with it the password.
        raise UserError("store.bad_url") from None


def _read_url(url: str) -> URL:
    try:
        found = make_url(url)
    except (ArgumentError, ValueError):
        raise UserError("store.bad_url") from None
    if found.drivername == "postgresql":
        found = found.set(drivername="postgresql+psycopg")
    if found.drivername != "postgresql+psycopg" or not found.database:
        raise UserError("store.bad_url")
    return found


def server_error(error: BaseException) -> KnownError | None:
    """Return the KnownError that stands for what PostgreSQL said, None for any other error."""
    from psycopg import Error, InterfaceError, OperationalError

    cause = error.orig if isinstance(error, DBAPIError) else error
    if not isinstance(cause, Error):
        return None
    state = cause.sqlstate or ""
    if state in _BUSY:
        return KnownError("store.busy")
    if state in _FULL:
        return KnownError("store.server_full")
    if state == "25006":
        return KnownError("store.server_read_only")
    if state[:2] in {"28", "3D"}:
        return KnownError("store.server_refused")
    is_gone = state[:2] in {"08", "57"} or not state
    if is_gone and isinstance(cause, (OperationalError, InterfaceError)):
        return line_error(str(cause)) or KnownError("store.server_lost")
    return KnownError("store.server", state=state or "-")
