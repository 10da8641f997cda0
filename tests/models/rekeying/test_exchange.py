"""Second keying that comes from another station stands in whatever order it comes."""

from __future__ import annotations

import random

import pytest
from sqlalchemy import select

from desktop.paths import DataPaths
from desktop.session import create_store, open_session
from models.ids import uuid7
from models.journal.log import read_all
from models.rekeying.commands import close_and_draw, draw_late, rekey_slip
from models.rekeying.deciding import decide
from models.rekeying.figures import read_figures
from models.rekeying.queries import read_difference, undecided
from models.rekeying.records import Decided
from models.rekeying.tables import drawn_slips, keying_sittings, rekeyed_slips
from models.store.doctor import examine
from models.store.store import Store
from models.surveys.commands import open_batch, record_slip
from models.surveys.records import BatchHeader, SlipContent
from tests.conftest import ADMIN, SECRET, UNIT
from tests.models.rekeying.conftest import DAY, FORM, GOOD, VERSION, WORSE

TABLES = drawn_slips, rekeyed_slips, keying_sittings


def rows(store: Store):
    return [
        store.read(lambda c, t=t: c.execute(select(t).order_by(*t.primary_key)).all())
        for t in TABLES
    ]


@pytest.fixture
def elsewhere(tmp_path):
    """Another station, and who works there."""
    paths = DataPaths(tmp_path / "other")
    create_store(paths, unit_code=UNIT, admin=ADMIN, password=SECRET)
    session = open_session(paths, SECRET, ADMIN)
    yield session
    session.store.close()


@pytest.fixture
def other(elsewhere):
    return elsewhere.store


def give(source: Store, target: Store, actor) -> None:
    """Bring over all that the other has not."""
    known = {event.event_id for part in target.read(lambda c: list(read_all(c))) for event in part}
    every = [event for part in source.read(lambda c: list(read_all(c))) for event in part]
    new = sorted((one for one in every if one.event_id not in known), key=lambda one: one.seq)
    target.write(lambda tx: tx.take_in(new), actor=actor)


def give_in_parts(source: Store, target: Store, actor, seed: int) -> None:
    """Bring over all of it: each stream in its order, one after the other or in parts."""
    events = [event for part in source.read(lambda c: list(read_all(c))) for event in part]
    streams: dict[bytes, list] = {}
    for event in sorted(events, key=lambda event: event.seq):
        streams.setdefault(event.stream, []).append(event)
    chance = random.Random(seed)
    while streams:
        stream = chance.choice(sorted(streams))
        part = streams[stream][: chance.randrange(1, 9)]
        del streams[stream][: len(part)]
        if not streams[stream]:
            del streams[stream]
        target.write(lambda tx, part=part: tx.take_in(part), actor=actor)


@pytest.mark.parametrize("seed", range(3))
def test_another_station_ends_where_this_one_is(staff, other, seed):
    batch = staff.batch(GOOD, GOOD, GOOD)
    staff.rekey(batch, [GOOD, WORSE, None])
    for waiting in staff.read(undecided, staff.third):
        found = staff.read(read_difference, waiting)
        choice = {field: Decided(one, "first") for field, (one, _) in found.differing.items()}
        staff.write(staff.third, decide, waiting, choice, before=GOOD, after=GOOD, seen=found.seen)
    give_in_parts(staff.store, other, staff.boss, seed)
    assert rows(other) == rows(staff.store)
    assert [len(found) for found in rows(other)] == [3, 3, 0]
    assert [check for check in examine(other) if not check.ok] == []


@pytest.mark.parametrize("is_other_first", [False, True])
def test_a_decision_is_of_the_keying_that_it_was_about(staff, elsewhere, is_other_first):
    """Two stations key one slip a second time; one of the two keyings has been decided."""
    batch = staff.batch(GOOD)
    [slip] = staff.drawn(batch)
    other = elsewhere.store
    give(staff.store, other, staff.boss)
    kind = SlipContent({"danh_gia_chung": "hai_long", "thai_do": "binh_thuong"})

    def there() -> None:
        other.write(lambda tx: rekey_slip(tx, slip, kind), actor=elsewhere.account)

    if is_other_first:
        there()
    staff.write(staff.second, rekey_slip, slip, WORSE)
    if not is_other_first:
        # Whatever the clocks say, it is later.
        other.clock.witness(staff.store.clock.tick())
        there()
    [waiting] = staff.read(undecided, staff.third)
    found = staff.read(read_difference, waiting)
    choice = {"answers/danh_gia_chung": Decided("hai_long", "first")}
    staff.write(staff.third, decide, waiting, choice, before=GOOD, after=GOOD, seen=found.seen)
    give(other, staff.store, staff.boss)
    give(staff.store, other, staff.boss)
    assert rows(other) == rows(staff.store)
    waiting = staff.read(undecided, staff.third)
    assert len(waiting) == int(is_other_first)
    for one in waiting:
        assert list(staff.read(read_difference, one).differing) == ["answers/thai_do"]
    wrong = staff.read(read_figures, staff.second).total
    assert (wrong.fields, wrong.errors) == ((0, 0) if is_other_first else (8, 1))
    assert staff.read(read_figures, staff.first).total.errors == 0
    for store in (staff.store, other):
        assert [check for check in examine(store) if not check.ok] == []


def test_what_comes_into_a_drawn_batch_later_is_drawn_when_it_is_opened(staff, elsewhere):
    header = BatchHeader(UNIT, DAY, FORM, VERSION)
    batch = staff.write(staff.first, open_batch, header)
    slips = [uuid7(staff.store.clock.now_ms()) for _ in range(2)]
    staff.write(staff.first, record_slip, batch, slips[0], GOOD)
    give(staff.store, elsewhere.store, staff.boss)
    elsewhere.store.write(
        lambda tx: record_slip(tx, batch, slips[1], GOOD), actor=elsewhere.account
    )
    staff.write(staff.first, close_and_draw, batch, returned=None)
    give(elsewhere.store, staff.store, staff.boss)
    assert staff.drawn(batch) == slips[:1]
    assert staff.write(staff.second, draw_late, batch) == 1
    assert sorted(staff.drawn(batch)) == sorted(slips)
    give(staff.store, elsewhere.store, staff.boss)
    assert rows(elsewhere.store) == rows(staff.store)
