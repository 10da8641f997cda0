"""What another lacks is found from what it says it holds, and from nothing else."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from models.ids import uuid7
from models.journal.event import Event, NewEvent
from models.journal.reconcile import NOTHING, Held, combined, lacking, read_lacking, state_streams
from tests.exchange.stations import NOON_MS, Station, copied, give_back, new_station
from tests.models.journal.test_intake import UNIT, fact, forged, journal, record, take

OTHER = "06820"


@pytest.fixture
def made() -> Iterator[list[Station]]:
    """Two stations, the second a copy of the first."""
    one = new_station("one", UNIT, lambda: NOON_MS)
    record(one, fact(), fact())
    stations = [one, copied(one, lambda: NOON_MS)]
    yield stations
    for station in stations:
        give_back(station.memory)


@pytest.fixture
def one(made: list[Station]) -> Station:
    """The station that is asked."""
    return made[0]


@pytest.fixture
def other(made: list[Station]) -> Station:
    """The station that asks."""
    return made[1]


def sent(giver: Station, taker: Station, units: frozenset[str] | None = None) -> list[Event]:
    mine = giver.read(state_streams, units)
    wanted = lacking(mine, taker.read(state_streams))
    return giver.read(lambda c: [event for part in read_lacking(c, wanted) for event in part])


def test_who_has_the_same_lacks_nothing(one, other):
    assert sent(one, other) == []
    assert one.read(state_streams) == other.read(state_streams)


def test_who_has_the_beginning_is_sent_the_rest(one, other):
    first = record(one, fact(), fact())
    take(other, journal(one))
    more = record(one, fact())
    assert first[0].stream == more[0].stream
    assert sent(one, other) == more


def test_who_has_said_nothing_is_sent_all(one):
    mine = one.read(state_streams)
    assert lacking(mine, None) == dict.fromkeys(mine, NOTHING)
    found = one.read(lambda c: [
        event for part in read_lacking(c, lacking(mine, None)) for event in part
    ])  # fmt: skip
    assert set(found) == set(journal(one))
    assert [event.seq for event in found] == sorted(event.seq for event in found)


def test_who_has_something_else_is_sent_the_whole_stream(one, other, made):
    record(one, fact())
    take(other, journal(one))
    clone = one.cloned("clone")
    made.append(clone)
    record(one, fact(), fact())
    apart = record(clone, fact())
    take(other, apart)
    stream = apart[0].stream
    assert sent(one, other) == [event for event in journal(one) if event.stream == stream]
    take(other, journal(one))
    take(one, apart)
    assert one.read(state_streams) == other.read(state_streams)
    of_stream = [event for event in journal(one) if event.stream == stream]
    assert set(apart) < set(of_stream)
    assert one.read(state_streams)[stream].events == len(of_stream)


def test_what_is_set_apart_is_stated_and_passed_on(one, other, made):
    (event,) = record(one, fact(x=1))
    third = copied(one, lambda: NOON_MS)
    made.append(third)
    changed = forged(event, payload='{"x":2}')
    before = one.read(state_streams)[event.stream]
    take(one, [changed])
    assert one.read(state_streams)[event.stream] == Held(
        before.events + 1, combined([before.digest, changed.hash])
    )
    assert changed in sent(one, third)
    take(third, sent(one, third))
    assert sent(one, third) == []
    # Who knew neither keeps both too, whichever of them it applies.
    take(other, sent(one, other))
    assert one.read(state_streams) == other.read(state_streams)
    ((apart,),) = other.rows("SELECT hash FROM quarantined_events")
    assert apart in (event.hash, changed.hash)


def test_a_unit_s_streams_are_stated_to_who_may_read_it(one):
    (mine,) = record(one, fact())
    (theirs,) = record(one, NewEvent("future.fact", OTHER, uuid7(1), {}, parents=()))
    stated = one.read(state_streams, frozenset({UNIT}))
    assert mine.stream in stated
    assert theirs.stream not in stated
    assert set(one.read(state_streams, frozenset({OTHER}))) == {theirs.stream}
    assert one.read(state_streams, frozenset()) == {}
    assert set(one.read(state_streams, frozenset({UNIT, OTHER}))) == set(one.read(state_streams))


def test_a_stream_of_before_that_holds_several_units_goes_to_who_may_read_all_of_them(one):
    (mine,) = record(one, fact())
    one.memory.raw.execute("INSERT INTO stream_units VALUES (?, ?)", (mine.stream, OTHER))
    assert mine.stream not in one.read(state_streams, frozenset({UNIT}))
    assert mine.stream not in one.read(state_streams, frozenset({OTHER}))
    assert mine.stream in one.read(state_streams, frozenset({UNIT, OTHER}))
    assert mine.stream in one.read(state_streams)


def test_a_stream_of_which_no_unit_is_known_goes_to_nobody_who_may_not_read_all(one):
    (mine,) = record(one, fact())
    one.memory.raw.execute("DELETE FROM stream_units WHERE stream = ?", (mine.stream,))
    assert mine.stream not in one.read(state_streams, frozenset({UNIT, OTHER}))
    assert mine.stream in one.read(state_streams)


def test_a_stream_that_was_set_apart_whole_has_the_unit_of_what_it_holds(one, other):
    (event,) = record(one, fact(x=1))
    alone = forged(event, payload='{"x":2}', stream=bytes(16), seq=1, prev=bytes(32))
    take(one, [alone])
    assert bytes(16) in one.read(state_streams, frozenset({UNIT}))
    assert bytes(16) not in one.read(state_streams, frozenset({OTHER}))


def test_what_a_crashed_process_wrote_is_stated(one, other):
    record(one, *(fact() for _ in range(5)))
    one.crash()
    take(other, journal(one))
    assert one.read(state_streams) == other.read(state_streams)


def test_a_digest_is_of_a_set(one):
    hashes = [event.hash for event in journal(one)]
    assert combined(hashes) == combined(hashes[::-1])
    assert combined([*hashes, *hashes]) == combined([]) == NOTHING.digest
