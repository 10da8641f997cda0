"""Tells that this store was copied: the machine was restored from a backup, or is used twice.

Each process writes in streams of its own, and knows them for its own. What comes from elsewhere and
yet was written by an account of this store, or goes on where this store's own streams end, was
written by a copy of it: by this machine before it was restored, or by a clone that is still at
work. Nothing is lost by either; but people must know.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from typing import Final, NamedTuple
from uuid import UUID

from sqlalchemy import Connection, and_, delete, func, insert, select

from models.journal.log import StreamState, stream_states
from models.journal.reconcile import state_streams
from models.journal.tables import events, side_events, streams
from models.stations.tables import heard_statements
from models.store.parts import in_parts
from models.store.schema import store_state

_NOTED: Final = "copy_noted"
_COUNTER_BITS: Final = 16
_BEGINNINGS: Final = streams.join(
    events, and_(events.c.stream == streams.c.stream, events.c.seq == 1)
)


@dataclass(frozen=True, slots=True)
class CopyTrace:
    """What is known of a copy of this store; times are milliseconds since 1970.

    `copied_ms` is the time of the last record that both hold, None where it is not known.
    `last_ms` is that of the copy's last record here, None before any came. `came` counts the copy's
    records here, `missing` records of this station that others hold and that are not here.
    `is_cloned` says that both wrote at the same time. `is_noted` says that a person was told.
    """

    copied_ms: int | None
    last_ms: int | None
    came: int
    missing: int
    is_cloned: bool
    is_noted: bool = False


class _Span(NamedTuple):
    """When something was written, by the clock values of its first and last event."""

    first: int
    last: int


class _First(NamedTuple):
    """The first event of a stream: the hash before it, and its clock value."""

    prev: bytes
    hlc: int


class _Beside(NamedTuple):
    """What lies beside a stream's line: how many events, and when they were written."""

    events: int
    span: _Span


def read_copy(connection: Connection) -> CopyTrace | None:
    """Return what betrays a copy of this store, None where nothing does."""
    beside, strange = _beside(connection), _strangers(connection, _writers(connection))
    missing = _missing(connection)
    if not beside and not strange and not missing:
        return None
    states = {state.stream: state for state in stream_states(connection)}
    local = {stream: state for stream, state in states.items() if state.is_local}
    others = [one.span for one in beside.values()] + [
        _Span(first.hlc, states[stream].last_hlc) for stream, first in strange.items()
    ]
    mine = [
        _Span(first.hlc, local[stream].last_hlc)
        for stream, first in _firsts(connection, local).items()
    ]
    came = sum(one.events for one in beside.values())
    came += sum(states[stream].events for stream in strange)
    trace = CopyTrace(
        _copied_ms(local, (*beside, *missing), strange.values()),
        max(one.last for one in others) >> _COUNTER_BITS if others else None,
        came, sum(missing.values()), _overlap(mine, others),
    )  # fmt: skip
    query = select(store_state.c.value).where(store_state.c.key == _NOTED)
    noted = connection.execute(query).scalar()
    return replace(trace, is_noted=noted == _mark(trace))


def note_copy(connection: Connection, trace: CopyTrace) -> None:
    """Keep that a person was told of what is known by now; no fact to exchange."""
    connection.execute(delete(store_state).where(store_state.c.key == _NOTED))
    connection.execute(insert(store_state), {"key": _NOTED, "value": _mark(trace)})


def _mark(trace: CopyTrace) -> str:
    return f"{trace.came} {trace.missing}"


def _copied_ms(
    local: Mapping[bytes, StreamState], cut: Iterable[bytes], strange: Iterable[_First]
) -> int | None:
    """Return when the last record was written that both hold.

    It is the last of a stream that is `cut` here, or the one on which a `strange` stream stands.
    """
    ends = [local[stream].last_hlc for stream in cut]
    by_hash = {state.last_hash: state.last_hlc for state in local.values()}
    ends += [by_hash[first.prev] for first in strange if first.prev in by_hash]
    return min(ends) >> _COUNTER_BITS if ends else None


def _overlap(mine: Iterable[_Span], others: Sequence[_Span]) -> bool:
    """Say whether something of mine was written while the other was at it."""
    if not others:
        return False
    first, last = min(one.first for one in others), max(one.last for one in others)
    return any(one.first < last and one.last > first for one in mine)


def _writers(connection: Connection) -> set[UUID]:
    """Return the accounts that began a stream here."""
    query = select(events.c.actor).select_from(_BEGINNINGS).where(streams.c.is_local).distinct()
    return set(connection.execute(query).scalars())


def _firsts(connection: Connection, wanted: Iterable[bytes]) -> dict[bytes, _First]:
    """Return the first event of each stream."""
    query = select(events.c.stream, events.c.prev, events.c.hlc)
    return {
        row.stream: _First(row.prev, row.hlc)
        for part in in_parts(sorted(wanted))
        for row in connection.execute(query.where(events.c.stream.in_(part), events.c.seq == 1))
    }


def _strangers(connection: Connection, accounts: Set[UUID]) -> dict[bytes, _First]:
    """Return the first events of the streams that came, and were written by accounts of here."""
    query = select(events.c.stream, events.c.prev, events.c.hlc).select_from(_BEGINNINGS)
    query = query.where(~streams.c.is_local, events.c.actor.in_(accounts))
    return {row.stream: _First(row.prev, row.hlc) for row in connection.execute(query)}


def _beside(connection: Connection) -> dict[bytes, _Beside]:
    """Return what came of streams that were written here, and goes on where they end here."""
    of_side = and_(
        events.c.unit == side_events.c.unit, events.c.event_id == side_events.c.event_id
    )
    query = select(
        side_events.c.stream, func.count().label("events"), func.min(events.c.hlc).label("first"),
        func.max(events.c.hlc).label("last"),
    ).select_from(
        side_events.join(events, of_side).join(
            streams, and_(streams.c.stream == side_events.c.stream, streams.c.is_local)
        )
    )  # fmt: skip
    return {
        row.stream: _Beside(row.events, _Span(row.first, row.last))
        for row in connection.execute(query.group_by(side_events.c.stream))
    }


def _missing(connection: Connection) -> dict[bytes, int]:
    """Return how many events of streams that were written here others stated and are not here."""
    most = func.max(heard_statements.c.events).label("most")
    # A stream's row may lag behind what is here, so whoever states more is looked at again.
    query = (
        select(heard_statements.c.stream, most)
        .select_from(
            heard_statements.join(
                streams, and_(streams.c.stream == heard_statements.c.stream, streams.c.is_local)
            )
        )
        .where(heard_statements.c.events > streams.c.events)
        .group_by(heard_statements.c.stream)
    )
    stated = {row.stream: int(row.most) for row in connection.execute(query)}
    if not stated:
        return {}
    held = state_streams(connection)
    return {
        stream: number - held[stream].events
        for stream, number in stated.items()
        if number > held[stream].events
    }
