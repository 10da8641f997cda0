"""What other stations said they hold, kept from one exchange to the next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final
from uuid import UUID

from sqlalchemy import Connection, Table, delete, func, insert, select, update

from models.journal.reconcile import (
    Held,
    Statement,
    lacking,
    of_units,
    state_streams,
    units_of_streams,
)
from models.journal.tables import events, held_events, quarantined_events
from models.stations.queries import EnrolledStation, enrolled
from models.stations.tables import exchanges, heard_statements
from models.store.parts import in_parts

# The types of events that only tell who was at work, as they stand in the journal.
_TELLS_OF_WORK: Final = "audit."
_SHORT_END: Final = 200


@dataclass(frozen=True, slots=True)
class Delivery:
    """How an exchange with one station stands, by what it stated last.

    `recorded` events here are those it may read, without entries of the audit that wait for the
    next exchange; `received` of them it stated to hold; times are
    milliseconds since 1970 by this station's clock, None for never.
    """

    station: EnrolledStation
    recorded: int
    received: int
    heard_ms: int | None
    told_ms: int | None

    @property
    def waiting(self) -> int:
        """Return how many events that it may read it has not stated to hold."""
        return self.recorded - self.received


@dataclass(frozen=True, slots=True)
class Ledger:
    """What was delivered to whom, and what came and is not part of the tables."""

    deliveries: tuple[Delivery, ...]
    held: int
    quarantined: int


def heard_statement(connection: Connection, station: UUID) -> dict[bytes, Held] | None:
    """Return what a station stated last, None if nothing was heard of it."""
    is_heard = connection.execute(
        select(exchanges.c.station).where(exchanges.c.station == station, exchanges.c.heard_ms > 0)
    ).first()
    if is_heard is None:
        return None
    return _kept(connection, station)


def hear(
    connection: Connection, station: UUID, stated: Statement, *, made_ms: int, now_ms: int
) -> None:
    """Keep what a station stated, in place of what it stated before.

    What comes last counts, not what its clock calls the last: a station that was restored and whose
    clock was set back would not be heard for years, and never be sent what it lost. An old stick
    that is taken in again costs a round.
    """
    query = select(exchanges.c.station).where(exchanges.c.station == station)
    if connection.execute(query).first() is None:
        row = {"station": station, "made_ms": made_ms, "heard_ms": now_ms, "told_ms": None}
        connection.execute(insert(exchanges), row)
    else:
        connection.execute(
            update(exchanges)
            .where(exchanges.c.station == station)
            .values(made_ms=made_ms, heard_ms=now_ms)
        )
    _keep_statement(connection, station, stated)


def _keep_statement(connection: Connection, station: UUID, stated: Statement) -> None:
    """Write what differs from what is kept: of a year's streams a few change in a day."""
    kept = _kept(connection, station)
    gone = [stream for stream, held in kept.items() if stated.get(stream) != held]
    for part in in_parts(gone):
        connection.execute(
            delete(heard_statements).where(
                heard_statements.c.station == station, heard_statements.c.stream.in_(part)
            )
        )
    rows = [
        {"station": station, "stream": stream, "events": held.events, "digest": held.digest}
        for stream, held in stated.items()
        if kept.get(stream) != held
    ]
    if rows:
        connection.execute(insert(heard_statements), rows)


def _kept(connection: Connection, station: UUID) -> dict[bytes, Held]:
    query = select(
        heard_statements.c.stream, heard_statements.c.events, heard_statements.c.digest
    ).where(heard_statements.c.station == station)
    return {stream: Held(events, digest) for stream, events, digest in connection.execute(query)}


def note_told(connection: Connection, station: UUID, now_ms: int) -> None:
    """Note that something was written for a station."""
    done = connection.execute(
        update(exchanges).where(exchanges.c.station == station).values(told_ms=now_ms)
    )
    if done.rowcount == 0:
        row = {"station": station, "made_ms": 0, "heard_ms": 0, "told_ms": now_ms}
        connection.execute(insert(exchanges), row)


def _entries_alone(connection: Connection, mine: Statement, missing: Statement) -> int:
    """Return how many events only tell of the work, at the ends of streams that are lacking more.

    Each exchange adds one, so a station would never be said to have everything; they go along with
    the next work. A long end is work, and is not looked through.
    """
    found = 0
    for stream, theirs in missing.items():
        if 0 < mine[stream].events - theirs.events <= _SHORT_END:
            end = (events.c.stream == stream) & (events.c.seq > theirs.events)
            kinds = connection.execute(select(events.c.type).where(end)).scalars().all()
            found += sum(kind.startswith(_TELLS_OF_WORK) for kind in kinds)
    return found


def events_apart(connection: Connection) -> int:
    """Return how many events came that contradict one under the same id, and were set apart."""
    return _count(connection, quarantined_events)


def read_ledger(connection: Connection) -> Ledger:
    """Return how the exchange with every enrolled station stands."""
    times = {row.station: row for row in connection.execute(select(exchanges))}
    every, units_of = state_streams(connection), units_of_streams(connection)
    deliveries = []
    for station in enrolled(connection).values():
        if not station.is_active:
            continue
        mine = of_units(every, units_of, station.units)
        missing = lacking(mine, heard_statement(connection, station.id))
        received = sum(
            held.events if stream not in missing else min(missing[stream].events, held.events)
            for stream, held in mine.items()
        )
        row = times.get(station.id)
        recorded = sum(held.events for held in mine.values())
        if row is not None and row.heard_ms:
            recorded -= _entries_alone(connection, mine, missing)
        deliveries.append(
            Delivery(
                station, recorded, received,
                (row.heard_ms or None) if row else None, row.told_ms if row else None,
            )
        )  # fmt: skip
    return Ledger(
        tuple(deliveries), _count(connection, held_events), events_apart(connection)
    )


def _count(connection: Connection, table: Table) -> int:
    return int(connection.execute(select(func.count()).select_from(table)).scalar_one())
