"""What waits for a person at one household: each field with both values, a digit takes a side."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from models.errors import UserError
from models.households.records import Conflict, Said
from models.households.values import stored
from models.sentences.catalog import Language
from ui.keying.keys import action_of
from ui.messages import sentence
from ui.register.check_entry import CheckEntry
from ui.register.check_loading import OpenConflicts
from ui.register.check_words import Names, field_name, value_text
from ui.theme.sizes import Space
from ui.widgets.answer_list import AnswerList, Question
from ui.widgets.buttons import PrimaryButton, SecondaryButton
from ui.widgets.field_row import FieldRow
from ui.widgets.surfaces import Card
from ui.widgets.text import Text

# Of these a third value can be typed; of the others only the sides are taken.
_TYPED: Final = frozenset({
    "name", "phone", "address", "house_number", "street", "hamlet", "code", "place_id", "place",
    "plate_on",
})  # fmt: skip


class ConflictView(QWidget):
    """Shows the fields of a household one after the other; Enter settles those that are decided."""

    settled = Signal(object)
    left = Signal()

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._open: OpenConflicts | None = None
        self._entry: CheckEntry | None = None
        self._taken: dict[int, Any] = {}
        self._place = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.answers = AnswerList(blank_key="")
        self.answers.option_chosen.connect(self._on_option_chosen)
        self.answers.question_opened.connect(self._on_question_opened)
        self.third = QLineEdit()
        self.third.installEventFilter(self)
        self._third_row = FieldRow(self.tr("Another value"), self.third)
        self._said = Text("", tone="danger")
        self._said.setVisible(False)
        self._lay_out()

    def open(self, opened: OpenConflicts, today: date) -> None:
        """Show what waits."""
        household = opened.household
        self._open = opened
        # It reads what is typed as a third value.
        self._entry = CheckEntry(household, today=today, near=household.place)
        self._taken, self._place = {}, 0
        self.answers.set_questions(
            [self._question(conflict, opened.names) for conflict in opened.conflicts]
        )
        self._show()
        self.take_focus()

    def say(self, text: str) -> None:
        """Say why it could not be settled."""
        self._said.setText(text)
        self._said.setVisible(bool(text))

    def take_focus(self) -> None:
        """Put the focus where the next key is wanted."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take digits, Enter and the way back; the rest goes to the page."""
        action = action_of(event)
        if self._open is None or event.isAutoRepeat():
            super().keyPressEvent(event)
        elif isinstance(action, int):
            self._choose(action - 1)
        elif action == "back":
            self._go_to(self._place - 1)
        elif action == "enter":
            self._settle()
        elif action == "escape":
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Enter take the typed value, and Escape leave it."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._take_third()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self._third_row.setVisible(False)
                self.take_focus()
                return True
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        card = Card(self.tr("Waiting for a decision"), padding=Space.M)
        advice = Text(
            self.tr("The values differ. Press the digit of the one that is right."), tone="muted"
        )
        back = SecondaryButton(self.tr("Field before"), hint="−")
        back.clicked.connect(self._on_back)
        self.save = PrimaryButton(self.tr("Settle"), hint="⏎", icon="check")
        self.save.clicked.connect(self._on_settle)
        buttons = QHBoxLayout()
        buttons.addWidget(back)
        buttons.addStretch(1)
        buttons.addWidget(self.save)
        for widget in (advice, self.answers, self._third_row, self._said):
            card.body.addWidget(widget)
        card.body.setStretchFactor(self.answers, 1)
        card.body.addLayout(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)

    def _question(self, conflict: Conflict, names: Names) -> Question:
        options = [_side(conflict.field, said, names) for said in conflict.sides]
        if conflict.field in _TYPED:
            options.append(self.tr("Another value…"))
        return Question(field_name(conflict.field, self._language), tuple(options))

    def _conflict(self) -> Conflict | None:
        conflicts = self._open.conflicts if self._open is not None else ()
        return conflicts[self._place] if self._place < len(conflicts) else None

    def _choose(self, option: int) -> None:
        conflict = self._conflict()
        if conflict is None:
            return
        if option < len(conflict.sides):
            self._taken[self._place] = conflict.sides[option].value
            self.answers.set_answer(self._place, option)
            self._go_to(self._place + 1)
        elif option == len(conflict.sides) and conflict.field in _TYPED:
            self._third_row.setVisible(True)
            self._third_row.set_error(None)
            self.third.clear()
            self.third.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_third(self) -> None:
        conflict = self._conflict()
        assert conflict is not None
        assert self._entry is not None
        text = self.third.text().strip()
        self._entry.clear()
        self._entry.typed[conflict.field] = text
        problem = self._entry.read().problems.get(conflict.field)
        if not text:
            self._third_row.set_error(self.tr("Type the value that is right, or press Esc."))
        elif isinstance(problem, UserError):
            self._third_row.set_error(sentence(problem, self._language))
        else:
            value = self._entry.read().values[conflict.field]
            self._taken[self._place] = stored(conflict.field, value)
            self.answers.set_answer(self._place, len(conflict.sides))
            self._go_to(self._place + 1)

    def _go_to(self, place: int) -> None:
        assert self._open is not None
        self._place = max(0, min(place, len(self._open.conflicts)))
        self._show()
        self.take_focus()

    def _show(self) -> None:
        self._third_row.setVisible(False)
        self.say("")
        is_at_end = self._conflict() is None
        self.answers.set_current(None if is_at_end else self._place)
        self.save.setEnabled(bool(self._taken))

    def _settle(self) -> None:
        assert self._open is not None
        if not self._taken:
            self.say(self.tr("Nothing is decided yet. Press 1 or 2, or 3 for another value."))
            return
        conflicts = self._open.conflicts
        self.settled.emit({conflicts[at].field: value for at, value in self._taken.items()})

    @Slot()
    def _on_settle(self) -> None:
        self._settle()

    @Slot()
    def _on_back(self) -> None:
        self._go_to(self._place - 1)

    @Slot(int, int)
    def _on_option_chosen(self, question: int, option: int) -> None:
        self._place = question
        self._choose(option)

    @Slot(int)
    def _on_question_opened(self, question: int) -> None:
        self._go_to(question)


def _side(field: str, said: Said, names: Names) -> str:
    when = said.at.strftime("%d/%m/%Y %H:%M")
    who = names.lists.get(said.list, "?") if said.list else names.account(said.actor)
    return f"{value_text(field, said.value, names)}   ({who}, {when})"
