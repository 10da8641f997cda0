"""What taking a list in would do, in figures; converted text; what the list does not say itself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from models.errors import Problem
from models.figures import format_integer
from models.text import sort_key
from ui.register.place_names import PlaceNames
from ui.theme.sizes import Space
from ui.widgets.dropdown import Dropdown
from ui.widgets.field_row import FieldRow
from ui.widgets.surfaces import Card
from ui.widgets.text import Text

if TYPE_CHECKING:
    from exports.household_import import HouseholdImport
    from exports.sheets.legacy import Preview


class Count(QWidget):
    """One figure with its name below."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._figure = Text("–", "display", is_wrapped=False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._figure)
        column.addWidget(Text(name, "caption", is_wrapped=False))

    def show_count(self, count: int) -> None:
        """Show another figure."""
        self._figure.setText(format_integer(count))
        self.setAccessibleName(f"{self._name}: {format_integer(count)}")


class OverviewCard(Card):
    """How many households would be added, updated, left alone, left out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.added = Count(self.tr("to add"))
        self.updated = Count(self.tr("to update"))
        self.unchanged = Count(self.tr("unchanged"))
        self.rejected = Count(self.tr("cannot be taken in"))
        self.waiting = Count(self.tr("wait for their hamlet"))
        self.notes = Count(self.tr("worth a look"))
        self._said = Text("", tone="muted")
        line = QHBoxLayout()
        line.setSpacing(Space.XXL)
        for count in (
            self.added, self.updated, self.unchanged, self.rejected, self.waiting, self.notes,
        ):  # fmt: skip
            line.addWidget(count)
        line.addStretch(1)
        self.body.addLayout(line)
        self.body.addWidget(self._said)

    def show_plan(self, plan: HouseholdImport, said: str) -> None:
        """Show another plan, and what stands in the way of taking it in."""
        self.added.show_count(plan.added)
        self.updated.show_count(plan.updated)
        self.unchanged.show_count(plan.unchanged)
        self.rejected.show_count(plan.rejected)
        self.waiting.show_count(plan.read.waiting)
        self.waiting.setVisible(plan.read.waiting > 0)
        self.say(said)

    def show_notes(self, notes: int) -> None:
        """Show how many notes there are on the rows."""
        self.notes.show_count(notes)
        self.notes.setVisible(notes > 0)

    def say(self, said: str) -> None:
        """Say what is to be done next."""
        self._said.setText(said)


class TextCard(Card):
    """Text of before Unicode as it stands in the file, and as it is read."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("Text that is converted"))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(Space.XL)
        self._grid.setVerticalSpacing(Space.XS)
        self._grid.setColumnStretch(1, 1)
        self.body.addLayout(self._grid)

    def show_previews(self, previews: Sequence[tuple[str, Preview]]) -> None:
        """Show samples of what is converted; without any the card hides."""
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        self.setVisible(bool(previews))
        row = 0
        for sheet, preview in previews:
            said = self.tr("%1, sheet %2").replace("%1", _name(preview)).replace("%2", sheet)
            self._grid.addWidget(Text(said, "strong"), row, 0, 1, 2)
            for before, after in preview.samples:
                row += 1
                self._grid.addWidget(Text(before, tone="muted"), row, 0)
                self._grid.addWidget(Text(after), row, 1)
            row += 1


class DefaultsCard(Card):
    """The hamlet and the ward of rows that name none.

    `chosen` says that one of them is another; `settled` that Enter confirmed the hamlet.
    """

    chosen = Signal()
    settled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("Rows that do not say where they belong"))
        self.hamlet, self._unit = QLineEdit(), Dropdown()
        self._applied = ("", "")
        line = QHBoxLayout()
        line.setSpacing(Space.L)
        example = self.tr("For example Khu 5, then Enter")
        line.addWidget(FieldRow(self.tr("Hamlet of these rows"), self.hamlet, example), 1)
        line.addWidget(FieldRow(self.tr("Ward or commune of these rows"), self._unit), 1)
        self.body.addLayout(line)
        self.hamlet.returnPressed.connect(self._on_confirmed)
        self.hamlet.editingFinished.connect(self._on_edited)
        self._unit.currentIndexChanged.connect(self._on_edited)

    def show_problems(self, problems: Sequence[Problem], names: PlaceNames, unit: str) -> None:
        """Ask only where rows lack it, and go on asking once something was said."""
        codes = {problem.code for problem in problems}
        lacks = bool(codes & {"households.row_no_hamlet", "households.no_unit"})
        self.setVisible(lacks or self.is_said())
        if not self._unit.count():
            with QSignalBlocker(self._unit):
                self._unit.addItem(names.today.get(unit, self.tr("Choose a unit")), None)
                for code, name in sorted(names.today.items(), key=lambda item: sort_key(item[1])):
                    if code != unit:
                        self._unit.addItem(name, code)

    def clear(self) -> None:
        """Forget what was said: another list comes."""
        with QSignalBlocker(self._unit):
            self.hamlet.clear()
            self._unit.clear()
        self._applied = ("", "")

    def is_said(self) -> bool:
        """Say whether a person named a hamlet or a unit for these rows."""
        return self._applied[0] != "" or self.unit() is not None

    def unit(self) -> str | None:
        """Return the unit that was chosen, None for the store's own."""
        code: str | None = self._unit.currentData()
        return code

    def take_focus(self) -> None:
        """Put the cursor into the first field."""
        self.hamlet.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_confirmed(self) -> None:
        self._applied = self._said()
        if self._applied[0]:
            self.settled.emit()

    @Slot()
    def _on_edited(self) -> None:
        if self._said() != self._applied:
            self._applied = self._said()
            self.chosen.emit()

    def _said(self) -> tuple[str, str]:
        return self.hamlet.text().strip(), self.unit() or ""


def _name(preview: Preview) -> str:
    from exports.sheets.legacy import NAMES

    return NAMES[preview.encoding]
