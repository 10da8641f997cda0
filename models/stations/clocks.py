"""Tells that a clock is wrong, this station's or another's: a warning, which refuses nothing.

What a station signs bears the time of its clock. The hub is asked and answers at once, so its time
is compared with ours; a bundle on a stick may be days old, but is never made in the future, nor
before what it holds was written.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal
from uuid import UUID

from sqlalchemy import Connection, and_, select

from models.journal.log import StreamState, stream_states
from models.journal.tables import stream_units, streams
from models.stations.hub import read_hub
from models.stations.queries import enrolled
from models.stations.tables import exchanges, heard_statements

Kind = Literal["own", "own_records", "station", "records"]

# Machines that nobody sets differ by minutes.
TOLERANCE_MS: Final = 10 * 60 * 1000
_COUNTER_BITS: Final = 16
_NEWEST_STREAMS: Final = 50


@dataclass(frozen=True, slots=True)
class ClockDoubt:
    """By how many milliseconds a clock is ahead, negative where it is behind.

    - "own": this machine's, compared with the hub `name`, or with several stations where it is "";
    - "own_records": this machine's, compared with what was recorded here last;
    - "station": that of the station `name`, compared with this machine's;
    - "records": that of whoever recorded last of the unit with the code `name`, likewise.
    """

    kind: Kind
    name: str
    ahead_ms: int


@dataclass(frozen=True, slots=True)
class HeardClock:
    """When a station says to have made what was heard of it last, and when that was heard.

    `holds_ms` is the time of the newest record of here that it stated to hold, None for none.
    """

    name: str
    made_ms: int
    heard_ms: int
    holds_ms: int | None = None
    is_hub: bool = False


@dataclass(frozen=True, slots=True)
class NewestRecords:
    """The times of the last record that was written here, and of the last that came, by unit."""

    own_ms: int | None = None
    came_ms: int | None = None
    came_unit: str = ""


def read_doubts(connection: Connection, now_ms: int) -> tuple[ClockDoubt, ...]:
    """Return which clocks seem wrong, this machine's first."""
    states = stream_states(connection)
    return doubts(now_ms, _heard(connection, states), _newest(connection, states))


def doubts(
    now_ms: int, heard: Sequence[HeardClock], newest: NewestRecords
) -> tuple[ClockDoubt, ...]:
    """Return which clocks seem wrong; pure."""
    own = _own(now_ms, heard, newest)
    is_behind = any(one.ahead_ms < 0 for one in own)
    is_ahead = any(one.ahead_ms > 0 for one in own)
    others = [
        ClockDoubt("station", one.name, ahead_ms)
        for one in heard
        if not one.is_hub and (ahead_ms := _ahead(one))
        # What our own clock explains is not held against others.
        and not (is_behind if ahead_ms > 0 else is_ahead)
    ]
    early_ms = (newest.came_ms or now_ms) - now_ms
    if early_ms > TOLERANCE_MS and not is_behind and not any(one.ahead_ms > 0 for one in others):
        others.append(ClockDoubt("records", newest.came_unit, early_ms))
    return (*own, *others)


def _own(
    now_ms: int, heard: Sequence[HeardClock], newest: NewestRecords
) -> list[ClockDoubt]:
    hub = next((one for one in heard if one.is_hub), None)
    late_ms = (newest.own_ms or now_ms) - now_ms
    if hub is not None:
        ahead_ms = hub.heard_ms - hub.made_ms
        if abs(ahead_ms) > TOLERANCE_MS:
            return [ClockDoubt("own", hub.name, ahead_ms)]
        if now_ms > hub.heard_ms - TOLERANCE_MS:
            # The hub called it right, and it was not set back since: then the records are wrong.
            return []
    ahead = [_ahead(one) for one in heard if not one.is_hub]
    if len(ahead) > 1 and min(ahead) > 0:
        return [ClockDoubt("own", "", -min(ahead))]
    if late_ms > TOLERANCE_MS:
        return [ClockDoubt("own_records", "", -late_ms)]
    return []


def _ahead(one: HeardClock) -> int:
    """Return by how much a station's clock is ahead at least, 0 where it may be right."""
    ahead_ms = one.made_ms - one.heard_ms
    if ahead_ms > TOLERANCE_MS:
        return ahead_ms
    behind_ms = (one.holds_ms or one.made_ms) - one.made_ms
    return -behind_ms if behind_ms > TOLERANCE_MS else 0


def _heard(connection: Connection, states: Iterable[StreamState]) -> list[HeardClock]:
    hub = read_hub(connection)
    times = {row.station: row for row in connection.execute(select(exchanges))}
    local = {state.stream: state for state in states if state.is_local}
    found = []
    for station in enrolled(connection).values():
        row = times.get(station.id)
        if not station.is_active or row is None or not row.heard_ms:
            continue
        holds_ms = _holds_ms(connection, station.id, local, row.heard_ms)
        is_hub = hub is not None and hub.station == station.id
        found.append(HeardClock(station.name, row.made_ms, row.heard_ms, holds_ms, is_hub))
    return found


def _holds_ms(
    connection: Connection, station: UUID, local: Mapping[bytes, StreamState], heard_ms: int
) -> int | None:
    """Return the time of the newest record of here that a station stated to hold.

    What bears a time later than when that was heard was written by a wrong clock of our own.
    """
    stated = heard_statements.c
    query = (
        select(stated.stream, stated.events, stated.digest)
        .select_from(
            heard_statements.join(
                streams, and_(streams.c.stream == stated.stream, streams.c.is_local)
            )
        )
        .where(stated.station == station)
        # Streams lie in the order of time.
        .order_by(stated.stream.desc())
        .limit(_NEWEST_STREAMS)
    )
    times = [
        state.last_hlc >> _COUNTER_BITS
        for row in connection.execute(query)
        if (state := local[row.stream]).events == row.events and state.digest == row.digest
    ]
    return max((time for time in times if time <= heard_ms), default=None)


def _newest(connection: Connection, states: Iterable[StreamState]) -> NewestRecords:
    own = max((state.last_hlc for state in states if state.is_local), default=None)
    came = max(
        (state for state in states if not state.is_local), key=_last_hlc, default=None
    )
    if came is None:
        return NewestRecords(_ms(own))
    query = select(stream_units.c.unit).where(stream_units.c.stream == came.stream).limit(1)
    unit = connection.execute(query).scalar() or ""
    return NewestRecords(_ms(own), _ms(came.last_hlc), unit)


def _last_hlc(state: StreamState) -> int:
    return state.last_hlc


def _ms(hlc: int | None) -> int | None:
    return None if hlc is None else hlc >> _COUNTER_BITS
