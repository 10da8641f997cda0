"""The widths of a table's columns: as a person left them, as far as the window has the room."""

from __future__ import annotations

from collections.abc import Mapping
from math import floor
from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer, Slot
from PySide6.QtWidgets import QHeaderView, QTableView

from ui.habits import COLUMNS, habit, remember

# A hand that draws an edge goes on for a while; then the widths are written once.
REST_MS: Final = 400
# Pixels that are left to the column that takes what the others leave.
_LEAST_STRETCHED: Final = 140
_LEAST: Final = 32


def kept_widths(table: str) -> dict[int, int]:
    """Return what was remembered of a table: pixels by column; without a column that was not."""
    found = (habit(COLUMNS, dict) or {}).get(table)
    if not isinstance(found, dict):
        return {}
    return {
        int(column): width
        for column, width in found.items()
        if str(column).isdecimal() and type(width) is int and width >= _LEAST
    }


def keep_widths(table: str, widths: Mapping[int, int]) -> None:
    """Remember the widths of a table on this machine, for whoever works on it."""
    every = habit(COLUMNS, dict) or {}
    remember(COLUMNS, {**every, table: {str(column): one for column, one in widths.items()}})


class ColumnWidths(QObject):
    """Belongs to a table; `fit` once it is filled, and by itself in another width of the window.

    Columns are as wide as their cells, or as `usual` says, until a person draws them; `stretched`
    takes what is left, `least` pixels or more. In a window too narrow for all of them each gives a
    share of what its head can spare, and nothing of that is remembered.
    """

    def __init__(
        self, table: QTableView, name: str, stretched: int,
        usual: Mapping[int, int] | None = None, *, least: int = _LEAST_STRETCHED,
    ) -> None:  # fmt: skip
        super().__init__(table)
        self._table = table
        self._name = name
        self._stretched = stretched
        self._usual = dict(usual or {})
        self._least = least
        self._widths: dict[int, int] = {}
        self._drawn = kept_widths(name)
        self._is_fitting = False
        self._resting = QTimer(self)
        self._resting.setSingleShot(True)
        self._resting.setInterval(REST_MS)
        self._resting.timeout.connect(self._on_rested)
        header = table.horizontalHeader()
        header.setMinimumSectionSize(_LEAST)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(stretched, QHeaderView.ResizeMode.Stretch)
        header.sectionResized.connect(self._on_section_resized)
        table.viewport().installEventFilter(self)

    def fit(self) -> None:
        """Take the widths of the cells as they are now, where nobody drew another."""
        columns = [
            column for column in range(self._table.horizontalHeader().count())
            if column != self._stretched
        ]  # fmt: skip
        self._is_fitting = True
        for column in columns:
            if column not in self._usual:
                self._table.resizeColumnToContents(column)
        self._is_fitting = False
        cells = {column: self._table.columnWidth(column) for column in columns}
        self._widths = {**cells, **self._usual}
        self._show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave each column its room in another width."""
        if event.type() == QEvent.Type.Resize and self._widths:
            self._show()
        return False

    def _show(self) -> None:
        header = self._table.horizontalHeader()
        wanted = {
            column: self._drawn.get(column, width) for column, width in self._widths.items()
        }
        spare = {
            column: max(width - header.sectionSizeHint(column), 0)
            for column, width in wanted.items()
        }
        least = max(self._least, header.sectionSizeHint(self._stretched))
        short = sum(wanted.values()) + least - self._table.viewport().width()
        share = min(max(short, 0) / (sum(spare.values()) or 1), 1)
        self._is_fitting = True
        for column, width in wanted.items():
            self._table.setColumnWidth(column, floor(width - spare[column] * share))
        self._is_fitting = False

    @Slot(int, int, int)
    def _on_section_resized(self, column: int, _before: int, width: int) -> None:
        if not self._is_fitting and column != self._stretched and width:
            self._drawn[column] = width
            self._resting.start()

    @Slot()
    def _on_rested(self) -> None:
        keep_widths(self._name, self._drawn)
