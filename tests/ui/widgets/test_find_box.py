"""A long list is searched as one types, with marks or without; a choice is found by its words."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableWidget, QTableWidgetItem, QWidget

from ui.widgets.dropdown import Dropdown
from ui.widgets.find_box import FEWEST, FindBox, RowFinder, fits
from ui.widgets.row_table import show_rows

KEY = Qt.Key
NAMES = ("Nguyễn Văn An", "Đặng Thị Bình", "Trần Hòa", "Nguyên Đặng")
Shown = Callable[..., QWidget]


class Found:
    """A page with a list of so many names, and what was opened of it."""

    def __init__(self, shown: Shown, rows: int = FEWEST) -> None:
        self.table, self.box = QTableWidget(0, 2), FindBox("Find", "words")
        show_rows(self.table)
        self.opened: list[str] = []
        self.page = shown(self.box, self.table)
        self.finder = RowFinder(self.table, self.box, self.page, self.open)
        self.fill(rows)
        self.table.setFocus()

    def fill(self, rows: int) -> None:
        self.table.setRowCount(rows)
        for row in range(rows):
            self.table.setItem(row, 0, QTableWidgetItem(NAMES[row % len(NAMES)]))
            self.table.setItem(row, 1, QTableWidgetItem(f"slip {row}"))
        self.table.setCurrentCell(0, 0)
        self.finder.refresh()

    def open(self) -> None:
        self.opened.append(self.table.item(self.table.currentRow(), 1).text())

    def seen(self) -> list[str]:
        return [
            self.table.item(row, 0).text()
            for row in range(self.table.rowCount())
            if not self.table.isRowHidden(row)
        ]

    def press(
        self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        QTest.keyClick(QApplication.focusWidget(), key, modifier)


@pytest.mark.parametrize(
    ("typed", "text"),
    [("nguyen", "Nguyễn"), ("dang", "Đặng"), ("hoà", "Hòa"), ("an nguyen", "Nguyễn Văn An"),
     ("", "x"), ("NGUYE\u0302N", "nguyên")],
)  # fmt: skip
def test_marks_and_order_do_not_matter(typed: str, text: str) -> None:
    assert fits(typed, text)
    assert not fits("q" + typed, text)


def test_a_short_list_has_no_box_and_a_long_one_is_searched_by_keys(shown: Shown) -> None:
    short = Found(shown, FEWEST - 1)
    assert not short.box.isVisible()
    short.press(KEY.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert short.table.hasFocus()
    short.page.hide()
    found = Found(shown)
    found.press(KEY.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert found.box.hasFocus()
    QTest.keyClicks(found.box, "dang 1")
    assert found.seen() == ["Đặng Thị Bình"]
    found.press(KEY.Key_Return)
    assert found.opened == ["slip 1"]
    found.press(KEY.Key_Escape)
    assert len(found.seen()) == FEWEST
    found.press(KEY.Key_Down)
    assert found.table.hasFocus()
    assert found.table.currentRow() == 1


def test_what_is_looked_for_stays_while_the_list_is_read_anew(shown: Shown) -> None:
    found = Found(shown)
    found.box.setText("dang")
    before = found.seen()
    found.fill(FEWEST + 4)
    assert len(found.seen()) > len(before)
    assert all("Đặng" in name for name in found.seen())
    assert found.table.currentRow() == 1
    found.box.setText("nobody")
    assert found.seen() == []
    assert found.table.currentRow() == -1
    found.box.setFocus()
    found.press(KEY.Key_Return)
    assert found.opened == []
    assert found.box.hasFocus()


def test_letters_find_a_choice_by_the_beginning_of_any_word(shown: Shown) -> None:
    choice = Dropdown()
    choice.addItems(["Phường Bắc Sơn", "Phường Vàng Danh", "Phường Uông Bí", "Xã Đại Yên"])
    shown(choice)
    choice.setFocus()
    QTest.keyClicks(choice, "uong b")
    assert choice.currentText() == "Phường Uông Bí"
    other = Dropdown()
    other.addItems(["Phường Bắc Sơn", "Phường Vàng Danh", "Phường Uông Bí", "Xã Đại Yên"])
    shown(other)
    other.setFocus()
    QTest.keyClicks(other, "dai")
    assert other.currentText() == "Xã Đại Yên"
