"""What is wrong with a list, row by row, and what of it is only worth a look."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from models.errors import Problem
from models.figures import format_integer
from models.sentences.catalog import Language
from ui.theme.sizes import Space
from ui.widgets.buttons import SecondaryButton
from ui.widgets.check_box import CheckBox
from ui.widgets.problem_table import ProblemTable
from ui.widgets.surfaces import Card
from ui.widgets.text import Text

# The screen shows so many; the spreadsheet holds them all.
_MOST_SHOWN: Final = 300
_ROWS_HIGH: Final = 7


class SaidTable(ProblemTable):
    """As high as its first rows are; of a long list it shows the beginning."""

    def __init__(
        self, name: str, said: str, language: Language, parent: QWidget | None = None
    ) -> None:
        super().__init__(name, said, language, parent)
        self._width = 0

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show the first of other problems, none to hide the table."""
        super().show_problems(problems[:_MOST_SHOWN])
        self._fit()
        if problems and self.currentRow() < 0:
            self.setCurrentCell(0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the sentences anew where the table is wider or narrower."""
        super().resizeEvent(event)
        if self.width() != self._width:
            self._width = self.width()
            self.resizeRowsToContents()
            self._fit()

    def _fit(self) -> None:
        """Be as high as the first rows are; only whole ones stand there."""
        rows = sum(self.rowHeight(row) for row in range(min(self.rowCount(), _ROWS_HIGH)))
        head = self.horizontalHeader().sizeHint().height()
        self.setFixedHeight(head + rows + 2 * self.frameWidth())


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

    save_requested = Signal()

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("Worth a look"))
        self._read: tuple[Problem, ...] = ()
        self._alike: tuple[Problem, ...] = ()
        self._said = Text("", tone="muted")
        self._table = SaidTable(self.tr("Worth a look"), self.tr("What was noticed"), language)
        self.save_button = SecondaryButton(self.tr("Save as a spreadsheet…"), icon="save")
        self.save_button.clicked.connect(self.save_requested)
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(self.save_button)
        self.body.addWidget(self._said)
        self.body.addWidget(self._table)
        self.body.addLayout(line)

    def show_notes(self, notes: Sequence[Problem]) -> None:
        """Show other notes; those on rows that may be one household are still to come."""
        self._read, self._alike = tuple(notes), ()
        self._show()

    def show_alike(self, notes: Sequence[Problem]) -> None:
        """Show too which rows may be one household."""
        self._alike = tuple(notes)
        self._show()

    def notes(self) -> tuple[Problem, ...]:
        """Return all notes, those on rows that may be one household first."""
        return (*self._alike, *self._read)

    def _show(self) -> None:
        notes = self.notes()
        self.setVisible(bool(notes))
        self._table.show_problems(notes)
        said = [self.tr("None of this keeps a row from being taken in.")]
        if pairs := len(self._alike):
            alike = self.tr("%n pair(s) of rows may be one household each.", "", pairs)
            said.append(alike.replace(str(pairs), format_integer(pairs)))
        rest = len(notes) - _MOST_SHOWN
        if rest > 0:
            more = self.tr("%1 more stand in the spreadsheet.")
            said.append(more.replace("%1", format_integer(rest)))
        self._said.setText(" ".join(said))
