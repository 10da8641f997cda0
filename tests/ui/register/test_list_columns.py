from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from exports.sheets.household_lists import open_list
from tests.exports.sheets import makers
from ui.register.list_import_columns import ColumnsCard
from ui.widgets.dropdown import Dropdown

HEADER = ["Người đứng sổ", "SĐT", "Số nhà", "Đường", "Thôn/Khu"]
ROW = ["Nguyễn Văn An", "0912345678", "12", "Trần Phú", "Khu 1"]


@pytest.fixture
def card(qtbot: QtBot, themed: QApplication, tmp_path: Path) -> ColumnsCard:
    made = ColumnsCard("en")
    qtbot.addWidget(made)
    made.show_file(open_list(makers.xlsx(tmp_path / "x.xlsx", [HEADER, ROW])))
    return made


def box(card: ColumnsCard, name: str) -> Dropdown:
    return next(one for one in card._boxes.values() if one.accessibleName() == name)


def columns(card: ColumnsCard) -> dict[str, int]:
    (found,) = card._columns.values()
    return found


def test_arrows_over_the_fields_of_other_columns_take_none_from_them(card: ColumnsCard) -> None:
    before = columns(card)
    odd = box(card, HEADER[0])
    while odd.currentData() != "house_number":
        QTest.keyClick(odd, Qt.Key.Key_Down)
    assert columns(card)["house_number"] == 0
    while odd.currentData() != "name":
        QTest.keyClick(odd, Qt.Key.Key_Up)
    assert columns(card) == {**before, "name": 0}


def test_what_one_box_took_stays_taken_once_another_is_changed(card: ColumnsCard) -> None:
    odd, number = box(card, HEADER[0]), box(card, HEADER[2])
    odd.setCurrentIndex(odd.findData("house_number"))
    number.setCurrentIndex(number.findData("address"))
    odd.setCurrentIndex(odd.findData("name"))
    assert columns(card)["address"] == 2
    assert columns(card)["name"] == 0
    assert "house_number" not in columns(card)
