"""Says in a few bytes what is held of many streams: one sum for those of a period that both know.

A stream's id begins with the time at which it was minted. Of a period in which two stations hold
the same, by what the other stated last, a sum is stated instead of every stream. Whoever hears it
looks which statement that is here comes to the same sum: what it holds itself, what it heard last,
what it stated itself. The sum binds each stream, how many events it has and which, so that no other
statement is ever taken for it. Where none is found, nothing is known of that period: the other is
told all that is here of it, and then says all itself. That costs a round and loses nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from models.ids import blake2b
from models.journal.reconcile import Held, Statement

# A year of a counter's streams is twelve sums; a month more or less is nothing to what is told.
PERIOD_MS: Final = 30 * 24 * 3600 * 1000
# On a stick, streams minted since then are told of one by one: of those, more has most likely been
# written by the time at which it is read.
RECENT_MS: Final = 30 * 24 * 3600 * 1000
_TIME_BYTES: Final = 6
_COUNT_BYTES: Final = 8


@dataclass(frozen=True, slots=True)
class Told:
    """A statement as it is sent: `listed` streams, and the `sums` (32 bytes) of whole periods."""

    listed: Statement
    sums: Mapping[int, bytes] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Understood:
    """What was told, and the periods of which nothing could be found out."""

    stated: dict[bytes, Held]
    unknown: frozenset[int] = frozenset()


def period_of(stream: bytes) -> int:
    """Return the number of the period since 1970 in which a stream was minted, by its id."""
    return period_at(int.from_bytes(stream[:_TIME_BYTES], "big"))


def period_at(time_ms: int) -> int:
    """Return the number of the period since 1970 that a time, in milliseconds, lies in."""
    return time_ms // PERIOD_MS


def tell(
    mine: Statement, theirs: Sequence[Statement], *, listed_from: int | None = None
) -> Told:
    """Return `mine` as it is told to those who stated `theirs`, each of which may be out of date.

    Periods from `listed_from` on are told in full.
    """
    listed: dict[bytes, Held] = {}
    sums: dict[int, bytes] = {}
    known = [_by_period(stated) for stated in theirs]
    for period, streams in _by_period(mine).items():
        is_old = listed_from is None or period < listed_from
        if is_old and known and all(one.get(period) == streams for one in known):
            sums[period] = _sum(streams)
        else:
            listed |= streams
    return Told(listed, sums)


def understand(told: Told, candidates: Iterable[Statement]) -> Understood:
    """Return what was told, where need be by one of `candidates` that comes to the same sums.

    No more of them are asked for than it takes.
    """
    stated = dict(told.listed)
    unknown = set(told.sums)
    found = iter(candidates)
    while unknown:
        candidate = next(found, None)
        if candidate is None:
            break
        for period, streams in _by_period(candidate).items():
            if period in unknown and _sum(streams) == told.sums[period]:
                stated = streams | stated
                unknown.discard(period)
    return Understood(stated, frozenset(unknown))


def _by_period(stated: Statement) -> dict[int, dict[bytes, Held]]:
    found: dict[int, dict[bytes, Held]] = {}
    for stream, held in stated.items():
        found.setdefault(period_of(stream), {})[stream] = held
    return found


def _sum(streams: Statement) -> bytes:
    return blake2b(
        b"".join(
            stream + held.events.to_bytes(_COUNT_BYTES, "big") + held.digest
            for stream, held in sorted(streams.items())
        )
    )
