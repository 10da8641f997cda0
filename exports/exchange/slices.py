"""Cuts what another station lacks into parts of bounded size, with no memory of what went before.

Where a part ended is told to whoever asks for the next one, as the last event's stream and hash. If
what was sent is stated by then, nothing is left out by it; if it is not (it was quarantined, or the
stream is sent whole), the next part goes on behind it all the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection

from models.journal.event import Event
from models.journal.reconcile import NOTHING, Held, Statement, lacking, read_lacking

# What one request or answer carries at most: some megabytes, a second's work for a hub.
MOST_EVENTS: Final = 20_000
MOST_BYTES: Final = 16 * 1024 * 1024
# What an event takes besides its payload, generously.
_OVERHEAD: Final = 160


@dataclass(frozen=True, slots=True)
class Cursor:
    """The last event of a part."""

    stream: bytes
    hash: bytes


# The mark of a request whose sender is not done yet: see `to_give`.
IN_PROGRESS: Final = b"+"
# Behind it there is nothing.
END: Final = Cursor(b"\xff" * 16, b"")


@dataclass(frozen=True, slots=True)
class Slice:
    """Events by stream, and where the part ended; None when nothing was left."""

    streams: tuple[tuple[Event, ...], ...]
    end: Cursor | None

    @property
    def events(self) -> int:
        """Return how many events there are."""
        return sum(map(len, self.streams))


def to_give(mine: Statement, theirs: Statement, *, in_progress: bool) -> dict[bytes, Held]:
    """Return the streams to send, as `lacking` does.

    While parts are still under way, a stream of which the other states more is left for the end:
    it would be sent whole, and most likely there is just less of it here as yet.
    """
    return {
        stream: held
        for stream, held in lacking(mine, theirs).items()
        if not in_progress or held.events <= mine.get(stream, NOTHING).events
    }


def read_slice(
    connection: Connection, wanted: Mapping[bytes, Held], after: Cursor | None, *,
    most_events: int = MOST_EVENTS,
) -> Slice:  # fmt: skip
    """Return the next part of what one who states `wanted` lacks, behind `after`."""
    taken: list[tuple[Event, ...]] = []
    events = size = 0
    for found in _behind(connection, wanted, after):
        fitting = 0
        for event in found:
            size += _OVERHEAD + len(event.payload or "")
            # One event goes however large it is: else nothing ever would behind it.
            if events + fitting and (events + fitting == most_events or size > MOST_BYTES):
                break
            fitting += 1
        if fitting:
            taken.append(tuple(found[:fitting]))
            events += fitting
        if fitting < len(found):
            last = taken[-1][-1]
            return Slice(tuple(taken), Cursor(last.stream, last.hash))
    return Slice(tuple(taken), None)


def _behind(
    connection: Connection, wanted: Mapping[bytes, Held], after: Cursor | None
) -> Iterator[Sequence[Event]]:
    if after is None:
        yield from read_lacking(connection, wanted)
        return
    left = {stream: held for stream, held in wanted.items() if stream >= after.stream}
    for found in read_lacking(connection, left):
        places = [at for at, event in enumerate(found) if event.hash == after.hash]
        rest = found[places[0] + 1 :] if places else found
        if rest:
            yield rest
