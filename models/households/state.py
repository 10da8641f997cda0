"""What a household is after all that was said of it: pure, the same for any order of arrival.

Each field is kept in two layers: what lists say, and what people say. In each layer the values
stand that no later saying has replaced ("later" by parents, never by clocks, DESIGN §2). People
go before lists. A field waits for a person when

- two people said different things and neither saw the other's, or two lists did;
- a list that the person had not seen says something else than the person said or, by calling the
  household right, confirmed.

What a household took over in a merge and gave back when that was undone was never said of it.
Different fields never stand in each other's way.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple
from uuid import UUID

from models.households.events import CHECKED, LISTED, TOOK
from models.json_text import canonical_json


class Saying(NamedTuple):
    """One event of a household as the rules see it; `content` is its payload.

    `type` is "" where it sets nothing: what was erased, and what says nothing of the fields.
    """

    event_id: UUID
    type: str
    hlc: int
    actor: UUID
    parents: tuple[UUID, ...]
    content: Mapping[str, Any]

    @property
    def is_list(self) -> bool:
        """Say whether a list spoke, not a person."""
        return self.type == LISTED

    @property
    def says(self) -> bool:
        """Say whether it says anything of the fields."""
        return bool(self.type)

    @property
    def order(self) -> tuple[int, UUID]:
        """What orders sayings for show."""
        return (self.hlc, self.event_id)


@dataclass(frozen=True, slots=True)
class Side:
    """A value of a field and the saying that it comes from."""

    value: Any
    saying: Saying


class State(NamedTuple):
    """The outcome: `values` that stand, and the sides of each field that waits for a person.

    `listed` is what the lists say where what stands is something else. `has_listed_code` says
    whether a list gave the household a digital address. `checked` is the last check, `source` the
    last list's saying.
    """

    values: Mapping[str, Any]
    conflicts: Mapping[str, tuple[Side, ...]]
    listed: Mapping[str, Any]
    has_listed_code: bool
    checked: Saying | None
    source: Saying | None


def resolve(sayings: Sequence[Saying]) -> State:
    """Return the state after `sayings`, in any order; parents that are not here are ignored."""
    if len(sayings) == 1:
        return _first(sayings[0])
    ordered = sorted(sayings, key=lambda saying: saying.order)
    seen = _ancestors(ordered)
    values: dict[str, Any] = {}
    conflicts: dict[str, tuple[Side, ...]] = {}
    listed: dict[str, Any] = {}
    has_listed_code = False
    for field in dict.fromkeys(name for saying in ordered for name in saying.content["set"]):
        lists, people, confirmed = _layers(field, ordered, seen)
        # Who called a household right speaks for its fields, but only against a list.
        people = people or [side for side in confirmed if not _is_known(side, lists)]
        if not (people or lists):
            # All that was ever said of it was taken over from another household, and given back.
            values[field] = None
            continue
        sides = list(people or lists)
        for side in lists if people else ():
            if _text(side) != _text(sides[0]):
                listed.setdefault(field, side.value)
            if not _is_known(side, people) and not _was_seen(side, people, seen):
                sides.append(side)
        values[field] = sides[0].value
        if len(sides) > 1:
            conflicts[field] = tuple(sides)
        if field == "code":
            has_listed_code = any(side.value for side in lists)
    checks = [saying for saying in ordered if saying.type == CHECKED]
    sources = [saying for saying in ordered if saying.is_list]
    return State(
        values, conflicts, listed, has_listed_code, checks[-1] if checks else None,
        sources[-1] if sources else None,
    )  # fmt: skip


def as_seen(sayings: Sequence[Saying], heads: Sequence[UUID]) -> list[Saying]:
    """Return what somebody knew who saw `heads`: them, and all that they had seen."""
    ancestors = _ancestors(sorted(sayings, key=lambda saying: saying.order))
    known = set(heads).union(*(ancestors.get(head, set()) for head in heads))
    return [saying for saying in sayings if saying.event_id in known]


def value_before(sayings: Sequence[Saying], field: str, sides: Sequence[UUID]) -> Any:
    """Return the value that the authors of all `sides` had before them, None for none."""
    ancestors = _ancestors(sorted(sayings, key=lambda saying: saying.order))
    common = set(ancestors).intersection(*(ancestors[side] for side in sides))
    seen = [saying for saying in sayings if saying.event_id in common]
    return resolve(seen).values.get(field) if seen else None


def _first(saying: Saying) -> State:
    values = saying.content["set"]
    is_list = saying.is_list
    return State(
        values, {}, {}, is_list and bool(values.get("code")),
        saying if saying.type == CHECKED else None, saying if is_list else None,
    )  # fmt: skip


def _layers(
    field: str, ordered: Sequence[Saying], seen: Mapping[UUID, set[UUID]]
) -> tuple[list[Side], list[Side], list[Side]]:
    """Return the standing values of a field: of lists, of people, and as people confirmed it."""
    lists: list[Side] = []
    people: list[Side] = []
    confirmed: list[Side] = []
    for saying in ordered:
        if field in saying.content["set"]:
            side = Side(saying.content["set"][field], saying)
            (lists if saying.is_list else people).append(side)
        elif field in saying.content.get("seen", ()):
            confirmed.append(Side(saying.content["seen"][field], saying))
    people, confirmed = _without_undone(people, confirmed, seen)
    return (
        _distinct(_standing(lists, seen)),
        _distinct(_standing(people, seen)),
        _distinct(_standing(confirmed, seen)),
    )


def _without_undone(
    people: list[Side], confirmed: list[Side], seen: Mapping[UUID, set[UUID]]
) -> tuple[list[Side], list[Side]]:
    """Return the sides but for what was taken over and given back, and who called that right."""
    took = [side.saying for side in people if side.saying.type == TOOK]
    back = [saying for saying in took if not saying.content["before"]]
    if not back:
        return people, confirmed
    pairs = [
        (one.event_id, other.event_id)
        for other in back
        for one in took
        if one.content["from"] == other.content["from"] and one.event_id in seen[other.event_id]
    ]
    undone = {one for pair in pairs for one in pair} | {saying.event_id for saying in back}
    called_right = {
        side.saying.event_id
        for side in confirmed
        for one, other in pairs
        if one in seen[side.saying.event_id] and side.saying.event_id in seen[other]
    }
    return (
        [side for side in people if side.saying.event_id not in undone],
        [side for side in confirmed if side.saying.event_id not in called_right],
    )


def _is_known(side: Side, others: Sequence[Side]) -> bool:
    return _text(side) in {_text(other) for other in others}


def _was_seen(side: Side, by: Sequence[Side], seen: Mapping[UUID, set[UUID]]) -> bool:
    return any(side.saying.event_id in seen[other.saying.event_id] for other in by)


def _standing(sides: list[Side], seen: Mapping[UUID, set[UUID]]) -> list[Side]:
    """Return the sides that no other of them had seen."""
    if len(sides) < 2:
        return sides
    return [side for side in sides if not _was_seen(side, sides, seen)]


def _distinct(sides: Sequence[Side]) -> list[Side]:
    """Return the first side of each value."""
    first: dict[str, Side] = {}
    for side in sides:
        first.setdefault(_text(side), side)
    return list(first.values())


def _text(side: Side) -> str:
    return canonical_json(side.value)


def _ancestors(ordered: Sequence[Saying]) -> dict[UUID, set[UUID]]:
    """Return for each saying all that its author had seen; a parent's clock is always behind."""
    seen: dict[UUID, set[UUID]] = {}
    for saying in ordered:
        mine: set[UUID] = set(saying.parents)
        for parent in saying.parents:
            mine |= seen.get(parent, set())
        seen[saying.event_id] = mine
    return seen
