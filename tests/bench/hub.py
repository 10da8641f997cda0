"""The hub's intake against COPY of the same rows into a table with the same key and index.

The reference is the driver's own way (`write_row`); a second one hands it bytes that were packed as
the hub packs them. Hashes are computed where a request is read: the last line counts that, with
the unsealing before it and the answer behind it.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Sequence
from functools import partial
from typing import Final

from sqlalchemy import Connection

from exports.hub.answer import answer
from exports.hub.database import HubDatabase, open_hub
from exports.hub.limits import Rate, RateLimiter
from models.journal.copy_rows import rows_of
from models.journal.event import Event, join_parents
from models.journal.intake import take_in
from models.journal.postgres import lock_intake
from models.stations.own import make_own
from models.store.driver import driver_of
from tests.bench.result import Findings, Line, median
from tests.bench.stores import Stores
from tests.exchange.hub.server import running_cluster
from tests.exchange.hub.stations import join, make_chain, make_event

ROUNDS: Final = 5
EVENTS: Final = 20_000
UNIT: Final = "06811"
# Of which nobody else writes: a request is not answered with others' events.
OTHER: Final = "06820"
_GROUP: Final = "Hub"
_PAYLOAD: Final = '{"answers":{"' + "q" * 360 + '":1}}'
_TYPES: Final = (
    "text", "uuid", "bytea", "int8", "int8", "text", "int4", "uuid", "uuid", "bytea", "bytea",
    "text", "bytea", "bytea", "bytea",
)  # fmt: skip


def measure(_stores: Stores) -> Findings:
    """Measure intakes of new slips, of slips and changes, and a whole request, beside COPY."""
    ours, copied, packed, mixed, whole = [], [], [], [], []
    with running_cluster() as cluster:
        database = open_hub(cluster.database())
        database.administer(partial(make_own, name="Hub"))
        station = join(database, "Trạm", OTHER)
        limiter = RateLimiter(Rate())
        database.write(_make_plain)
        for _ in range(ROUNDS):
            slips = _slips()
            rows = [_row(event) for event in slips]
            copied.append(_timed(database, partial(_copy, rows=rows)))
            packed.append(_timed(database, partial(_copy_packed, events=_slips())))
            ours.append(_timed(database, partial(_take, events=slips)))
            mixed.append(_timed(database, partial(_take, events=make_chain(UNIT, EVENTS))))
            more = _slips(OTHER)
            station.chains.append(more)
            request = station.request([more])
            gc.collect()
            begun = time.perf_counter()
            answer(database, limiter, request)
            whole.append((time.perf_counter() - begun) * 1000)
        database.close()
    what = f"intake of {EVENTS:,} slips"
    return Findings(
        (
            Line(_GROUP, what, median(ours), median(copied), "COPY of the same rows", "ms",
                 "at least", 0.6),
            Line(_GROUP, "  the same", median(ours), median(packed),
                 "COPY of rows packed as the hub does"),
            Line(_GROUP, "  of which every fourth changes another", median(mixed), median(copied),
                 "COPY of as many rows"),
            Line(_GROUP, f"a whole request of {EVENTS:,} slips, opened, taken in and answered",
                 median(whole), median(copied), "COPY of as many rows"),
        )
    )  # fmt: skip


def _slips(unit: str = UNIT) -> list[Event]:
    made: list[Event] = []
    stream = make_chain(unit, 1)[0].event_id.bytes
    for _ in range(EVENTS):
        made.append(make_event(unit, stream, made[-1] if made else None, payload=_PAYLOAD))
    return made


def _row(event: Event) -> tuple[object, ...]:
    return (
        event.unit, event.event_id, event.stream, event.seq, event.hlc, event.type,
        event.type_version, event.actor, event.entity, join_parents(event.parents), event.salt,
        event.payload, event.payload_hash, event.prev, event.hash,
    )  # fmt: skip


def _make_plain(connection: Connection) -> None:
    connection.exec_driver_sql("CREATE TABLE plain (LIKE events INCLUDING ALL)")


def _copy(connection: Connection, rows: Sequence[tuple[object, ...]]) -> None:
    with driver_of(connection).cursor().copy("COPY plain FROM STDIN (FORMAT BINARY)") as copy:
        copy.set_types(_TYPES)
        for row in rows:
            copy.write_row(row)


def _copy_packed(connection: Connection, events: Sequence[Event]) -> None:
    with driver_of(connection).cursor().copy("COPY plain FROM STDIN (FORMAT BINARY)") as copy:
        for part in rows_of(events):
            copy.write(part)


def _take(connection: Connection, events: Sequence[Event]) -> None:
    lock_intake(connection, events)
    assert len(take_in(connection, events).new) == EVENTS


def _timed(database: HubDatabase, work: partial[None]) -> float:
    # What was made for the measurement is no work of either side.
    gc.collect()
    begun = time.perf_counter()
    database.write(work)
    return (time.perf_counter() - begun) * 1000
