"""Batches as a table."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from models.figures import format_integer
from models.surveys.records import Batch
from models.units.unit import UnitRegister
from ui.keying.loading import unit_name
from ui.widgets.column_widths import ColumnWidths
from ui.widgets.row_table import show_rows

_UNIT = 1
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class BatchTable(QTableWidget):
    """One row a batch, open ones first; Enter or a double click chooses."""

    batch_chosen = Signal(object)

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(0, 6, parent)
        self._language = language
        self.setHorizontalHeaderLabels(
            [self.tr("Day"), self.tr("Unit"), self.tr("Keyed"), self.tr("Came back"),
             self.tr("Not valid"), self.tr("State")]
        )  # fmt: skip
        self.setAccessibleName(self.tr("Batches"))
        show_rows(self)
        self._widths = ColumnWidths(self, "batches", _UNIT)
        self.activated.connect(self.open_current)

    def show_batches(self, batches: Sequence[Batch], register: UnitRegister) -> None:
        """Show other batches."""
        ordered = sorted(batches, key=lambda batch: batch.state != "open")
        self.setRowCount(len(ordered))
        for row, batch in enumerate(ordered):
            header = batch.header
            returned = "" if header.returned is None else format_integer(header.returned)
            cells = (
                header.collected_on.strftime("%d/%m/%Y"),
                unit_name(register, header.unit, header.collected_on),
                format_integer(batch.keyed),
                returned,
                format_integer(batch.invalid) if batch.invalid else "",
                self.tr("open") if batch.state == "open" else self.tr("closed"),
            )
            for column, text in enumerate(cells):
                item = QTableWidgetItem(text)
                if column in (2, 3, 4):
                    item.setTextAlignment(_RIGHT)
                item.setData(Qt.ItemDataRole.UserRole, batch.id)
                self.setItem(row, column, item)
        # Once and not by itself, which would be after each cell: seconds for a year's batches.
        self._widths.fit()
        if ordered and self.currentRow() < 0:
            self.setCurrentCell(0, 0)

    @Slot()
    def open_current(self) -> None:
        """Choose the batch in hand."""
        item = self.item(self.currentRow(), 0)
        if item is not None:
            self.batch_chosen.emit(item.data(Qt.ItemDataRole.UserRole))
