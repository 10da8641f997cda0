"""What of a slip waits for a person after all that was said of it: pure, in any order of arrival.

Each field is settled by itself, and different fields never stand in each other's way. A value is
gone once somebody who had it on the screen said another ("later" by parents, never by clocks,
DESIGN §2). Who corrects a slip on which two differ had one of the two on the screen, and replaces
that one alone; a decision replaces all that it had seen. What two stations said without having seen
the other's stands side by side, and waits where it differs.

Whether a slip is valid is said of the whole of it: who corrects an answer calls it valid. What was
voided stays void, whatever was said at the same time, and nothing of it waits.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from typing import Any, Final, NamedTuple
from uuid import UUID

from models.journal.event import Event
from models.json_text import canonical_json
from models.surveys.events import (
    ANSWER_PREFIX,
    CORRECTED,
    RECORDED,
    SETTLED,
    VOIDED,
    content_fields,
    corrected,
    flat_fields,
)
from models.surveys.records import SlipContent

# Worked out from the answers by the form, and never said by a person.
_WORKED_OUT: Final = frozenset({"not_asked", "typed"})
REASON: Final = "reason"
_SAYS: Final = frozenset({RECORDED, CORRECTED, SETTLED})
_BLANK: Final = content_fields(SlipContent({}))


class Side(NamedTuple):
    """A value of a field, and the event that said it; `is_implied` where it did so between lines.

    None is a blank answer.
    """

    value: Any
    event: Event
    is_implied: bool = False

    @property
    def text(self) -> str:
        """Return what two sides are compared by."""
        return canonical_json(self.value)


Sides = Mapping[str, tuple[Side, ...]]


def conflicts_of(history: Sequence[Event]) -> dict[str, tuple[Side, ...]]:
    """Return the sides of each field that waits, oldest first; `history` is in the clock's order.

    Nothing waits of a slip whose recording has not come.
    """
    types = {event.type for event in history}
    if len(history) < 2 or VOIDED in types or RECORDED not in types:
        return {}
    seen = _seen(history)
    views: dict[UUID, Sides] = {}
    for event in history:
        if event.type in _SAYS:
            views[event.event_id] = _after(event, _merged(event.parents, views, seen))
    heads = set(views).difference(*(seen[one] - {one} for one in views))
    found = {field: _distinct(sides) for field, sides in _merged(heads, views, seen).items()}
    return {field: sides for field, sides in sorted(found.items()) if len(sides) > 1}


def version_before(history: Sequence[Event], events: Iterable[UUID]) -> dict[str, Any]:
    """Return the content fields that all authors of some events had before them."""
    seen = _seen(history)
    common = set(seen).intersection(*(seen[event] - {event} for event in events))
    return _folded(event for event in history if event.event_id in common)


def version_of(history: Sequence[Event], event: UUID) -> dict[str, Any]:
    """Return the content fields as the author of an event left them."""
    seen = _seen(history)
    return _folded(one for one in history if one.event_id in seen[event])


def _seen(history: Sequence[Event]) -> dict[UUID, set[UUID]]:
    """Return for each event itself and all that its author had seen of the slip."""
    seen: dict[UUID, set[UUID]] = {}
    for event in history:
        mine = {event.event_id}
        for parent in event.parents:
            mine |= seen.get(parent, set())
        seen[event.event_id] = mine
    return seen


def _merged(
    events: Iterable[UUID], views: Mapping[UUID, Sides], seen: Mapping[UUID, Set[UUID]]
) -> dict[str, tuple[Side, ...]]:
    """Return the sides that stand after some events: those that none of them replaced."""
    known = [event for event in events if event in views]
    left = {
        (event, field): {side.event.event_id for side in sides}
        for event in known
        for field, sides in views[event].items()
    }
    merged: dict[str, dict[UUID, Side]] = {}
    for event in known:
        for field, sides in views[event].items():
            merged.setdefault(field, {}).update((side.event.event_id, side) for side in sides)
    return {
        field: tuple(
            sorted(
                (
                    side
                    for id_, side in found.items()
                    if all(
                        id_ not in seen[event] or id_ in left.get((event, field), ())
                        for event in known
                    )
                ),
                key=_order,
            )
        )
        for field, found in merged.items()
    }


def _after(event: Event, before: Sides) -> Sides:
    """Return the sides that stand for the author of an event."""
    said = _said(event, before)
    after = dict(before)
    for field, side in said.items():
        sides = before.get(field, ())
        others: list[Side] = []
        if event.type == CORRECTED and sides:
            shown = _standing(sides).text
            others = [one for one in sides if one.text != shown]
        after[field] = (*others, side)
    return after


def _said(event: Event, before: Sides) -> dict[str, Side]:
    content = event.content
    values = flat_fields({name: content[name] for name in _BLANK}) if event.type == RECORDED else (
        content["set"]
    )  # fmt: skip
    said = {
        field: Side(value, event) for field, value in values.items() if field not in _WORKED_OUT
    }
    sides = before.get(REASON, ())
    if REASON not in said and sides and any(field.startswith(ANSWER_PREFIX) for field in said):
        said[REASON] = Side(_standing(sides).value, event, is_implied=True)
    return said


def _standing(sides: Sequence[Side]) -> Side:
    """Return the side that the slip's row shows: the first recording, or what was said last."""
    later = [side for side in sides if side.event.type != RECORDED]
    spoken = [side for side in later if not side.is_implied]
    return (spoken or later)[-1] if later else sides[0]


def _distinct(sides: Sequence[Side]) -> tuple[Side, ...]:
    """Return the first side of each value."""
    first: dict[str, Side] = {}
    for side in sides:
        first.setdefault(side.text, side)
    return tuple(first.values())


def _order(side: Side) -> tuple[int, UUID]:
    return side.event.hlc, side.event.event_id


def _folded(events: Iterable[Event]) -> dict[str, Any]:
    fields: dict[str, Any] = dict(_BLANK)
    is_recorded = False
    for event in events:
        if event.type == RECORDED and not is_recorded:
            fields, is_recorded = {name: event.content[name] for name in _BLANK}, True
        elif event.type in {CORRECTED, SETTLED}:
            fields = corrected(fields, event.content["set"])
    return fields
