"""Stopping an exchange between any two steps leaves the store and the stick as they were."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select

from exports.exchange import round as making
from exports.exchange.bundle import seal
from exports.exchange.files import read_bundle, write_bundle
from models.journal.tables import events
from models.stations.ledger import read_ledger
from models.store.doctor import examine
from tests.exports.exchange.pair import Station
from ui.exchange.tasks import ExchangeStopped, take_from, write_for


class StopAt:
    """Progress of somebody who presses Cancel at the given report, from 0."""

    def __init__(self, number: int) -> None:
        self.stop = threading.Event()
        self.seen: list[tuple[int, int | None]] = []
        self._number = number

    def report(self, done: int, total: int | None = None, detail: str = "") -> None:
        self.seen.append((done, total))
        if len(self.seen) > self._number:
            self.stop.set()


def count(station: Station) -> int:
    query = select(func.count()).select_from(events)
    return int(station.session.store.read(lambda c: c.execute(query).scalar_one()))


def take(here: Station, path: Path, progress: StopAt) -> None:
    take_from(here.session.store, path, here.session.account, progress.stop, progress)


@pytest.fixture
def bundle(here: Station, there: Station, tmp_path: Path) -> Path:
    here.enrols(there)
    there.enrols(here)
    there.records(3)
    path = tmp_path / "b.motcua"
    write_bundle(path, there.writes(here).sealed)
    return path


def test_taking_in_is_stopped_between_any_two_steps(here: Station, bundle: Path) -> None:
    before = count(here)
    free = StopAt(1000)
    steps = len(here.session.store.projections) + 3
    for number in range(steps - 1):
        progress = StopAt(number)
        with pytest.raises(ExchangeStopped):
            take(here, bundle, progress)
        assert count(here) == before
        assert len(progress.seen) == number + 1
    (delivery,) = here.session.store.read(read_ledger).deliveries
    assert delivery.heard_ms is None
    take(here, bundle, free)
    assert count(here) > before
    assert free.seen == [(done, steps) for done in range(steps)]
    assert [check.code for check in examine(here.session.store) if not check.ok] == []


def test_cancel_at_the_last_moment_is_too_late_and_says_what_was_taken(
    here: Station, bundle: Path
) -> None:
    late = StopAt(len(here.session.store.projections) + 2)
    taken = take_from(here.session.store, bundle, here.session.account, late.stop, late)
    assert late.stop.is_set()
    assert taken.new > 0


def test_writing_is_stopped_before_the_file_is_there(
    here: Station, there: Station, bundle: Path, tmp_path: Path
) -> None:
    path = tmp_path / "out.motcua"
    early, late = StopAt(0), StopAt(1)
    for progress in (early, late):
        arguments = ([there.id], path, here.session.account, progress.stop, progress)
        if progress is early:
            with pytest.raises(ExchangeStopped):
                write_for(here.session.store, *arguments)
            assert not path.exists()
            (delivery,) = here.session.store.read(read_ledger).deliveries
            assert delivery.told_ms is None
        else:
            assert write_for(here.session.store, *arguments).path == path
            assert path.exists()


def test_who_keys_does_not_wait_while_a_bundle_is_made(
    here: Station, there: Station, bundle: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keyed: list[int] = []

    def seal_slowly(*arguments: Any, **options: Any) -> bytes:
        # Somebody keys while it is being made, and has the slip saved before that is done.
        with ThreadPoolExecutor(1) as keying:
            keyed.extend(keying.submit(here.records, 2).result(timeout=60))
        return seal(*arguments, **options)

    monkeypatch.setattr(making, "seal", seal_slowly)
    progress = StopAt(1000)
    path = tmp_path / "out.motcua"
    arguments = ([there.id], path, here.session.account, progress.stop, progress)
    written = write_for(here.session.store, *arguments)
    assert len(keyed) == 2
    (delivery,) = here.session.store.read(read_ledger).deliveries
    assert delivery.told_ms is not None
    # What was keyed meanwhile goes with the next one.
    assert there.takes(read_bundle(path)).new == written.events
