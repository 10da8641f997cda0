"""What is wrong with a list, row by row, and what of it is only worth a look."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from models.errors import Problem
from models.figures import format_integer
from models.sentences.catalog import Language, say
from ui.theme.sizes import Space
from ui.widgets.buttons import SecondaryButton
from ui.widgets.check_box import CheckBox
from ui.widgets.surfaces import Card
from ui.widgets.text import Text

# The screen shows so many; the spreadsheet holds them all.
_MOST_SHOWN: Final = 300
_ROWS_HIGH: Final = 7
_ROW: Final = 32


class SaidTable(QTableWidget):
    """Sheet, row and column as the spreadsheet shows them, and the sentence."""

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
        header.setSectionResizeMode(3, QHeaderView.ResizeMode.Stretch)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show the first of other problems, none to hide the table."""
        self.setVisible(bool(problems))
        shown = problems[:_MOST_SHOWN]
        self.setRowCount(len(shown))
        for row, problem in enumerate(shown):
            number = "" if problem.row is None else str(problem.row)
            said = say(problem, self._language)
            texts = (problem.sheet or "", number, problem.column or "", said)
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                self.setItem(row, column, item)
        # Once and not by itself, which would be after each cell.
        for column in range(3):
            self.resizeColumnToContents(column)
        self.resizeRowsToContents()
        self.setFixedHeight(_ROW * (min(len(shown), _ROWS_HIGH) + 2))
        if shown and self.currentRow() < 0:
            self.setCurrentCell(0, 0)


class ProblemsCard(Card):
    """The rejected rows; they can be saved, and left out on purpose."""

    save_requested = Signal()
    left_out_changed = Signal()

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("Rows that cannot be taken in"))
        self._more = Text("", tone="muted")
        self._table = SaidTable(
            self.tr("Rows that cannot be taken in"), self.tr("What is wrong"), language
        )
        self.save_button = SecondaryButton(self.tr("Save as a spreadsheet…"), icon="save")
        self.save_button.clicked.connect(self.save_requested)
        self.leave_out = CheckBox(self.tr("Leave these rows out and take in the others"))
        self.leave_out.toggled.connect(self.left_out_changed)
        line = QHBoxLayout()
        line.setSpacing(Space.L)
        line.addWidget(self.leave_out)
        line.addStretch(1)
        line.addWidget(self.save_button)
        self.body.addWidget(self._more)
        self.body.addWidget(self._table)
        self.body.addLayout(line)

    def show_problems(self, problems: Sequence[Problem], *, can_leave_out: bool) -> None:
        """Show other problems; without any the card hides."""
        self.setVisible(bool(problems))
        self._table.show_problems(problems)
        self.leave_out.setVisible(can_leave_out)
        if not can_leave_out:
            self.leave_out.setChecked(False)
        rest = len(problems) - _MOST_SHOWN
        said = self.tr("Send them back to be put right; nothing is taken in of these rows.")
        if rest > 0:
            more = self.tr("%1 more stand in the spreadsheet.")
            said = f"{said} {more.replace('%1', format_integer(rest))}"
        self._more.setText(said)

    def is_left_out(self) -> bool:
        """Say whether a person agreed to leave the rows out."""
        return self.leave_out.isChecked()

    def take_focus(self) -> None:
        """Put the focus on what is to be decided here."""
        self.leave_out.setFocus(Qt.FocusReason.OtherFocusReason)


class NotesCard(Card):
    """What was read in a way that a person may want to look at; nothing is rejected."""

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("Worth a look"))
        self._table = SaidTable(self.tr("Worth a look"), self.tr("What was noticed"), language)
        self.body.addWidget(self._table)

    def show_notes(self, notes: Sequence[Problem]) -> None:
        """Show other notes; without any the card hides."""
        self.setVisible(bool(notes))
        self._table.show_problems(notes)
