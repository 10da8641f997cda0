"""What was recorded elsewhere is taken in whole, whatever of it comes, in any order and again."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.ids import uuid7
from models.journal.chain import verify_chain
from models.journal.event import Event, NewEvent, digest_of, payload_digest
from models.journal.histories import read_entity
from models.journal.intake import Intake
from models.journal.log import head_ids, read_all, stream_states
from tests.exchange.stations import DAY_MS, NOON_MS, Station, copied, give_back, new_station

UNIT = "06811"
ENTITY = uuid7(NOON_MS, bytes(10))


@pytest.fixture
def made() -> Iterator[list[Station]]:
    """Stations to give back."""
    stations: list[Station] = []
    yield stations
    for station in stations:
        give_back(station.memory)


@pytest.fixture
def there(made: list[Station]) -> Station:
    """The station that records."""
    made.append(new_station("there", UNIT, lambda: NOON_MS))
    return made[-1]


@pytest.fixture
def here(made: list[Station]) -> Station:
    """The station that takes in."""
    made.append(new_station("here", UNIT, lambda: NOON_MS))
    return made[-1]


def fact(entity: UUID | None = None, parents: tuple[UUID, ...] | None = None, **content: object):
    """An event of a type that nobody knows; without an entity of one that is new."""
    if entity is None:
        return NewEvent("future.fact", UNIT, uuid7(NOON_MS), content, parents=())
    return NewEvent("future.fact", UNIT, entity, content, parents=parents)


def record(station: Station, *news: NewEvent) -> list[Event]:
    found: list[Event] = station.write(lambda tx: tx.append(*news))
    return found


def take(station: Station, incoming: Sequence[Event]) -> Intake:
    intake: Intake = station.write(lambda tx: tx.take_in(incoming))
    return intake


def journal(station: Station) -> list[Event]:
    return station.read(lambda c: [event for chunk in read_all(c) for event in chunk])


def count(station: Station, table: str) -> int:
    ((found,),) = station.rows(f"SELECT count(*) FROM {table}")
    return int(found)


def whole(station: Station) -> bool:
    return station.read(verify_chain) == []


def test_what_comes_twice_is_here_once(here, there):
    record(there, fact(), fact())
    every = journal(there)
    first = take(here, every)
    assert len(first.new) == len(every)
    before = journal(here)
    again = take(here, [*every, *every])
    assert (again.new, again.duplicates, again.held, again.quarantined) == ((), len(every), 0, 0)
    assert journal(here) == before
    assert whole(here)


def test_what_lacks_its_predecessor_waits_and_is_freed_by_it(here, there):
    every = [event for event in journal(there) if event.seq == 1]
    made = record(there, fact(), fact(), fact())
    held = take(here, made[1:])
    assert (len(held.new), held.held, count(here, "held_events")) == (0, 2, 2)
    assert take(here, made[1:]).held == 0
    assert whole(here)
    freed = take(here, [*every, *journal(there)[: -len(made)], made[0]])
    assert freed.freed == 2
    assert count(here, "held_events") == 0
    assert set(made) <= set(journal(here))
    assert whole(here)


def forged(event: Event, **changes: object) -> Event:
    """An event as somebody else might have made it, with the hash that goes with it."""
    made = replace(event, **changes)
    assert made.salt is not None
    assert made.payload is not None
    made = replace(made, payload_hash=payload_digest(made.salt, made.payload))
    return replace(made, hash=digest_of(made))


def test_other_content_under_a_known_id_is_set_apart_and_never_applied(here, there):
    (event,) = record(there, fact(x=1))
    every = journal(there)
    take(here, every)
    other = forged(event, payload='{"x":2}')
    taken = take(here, [other])
    assert (taken.new, taken.quarantined, count(here, "quarantined_events")) == ((), 1, 1)
    assert take(here, [other]).quarantined == 0
    assert event in journal(here)
    assert other not in journal(here)
    assert whole(here)


def test_what_follows_what_was_set_apart_is_taken_in_all_the_same(here, there):
    (event,) = record(there, fact(x=1))
    take(here, journal(there))
    other = forged(event, payload='{"x":2}')
    after = forged(event, event_id=uuid7(1), seq=event.seq + 1, prev=other.hash)
    last = forged(event, event_id=uuid7(2), seq=event.seq + 2, prev=after.hash)
    assert take(here, [last]).held == 1
    taken = take(here, [other, after])
    assert {one.event_id for one in taken.new} == {after.event_id, last.event_id}
    assert count(here, "held_events") == 0
    assert whole(here)


def test_two_machines_that_write_one_stream_are_both_kept(here, there, made):
    record(there, fact())
    clone = there.cloned("clone")
    made.append(clone)
    ours = record(there, fact(), fact())
    theirs = record(clone, fact(), fact(), fact())
    assert {event.stream for event in ours} == {event.stream for event in theirs}
    for one, other in ((here, there), (here, clone), (there, clone), (clone, there)):
        take(one, journal(other))
        assert whole(one)
    for station in (here, there, clone):
        assert {*ours, *theirs} <= set(journal(station))
    record(there, fact())
    record(clone, fact())
    there.store.close()
    there.start()
    assert whole(there)
    assert whole(clone)


def test_what_was_written_after_a_backup_comes_back_beside_the_line(there, made):
    record(there, fact())
    backup = copied(there, lambda: NOON_MS)
    made.append(backup)
    lost = record(there, fact(), fact())
    own = record(backup, fact())
    assert own[0].stream != lost[0].stream
    taken = take(backup, journal(there))
    assert set(lost) <= set(taken.new)
    assert count(backup, "side_events") == len(lost)
    states = {state.stream: state for state in backup.read(stream_states)}
    assert states[lost[0].stream].events == lost[0].seq - 1
    assert whole(backup)


def test_a_child_that_comes_before_its_parent_stays_the_head(here, there, made):
    other = copied(there, lambda: NOON_MS)
    made.append(other)
    root, middle = record(there, fact(ENTITY, ()), fact(ENTITY))
    take(other, journal(there))
    (child,) = record(other, fact(ENTITY))
    assert child.parents == (middle.event_id,)
    take(here, [event for event in journal(other) if event.stream == child.stream])
    assert here.read(head_ids, ENTITY, UNIT) == (child.event_id,)
    take(here, journal(there))
    assert here.read(head_ids, ENTITY, UNIT) == (child.event_id,)
    history = here.read(read_entity, ENTITY, UNIT)
    assert [event.event_id for event in history] == [root.event_id, middle.event_id, child.event_id]
    assert whole(here)


def test_the_creation_is_found_while_what_stands_between_has_not_come(here, there, made):
    creation = NewEvent("future.fact", UNIT, ENTITY, {}, parents=(), is_creation=True)
    record(there, creation)
    other = copied(there, lambda: NOON_MS)
    made.append(other)
    take(here, journal(there))
    record(there, fact(ENTITY))
    take(other, journal(there))
    (last,) = record(other, fact(ENTITY))
    take(here, [last])
    history = here.read(read_entity, ENTITY, UNIT)
    assert [event.event_id for event in history] == [ENTITY, last.event_id]


def test_each_unit_has_heads_of_its_own_of_a_thing_of_which_several_speak(here, there):
    elsewhere = NewEvent("future.fact", "06820", ENTITY, {})
    first = record(there, fact(ENTITY))[0]
    second = record(there, elsewhere)[0]
    third = record(there, fact(ENTITY))[0]
    assert (first.parents, second.parents, third.parents) == ((), (), (first.event_id,))
    assert first.hlc < second.hlc < third.hlc
    take(here, journal(there)[::-1])
    assert here.read(head_ids, ENTITY, UNIT) == (third.event_id,)
    assert here.read(head_ids, ENTITY, "06820") == (second.event_id,)
    assert whole(here)


def test_another_station_s_clock_drags_nobody_s(here, there):
    there.off_ms = 365 * DAY_MS
    (parent,) = record(there, fact(ENTITY, ()))
    take(here, journal(there))
    child, fresh = record(here, fact(ENTITY), fact())
    assert child.hlc == parent.hlc + 1
    assert fresh.hlc >> 16 == child.event_id.int >> 80 == NOON_MS
    here.crash()
    assert record(here, fact())[0].hlc >> 16 <= NOON_MS + 1
    assert whole(here)


@given(st.randoms(use_true_random=False), st.integers(1, 4))
@settings(
    max_examples=60, deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)  # fmt: skip
def test_in_any_order_and_any_portions_the_same_is_here(chance: random.Random, parts: int):
    stations = [new_station(name, UNIT, lambda: NOON_MS) for name in ("x", "y", "z")]
    one, other, here = stations
    for _ in range(3):
        for station in (one, other):
            record(station, fact(ENTITY), fact())
        take(one, journal(other))
    every = [*journal(one), *journal(other)]
    chance.shuffle(every)
    for part in range(parts):
        take(here, every[part::parts])
    assert {*every} <= {*journal(here)}
    assert count(here, "held_events") == 0
    assert set(here.read(head_ids, ENTITY, UNIT)) == {
        event.event_id
        for event in every
        if event.entity == ENTITY and not any(event.event_id in late.parents for late in every)
    }
    assert whole(here)
    for station in stations:
        give_back(station.memory)
