"""What a hub answers: true receipts, events a station may read, refusals in one word."""

from __future__ import annotations

import http.client
import json
from dataclasses import replace
from functools import partial

import pytest
from sqlalchemy import func, select

from exports.exchange.bundle import seal
from exports.exchange.wire import pack_body
from exports.hub import answer as answering
from exports.hub.answer import Answer, RefusedError, answer
from exports.hub.app import build_app
from exports.hub.database import HubDatabase
from exports.hub.limits import LARGEST_REQUEST, Rate, RateLimiter
from models.errors import UserError
from models.ids import blake2b, derived_id, uuid7
from models.journal.chain import verify_chain
from models.journal.event import Event
from models.journal.periods import Told, tell
from models.journal.tables import events, heads, held_events, quarantined_events
from models.stations.commands import revoke
from tests.exchange.hub.server import listening
from tests.exchange.hub.stations import (
    SimulatedStation,
    join,
    make_chain,
    make_event,
    make_keys,
    state,
)
from tests.exchange.stations import DAY_MS, NOON_MS

UNIT, OTHER = "06811", "06820"
YEAR_MS = 365 * DAY_MS


@pytest.fixture
def station(database: HubDatabase) -> SimulatedStation:
    return join(database, "Quầy 1", UNIT)


def ask(database: HubDatabase, request: bytes, rate: Rate | None = None) -> Answer:
    return answer(database, RateLimiter(rate or Rate()), request)


def refused(database: HubDatabase, request: bytes) -> tuple[int, str]:
    with pytest.raises(RefusedError) as caught:
        ask(database, request)
    return caught.value.status, caught.value.code


def count(database: HubDatabase, table) -> int:
    return database.read(lambda c: c.execute(select(func.count()).select_from(table)).scalar_one())


def test_a_receipt_states_what_is_there(database: HubDatabase, station: SimulatedStation) -> None:
    chain = make_chain(UNIT, 40)
    station.chains = [chain]
    request = station.request([chain])
    made = ask(database, request)
    said = station.read(made.sealed)
    assert (made.new, made.duplicates, made.held, made.quarantined) == (40, 0, 0, 0)
    assert said.told.listed == state([chain])
    assert said.events == []
    assert said.marks == (blake2b(request),)
    assert database.read(verify_chain) == []


def test_the_same_again_changes_nothing(database: HubDatabase, station: SimulatedStation) -> None:
    chain = make_chain(UNIT, 40)
    station.chains = [chain]
    request = station.request([chain])
    before = station.read(ask(database, request).sealed)
    again = ask(database, request)
    assert (again.new, again.duplicates) == (0, 40)
    assert station.read(again.sealed).told.listed == before.told.listed
    assert database.read(verify_chain) == []


def test_parts_in_any_order_wait_for_what_is_missing(
    database: HubDatabase, station: SimulatedStation
) -> None:
    chain = make_chain(UNIT, 40)
    late = ask(database, station.request([chain[20:]]))
    assert (late.new, late.held) == (0, 20)
    assert station.read(late.sealed).told.listed == {}
    assert count(database, held_events) == 20
    first = ask(database, station.request([chain[:20]]))
    assert station.read(first.sealed).told.listed == state([chain])
    assert count(database, held_events) == 0
    assert database.read(verify_chain) == []


def test_other_content_under_a_known_id_is_set_apart(
    database: HubDatabase, station: SimulatedStation
) -> None:
    first = make_event(UNIT, b"s" * 16, None)
    other = make_event(UNIT, b"t" * 16, None)
    forged = replace(other, event_id=first.event_id, entity=first.entity)
    forged = replace(forged, hash=answering_digest(forged))
    ask(database, station.request([[first]]))
    made = ask(database, station.request([[forged]]))
    assert (made.new, made.quarantined) == (0, 1)
    assert count(database, quarantined_events) == 1
    assert count(database, events) == 2  # the enrolment and the first


def answering_digest(event) -> bytes:
    from models.journal.event import digest_of

    return digest_of(event)


def test_concurrent_edits_are_both_heads(
    database: HubDatabase, station: SimulatedStation
) -> None:
    created = make_event(UNIT, b"a" * 16, None)
    ours = make_event(
        UNIT, b"a" * 16, created, entity=created.entity, parents=(created.event_id,)
    )
    theirs = make_event(
        UNIT, b"b" * 16, None, entity=created.entity, parents=(created.event_id,)
    )
    ask(database, station.request([[created, ours]]))
    ask(database, station.request([[theirs]]))
    found = database.read(
        lambda c: c.execute(
            select(heads.c.event_id).where(heads.c.entity == created.entity)
        ).scalars().all()
    )  # fmt: skip
    assert set(found) == {ours.event_id, theirs.event_id}


def test_a_station_gets_what_it_may_read_and_lacks(database: HubDatabase) -> None:
    writer, other = join(database, "A", UNIT), join(database, "B", OTHER)
    mine, theirs = make_chain(UNIT, 10), make_chain(OTHER, 10)
    ask(database, writer.request([mine]))
    ask(database, other.request([theirs]))
    colleague = join(database, "C", UNIT)
    said = colleague.read(ask(database, colleague.request()).sealed)
    assert said.events == mine
    assert set(said.told.listed) == {mine[0].stream}
    city = join(database, "D", "", reads=None)
    found = city.read(ask(database, city.request()).sealed).events
    assert {event.hash for event in (*mine, *theirs)} <= {event.hash for event in found}


def test_a_receipt_is_given_for_other_units_events_but_not_the_events(
    database: HubDatabase,
) -> None:
    one, other = join(database, "A", UNIT), join(database, "B", UNIT)
    chain = make_chain(OTHER, 10)
    one.chains = [chain]
    said = one.read(ask(database, one.request([chain])).sealed)
    assert said.told.listed == state([chain])
    one.chains = [chain[:5]]
    assert one.read(ask(database, one.request()).sealed).events == []
    assert other.read(ask(database, other.request()).sealed).told.listed == {}


def years(unit: str, number: int) -> list[list[Event]]:
    """Streams of one event each, minted over three years."""
    return [
        make_chain(unit, 1, uuid7(NOON_MS - at * 3 * YEAR_MS // number).bytes)
        for at in range(number)
    ]


def test_what_both_hold_takes_a_few_bytes_however_many_streams_there_are(
    database: HubDatabase, station: SimulatedStation
) -> None:
    station.chains = years(UNIT, 600)
    ask(database, station.request(station.chains))
    mine = state(station.chains)
    # Summed up as the hub has heard it, and again as it heard it then.
    for _ in range(2):
        request = station.request(told=tell(mine, [mine]))
        answered = ask(database, request)
        assert len(request) < 4000
        assert len(answered.sealed) < 4000
        assert station.opened(answered.sealed).told.listed == {}
        assert station.read(answered.sealed).told.listed == mine
        assert answered.sent == 0
    # A colleague may read the same and holds it too: what the hub heard of it is nothing.
    other = join(database, "Quầy 2", UNIT)
    other.chains = station.chains
    said = other.read(ask(database, other.request(told=tell(mine, [mine]))).sealed)
    assert (said.told.listed, said.events) == (mine, [])


def test_of_what_a_sum_does_not_tell_the_hub_tells_all_and_sends_nothing_yet(
    database: HubDatabase, station: SimulatedStation
) -> None:
    station.chains = [make_chain(UNIT, 3), make_chain(UNIT, 3)]
    ask(database, station.request(station.chains))
    mine = state(station.chains)
    restored = state([chain[:2] for chain in station.chains])
    request = station.request(states=restored, told=tell(restored, [restored]))
    answered = ask(database, request)
    assert station.opened(answered.sealed).told == Told(mine)
    assert answered.sent == 0
    station.chains = [chain[:2] for chain in station.chains]
    again = station.read(ask(database, station.request()).sealed)
    assert {event.seq for event in again.events} == {3}


def test_what_is_much_comes_in_parts(
    database: HubDatabase, station: SimulatedStation, monkeypatch: pytest.MonkeyPatch
) -> None:
    chains = [make_chain(UNIT, 25) for _ in range(4)]
    ask(database, station.request(chains))
    monkeypatch.setattr(answering, "read_slice", partial(answering.read_slice, most_events=10))
    reader = join(database, "B", UNIT)
    found, marks = [], ()
    for _ in range(11):
        said = reader.read(ask(database, reader.request(marks=marks)).sealed)
        assert len(said.events) <= 10
        found += said.events
        if len(said.marks) == 1:
            break
        marks = (b"", *said.marks[1:])
    assert sorted(event.hash for event in found) == sorted(
        event.hash for chain in chains for event in chain
    )


# refusals


def test_strangers_the_revoked_and_forgers_get_one_answer(
    database: HubDatabase, station: SimulatedStation
) -> None:
    chain = make_chain(UNIT, 3)
    stranger = SimulatedStation(make_keys("X", UNIT), station.hub)
    body = pack_body([chain], Told({}))
    forger = replace(stranger.own, card=station.own.card)
    for_another = seal(station.own, [stranger.own.card.box_key], body, made_ms=1)
    forged = seal(forger, [station.hub.box_key], body, made_ms=1)
    answers = {
        refused(database, request)
        for request in (stranger.request([chain]), for_another, forged)
    }
    database.administer(partial(revoke, station=station.own.card.id))
    answers.add(refused(database, station.request([chain])))
    assert answers == {(403, "hub.refused")}
    assert count(database, events) == 2  # enrolled and revoked


def test_an_enrolment_among_the_events_enrols_nobody(
    database: HubDatabase, station: SimulatedStation
) -> None:
    from models.json_text import canonical_json
    from models.stations.queries import enrolled

    thief = make_keys("Kẻ lạ", UNIT)
    content = {
        "id": str(thief.card.id), "at": str(station.hub.id), "name": "Kẻ lạ", "unit": UNIT,
        "sign_key": "", "box_key": thief.card.box_key, "reads": {"all": True},
    }  # fmt: skip
    event = make_event(UNIT, b"e" * 16, None, payload=canonical_json(content))
    event = replace(event, type="station.enrolled")
    event = replace(event, hash=answering_digest(event))
    ask(database, station.request([[event]]))
    assert set(database.read(enrolled)) == {station.own.card.id}


@pytest.mark.parametrize("payload", ["\x00", '{"a":"\x00"}'])
def test_text_that_no_database_keeps_is_refused(
    database: HubDatabase, station: SimulatedStation, payload: str
) -> None:
    event = make_event(UNIT, b"z" * 16, None, payload=payload)
    assert refused(database, station.request([[event]])) == (400, "hub.damaged")
    assert count(database, events) == 1


def test_numbers_that_no_database_keeps_are_refused(
    database: HubDatabase, station: SimulatedStation
) -> None:
    event = replace(make_event(UNIT, b"z" * 16, None), type_version=2**40)
    event = replace(event, hash=answering_digest(event))
    assert refused(database, station.request([[event]])) == (400, "hub.damaged")


def test_rubbish_is_refused(database: HubDatabase, station: SimulatedStation) -> None:
    request = station.request([make_chain(UNIT, 3)])
    for broken in (b"", b"abc", request[: len(request) // 2], request[:-1] + b"\x00"):
        status, code = refused(database, broken)
        assert (status, code) in {(400, "hub.damaged"), (403, "hub.refused")}
    odd = station.request(marks=[b"", b"and no second"])
    assert refused(database, odd) == (400, "hub.damaged")


def test_too_many_events_are_refused(
    database: HubDatabase, station: SimulatedStation, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(answering, "MOST_EVENTS", 10)
    assert refused(database, station.request([make_chain(UNIT, 11)])) == (413, "hub.too_large")


def test_a_bomb_is_refused_before_it_is_unpacked(
    database: HubDatabase, station: SimulatedStation, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(answering, "LARGEST_CONTENT", 1000)
    request = station.request([make_chain(UNIT, 100)])
    assert refused(database, request) == (413, "hub.too_large")


# over the socket


def post(port: int, body: bytes, **headers: str) -> tuple[int, dict[str, str], bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    connection.request("POST", "/sync", body, headers)
    response = connection.getresponse()
    data = response.read()
    connection.close()
    return response.status, dict(response.getheaders()), data


def test_who_asks_too_often_is_told_when_to_come_back(
    database: HubDatabase, station: SimulatedStation
) -> None:
    app = build_app(database, rate=Rate(burst=2, per_second=0.01))
    other = join(database, "B", UNIT)
    with listening(app) as port:
        assert [post(port, station.request())[0] for _ in range(2)] == [200, 200]
        status, headers, data = post(port, station.request())
        assert (status, json.loads(data)) == (429, {"code": "hub.too_often"})
        assert 90 <= int(headers["retry-after"]) <= 100
        assert post(port, other.request())[0] == 200


def test_a_request_that_is_too_large_is_not_even_read(
    database: HubDatabase, station: SimulatedStation
) -> None:
    with listening(build_app(database)) as port:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        connection.putrequest("POST", "/sync")
        connection.putheader("Content-Length", str(LARGEST_REQUEST + 1))
        connection.endheaders()
        response = connection.getresponse()
        assert (response.status, json.loads(response.read())) == (413, {"code": "hub.too_large"})
        connection.close()


def test_health_and_metrics(database: HubDatabase, station: SimulatedStation) -> None:
    chain = make_chain(UNIT, 7)
    with listening(build_app(database)) as port:
        assert post(port, station.request([chain]))[0] == 200
        assert post(port, b"rubbish")[0] == 400
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        connection.request("GET", "/health")
        health = json.loads(connection.getresponse().read())
        connection.request("GET", "/metrics")
        sums = connection.getresponse().read().decode()
        connection.close()
    assert health == {"status": "ok", "station": str(station.hub.id), "schema": 4}
    assert 'motcua_hub_requests_total{status="200"} 1' in sums
    assert 'motcua_hub_requests_total{status="400"} 1' in sums
    assert 'motcua_hub_events_total{outcome="new"} 7' in sums
    assert UNIT not in sums
    assert str(station.own.card.id) not in sums


def rehashed(event: Event, type_: str) -> Event:
    """The event as one of another type."""
    changed = replace(event, type=type_)
    return replace(changed, hash=answering_digest(changed))


def test_a_station_may_read_a_unit_as_soon_as_the_hub_has_heard_of_it(
    database: HubDatabase, station: SimulatedStation
) -> None:
    code = "99123"
    with pytest.raises(UserError) as refused:
        join(database, "Trạm mới", UNIT, reads=[UNIT, code])
    assert (refused.value.code, refused.value.params) == ("hub.unknown_unit", {"code": code})
    stream, entity = uuid7(NOON_MS).bytes, derived_id("unit", [code])
    plain = make_event(code, stream, None, entity=entity, payload=f'{{"code":"{code}"}}')
    other = rehashed(plain, "unit.other")
    ask(database, station.request([[other]]))
    with pytest.raises(UserError):
        join(database, "Trạm mới", UNIT, reads=[code])
    second = make_event(code, stream, other, entity=entity, parents=(other.event_id,))
    defined = rehashed(second, "unit.defined")
    ask(database, station.request([[defined]]))
    reader = join(database, "Trạm mới", UNIT, reads=[code])
    found = reader.read(ask(database, reader.request()).sealed).events
    assert found == [other, defined]
