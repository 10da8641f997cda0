"""What is said of a spreadsheet, place by place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from models.errors import Problem
from models.sentences.catalog import Language, say
from ui.widgets.column_widths import ColumnWidths


class ProblemTable(QTableWidget):
    """Sheet, row and column as the spreadsheet shows them, and the sentence, titled `said`."""

    def __init__(
        self, name: str, said: str, language: Language, parent: QWidget | None = None
    ) -> None:
        super().__init__(0, 4, parent)
        self._language = language
        self.setHorizontalHeaderLabels(
            [self.tr("Sheet"), self.tr("Row"), self.tr("Column"), said]
        )
        self.setAccessibleName(name)
        self.verticalHeader().setVisible(False)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self._widths = ColumnWidths(self, "problems", 3)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show other problems, none to hide the table."""
        self.setVisible(bool(problems))
        self.setRowCount(len(problems))
        for row, problem in enumerate(problems):
            number = "" if problem.row is None else str(problem.row)
            said = say(problem, self._language)
            texts = (problem.sheet or "", number, problem.column or "", said)
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                self.setItem(row, column, item)
        # Once and not by itself, which would be after each cell.
        self._widths.fit()
        self.resizeRowsToContents()
