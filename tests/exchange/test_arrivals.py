"""What comes late, twice, in parts or blanked leaves the tables as a replay would make them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from exports.exchange.round import make_bundle, open_content, take_bundle, understood_of
from models.households.history import household_conflicts
from models.households.queries import read_household
from models.ids import uuid7
from models.journal.event import Event
from models.journal.log import read_all
from models.journal.reconcile import state_streams
from models.questionnaires.commands import publish
from models.questionnaires.form import Form
from models.questionnaires.queries import read_form
from models.settings.commands import change_settings
from models.settings.queries import read_settings
from models.stations.ledger import hear, heard_statement
from models.store.store import Transaction
from models.surveys.commands import correct_slip, import_slips, record_slip
from models.surveys.events import RECORDED
from models.surveys.records import ImportedSlip, SlipContent
from tests.exchange.beginning import COMMUNE
from tests.exchange.machine import scratch
from tests.exchange.stations import DAY_MS, Station, replayed
from tests.exchange.world import World


@pytest.fixture
def world() -> Iterator[World]:
    """Three stations and a hub that know each other."""
    made = World()
    yield made
    made.end()


def journal(station: Station) -> list[Event]:
    return station.read(lambda c: [event for chunk in read_all(c) for event in chunk])


def fresh(station: Station, other: Station) -> list[Event]:
    known = {event.hash for event in journal(other)}
    return [event for event in journal(station) if event.hash not in known]


def agree(*stations: Station) -> bool:
    return all(list(replayed(station, scratch())) == [] for station in stations)


def test_a_correction_that_comes_before_its_slip_waits_in_the_journal(world):
    one, other = world.stations["a"], world.stations["b"]
    slip = uuid7(1)
    batch = world.batches[COMMUNE]
    one.write(lambda tx: record_slip(tx, batch, slip, SlipContent({"q": "1"})))
    recorded = fresh(one, other)
    other.write(lambda tx: tx.take_in(recorded))
    other.write(lambda tx: correct_slip(tx, slip, SlipContent({"q": "2"})))
    third = world.stations["hub"]
    third.write(lambda tx: tx.take_in(fresh(other, one)))
    assert agree(third)
    third.write(lambda tx: tx.take_in(recorded))
    assert agree(third)
    assert third.rows("SELECT answers FROM responses") == [('{"q":"2"}',)]


def test_one_file_that_two_stations_took_in_is_there_once(world):
    one, other = world.stations["a"], world.stations["b"]
    slips = [
        ImportedSlip(row, (str(row),), COMMUNE, date(2026, 1, row), "paper",
                     SlipContent({"q": str(row)}))
        for row in (1, 2)
    ]  # fmt: skip
    for station in (one, other):
        station.write(lambda tx: import_slips(tx, slips, questionnaire="q", version="1"))
        world.steps += 1
    world.settle_down()
    world.hold_all(scratch())
    for station in (one, other, world.stations["hub"]):
        assert station.rows("SELECT number FROM responses ORDER BY number") == [(1,), (2,)]
        states = station.rows("SELECT state FROM batches WHERE unit = ? ORDER BY state", COMMUNE)
        assert states == [("closed",), ("open",)]


def form(title: str) -> Form:
    return Form("q", "7", {"vi": title}, "vi", ("vi",), (), {})


def test_of_two_questionnaires_under_one_version_all_have_the_same(world):
    one, other = world.stations["a"], world.stations["b"]
    other.off_ms = -DAY_MS
    one.write(lambda tx: publish(tx, form("Một"), unit=COMMUNE))
    other.write(lambda tx: publish(tx, form("Hai"), unit=COMMUNE))
    world.settle_down()
    world.hold_all(scratch())
    for station in (one, other, world.stations["hub"]):
        assert station.read(read_form, "q", "7").text({"vi": "x"}) == "x"
        assert station.rows("SELECT title FROM questionnaires WHERE version = '7'") == [("Hai",)]


def blank(events: list[Event], type_: str) -> list[Event]:
    """What a station hands out that erased the payloads of a type."""
    return [
        replace(event, salt=None, payload=None) if event.type == type_ else event
        for event in events
    ]


@pytest.mark.parametrize(
    "type_", ["household.checked", "survey.response_recorded", "setting.changed"]
)
def test_what_comes_blanked_says_nothing_and_the_tables_agree(world, type_):
    one, hub = world.stations["a"], world.stations["hub"]
    world.check("a", 0, "phone", "0912000001")
    world.key_slip("a")
    one.write(lambda tx: change_settings(tx, unit=COMMUNE, values={"target": "80"}))
    came = fresh(one, hub)
    assert type_ in {event.type for event in came}
    hub.write(lambda tx: tx.take_in(blank(came, type_)))
    assert {event.hash for event in came} <= {event.hash for event in journal(hub)}
    assert agree(hub)


def test_settings_of_several_units_in_one_bundle_change_each_its_own(world):
    one, hub = world.stations["a"], world.stations["hub"]
    hub.write(lambda tx: change_settings(tx, unit=hub.unit, values={"target": "70"}))
    one.write(lambda tx: change_settings(tx, unit=COMMUNE, values={"target": "80"}))
    lost = fresh(hub, world.stations["a"])
    world.restore("hub", 0)
    hub.write(lambda tx: tx.take_in([*lost, *fresh(one, hub)]))
    assert hub.read(read_settings).target == 70
    assert agree(hub)


def test_a_clock_a_year_ahead_decides_nothing_and_drags_nobody(world):
    one, other = world.stations["a"], world.stations["b"]
    one.off_ms = 365 * DAY_MS
    household = world.entities[0]
    world.check("a", 0, "phone", "0912000001")
    world.check("b", 0, "phone", "0912000002")
    world.settle_down()
    assert [item.field for item in other.read(household_conflicts, household)] == ["phone"]
    world.key_slip("b")
    (slip,) = (event for event in journal(other) if event.type == RECORDED)
    assert slip.hlc >> 16 <= other.store.clock.now_ms() + 1
    world.settle("b", 0)
    world.settle_down()
    world.hold_all(scratch())
    assert one.read(read_household, household).phone == other.read(read_household, household).phone
    assert one.read(household_conflicts, household) == []


def test_who_was_restored_and_set_its_clock_back_is_heard_and_gets_what_it_lost(world):
    one, hub = world.stations["a"], world.stations["hub"]
    world.key_slip("a")
    world.exchange("a", "hub")
    world.exchange("a", "hub")
    world.restore("a", 0)
    one.off_ms = -3650 * DAY_MS
    # What it says is a sum of what it held then, which nobody knows any more.
    world.exchange("a", "hub")
    assert one.rows("SELECT count(*) FROM responses") == [(1,)]
    world.exchange("a", "hub")
    assert hub.read(heard_statement, one.id) == one.read(state_streams)


def listen(tx: Transaction, sealed: bytes) -> None:
    """Hear what a bundle states; what it holds is lost on the way."""
    content = open_content(tx.connection, sealed)
    stated = understood_of(tx.connection, content.sender, content.told).stated
    made_ms = content.made_ms
    hear(tx.connection, content.sender.id, stated, made_ms=made_ms, now_ms=made_ms)


def test_one_bundle_for_two_serves_both_whatever_each_has_of_a_stream(world):
    one, other, hub = (world.stations[name] for name in ("a", "b", "hub"))
    world.key_slip("a")
    clone = one.cloned("clone")
    world.stations["clone"] = clone
    world.key_slip("clone")
    for _ in range(2):
        world.key_slip("clone")
    apart = fresh(clone, one)
    for _ in range(3):
        world.key_slip("a")
    # One of the two has the beginning of a's stream, the other more of it, on a branch that a does
    # not know of.
    first, second, third, _ = sorted(fresh(one, other), key=lambda event: event.seq)
    other.write(lambda tx: tx.take_in([first, second, third]))
    hub.write(lambda tx: tx.take_in([first, *apart]))
    for name in ("b", "hub"):
        stick = world.make(name, "a")
        assert stick is not None
        one.write(lambda tx, sealed=stick.sealed: listen(tx, sealed))
    bundle = one.read(make_bundle, [other.id, hub.id], now_ms=world.now())
    for station in (other, hub):
        station.write(
            lambda tx: take_bundle(tx, open_content(tx.connection, bundle.sealed))
        )
        assert {event.hash for event in journal(one) if event.unit == COMMUNE} <= {
            event.hash for event in journal(station)
        }
