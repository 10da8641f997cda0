"""A day in two windows: a household corrected on both, exchanged by stick, settled in one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from sqlalchemy import select

from desktop.paths import DataPaths
from desktop.session import create_store
from models.accounts.tables import accounts
from models.audit.tables import audit_entries
from models.stations.tables import stations
from models.store.doctor import examine
from models.store.store import Store
from tests.conftest import ADMIN, SECRET, UNIT
from tests.exports.sheets import makers
from tests.scenarios.counter import at_counter, options

KEY = Qt.Key
SECOND = "lan"
HEADER = ["Họ và tên chủ hộ", "SĐT", "Số nhà", "Đường", "Thôn/Khu", "Phường/Xã cũ", "Mã ĐCS"]
HOMES = [
    ["Nguyễn Văn Ấn", "0912345678", "12", "Trần Phú", "Khu 1", "Phường Quang Trung", "0221300001"],
    ["Lê Thị Chi", None, "14", "Trần Phú", "Khu 1", "Phường Quang Trung", None],
    ["Hoàng Văn Đạt", None, "16", "Trần Phú", "Khu 1", "Phường Quang Trung", None],
]


def projections(store: Store) -> dict[str, list[tuple[Any, ...]]]:
    """Return all rows of all projections in an order of their own.

    Each enrolled its own others, and says itself what its accounts are allowed; that it took the
    last bundle, the other hears with the next one.
    """

    def rows(connection: Any) -> dict[str, list[tuple[Any, ...]]]:
        return {
            table.name: sorted((tuple(row) for row in connection.execute(select(table))), key=repr)
            for projection in store.projections
            for table in projection.tables
            if table not in (stations, accounts, audit_entries)
        }

    return store.read(rows)


@pytest.fixture
def second(tmp_path: Path) -> DataPaths:
    """The files of another counter of the same ward."""
    paths = DataPaths(tmp_path / "second")
    create_store(paths, unit_code=UNIT, admin=SECOND, password=SECRET)
    return paths


def test_a_household_corrected_in_two_windows_is_settled_in_one_and_the_same_in_both(
    paths: DataPaths, second: DataPaths, themed: QApplication, no_bugs: object, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    book = makers.xlsx(tmp_path / "list.xlsx", [HEADER, *HOMES])
    with at_counter(paths, stick, ADMIN) as one, at_counter(second, stick, SECOND) as two:
        one.sit_down()
        one.officer.to_register()
        one.officer.press("E")
        one.officer.open_list(book)
        one.officer.take_in()
        cards = one.make_card("Quầy 1"), two.make_card("Quầy 2")
        # Each reads out what its own page shows, and the other compares.
        assert one.enrol(cards[1]) == two.page.own.fingerprint.text()
        assert two.enrol(cards[0]) == one.page.own.fingerprint.text()

        assert "new, 0 known" in one.gives(two)
        names = {home[0] for home in HOMES}
        assert {household.name for household in two.officer.households()} == names

        first = one.correct_first("Nguyễn Văn Ấn A")
        assert two.correct_first("Nguyễn Văn Ấn B").id == first.id
        assert one.gives(two).endswith("to be decided: 1.")
        assert two.gives(one).endswith("to be decided: 1.")
        both = {"Nguyễn Văn Ấn A", "Nguyễn Văn Ấn B"}
        assert options(one.decisions()) >= both
        page = two.decisions()
        assert options(page) >= both

        two.desk.key(KEY.Key_1)
        two.desk.key(KEY.Key_Return)
        two.desk.rest()
        assert page.empty.isVisible()
        assert "to be decided" not in two.gives(one)
        assert not one.page.waiting.isVisible()
        assert "to be decided" not in one.gives(two)
        two.gives(one)

        settled = {household.name for household in one.officer.households()} - names
        assert len(settled & both) == 1
        assert projections(one.store) == projections(two.store)
        for counter in (one, two):
            recorded, state = counter.state().split(": ")
            assert state == "It has everything"
            told, received = (part.split()[0] for part in recorded.split(" · "))
            assert told == received
            assert [check.code for check in examine(counter.store) if not check.ok] == []
