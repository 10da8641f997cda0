"""Two counters on one PostgreSQL: each sees what the other keys; a server that stops."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from desktop.paths import DataPaths
from desktop.shared import create_shared, join_shared
from models.sentences.catalog import say
from models.store.doctor import examine
from models.surveys.queries import list_slips
from models.surveys.tables import responses
from tests.conftest import ADMIN, SECRET, UNIT
from tests.exchange.hub.server import Cluster, running_cluster
from tests.models.store.server.facts import count
from tests.scenarios.desk import Desk, at_desk

SECOND = "lan"


@pytest.fixture
def own_cluster() -> Iterator[Cluster]:
    """A server that a test may stop."""
    with running_cluster() as running:
        yield running


@pytest.fixture
def counters(cluster: Cluster, tmp_path: Path) -> tuple[DataPaths, DataPaths]:
    """Two machines on one database."""
    url = cluster.database()
    one, other = DataPaths(tmp_path / "one"), DataPaths(tmp_path / "other")
    create_shared(one, url, unit_code=UNIT, admin=ADMIN, password=SECRET)
    join_shared(other, url, admin=SECOND, password=SECRET)
    return one, other


@contextmanager
def at_counter(paths: DataPaths, name: str) -> Iterator[Desk]:
    with at_desk(paths) as desk:
        desk.sign_in(name=name)
        yield desk


def rows(desk: Desk) -> list[str]:
    """Return what the first page says of each open batch."""
    return [
        button.text() for button in desk.window.findChildren(QPushButton)
        if button.isVisible() and " keyed" in button.text()
    ]  # fmt: skip


def test_what_one_counter_keys_stands_on_the_other_s_screen(
    counters: tuple[DataPaths, DataPaths], themed: QApplication, no_bugs: object
) -> None:
    with at_counter(counters[1], SECOND) as two, at_counter(counters[0], ADMIN) as one:
        assert rows(two) == []
        one.new_batch()
        for number in (1, 2, 3):
            one.pad("1111111E")
            one.saved()
            two.wait(lambda: [f"{number} slip" in text for text in rows(two)] == [True])  # noqa: B023
        assert two.window.page is two.window._page("home")
        two.rest()
        assert [check.code for check in examine(two.session.store) if not check.ok] == []


def test_two_counters_key_into_one_batch_and_no_number_twice(
    counters: tuple[DataPaths, DataPaths], themed: QApplication, no_bugs: object
) -> None:
    with at_counter(counters[1], SECOND) as two, at_counter(counters[0], ADMIN) as one:
        one.new_batch()
        two.wait(lambda: len(rows(two)) == 1)
        two.come_back()
        two.click(next(
            button for button in two.window.findChildren(QPushButton)
            if button.isVisible() and " keyed" in button.text()
        ))  # fmt: skip
        two.wait_for_entry()
        for keys in ("1111111E", "2222222E", "3333333E"):
            for desk in (one, two):
                desk.come_back()
                desk.pad(keys)
        one.saved()
        two.saved()
        batch = one.entry._follower.batch
        assert batch is not None
        slips = one.session.store.read(lambda connection: list_slips(connection, batch))
        assert [slip.number for slip in slips] == [6, 5, 4, 3, 2, 1]
        assert len({slip.keyed_by for slip in slips}) == 2


def test_a_server_that_stops_in_the_middle_of_keying_loses_nothing(
    own_cluster: Cluster, tmp_path: Path, themed: QApplication, no_bugs: object
) -> None:
    paths = DataPaths(tmp_path / "one")
    url = own_cluster.database()
    create_shared(paths, url, unit_code=UNIT, admin=ADMIN, password=SECRET)
    with at_counter(paths, ADMIN) as desk:
        desk.new_batch()
        desk.pad("1111111E")
        desk.saved()
        desk.pad("222")
        own_cluster.stop()
        desk.pad("2222E")
        told = say("store.server_lost", "en")
        desk.wait(lambda: said(desk, told), "the sentence is shown")
        # More is keyed meanwhile; it waits in its turn.
        desk.pad("3333333E")
        desk.pad("33")
        own_cluster.start()
        desk.wait(lambda: not desk.entry._saver.waiting, "the slips are saved", patience=60)
        desk.wait(lambda: not said(desk, told), "the sentence is gone")
        desk.pad("33333E")
        desk.saved()
        assert count(desk.session.store, responses) == 4
        assert [check.code for check in examine(desk.session.store) if not check.ok] == []


def test_a_window_closed_while_the_server_is_gone_sends_its_slip_the_next_day(
    own_cluster: Cluster, tmp_path: Path, themed: QApplication, no_bugs: object
) -> None:
    paths = DataPaths(tmp_path / "one")
    create_shared(paths, own_cluster.database(), unit_code=UNIT, admin=ADMIN, password=SECRET)
    with at_counter(paths, ADMIN) as desk:
        desk.new_batch()
        own_cluster.stop()
        desk.pad("1111111E")
        desk.wait(lambda: desk.entry._saver.is_delayed, "the slip could not be saved")
    with at_desk(paths) as desk:
        page = desk.desktop.door.sign_in
        desk.wait(lambda: page._password.hasFocus(), "sign-in has focus")
        desk.write(SECRET)
        desk.key(Qt.Key.Key_Return)
        told = say("store.server_lost", "en")
        desk.wait(lambda: said(desk, told), "the sentence is shown")
        assert desk.desktop.session is None
        own_cluster.start()
    with at_counter(paths, ADMIN) as desk:
        desk.wait(lambda: count(desk.session.store, responses) == 1, "the slip was sent")


def said(desk: Desk, sentence: str) -> bool:
    """Say whether a sentence stands anywhere on the screen."""
    return any(
        sentence in label.text()
        for label in desk.window.findChildren(QLabel)
        if label.isVisible()
    )
