"""What waits for a person at one household, in the words of the register."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.errors import UserError
from models.households.records import Conflict, Said
from models.households.values import stored
from models.sentences.catalog import Language
from ui.register.check_entry import CheckEntry
from ui.register.check_loading import OpenConflicts
from ui.register.check_words import Names, field_name, value_text
from ui.widgets.decision_view import Decision, DecisionView, Taken

# Of these a third value can be typed; of the others only the sides are taken.
_TYPED: Final = frozenset({
    "name", "phone", "address", "house_number", "street", "hamlet", "code", "place_id", "place",
    "plate_on",
})  # fmt: skip


class ConflictView(QWidget):
    """`settled` carries the fields that were decided with their values."""

    settled = Signal(object)
    left = Signal()

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._conflicts: tuple[Conflict, ...] = ()
        self._entry: CheckEntry | None = None
        self.decisions = DecisionView(language)
        self.decisions.settled.connect(self._on_settled)
        self.decisions.left.connect(self.left)
        self.setFocusProxy(self.decisions)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.decisions)

    def open(self, opened: OpenConflicts, today: date) -> None:
        """Show what waits."""
        household = opened.household
        self._conflicts = opened.conflicts
        # It reads what is typed as a third value.
        self._entry = CheckEntry(household, today=today, near=household.place)
        self.decisions.show_decisions(
            [self._decision(conflict, opened.names) for conflict in opened.conflicts],
            self._read_typed,
        )

    def say(self, text: str) -> None:
        """Say why it could not be settled."""
        self.decisions.say(text)

    def take_focus(self) -> None:
        """Put the focus where the next key is wanted."""
        self.decisions.take_focus()

    def _decision(self, conflict: Conflict, names: Names) -> Decision:
        return Decision(
            field_name(conflict.field, self._language),
            value_text(conflict.field, conflict.before, names),
            tuple(_side(conflict.field, said, names) for said in conflict.sides),
            conflict.field in _TYPED,
        )

    def _read_typed(self, place: int, text: str) -> Any:
        assert self._entry is not None
        field = self._conflicts[place].field
        self._entry.clear()
        self._entry.typed[field] = text
        found = self._entry.read()
        problem = found.problems.get(field)
        if isinstance(problem, UserError):
            raise problem
        return stored(field, found.values[field])

    @Slot(object)
    def _on_settled(self, taken: dict[int, Taken]) -> None:
        values: dict[str, Any] = {}
        for place, (option, typed) in taken.items():
            conflict = self._conflicts[place]
            is_side = option < len(conflict.sides)
            values[conflict.field] = conflict.sides[option].value if is_side else typed
        self.settled.emit(values)


def _side(field: str, said: Said, names: Names) -> str:
    when = said.at.strftime("%d/%m/%Y %H:%M")
    who = names.lists.get(said.list, "?") if said.list else names.account(said.actor)
    return f"{value_text(field, said.value, names)}   ({who}, {when})"
