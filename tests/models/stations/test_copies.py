"""A store that was restored from a copy, or is used twice, is recognised, and nothing else is."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desktop.paths import DataPaths
from desktop.session import open_session
from models.journal.log import stream_states
from models.journal.reconcile import Held, state_streams
from models.stations.copies import CopyTrace, note_copy, read_copy
from models.stations.ledger import hear
from tests.conftest import ADMIN, SECRET
from tests.exports.exchange.conftest import here, other, there
from tests.exports.exchange.pair import Station

__all__ = ["here", "other", "there"]
Opener = Callable[[Path], Station]


@pytest.fixture
def opened() -> Iterator[Opener]:
    """Opens the folder of a station once more."""
    stations: list[Station] = []

    def open_one(folder: Path) -> Station:
        station = Station.made(open_session(DataPaths(folder), SECRET, ADMIN), "")
        stations.append(station)
        return station

    yield open_one
    for station in stations:
        station.session.store.close()


def folder_of(station: Station) -> Path:
    return station.session.paths.folder


def closed(station: Station) -> Path:
    station.session.store.close()
    return folder_of(station)


def trace(station: Station) -> CopyTrace | None:
    return station.session.store.read(read_copy)


def known(station: Station) -> CopyTrace:
    found = trace(station)
    assert found is not None
    return found


def meet(one: Station, other: Station, rounds: int = 2) -> None:
    """Each gives the other a bundle, and again."""
    for _ in range(rounds):
        other.takes(one.writes(other).sealed)
        one.takes(other.writes(one).sealed)


@pytest.fixture
def friends(here: Station, there: Station) -> tuple[Station, Station]:
    here.enrols(there)
    there.enrols(here)
    here.records(2)
    there.records(2)
    meet(here, there)
    return here, there


def test_stations_that_exchange_are_no_copies(
    friends: tuple[Station, Station], opened: Opener
) -> None:
    here, there = friends
    assert trace(here) is None
    assert trace(there) is None
    again = opened(closed(here))
    again.records(1)
    meet(again, there)
    for station in (again, there):
        assert trace(station) is None


@pytest.mark.parametrize("is_mid_stream", [True, False])
def test_a_restored_station_knows_what_it_lacks_and_when_it_came_back(
    friends: tuple[Station, Station], opened: Opener, tmp_path: Path, is_mid_stream: bool
) -> None:
    here, there = friends
    folder, backup = folder_of(here), tmp_path / "backup"
    shutil.copytree(closed(here), backup)
    lost = opened(folder)
    if is_mid_stream:
        # The copy is made while the process that writes is at work.
        lost.records(1)
        closed(lost)
        shutil.rmtree(backup)
        shutil.copytree(folder, backup)
        lost = opened(folder)
        lost.records(1)
    lost.records(3)
    lost_events = 6 if is_mid_stream else 4
    there.takes(lost.writes(there).sealed)
    closed(lost)
    restored = opened(backup)
    assert trace(restored) is None
    restored.records(1)
    # What the other states shows it only where a stream was cut; of whole streams nobody knows yet.
    restored.takes(there.writes(restored).sealed)
    meet(restored, there, 3)
    found = known(restored)
    assert (found.missing, found.is_cloned) == (0, False)
    assert found.came >= lost_events
    assert found.copied_ms is not None
    assert found.last_ms is not None
    assert found.copied_ms < found.last_ms
    assert trace(there) is None


def test_what_others_hold_of_a_cut_stream_is_missed_at_once(
    here: Station, there: Station, opened: Opener, tmp_path: Path
) -> None:
    here.enrols(there)
    there.enrols(here)
    here.records(2)
    meet(here, there)
    folder, backup = folder_of(here), tmp_path / "backup"
    # While it writes: what it wrote last lies in the journal beside the file.
    shutil.copytree(folder, backup)
    here.records(2)
    there.takes(here.writes(there).sealed)
    closed(here)
    restored = opened(backup)
    restored.takes(there.writes(restored).sealed)
    found = known(restored)
    assert (found.came, found.is_cloned) == (0, False)
    # A batch and two slips.
    assert found.missing == 3
    assert found.copied_ms is not None
    meet(restored, there, 3)
    found = known(restored)
    assert (found.came, found.missing, found.is_cloned) == (3, 0, False)
    restored.records(1)
    assert known(restored).is_cloned is False


def test_a_clone_that_is_at_work_is_told_from_a_restored_station(
    friends: tuple[Station, Station], opened: Opener, tmp_path: Path
) -> None:
    here, there = friends
    folder = closed(here)
    shutil.copytree(folder, tmp_path / "clone")
    first, second = opened(folder), opened(tmp_path / "clone")
    for _ in range(2):
        first.records(1)
        second.records(1)
    for _ in range(3):
        meet(first, there, 1)
        meet(second, there, 1)
    meet(first, there, 1)
    for station in (first, second):
        found = known(station)
        assert found.is_cloned
        assert found.came == 4
        assert found.missing == 0
    assert trace(there) is None


def test_what_a_person_was_told_is_new_again_when_more_comes(
    friends: tuple[Station, Station], opened: Opener, tmp_path: Path
) -> None:
    here, there = friends
    folder = closed(here)
    shutil.copytree(folder, tmp_path / "clone")
    first, second = opened(folder), opened(tmp_path / "clone")
    second.records(1)
    meet(second, there)
    meet(first, there)
    found = known(first)
    assert not found.is_noted
    account = first.session.account
    first.session.store.write(lambda tx: note_copy(tx.connection, found), actor=account)
    assert known(first).is_noted
    second.records(1)
    meet(second, there)
    meet(first, there)
    assert not known(first).is_noted


def test_what_others_recorded_and_did_not_send_yet_is_not_missed(
    friends: tuple[Station, Station],
) -> None:
    here, there = friends
    store = here.session.store
    theirs = dict(there.session.store.read(state_streams))
    stated = {stream: Held(held.events + 3, bytes(32)) for stream, held in theirs.items()}
    local = {state.stream for state in store.read(stream_states) if state.is_local}
    stated = {stream: held for stream, held in stated.items() if stream not in local}
    assert stated
    stated[bytes(16)] = Held(5, bytes(32))
    store.write(
        lambda tx: hear(tx.connection, there.id, stated, made_ms=1, now_ms=1),
        actor=here.session.account,
    )  # fmt: skip
    assert trace(here) is None
