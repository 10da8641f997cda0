"""Columns come back as wide as they were drawn, as far as the window has the room."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QTableView, QTableWidget, QTableWidgetItem, QWidget

from tests.house.sources import program
from tests.waiting import wait_until
from ui.habits import COLUMNS, habit, remember, remember_in
from ui.widgets.column_widths import ColumnWidths, kept_widths
from ui.widgets.row_table import show_rows

NAME = "test"


@pytest.fixture(autouse=True)
def file(tmp_path: Path) -> Iterator[Path]:
    file = tmp_path / "window.json"
    remember_in(file)
    yield file
    remember_in(None)


def made() -> tuple[QTableWidget, ColumnWidths]:
    table = QTableWidget(2, 3)
    table.setHorizontalHeaderLabels(["Day", "Unit", "Count"])
    show_rows(table)
    widths = ColumnWidths(table, NAME, 1)
    for column, text in enumerate(("22/11/2026", "Phường Uông Bí", "1.234.567")):
        table.setItem(0, column, QTableWidgetItem(text))
    widths.fit()
    return table, widths


def whole(table: QTableView) -> int:
    return sum(table.columnWidth(column) for column in range(table.model().columnCount()))


def test_what_a_hand_drew_is_there_at_the_next_start(
    shown: Callable[..., QWidget], file: Path
) -> None:
    table, widths = made()
    shown(table)
    usual = table.columnWidth(2)
    table.horizontalHeader().resizeSection(0, 177)
    wait_until(lambda: kept_widths(NAME))
    assert kept_widths(NAME) == {0: 177}
    remember_in(None)
    remember_in(file)
    widths.fit()
    again, _ = made()
    shown(again)
    assert (again.columnWidth(0), again.columnWidth(2)) == (177, usual)
    assert whole(again) == again.viewport().width()


def test_a_narrower_window_leaves_each_column_its_head_and_nothing_of_it_is_kept(
    shown: Callable[..., QWidget],
) -> None:
    table, _ = made()
    window = shown(table)
    table.horizontalHeader().resizeSection(0, 420)
    wait_until(lambda: kept_widths(NAME))
    window.resize(420, 300)
    wait_until(lambda: table.viewport().width() < 420)
    assert whole(table) == table.viewport().width()
    for column in range(3):
        assert table.columnWidth(column) >= table.horizontalHeader().sectionSizeHint(column)
    window.resize(900, 300)
    wait_until(lambda: table.columnWidth(0) == 420)
    assert kept_widths(NAME) == {0: 420}


@pytest.mark.parametrize("kept", [3, {NAME: 3}, {NAME: {"x": 90, "0": "wide", "2": 5}}])
def test_what_is_no_width_is_as_nothing(kept: object) -> None:
    remember(COLUMNS, kept)
    assert kept_widths(NAME) == {}
    table, _ = made()
    table.horizontalHeader().resizeSection(0, 90)
    wait_until(lambda: kept_widths(NAME) == {0: 90})
    assert habit(COLUMNS, dict) is not None


def test_every_table_of_the_screens_keeps_its_widths() -> None:
    stretching = [
        file.name for file in program() if "ResizeMode.Stretch)" in file.read_text("utf-8")
    ]
    # The register narrows its columns in an order of its own.
    assert sorted(stretching) == ["column_widths.py", "household_table.py"]
