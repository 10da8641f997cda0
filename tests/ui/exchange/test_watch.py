"""What the page says of copies of this station and of wrong clocks."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from desktop.paths import DataPaths
from desktop.session import open_session
from models.clock import Clock
from models.journal.reconcile import Held, state_streams
from models.stations.clocks import ClockDoubt
from models.stations.copies import CopyTrace
from models.stations.ledger import hear
from tests.conftest import ADMIN, SECRET
from tests.exports.exchange.pair import Station
from tests.ui.exchange.exchanging import Exchanger
from ui.watch_words import clock_line, copy_line, span

KEY = Qt.Key
MINUTE = 60_000
HOUR = 60 * MINUTE
DAY = 24 * HOUR


@pytest.fixture
def trader(exchanger: Exchanger, there: Station) -> Exchanger:
    """The other station is enrolled here, and this one there."""
    exchanger.me().enrols(there)
    there.enrols(exchanger.me())
    exchanger.rest()
    return exchanger


@pytest.fixture
def copy(trader: Exchanger, tmp_path: Path) -> Iterator[Station]:
    """A copy of this station that somebody opened."""
    trader.me().records(1)
    shutil.copytree(trader.session.paths.folder, tmp_path / "copy")
    station = Station.made(open_session(DataPaths(tmp_path / "copy"), SECRET, ADMIN), "")
    yield station
    station.session.store.close()


def take(trader: Exchanger, there: Station) -> None:
    trader.give_bundle(there.writes(trader.me()).sealed)
    trader.press(KEY.Key_F3)


def test_nothing_is_said_of_a_station_like_any_other(trader: Exchanger, there: Station) -> None:
    take(trader, there)
    assert not trader.page.watch.isVisible()


def test_what_is_missing_is_asked_for_by_one_button(trader: Exchanger, there: Station) -> None:
    trader.me().records(1)
    me = trader.me()
    stated = dict(me.session.store.read(state_streams))
    own = max(stated)
    stated[own] = Held(stated[own].events + 7, b"\1" * 32)
    me.session.store.write(
        lambda tx: hear(tx.connection, there.id, stated, made_ms=1, now_ms=1),
        actor=me.session.account,
    )  # fmt: skip
    trader.page.refresh()
    trader.rest()
    watch = trader.page.watch
    assert "7 records that were written here after that are missing" in watch.copied.text()
    assert not watch.note_button.isVisible()
    there.records(1)
    trader.give_bundle(there.writes(me).sealed)
    trader.tab_to(watch.recover_button)
    trader.press(KEY.Key_Space)
    assert trader.said().startswith("Taken in from Quầy 2: ")
    assert not watch.isVisible()


def test_what_came_back_is_told_until_a_person_has_taken_note(
    trader: Exchanger, there: Station, copy: Station
) -> None:
    copy.records(2)
    there.takes(copy.writes(there).sealed)
    there.takes(trader.me().writes(there).sealed)
    # What a restored machine writes, even that it took a bundle, begins a stream of its own.
    trader.session.store._states.clear()
    take(trader, there)
    watch = trader.page.watch
    assert watch.isVisible()
    assert watch.copied.text().startswith("This machine was restored from a copy of ")
    assert "The 3 records" in watch.copied.text()
    trader.tab_to(watch.note_button)
    trader.press(KEY.Key_Space)
    assert not watch.isVisible()


def test_a_clone_at_work_is_told_as_such(
    trader: Exchanger, there: Station, copy: Station
) -> None:
    copy.records(1)
    trader.me().records(1)
    copy.records(1)
    there.takes(copy.writes(there).sealed)
    there.takes(trader.me().writes(there).sealed)
    take(trader, there)
    assert "Another machine writes with a copy" in trader.page.watch.copied.text()
    assert "4 of its records are here" in trader.page.watch.copied.text()


def test_a_wrong_clock_is_named_with_its_station(trader: Exchanger, there: Station) -> None:
    right = Clock()
    there.session.store.clock._now_ms = lambda: right.now_ms() + 5 * HOUR + MINUTE
    take(trader, there)
    assert [text.text() for text in trader.page.watch.clocks] == [
        "The clock of Quầy 2 is 5 hour(s) ahead of this machine's. Please tell them to check date"
        " and time."
    ]
    there.session.store.clock._now_ms = right.now_ms
    take(trader, there)
    assert not trader.page.watch.isVisible()


@pytest.mark.parametrize(
    ("ms", "said"),
    [(11 * MINUTE, "11 minute(s)"), (119 * MINUTE, "119 minute(s)"), (2 * HOUR, "2 hour(s)"),
     (47 * HOUR, "47 hour(s)"), (9 * DAY, "9 day(s)"), (800 * DAY, "2 year(s)")],
)  # fmt: skip
def test_times_are_told_roughly(trader: Exchanger, ms: int, said: str) -> None:
    assert span(ms) == said


@pytest.mark.parametrize("ahead_ms", [DAY * 3, -DAY * 3])
@pytest.mark.parametrize("kind", ["own", "own_records", "station", "records"])
@pytest.mark.parametrize("name", ["Quầy %1", ""])
def test_every_doubt_has_a_sentence(
    themed: object, kind: str, name: str, ahead_ms: int
) -> None:
    said = clock_line(ClockDoubt(kind, name, ahead_ms))  # type: ignore[arg-type]
    assert "3" in said
    assert "%2" not in said
    assert name in said or kind == "own_records"


def test_a_copy_of_unknown_age_has_a_sentence(themed: object) -> None:
    for missing, tone in ((4, "danger"), (0, "success")):
        said = copy_line(CopyTrace(None, None, 3, missing, is_cloned=False))
        assert said[0] == tone
        assert "an earlier day" in said[1]
        assert "%" not in said[1]
