"""Stations for the machine: real stores in memory, cheap to copy, with a clock that is turned.

A store is crashed by leaving it, restored by writing a copy over it, and cloned with what its
process has in mind.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Connection, Engine, Table, create_engine, event, insert
from sqlalchemy.pool import StaticPool

from desktop.wiring import projections
from models.accounts.commands import create_account
from models.clock import Clock
from models.ids import uuid7
from models.journal import log
from models.json_text import parse_json
from models.stations.own import OwnStation, make_own
from models.store.database import FileDatabase
from models.store.driver import driver_of
from models.store.engine import READ_ONLY, check_sqlite_version
from models.store.migrate import migrate
from models.store.schema import store_state
from models.store.store import Store, Transaction, rebuild

# Noon of a Sunday; how far each station's clock is off is added to it.
NOON_MS: Final = 1_793_509_200_000
DAY_MS: Final = 24 * 3600 * 1000
TABLES: Final = tuple(table for part in projections() for table in part.tables)


def _connect() -> Any:
    from sqlcipher3 import dbapi2

    class Kept(dbapi2.Connection):
        """A connection that is the database: nobody closes it but by forgetting it."""

        def close(self) -> None:
            """Keep the memory."""

    check_sqlite_version(dbapi2.sqlite_version_info)
    return dbapi2.connect(
        ":memory:", isolation_level=None, check_same_thread=False, factory=Kept,
        cached_statements=1000,
    )


def _begin(connection: Connection) -> None:
    driver = driver_of(connection)
    if not driver.in_transaction:
        is_reader = connection.get_execution_options().get(READ_ONLY, False)
        driver.execute("BEGIN" if is_reader else "BEGIN IMMEDIATE")


class Memory:
    """A database in memory and the engine on it."""

    def __init__(self) -> None:
        from sqlcipher3 import dbapi2

        self.raw = _connect()
        self.engine: Engine = create_engine(
            "sqlite+pysqlite://", module=dbapi2, creator=lambda: self.raw, poolclass=StaticPool
        )
        event.listen(self.engine, "begin", _begin)

    def copy_to(self, other: Memory) -> None:
        """Make `other` hold what this holds."""
        self.raw.backup(other.raw)


# Memories are used again: an engine costs more than what a run does with it.
_FREE: Final[list[Memory]] = []


def take_memory() -> Memory:
    """Return a memory that nobody uses."""
    return _FREE.pop() if _FREE else Memory()


def give_back(memory: Memory) -> None:
    """Let a memory be used by the next one."""
    _FREE.append(memory)


@dataclass(eq=False)
class Station:
    """A station that runs: its store, what its clock is off by, and whose units it was let read.

    `granted` None means all units.
    """

    name: str
    unit: str
    memory: Memory
    account: UUID
    now: Callable[[], int]
    store: Store = field(init=False)
    own: OwnStation = field(init=False)
    off_ms: int = 0
    granted: frozenset[str] | None = frozenset()

    def __post_init__(self) -> None:
        """Start its program."""
        self.start()

    def start(self) -> None:
        """Open the store, as a new process does."""
        clock = Clock(lambda: self.now() + self.off_ms)
        self.store = Store(
            FileDatabase(self.memory.engine, Path("memory")), clock, projections()
        )

    def crash(self) -> None:
        """Leave the store as it is: what its process had in mind is gone."""
        self.start()

    def close(self) -> None:
        """Close the store in good order, and open it again."""
        self.store.close()
        self.start()

    @property
    def id(self) -> UUID:
        """Return the station's id."""
        return self.own.card.id

    def write(self, command: Callable[[Transaction], Any]) -> Any:
        """Run a command and return its result."""
        return self.store.write(command, actor=self.account)

    def read(self, query: Callable[..., Any], *arguments: Any, **options: Any) -> Any:
        """Run a query and return its result."""
        return self.store.read(lambda connection: query(connection, *arguments, **options))

    def rows(self, statement: str, *values: Any) -> list[tuple[Any, ...]]:
        """Return what the database itself says, beside all of the program."""
        return list(self.memory.raw.execute(statement, values).fetchall())

    def cloned(self, name: str) -> Station:
        """Return a second machine that runs on from the same moment."""
        memory = take_memory()
        self.memory.copy_to(memory)
        other = Station(name, self.unit, memory, self.account, self.now)
        other.own, other.off_ms, other.granted = self.own, self.off_ms, self.granted
        other.store._states = dict(self.store._states)
        return other


@dataclass(frozen=True)
class Stick:
    """A sealed bundle on its way, and of which units its receiver was let read."""

    sealed: bytes
    to: UUID
    units: frozenset[str] | None


@lru_cache(maxsize=1)
def _empty() -> Memory:
    memory = Memory()
    migrate(memory.engine)
    return memory


def new_station(name: str, unit: str, now: Callable[[], int]) -> Station:
    """Return a station with an account and keys, and nothing else."""
    memory = take_memory()
    _empty().copy_to(memory)
    account = uuid7(now())
    station = Station(name, unit, memory, account, now)

    def begin(tx: Transaction) -> OwnStation:
        tx.connection.execute(insert(store_state), {"key": "unit", "value": unit})
        create_account(tx, account, name, role="administrator", unit=unit)
        return make_own(tx, name)

    station.own = station.write(begin)
    return station


def copied(station: Station, now: Callable[[], int]) -> Station:
    """Return a station as another is, started anew."""
    memory = take_memory()
    station.memory.copy_to(memory)
    other = Station(station.name, station.unit, memory, station.account, now)
    other.own, other.granted = station.own, station.granted
    return other


@lru_cache(maxsize=64)
def _query(table: Table, is_of_unit: bool) -> str:
    shared = [column.name for column in table.columns if not column.info.get("is_local")]
    names = ", ".join(f'"{name}"' for name in shared)
    home = "home" if "home" in table.c else "unit"
    where = f" WHERE {home} = ?" if is_of_unit else ""
    return f"SELECT {names} FROM {table.name}{where} ORDER BY {names}"


def table_rows(memory: Memory, table: Table, *unit: str) -> list[tuple[Any, ...]]:
    """Return a projection's rows, of a unit only; what numbers the file's rows is left out."""
    return list(memory.raw.execute(_query(table, bool(unit)), unit).fetchall())


def replayed(station: Station, scratch: Memory) -> Iterator[str]:
    """Yield the tables that differ from what a replay of the station's journal makes."""
    with scratch.engine.connect() as target, target.begin():
        station.read(lambda journal: rebuild(journal, target, station.store.projections))
        for table in TABLES:
            if table_rows(station.memory, table) != table_rows(scratch, table):
                yield table.name


def enrolment(station: Station, other: Station) -> tuple[bool, frozenset[str] | None]:
    """Return whether a station exchanges with another, and whose units it lets it read."""
    found = station.rows(
        "SELECT state, reads FROM stations WHERE enrolled_at = ? AND id = ?",
        station.id.bytes, other.id.bytes,
    )  # fmt: skip
    if not found:
        return False, frozenset()
    ((state, reads),) = found
    units = parse_json(reads).get("units")
    return state == "enrolled", None if units is None else frozenset(units)


def own_streams(station: Station) -> dict[str, log.StreamState]:
    """Return the last stream of each unit that was written at a station."""
    units = dict(station.rows("SELECT stream, unit FROM stream_units"))
    states = station.read(log.stream_states)
    return {
        units[state.stream]: state
        for state in sorted(states, key=lambda state: state.last_hlc)
        if state.is_local
    }
