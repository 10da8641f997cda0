"""Erasures at the hub: PostgreSQL blanks what is there, and what comes later, in any order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest
from sqlalchemy import Connection, select

from exports.hub.database import HubDatabase
from models.journal.chain import verify_chain
from models.journal.event import Event
from models.journal.intake import take_in
from models.journal.postgres import lock_intake
from models.journal.tables import events
from tests.exchange.test_arrivals import journal
from tests.exchange.test_erasures import PHONE, erase
from tests.exchange.world import World


@pytest.fixture
def world() -> Iterator[World]:
    """Three stations and a hub that know each other."""
    made = World()
    yield made
    made.end()


@pytest.mark.parametrize("is_late", [False, True])
def test_nothing_of_the_person_stays_in_postgresql(
    database: HubDatabase, world: World, is_late: bool
) -> None:
    one = world.stations["a"]
    before = journal(one)
    world.check("b", 0, "phone", PHONE)
    mine = {event.hash for event in before}
    theirs = [event for event in journal(world.stations["b"]) if event.hash not in mine]
    erase(world, "a")
    erased = [event for event in journal(one) if event.hash not in mine]
    for part in ((erased, before, theirs) if is_late else (before, theirs, erased)):
        database.write(lambda c, part=part: taken(c, part))
    household = world.entities[0]
    query = select(events.c.payload, events.c.salt).where(events.c.entity == household)
    found = database.read(lambda c: c.execute(query).all())
    assert len(found) >= 2
    assert {(row.payload, row.salt) for row in found} == {(None, None)}
    texts = database.read(lambda c: c.execute(select(events.c.payload)).scalars().all())
    assert not any(PHONE in text or "Nguyễn Văn 1" in text for text in texts if text)
    assert database.read(verify_chain) == []


def taken(connection: Connection, part: Sequence[Event]) -> None:
    lock_intake(connection, part)
    take_in(connection, part)
