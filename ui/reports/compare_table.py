"""Every answer on both sides of a comparison, with its change."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QTableWidget, QTableWidgetItem, QWidget

from models.figures import MARK, format_integer, format_percent, is_untold, percent
from models.intervals import Change
from models.surveys.comparison import Comparison
from ui.reports.change_words import change_text, verdict_text, verdict_tone
from ui.theme.theme import current_theme
from ui.widgets.column_widths import ColumnWidths
from ui.widgets.row_table import show_rows

_ANSWER: Final = 0
_VERDICT: Final = 4
# Long answers take more lines, so that no number is cut.
_LEAST_ANSWER: Final = 90
_NUMBER: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class CompareTable(QTableWidget):
    """One row an answer below a row a question; as tall as its rows, so that the page scrolls."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, _VERDICT + 1, parent)
        show_rows(self)
        self.setWordWrap(True)
        self.setAccessibleName(self.tr("Answers compared"))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._widths = ColumnWidths(self, "comparison", _ANSWER, least=_LEAST_ANSWER)

    def show_comparison(self, found: Comparison, names: tuple[str, str]) -> None:
        """Fill the table; `names` head the two sides."""
        self.clearSpans()
        self.setRowCount(0)
        change = self.tr("Change")
        self.setHorizontalHeaderLabels(
            [self.tr("Answer"), self.tr("Before"), self.tr("After"), change, self.tr("Verdict")]
        )
        explained = self.tr("In percentage points, with the 95% interval")
        for place, name in enumerate((*names, explained), start=1):
            if (heading := self.horizontalHeaderItem(place)) is not None:
                heading.setToolTip(name)
                heading.setTextAlignment(_NUMBER)
        one, other = found.first.total, found.second.total
        self._add(
            self.tr("Satisfied slips"), (one.satisfied, one.valid), (other.satisfied, other.valid),
            found.satisfied,
        )  # fmt: skip
        for number, question in enumerate(found.questions, start=1):
            self._head(f"{number}. {question.text}")
            for option in question.options:
                self._add(
                    option.text or self.tr("Left blank"), (option.first, one.valid),
                    (option.second, other.valid), option.change,
                )  # fmt: skip
        self._widths.fit()
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give long answers the lines that they need in the new width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _fit(self) -> None:
        self.resizeRowsToContents()
        rows = sum(self.rowHeight(row) for row in range(self.rowCount()))
        self.setFixedHeight(rows + self.horizontalHeader().sizeHint().height() + 4)

    def _head(self, text: str) -> None:
        row = self.rowCount()
        self.insertRow(row)
        item = QTableWidgetItem(text)
        item.setFont(current_theme().font("strong"))
        item.setToolTip(text)
        self.setItem(row, _ANSWER, item)
        self.setSpan(row, _ANSWER, 1, self.columnCount())

    def _add(
        self, text: str, before: tuple[int, int], after: tuple[int, int], change: Change | None
    ) -> None:
        row = self.rowCount()
        self.insertRow(row)
        cells = (text, _share(*before), _share(*after), change_text(change), verdict_text(change))
        # The narrow columns show the shares; how many slips they are is said beside.
        told = (text, _counted(*before), _counted(*after), cells[3], cells[4])
        for column, (cell, said) in enumerate(zip(cells, told, strict=True)):
            item = QTableWidgetItem(cell)
            item.setToolTip(said)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
            if column not in (_ANSWER, _VERDICT):
                item.setTextAlignment(_NUMBER)
            tone = verdict_tone(change)
            if column == _VERDICT and tone is not None:
                item.setForeground(QBrush(current_theme().colours.tone(tone)))
                item.setFont(current_theme().font("strong"))
            self.setItem(row, column, item)


def _share(part: int, whole: int) -> str:
    if is_untold(part) or is_untold(whole):
        return MARK
    return format_percent(percent(part, whole)) if whole else "–"


def _counted(part: int, whole: int) -> str:
    return f"{_share(part, whole)} ({format_integer(part)}/{format_integer(whole)})"
