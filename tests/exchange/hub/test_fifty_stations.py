"""Fifty stations at two hub processes: every bundle three times, lines cut at random.

All events are there once, no upload waits for another for ever, and what a receipt states is in
the database by the time it is read.
"""

from __future__ import annotations

import http.client
import os
import random
import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass

from sqlalchemy import create_engine, func, select, text

from exports.exchange.slices import IN_PROGRESS
from exports.hub.database import HubDatabase
from models.journal.chain import verify_chain
from models.journal.event import Event
from models.journal.reconcile import state_streams
from models.journal.tables import events, held_events, quarantined_events
from models.stations.projection import ENROLLED
from models.units.unit import shipped_units
from tests.exchange.hub.stations import (
    SimulatedStation,
    join,
    make_chain,
    make_event,
    state,
)

# The full figure in `make soak`; the suite's takes two cores half a minute.
STATIONS, EVENTS, PART = (50, 2_000, 1_000) if os.environ.get("MOTCUA_SOAK") else (50, 240, 120)
TIMES = 3
AT_ONCE = 12


@dataclass(frozen=True)
class Delivery:
    """A sealed bundle on its way, and which of the hub's processes it goes to."""

    station: SimulatedStation
    sealed: bytes
    seed: int


@contextmanager
def hub_process(url: str) -> Iterator[int]:
    """Run a hub as it is run in earnest, on a port that the system chose."""
    import socket

    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    process = subprocess.Popen(
        [sys.executable, "-m", "desktop", "hub", "serve", "--listen", f"127.0.0.1:{port}"],
        env={**os.environ, "MOTCUA_HUB_DATABASE": url, "LANG": "en"}, stderr=subprocess.PIPE,
        stdout=subprocess.DEVNULL, text=True,
    )  # fmt: skip
    assert process.stderr is not None
    said: list[str] = []
    listens = threading.Event()

    def listen() -> None:
        for line in process.stderr:
            said.append(line)
            if "listening at" in line:
                listens.set()
        listens.set()

    reader = threading.Thread(target=listen)
    reader.start()
    try:
        assert listens.wait(60)
        assert process.poll() is None, "".join(said)
        yield port
    finally:
        process.terminate()
        process.wait(60)
        reader.join(60)
        process.stderr.close()
    assert not [line for line in said if "ERROR" in line], "".join(said)


def records(number: int, units: list[str], chance: random.Random) -> list[list[Event]]:
    """Return what a station recorded: two streams, and changes of what its neighbour created."""
    unit = units[number % len(units)]
    first, second = make_chain(unit, EVENTS // 2), make_chain(unit, EVENTS // 2 - 20)
    for created in chance.sample([one for one in first if one.entity == one.event_id], 20):
        parents = (created.event_id,)
        second.append(
            make_event(unit, second[-1].stream, second[-1], entity=created.entity, parents=parents)
        )
    return [first, second]


def bundles(station: SimulatedStation, neighbour: SimulatedStation) -> Iterator[bytes]:
    """Yield a station's events in parts, each with some of a neighbour's that came by stick."""
    mine = [chain[at : at + PART] for chain in station.chains for at in range(0, len(chain), PART)]
    theirs = neighbour.chains[0]
    for at, part in enumerate(mine):
        beside = theirs[at * 100 : at * 100 + 100]
        # It has all of its neighbour's by now, so nothing has to come back.
        states = state([*station.chains, *neighbour.chains])
        yield station.request([part, beside], marks=[IN_PROGRESS], states=states)


def deliver(ports: list[int], delivery: Delivery) -> bytes:
    """Return the answer to a bundle, after as many cut lines as chance will have."""
    chance = random.Random(delivery.seed)
    body = delivery.sealed
    while True:
        connection = http.client.HTTPConnection("127.0.0.1", chance.choice(ports), timeout=120)
        try:
            connection.putrequest("POST", "/sync")
            connection.putheader("Content-Length", str(len(body)))
            connection.endheaders()
            fate = chance.random()
            if fate < 0.2:
                connection.send(body[: chance.randrange(len(body))])
                continue
            connection.send(body)
            if fate < 0.35:
                continue
            response = connection.getresponse()
            answer = response.read()
            assert response.status == 200, answer
            return answer
        finally:
            connection.close()


def test_fifty_stations_lose_nothing(database: HubDatabase, database_url: str) -> None:
    chance = random.Random(1)
    units = [unit.code for unit in shipped_units() if unit.valid_to is None][: STATIONS // 2]
    stations = [
        join(database, f"Trạm {number}", units[number % len(units)]) for number in range(STATIONS)
    ]
    for number, station in enumerate(stations):
        station.chains = records(number, units, chance)
    road = [
        Delivery(station, sealed, chance.getrandbits(32))
        for number, station in enumerate(stations)
        for sealed in bundles(station, stations[number - len(units)])
    ] * TIMES
    chance.shuffle(road)
    engine = create_engine(database_url, pool_size=AT_ONCE)
    untrue: list[bytes] = []

    def run(delivery: Delivery, ports: list[int]) -> None:
        said = delivery.station.read(deliver(ports, delivery))
        with engine.connect() as connection:
            for stream, held in said.told.listed.items():
                query = select(func.count()).where(events.c.stream == stream)
                if connection.execute(query).scalar_one() < held.events:
                    untrue.append(stream)

    with ExitStack() as stack:
        ports = [stack.enter_context(hub_process(database_url)) for _ in range(2)]
        with ThreadPoolExecutor(AT_ONCE) as pool:
            for done in [pool.submit(run, delivery, ports) for delivery in road]:
                done.result()
    with engine.connect() as connection:
        query = text("SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()")
        assert connection.execute(query).scalar_one() == 0
    engine.dispose()
    assert untrue == []
    chains = [chain for station in stations for chain in station.chains]
    assert sum(map(len, chains)) == STATIONS * EVENTS
    found = database.read(state_streams)
    expected = state(chains)
    assert {stream: found[stream] for stream in expected} == expected
    for table, number in ((events, STATIONS * EVENTS), (held_events, 0), (quarantined_events, 0)):
        query = select(func.count()).select_from(table)
        if table is events:
            query = query.where(events.c.type != ENROLLED)
        assert database.read(lambda c, query=query: c.execute(query).scalar_one()) == number
    assert database.read(verify_chain) == []
