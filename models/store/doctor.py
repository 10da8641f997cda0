"""Examines a store: file, chain, projections against the journal, disk, clock and versions."""

from __future__ import annotations

import secrets
import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import zip_longest
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, Table, func, select

from models.clock import Clock, hlc_time
from models.errors import KnownError
from models.journal.chain import verify_chain
from models.journal.log import latest_hlc, stream_states
from models.journal.tables import events
from models.store.engine import open_engine
from models.store.migrate import revision
from models.store.pages import page_faults
from models.store.projection import Projection, rebuild
from models.store.room import rooms
from models.store.schema import HEAD, metadata
from models.store.store import Store

_SQLITE_VERSION: Final = func.sqlite_version()
_CLOCK_SLACK: Final = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Check:
    """One examination; `code` and `params` name the sentence that tells what was found."""

    name: str
    ok: bool
    code: str
    params: dict[str, Any] = field(default_factory=dict)


Examination = tuple[str, Callable[[Store], Check]]


def examine(store: Store, *, progress: Callable[[str], None] | None = None) -> list[Check]:
    """Return every check; reads only. A million slips take minutes, so `progress` names each."""
    examinations: list[Examination] = [
        ("chain", lambda examined: examined.read(_chain)),
        ("projections", _projections),
        ("disk", _disk),
        ("clock", _clock),
    ]
    if store.is_shared:
        from models.store.server_doctor import check_server, check_server_versions

        examinations = [
            ("server", check_server), *examinations, ("versions", check_server_versions),
        ]  # fmt: skip
    else:
        examinations = [
            ("integrity", lambda examined: examined.read(_integrity)), *examinations,
            ("versions", _versions),
        ]  # fmt: skip
    checks: list[Check] = []
    for name, examination in examinations:
        if progress is not None:
            progress(name)
        checks.append(_examined(name, examination, store))
    return checks


def _examined(name: str, examination: Callable[[Store], Check], store: Store) -> Check:
    # A file that fails under one examination must not keep the others from being told.
    try:
        return examination(store)
    except KnownError as error:
        return Check(name, False, error.code, error.params)


def _integrity(connection: Connection) -> Check:
    faults = page_faults(connection)
    if faults:
        return Check("integrity", False, "doctor.integrity_bad", {"n": len(faults)})
    return Check("integrity", True, "doctor.integrity_ok")


def _chain(connection: Connection) -> Check:
    breaks = verify_chain(connection)
    if breaks:
        first = breaks[0]
        params = {"n": len(breaks), "stream": first.stream[:8], "seq": first.seq,
                  "fault": first.fault}  # fmt: skip
        return Check("chain", False, "doctor.chain_bad", params)
    counted = connection.execute(select(func.count()).select_from(events)).scalar_one()
    return Check("chain", True, "doctor.chain_ok", {"n": counted})


def _projections(store: Store) -> Check:
    store.catch_up()
    differing = compare_projections(store, store.projections)
    if differing:
        params = {"tables": ", ".join(differing)}
        return Check("projections", False, "doctor.projections_bad", params)
    return Check("projections", True, "doctor.projections_ok")


def compare_projections(store: Store, projections: Sequence[Projection]) -> list[str]:
    """Return the names of the tables that differ from what the journal says, none if all agree.

    The journal is replayed into an encrypted file with a key that is thrown away. KnownError when
    the disk refuses that file, or when the journal cannot be read.
    """
    try:
        folder = Path(tempfile.mkdtemp(prefix=".examined-", dir=store.path.parent))
    except OSError as error:
        raise KnownError("store.disk", path=str(store.path.parent)) from error
    try:
        engine = open_engine(folder / "replayed.db", secrets.token_bytes(32))
        try:
            with engine.connect() as target, target.begin():
                tables = [table for part in projections for table in part.tables]
                metadata.create_all(target, tables=tables)
                return store.read(lambda journal: _differing(journal, target, projections, tables))
        finally:
            engine.dispose()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _differing(
    journal: Connection, target: Connection, projections: Sequence[Projection],
    tables: Sequence[Table],
) -> list[str]:  # fmt: skip
    rebuild(journal, target, projections)
    return [
        table.name
        for table in tables
        if any(
            kept != replayed
            for kept, replayed in zip_longest(_rows(journal, table), _rows(target, table))
        )
    ]


def _rows(connection: Connection, table: Table) -> Iterator[tuple[Any, ...]]:
    # What only numbers the rows of this file is no part of what the journal says.
    shared = [column for column in table.columns if not column.info.get("is_local")]
    identity = [column for column in shared if column.primary_key] or [
        column for column in shared if column.info.get("identity")
    ]
    query = select(*shared).order_by(*identity)
    for row in connection.execution_options(yield_per=2000).execute(query):
        yield tuple(row)


def _disk(store: Store) -> Check:
    found = rooms(store.path)
    if not found:
        raise KnownError("store.disk", path=str(store.path.parent))
    room = found[0]
    code = "doctor.disk_low" if room.is_low else "doctor.disk_ok"
    return Check("disk", not room.is_low, code, {"mb": room.free // 2**20})


def _clock(store: Store) -> Check:
    return check_clock(store.clock, hlc_time(latest_hlc(store.read(stream_states))))


def check_clock(clock: Clock, latest: datetime) -> Check:
    """Return whether this machine's clock lags behind what was recorded already."""
    now = hlc_time(clock.now_ms() << 16)
    shown = {"now": f"{now:%d/%m/%Y %H:%M}", "latest": f"{latest:%d/%m/%Y %H:%M}"}
    if now + _CLOCK_SLACK < latest:
        return Check("clock", False, "doctor.clock_behind", shown)
    return Check("clock", True, "doctor.clock_ok", shown)


def _versions(store: Store) -> Check:
    found = store.read(revision)
    sqlite = store.read(lambda connection: connection.execute(select(_SQLITE_VERSION)).scalar())
    params = {"schema": found, "sqlite": sqlite}
    return Check("versions", found == HEAD, "doctor.versions", params)
