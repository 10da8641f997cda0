"""Second keying that comes from another station stands in whatever order it comes."""

from __future__ import annotations

import random

import pytest
from sqlalchemy import select

from desktop.paths import DataPaths
from desktop.session import create_store, open_session
from models.journal.log import read_all
from models.rekeying.deciding import decide
from models.rekeying.queries import read_difference, undecided
from models.rekeying.records import Decided
from models.rekeying.tables import drawn_slips, keying_sittings, rekeyed_slips
from models.store.doctor import examine
from models.store.store import Store
from tests.conftest import ADMIN, SECRET, UNIT
from tests.models.rekeying.conftest import GOOD, WORSE

TABLES = drawn_slips, rekeyed_slips, keying_sittings


def rows(store: Store):
    return [
        store.read(lambda c, t=t: c.execute(select(t).order_by(*t.primary_key)).all())
        for t in TABLES
    ]


@pytest.fixture
def other(tmp_path):
    paths = DataPaths(tmp_path / "other")
    create_store(paths, unit_code=UNIT, admin=ADMIN, password=SECRET)
    session = open_session(paths, SECRET, ADMIN)
    yield session.store
    session.store.close()


@pytest.mark.parametrize("seed", range(3))
def test_another_station_ends_where_this_one_is(staff, other, seed):
    batch = staff.batch(GOOD, GOOD, GOOD)
    staff.rekey(batch, [GOOD, WORSE, None])
    for waiting in staff.read(undecided, staff.third):
        found = staff.read(read_difference, waiting)
        choice = {field: Decided(one, "first") for field, (one, _) in found.differing.items()}
        staff.write(staff.third, decide, waiting, choice, after=GOOD, seen=found.seen)
    events = [event for part in staff.read(lambda c: list(read_all(c))) for event in part]
    streams: dict[bytes, list] = {}
    for event in sorted(events, key=lambda event: event.seq):
        streams.setdefault(event.stream, []).append(event)
    # Each stream comes in its order, one after the other or in parts.
    chance = random.Random(seed)
    while streams:
        stream = chance.choice(sorted(streams))
        part = streams[stream][: chance.randrange(1, 9)]
        del streams[stream][: len(part)]
        if not streams[stream]:
            del streams[stream]
        other.write(lambda tx, part=part: tx.take_in(part), actor=staff.boss)
    assert rows(other) == rows(staff.store)
    assert [len(found) for found in rows(other)] == [3, 3, 0]
    assert [check for check in examine(other) if not check.ok] == []
