"""An erasure wins wherever it comes, and whatever comes before or after it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest

from exports.exchange.wire import pack_body, read_body
from models.households.commands import merge
from models.households.erasing import erase_household
from models.households.fields import ERASURE_CODES
from models.households.history import household_history
from models.households.queries import read_household
from models.journal.chain import verify_chain
from models.journal.erasure import ERASED, erasure_of
from models.journal.event import Event, NewEvent
from models.journal.periods import Told
from tests.exchange.machine import scratch
from tests.exchange.stations import Station
from tests.exchange.test_arrivals import agree, fresh, journal
from tests.exchange.world import World

PHONE = "0912000001"


@pytest.fixture
def world() -> Iterator[World]:
    """Three stations and a hub that know each other."""
    made = World()
    yield made
    made.end()


def erase(world: World, name: str, which: int = 0) -> None:
    household = world.entities[which]
    world.stations[name].write(
        lambda tx: erase_household(tx, household, reason=ERASURE_CODES[0])
    )


def is_gone(station: Station, world: World, which: int = 0) -> bool:
    """Say whether nothing personal of a household is at a station, and all else is whole."""
    station_says = [
        text
        for table in ("events", "held_events", "quarantined_events")
        for (text,) in station.rows(
            f"SELECT payload FROM {table} WHERE entity = ? AND payload IS NOT NULL",
            world.entities[which].bytes,
        )
    ]
    return station_says == [] and station.read(verify_chain) == [] and agree(station)


def test_a_stick_from_before_brings_nothing_back(world):
    world.check("a", 0, "phone", PHONE)
    stick = world.make_part("a", "b", 0, 1)
    erase(world, "a")
    world.exchange("a", "b")
    assert stick is not None
    world.take("b", stick)
    assert is_gone(world.stations["b"], world)
    assert world.stations["b"].read(read_household, world.entities[0]).is_erased


def test_an_edit_made_without_knowing_stays_without_its_content(world):
    other = world.stations["b"]
    erase(world, "a")
    world.check("b", 0, "phone", PHONE)
    world.settle_down()
    world.hold_all(scratch())
    for name in ("a", "b", "hub"):
        assert is_gone(world.stations[name], world)
    steps = other.read(household_history, world.entities[0])
    assert [step.kind for step in steps if step.is_erased] == [
        "household.listed", "household.checked",
    ]  # fmt: skip
    assert [step.actor for step in steps if step.is_erased][-1] == other.account


def test_a_restored_backup_is_erased_again(world):
    world.keep_copy("b")
    erase(world, "a")
    world.settle_down()
    world.restore("b", 1)
    assert not is_gone(world.stations["b"], world)
    world.settle_down()
    assert is_gone(world.stations["b"], world)


def test_who_erased_and_was_restored_hears_of_it_from_others(world):
    world.keep_copy("a")
    erase(world, "a")
    world.settle_down()
    world.restore("a", 1)
    assert not world.stations["a"].read(read_household, world.entities[0]).is_erased
    world.settle_down()
    world.hold_all(scratch())
    assert is_gone(world.stations["a"], world)


def test_what_waits_and_what_is_set_apart_is_blanked_too(world):
    one, hub = world.stations["a"], world.stations["hub"]
    world.check("b", 0, "name", "Nguyễn Thị Chờ")
    for number in (1, 2):
        world.check("b", 0, "phone", f"091200000{number}")
    every = fresh(world.stations["b"], hub)
    hub.write(lambda tx: tx.take_in(every[1:]))
    assert hub.rows("SELECT count(*) FROM held_events WHERE payload IS NOT NULL") == [(2,)]
    erase(world, "a")
    hub.write(lambda tx: tx.take_in(fresh(one, hub)))
    assert hub.rows("SELECT count(*) FROM held_events WHERE payload IS NOT NULL") == [(0,)]
    hub.write(lambda tx: tx.take_in(every[:1]))
    assert hub.rows("SELECT count(*) FROM held_events") == [(0,)]
    assert is_gone(hub, world)


def test_one_that_was_merged_into_it_elsewhere_goes_with_it(world):
    first, second = world.entities[:2]
    erase(world, "a")
    world.check("b", 1, "phone", PHONE)
    world.stations["b"].write(lambda tx: merge(tx, first, second))
    world.settle_down()
    for which in (0, 1):
        assert is_gone(world.stations["hub"], world, which)
        assert is_gone(world.stations["b"], world, which)


def test_two_who_erase_it_at_once_agree(world):
    world.check("b", 0, "phone", PHONE)
    for name in ("a", "b"):
        erase(world, name)
    world.settle_down()
    world.hold_all(scratch())
    hub = world.stations["hub"]
    assert len([event for event in journal(hub) if event.type == ERASED]) == 2
    # The one that knew of the check speaks of it.
    found = hub.read(read_household, world.entities[0])
    assert (found.outcome, found.is_erased) == ("sai_thong_tin", True)


def sent(events: Sequence[Event]) -> list[Event]:
    return read_body(pack_body([events], Told({}))).events


def test_blanked_events_travel_with_their_hash_and_old_bundles_are_read(world):
    one = world.stations["a"]
    before = journal(one)
    runs = {event.stream for event in before}
    whole = [sorted((e for e in before if e.stream == run), key=lambda e: e.seq) for run in runs]
    erase(world, "a")
    after = {event.hash: event for event in journal(one)}
    for run in whole:
        assert [event.hash for event in sent(run)] == [event.hash for event in run]
        blank = [after[event.hash] for event in run]
        assert [(event.hash, event.payload) for event in sent(blank)] == [
            (event.hash, event.payload) for event in blank
        ]
    assert any(event.payload is None for event in after.values())


@pytest.mark.parametrize("content", [{}, {"household": 5}, {"household": "x"}, {"household": None}])
def test_an_erasure_that_says_of_nothing_erases_nothing_and_stops_nobody(world, content):
    world.check("a", 0, "phone", PHONE)
    station = world.stations["a"]
    mark = erasure_of(world.entities[0])
    station.write(lambda tx: tx.append(NewEvent(ERASED, station.unit, mark, content)))
    world.exchange("a", "b")
    for name in ("a", "b"):
        there = world.stations[name]
        assert there.read(read_household, world.entities[0]).phone == PHONE
        assert there.read(verify_chain) == []
        assert agree(there)
