"""The main jobs of the page of exchange, each done by keys alone."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.paths import DataPaths
from desktop.session import open_session
from exports.exchange.files import write_bundle
from models.stations.own import read_own
from tests.conftest import ADMIN, SECRET
from tests.exports.exchange.pair import Station
from tests.pages.hands import hands_at

KEY = Qt.Key


@pytest.fixture(autouse=True)
def _no_bugs(no_bugs: object, themed: QApplication) -> None:
    """Nothing escapes from a slot in any of these tests."""


def test_a_station_is_named_another_enrolled_and_bundles_go_both_ways(
    paths: DataPaths, tmp_path: Path
) -> None:
    folder = tmp_path / "other"
    shutil.copytree(paths.folder, folder)
    session = open_session(DataPaths(folder), SECRET, ADMIN)
    other = Station.made(session, "Quầy 2")
    other.records(3)
    theirs = tmp_path / "theirs.motcua-card"
    theirs.write_text(other.own.card.to_text(), encoding="utf-8")
    card, bundle = tmp_path / "ours.motcua-card", tmp_path / "ours.motcua"
    with hands_at(paths) as hands:
        hands.page("exchange")
        assert hands.here() == "Name of this station"
        hands.overwrite("Quầy 1")
        hands.enter()
        hands.answer_file(card)
        hands.push("Save the card…")
        hands.says("The card is saved")

        def compare() -> None:
            hands.key(KEY.Key_Space)
            hands.key(KEY.Key_Return)

        hands.answer_file(theirs)
        hands.key(KEY.Key_F4)
        hands.answer(compare)
        hands.rest()
        hands.says("Quầy 2 is enrolled")
        hands.answer_file(bundle)
        hands.press(KEY.Key_F2)
        hands.says("written and was read back")
        assert bundle.is_file()
        here = Station(hands.desk.session, hands.desk.session.store.read(read_own))
        other.enrols(here)
        write_bundle(tmp_path / "in.motcua", other.writes(here).sealed)
        hands.answer_file(tmp_path / "in.motcua")
        hands.press(KEY.Key_F3)
        hands.says("new")
    session.store.close()
