"""Which votes a reviewer should look at: pure. They are shown, never taken out of the count.

Nearly all slips of a good counter say the same (the seed's 1.513 of 1.519), so the same answers in
a row mean something only where many come within a short time.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum, auto
from itertools import groupby, pairwise
from operator import attrgetter
from uuid import UUID

from models.json_text import canonical_json
from models.settings.kiosk import KioskSettings
from models.surveys.records import Answers


class Pattern(StrEnum):
    """What is striking about some votes."""

    BURST = auto()
    QUICK = auto()
    SAME = auto()
    HOURS = auto()


@dataclass(frozen=True, slots=True)
class CountedVote:
    """A vote that counts: when it was recorded and what it says."""

    id: UUID
    batch: UUID
    number: int
    at: datetime
    answers: Answers


@dataclass(frozen=True, slots=True)
class Finding:
    """Votes of one batch that have a pattern, the first first."""

    pattern: Pattern
    batch: UUID
    votes: tuple[CountedVote, ...]


def find_patterns(
    votes: Sequence[CountedVote], rules: KioskSettings,
    seen: Mapping[Pattern, Set[UUID]] | None = None,
) -> list[Finding]:  # fmt: skip
    """Return what is striking in `votes`, the newest first.

    What a reviewer saw of a pattern (`seen`) is not shown again until another vote adds to it.
    """
    ordered = sorted(votes, key=lambda vote: (vote.batch, vote.at, vote.number))
    found: list[Finding] = []
    for batch, members in groupby(ordered, key=attrgetter("batch")):
        row = list(members)
        for pattern, parts in (
            (Pattern.BURST, _bursts(row, rules)), (Pattern.QUICK, _quick(row, rules)),
            (Pattern.SAME, _same(row, rules)), (Pattern.HOURS, _outside(row, rules)),
        ):  # fmt: skip
            known = (seen or {}).get(pattern, frozenset())
            found += [
                Finding(pattern, batch, part)
                for part in parts
                if not {vote.id for vote in part} <= known
            ]
    return sorted(found, key=lambda one: (one.votes[-1].at, one.pattern), reverse=True)


def _bursts(row: Sequence[CountedVote], rules: KioskSettings) -> Iterator[tuple[CountedVote, ...]]:
    """Yield the votes of which so many come within the time; those that overlap are one."""
    span, least = timedelta(seconds=rules.kiosk_burst_s), rules.kiosk_burst_votes
    marked = [False] * len(row)
    for last in range(least - 1, len(row)):
        first = last - least + 1
        if row[last].at - row[first].at <= span:
            marked[first : last + 1] = [True] * least
    yield from _stretches(row, marked)


def _quick(row: Sequence[CountedVote], rules: KioskSettings) -> Iterator[tuple[CountedVote, ...]]:
    """Yield the votes that follow one another faster than anybody reads."""
    span = timedelta(seconds=rules.kiosk_quick_s)
    marked = [False] * len(row)
    for place, (before, after) in enumerate(pairwise(row)):
        if after.at - before.at < span:
            marked[place] = marked[place + 1] = True
    yield from _stretches(row, marked)


def _same(row: Sequence[CountedVote], rules: KioskSettings) -> Iterator[tuple[CountedVote, ...]]:
    """Yield the votes that say the same in a row, where many do so within the time."""
    span, least = timedelta(minutes=rules.kiosk_same_min), rules.kiosk_same_votes
    for _, members in groupby(row, key=lambda vote: canonical_json(dict(vote.answers))):
        alike = list(members)
        marked = [False] * len(alike)
        for last in range(least - 1, len(alike)):
            first = last - least + 1
            if alike[last].at - alike[first].at <= span:
                marked[first : last + 1] = [True] * least
        yield from _stretches(alike, marked)


def _outside(row: Sequence[CountedVote], rules: KioskSettings) -> Iterator[tuple[CountedVote, ...]]:
    """Yield the votes of a day that is no working day, or before or after its hours."""
    outside = tuple(
        vote
        for vote in row
        if str(vote.at.isoweekday()) not in rules.kiosk_days
        or not rules.kiosk_opens <= vote.at.time() <= rules.kiosk_closes
    )
    if outside:
        yield outside


def _stretches(
    row: Sequence[CountedVote], marked: Sequence[bool]
) -> Iterator[tuple[CountedVote, ...]]:
    for is_marked, members in groupby(zip(row, marked, strict=True), key=lambda one: one[1]):
        if is_marked:
            yield tuple(vote for vote, _ in members)
