"""Brings the projections of a PostgreSQL database up to the journal that intakes write into.

An intake of the hub adds events and leaves the projections alone, since it must be quick. It notes
the streams that it added to, in its own transaction (`note_arrived`). Who holds the writers' lock
reads what of them is not projected, refolds, and notes how far it came, in one transaction: so the
note can be trusted, unlike a cursor between stations.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final, NamedTuple

from sqlalchemy import Connection, bindparam, delete, exists, insert, select, text

from models.errors import KnownError
from models.journal.event import Event
from models.journal.log import StreamState, event_of
from models.journal.tables import events, side_events
from models.store.projection import UNREADABLE, Projection, refold_all
from models.store.server_schema import arrived_streams

# So many streams and about so many events are brought up to date in one transaction.
_STREAMS: Final = 256
_EVENTS: Final = 2000

_IS_BEHIND: Final = select(exists().select_from(arrived_streams))
_ARRIVED: Final = (
    select(arrived_streams.c.id, arrived_streams.c.stream)
    .order_by(arrived_streams.c.id)
    .limit(_STREAMS)
)
_STANDING: Final = text(
    "SELECT streams.stream, streams.events, coalesce(projected.events, 0) AS done,"
    " (SELECT count(*) FROM side_events WHERE side_events.stream = streams.stream) AS beside,"
    " coalesce(projected.beside, 0) AS beside_done"
    " FROM streams LEFT JOIN projected_streams AS projected USING (stream)"
    " WHERE streams.stream = ANY(:of) ORDER BY streams.stream"
)
_LINE: Final = (
    select(events)
    .where(
        events.c.stream == bindparam("of"), events.c.seq > bindparam("after"),
        events.c.seq <= bindparam("until"),
        ~exists().where(
            side_events.c.stream == events.c.stream, side_events.c.hash == events.c.hash
        ),
    )
    .order_by(events.c.seq)
    .limit(bindparam("most"))
)  # fmt: skip
_BESIDE: Final = (
    select(events)
    .join(
        side_events,
        (side_events.c.unit == events.c.unit) & (side_events.c.event_id == events.c.event_id),
    )
    .where(side_events.c.stream == bindparam("of"))
)
_NOTE: Final = text(
    "INSERT INTO projected_streams (stream, events, beside) VALUES (:stream, :events, :beside)"
    " ON CONFLICT (stream) DO UPDATE SET events = excluded.events, beside = excluded.beside"
)
_NOTE_BEGUN: Final = text(
    "INSERT INTO projected_streams (stream, events, beside) VALUES (:stream, :events, 0)"
)
_NOTE_WRITTEN: Final = text(
    "UPDATE projected_streams SET events = :events WHERE stream = :stream AND events = :before"
)
_NOTE_WHOLE: Final = text(
    "INSERT INTO projected_streams (stream, events, beside) SELECT streams.stream, streams.events,"
    " (SELECT count(*) FROM side_events WHERE side_events.stream = streams.stream)"
    " FROM streams WHERE streams.stream = ANY(:of)"
    " ON CONFLICT (stream) DO UPDATE SET events = excluded.events, beside = excluded.beside"
)


class _Tail(NamedTuple):
    """What of a stream is not projected: how far it will be then, and whether that is all."""

    found: list[Event]
    note: dict[str, Any]
    is_whole: bool


def note_arrived(connection: Connection, new: Iterable[Event]) -> None:
    """Note that an intake added events that nobody projects at once."""
    rows = [{"stream": stream} for stream in sorted({event.stream for event in new})]
    if rows:
        connection.execute(insert(arrived_streams), rows)


def note_written(
    connection: Connection, states: Sequence[StreamState], before: Mapping[bytes, int]
) -> None:
    """Note that all is projected that was just written to streams of this process.

    `before` is how many events each had. KnownError where the database says another number: it was
    restored from a backup while this process ran, and a stream must not go on after a gap.
    """
    for state in states:
        was = before.get(state.stream, 0)
        place = {"stream": state.stream, "events": state.events, "before": was}
        if was == 0:
            connection.execute(_NOTE_BEGUN, place)
        elif connection.execute(_NOTE_WRITTEN, place).rowcount != 1:
            raise KnownError("store.server_restored")


def note_taken_in(connection: Connection, new: Iterable[Event]) -> None:
    """Note that all is projected of the streams of an intake, whose locks are held."""
    streams = sorted({event.stream for event in new})
    if streams:
        connection.execute(_NOTE_WHOLE, {"of": streams})


def is_behind(connection: Connection) -> bool:
    """Say whether an intake added anything that is not projected; quick, whatever there is."""
    return bool(connection.execute(_IS_BEHIND).scalar())


def catch_up(connection: Connection, projections: Sequence[Projection]) -> None:
    """Refold what intakes added, about `_EVENTS` of it; the writers' lock is held.

    An intake that ends meanwhile leaves a note of its own. What is refolded a second time ends the
    same: a row is made of all that was said.
    """
    marks = connection.execute(_ARRIVED).all()
    standing = connection.execute(_STANDING, {"of": sorted({mark.stream for mark in marks})}).all()
    found: list[Event] = []
    notes: list[dict[str, Any]] = []
    unfinished: set[bytes] = set()
    for row in standing:
        tail = _tail(connection, row, _EVENTS - len(found))
        found += tail.found
        notes.append(tail.note)
        if not tail.is_whole:
            unfinished.add(row.stream)
    found.sort(key=lambda event: (event.hlc, event.event_id.int))
    if not _refold(connection, projections, found):
        for event in found:
            _refold(connection, projections, [event])
    if notes:
        connection.execute(_NOTE, notes)
    done = [mark.id for mark in marks if mark.stream not in unfinished]
    if done:
        connection.execute(delete(arrived_streams).where(arrived_streams.c.id.in_(done)))


def _tail(connection: Connection, row: Any, most: int) -> _Tail:
    """Return the next `most` events of a stream's line, and with its end all that lie beside."""
    place = {"of": row.stream, "after": row.done, "until": row.events, "most": max(most, 0)}
    line = [event_of(one) for one in connection.execute(_LINE, place)]
    reached = line[-1].seq if line else row.done
    note = {"stream": row.stream, "events": reached, "beside": row.beside_done}
    if reached < row.events:
        return _Tail(line, note, is_whole=False)
    if row.beside > row.beside_done:
        # Which of them are new nobody noted: there are few, in few streams.
        line += [event_of(one) for one in connection.execute(_BESIDE, {"of": row.stream})]
    return _Tail(line, {**note, "beside": row.beside}, is_whole=True)


def _refold(
    connection: Connection, projections: Sequence[Projection], found: Sequence[Event]
) -> bool:
    """Refold events, or none of them where one cannot be read; say whether it was done.

    A station whose payloads are damaged must not keep everybody's figures from standing: what it
    alone speaks of is missing, and `doctor` says that the journal cannot be read there.
    """
    try:
        with connection.begin_nested():
            refold_all(connection, projections, found, _go_on)
    except UNREADABLE:
        return False
    return True


def _go_on() -> None:
    """Go on: nobody wants it stopped."""
