from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.clock import Clock
from models.stations.clocks import (
    TOLERANCE_MS,
    ClockDoubt,
    HeardClock,
    NewestRecords,
    doubts,
    read_doubts,
)
from models.stations.hub import HubPlace, keep_hub
from tests.exports.exchange.conftest import here, there
from tests.exports.exchange.pair import Station

__all__ = ["here", "there"]
HOUR = 3_600_000
DAY = 24 * HOUR
NOW = 1_800_000_000_000
NONE = NewestRecords()


def hub(ahead_ms: int, heard_ms: int = NOW - HOUR) -> HeardClock:
    return HeardClock("Máy chủ", heard_ms + ahead_ms, heard_ms, is_hub=True)


def stick(name: str, made_ms: int, heard_ms: int = NOW - HOUR, holds_ms=None) -> HeardClock:
    return HeardClock(name, made_ms, heard_ms, holds_ms)


@pytest.mark.parametrize(
    ("heard", "newest", "expected"),
    [
        ([], NONE, []),
        # A hub answers at once, so ours is the one that differs; in both directions.
        ([hub(2 * HOUR)], NONE, [ClockDoubt("own", "Máy chủ", -2 * HOUR)]),
        ([hub(-DAY)], NONE, [ClockDoubt("own", "Máy chủ", DAY)]),
        ([hub(TOLERANCE_MS)], NONE, []),
        # A stick may lie for weeks, but nobody makes one in the future.
        ([stick("Hai", NOW - 30 * DAY)], NONE, []),
        ([stick("Hai", NOW + 2 * HOUR)], NONE, [ClockDoubt("station", "Hai", 3 * HOUR)]),
        # It holds what was written after it was made.
        ([stick("Hai", NOW - 9 * DAY, holds_ms=NOW - 2 * DAY)], NONE,
         [ClockDoubt("station", "Hai", -7 * DAY)]),
        # Of two that say the same, we are the odd one.
        ([stick("Hai", NOW + 2 * HOUR), stick("Ba", NOW + HOUR)], NONE,
         [ClockDoubt("own", "", -2 * HOUR)]),
        ([stick("Hai", NOW + 2 * HOUR), stick("Ba", NOW - DAY)], NONE,
         [ClockDoubt("station", "Hai", 3 * HOUR)]),
        # What the hub says of our clock explains the other.
        ([hub(3 * HOUR), stick("Hai", NOW + 2 * HOUR)], NONE,
         [ClockDoubt("own", "Máy chủ", -3 * HOUR)]),
        ([hub(0), stick("Hai", NOW + 2 * HOUR), stick("Ba", NOW + 2 * HOUR)], NONE,
         [ClockDoubt("station", "Hai", 3 * HOUR), ClockDoubt("station", "Ba", 3 * HOUR)]),
        ([], NewestRecords(NOW + DAY), [ClockDoubt("own_records", "", -DAY)]),
        ([], NewestRecords(NOW - DAY), []),
        # The hub called the clock right since: the records were written by a wrong one.
        ([hub(0)], NewestRecords(NOW + DAY), []),
        # It was set back after the hub had called it right.
        ([hub(0, heard_ms=NOW + DAY)], NewestRecords(NOW + DAY),
         [ClockDoubt("own_records", "", -DAY)]),
        ([], NewestRecords(None, NOW + DAY, "06820"), [ClockDoubt("records", "06820", DAY)]),
        ([], NewestRecords(NOW + DAY, NOW + DAY, "06820"), [ClockDoubt("own_records", "", -DAY)]),
        ([stick("Hai", NOW + 2 * HOUR)], NewestRecords(None, NOW + DAY, "06820"),
         [ClockDoubt("station", "Hai", 3 * HOUR)]),
    ],
)  # fmt: skip
def test_whose_clock_seems_wrong_and_by_how_much(heard, newest, expected) -> None:
    assert list(doubts(NOW, heard, newest)) == expected


moments = st.integers(NOW - 10 * DAY, NOW)


@given(st.lists(st.tuples(moments, st.integers(0, DAY), st.none() | moments), max_size=4), moments)
def test_right_clocks_are_never_doubted(sticks, own_ms) -> None:
    heard = [
        # It cannot hold what was not written yet.
        HeardClock(str(at), made, min(made + way, NOW), None if held is None else min(held, made))
        for at, (made, way, held) in enumerate(sticks)
    ]
    assert doubts(NOW, heard, NewestRecords(own_ms, own_ms, "06811")) == ()


def set_clock(station: Station, ahead_ms: int) -> None:
    right = Clock()
    station.session.store.clock._now_ms = lambda: right.now_ms() + ahead_ms


def told(station: Station) -> list[tuple[str, str, int]]:
    store = station.session.store
    found = store.read(lambda connection: read_doubts(connection, store.clock.now_ms()))
    return [(one.kind, one.name, round(one.ahead_ms / HOUR)) for one in found]


def test_a_bundle_tells_of_its_maker_s_clock(here: Station, there: Station) -> None:
    here.enrols(there)
    there.enrols(here)
    here.records(1)
    there.records(1)
    there.takes(here.writes(there).sealed)
    here.takes(there.writes(here).sealed)
    assert told(here) == told(there) == []
    set_clock(there, 5 * HOUR)
    here.takes(there.writes(here).sealed)
    assert told(here) == [("station", "Quầy 2", 5)]
    there.records(1)
    set_clock(there, 0)
    assert told(there) == [("own_records", "", -5)]
    here.takes(there.writes(here).sealed)
    # Of what was recorded by the wrong clock it is still seen.
    assert told(here) == [("records", "06811", 5)]


def test_a_clock_that_is_behind_is_known_by_what_it_holds(here: Station, there: Station) -> None:
    here.enrols(there)
    there.enrols(here)
    set_clock(there, -48 * HOUR)
    here.records(1)
    there.takes(here.writes(there).sealed)
    here.takes(there.writes(here).sealed)
    assert told(here) == [("station", "Quầy 2", -48)]
    assert told(there) == [("own_records", "", -48)]


def test_the_hub_s_clock_is_the_measure(here: Station, there: Station) -> None:
    here.enrols(there)
    there.enrols(here)
    place = HubPlace("https://hub.example.vn", there.id)
    here.session.store.write(
        lambda tx: keep_hub(tx.connection, place), actor=here.session.account
    )
    set_clock(here, -3 * HOUR)
    here.takes(there.writes(here).sealed)
    assert told(here) == [("own", "Quầy 2", -3)]
