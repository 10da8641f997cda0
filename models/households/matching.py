"""Which rows of a list are which households of the register: sure, to decide, or nobody's.

By code first, else by name and address within the hamlet, else across the unit for rows whose
hamlet is wrong. Nothing is joined unasked that has a rival or a house number against it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from models.households.deciding import left_by, shown, sure_pairs, unrivalled
from models.households.pairing import Ask, Lists, pairs_across, pairs_between, pairs_of
from models.households.weighing import Weighed, weigh
from models.text import search_key

# Scores are out of 100, see `models.households.weighing`. Joined unasked: `_SURE` or more, and
# `_AHEAD` of the second best on either side; set where the benchmark's noise leaves a margin.
_SURE: Final = 68.0
_AHEAD: Final = 6.0
_LIKELY: Final = 62.0
_MOST_SHOWN: Final = 3
# A duplicate asks for more: two households of one name in a hamlet are the rule, not a slip.
_SURE_DUPLICATE: Final = 90.0
_LIKELY_DUPLICATE: Final = 78.0
# Below this a list's own number says nothing: the other list counts by itself.
_SAME_NAME: Final = 50.0


@dataclass(frozen=True, slots=True)
class Candidate:
    """What is compared of a row or a household; `key` is how the caller knows it.

    `address` is the whole text, or what there is of number and street. `code` is the digital
    address of ten digits, `list_code` the list's own number.
    """

    key: Hashable
    unit: str
    hamlet: str
    name: str
    address: str
    code: str | None = None
    list_code: str | None = None
    birth_year: int | None = None


@dataclass(frozen=True, slots=True)
class Pair:
    """A row and a household that may be one; `score` out of 100, to order by."""

    row: Hashable
    household: Hashable
    score: float


@dataclass(frozen=True, slots=True)
class Matching:
    """What became of the rows: every row's key is in one of the three.

    `joined` maps rows to households, each at most once. `likely` holds the most certain row first
    and of each row at most three households, the best first. `alone` have no partner.
    """

    joined: Mapping[Hashable, Hashable]
    likely: tuple[Pair, ...]
    alone: tuple[Hashable, ...]


@dataclass(frozen=True, slots=True)
class Duplicate:
    """Two rows of one list that are, or may be, one household."""

    first: Hashable
    second: Hashable
    score: float
    is_sure: bool


def match(rows: Sequence[Candidate], register: Sequence[Candidate]) -> Matching:
    """Return which rows are which households of the register.

    `ValueError` where two rows, or two households, have one key.
    """
    _different(rows)
    _different(register)
    coded = _by_code(rows, register)
    taken = set(coded.values())
    rest = [row for place, row in enumerate(rows) if place not in coded]
    others = [item for place, item in enumerate(register) if place not in taken]
    joined = {rows[row].key: register[household].key for row, household in coded.items()}
    lists = Lists(rest, others)
    sure, open_ = _by_name(lists)
    for row, household in zip(sure.row.tolist(), sure.household.tolist(), strict=True):
        joined[rest[row].key] = others[household].key
    likely = _pairs(shown(open_, _LIKELY, _MOST_SHOWN), rest, others)
    settled = {*joined, *(pair.row for pair in likely)}
    return Matching(joined, likely, tuple(row.key for row in rows if row.key not in settled))


def duplicates(rows: Sequence[Candidate], ask: Ask | None = None) -> list[Duplicate]:
    """Return the pairs of one list's rows that are, or may be, one household; the surest first.

    Rows that share a code are always among them. `ask` is asked now and then; what it raises ends
    the search.
    """
    _different(rows)
    lists = Lists(rows, rows, ask)
    everyone = lists.rows.places_but()
    near = weigh(lists, pairs_between(lists).once())
    weighed = near.and_also(weigh(lists, pairs_across(lists, everyone, everyone).once()))
    coded = weigh(lists, pairs_of(_sharing_a_code(rows)))
    weighed = weighed.but_for(coded).and_also(coded.at_least(_SURE_DUPLICATE))
    found = shown(weighed, _LIKELY_DUPLICATE, len(rows))
    sure = found.may_join & (found.points >= _SURE_DUPLICATE) & unrivalled(found, _AHEAD)
    return [
        Duplicate(pair.row, pair.household, pair.score, is_sure)
        for pair, is_sure in zip(_pairs(found, rows, rows), sure.tolist(), strict=True)
    ]


def _by_name(lists: Lists) -> tuple[Weighed, Weighed]:
    """Return the pairs that are sure, and those still open."""
    weighed = weigh(lists, pairs_between(lists))
    sure = sure_pairs(weighed, _SURE, _AHEAD)
    open_ = left_by(weighed, sure)
    rows = lists.rows.places_but(sure.row)
    households = lists.register.places_but(sure.household)
    open_ = open_.and_also(weigh(lists, pairs_across(lists, rows, households)))
    # Again: with the sure ones gone, many a rival is gone.
    more = sure_pairs(open_, _SURE, _AHEAD)
    return sure.and_also(more), left_by(open_, more)


def _by_code(rows: Sequence[Candidate], register: Sequence[Candidate]) -> dict[int, int]:
    """Return the rows, by place, that have a household's code; then those with its own number.

    A code that stands twice on one side says nothing.
    """
    found = _same([row.code for row in rows], [item.code for item in register])
    taken = set(found.values())
    own = _same(_own_numbers(rows), _own_numbers(register))
    for row, household in own.items():
        if row not in found and household not in taken and _alike(rows[row], register[household]):
            found[row] = household
    return found


def _own_numbers(items: Sequence[Candidate]) -> list[tuple[str, str] | None]:
    return [(item.unit, search_key(item.list_code)) if item.list_code else None for item in items]


def _same(mine: Sequence[Hashable], theirs: Sequence[Hashable]) -> dict[int, int]:
    """Return the places of what stands once in either list."""
    often, often_there = Counter(mine), Counter(theirs)
    there = {key: place for place, key in enumerate(theirs) if key and often_there[key] == 1}
    return {place: there[key] for place, key in enumerate(mine) if key in there and often[key] == 1}


def _sharing_a_code(rows: Sequence[Candidate]) -> list[tuple[int, int]]:
    """Return the places of rows with one code, each with the next that has it."""
    last: dict[str, int] = {}
    found: list[tuple[int, int]] = []
    for place, row in enumerate(rows):
        if row.code:
            if row.code in last:
                found.append((last[row.code], place))
            last[row.code] = place
    return found


def _alike(row: Candidate, household: Candidate) -> bool:
    """Say whether the names speak against it: a list that counts 1, 2, 3 has its own numbers."""
    from rapidfuzz.fuzz import ratio

    return ratio(search_key(row.name), search_key(household.name)) >= _SAME_NAME


def _different(items: Sequence[Candidate]) -> None:
    if len({item.key for item in items}) < len(items):
        raise ValueError("two entries with one key")


def _pairs(
    weighed: Weighed, rows: Sequence[Candidate], register: Sequence[Candidate]
) -> tuple[Pair, ...]:
    columns = (weighed.row.tolist(), weighed.household.tolist(), weighed.points.tolist())
    return tuple(
        Pair(rows[row].key, register[household].key, round(points, 1))
        for row, household, points in zip(*columns, strict=True)
    )
