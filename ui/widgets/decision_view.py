"""What waits for a person: each field with what stood before and both values; a digit takes one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from models.errors import UserError
from models.sentences.catalog import Language
from ui.keying.keys import action_of
from ui.messages import sentence
from ui.theme.sizes import Space
from ui.widgets.answer_list import AnswerList, Question
from ui.widgets.buttons import PrimaryButton, SecondaryButton
from ui.widgets.field_row import FieldRow
from ui.widgets.role import plays
from ui.widgets.surfaces import Card
from ui.widgets.text import Text


class Decision(NamedTuple):
    """A field that waits: its name, what all had seen before, and what can be chosen from.

    `before` is None where nobody had seen anything before. `is_typed` says that another value can
    be typed in place of all options.
    """

    name: str
    before: str | None
    options: tuple[str, ...]
    is_typed: bool = False


class Taken(NamedTuple):
    """What was decided: the index of an option, or behind the last one a typed value."""

    option: int
    typed: Any = None


# Reads what was typed for a decision, by its index; UserError says what is wrong with it.
ReadTyped = Callable[[int, str], Any]


@plays(QAccessible.Role.Form)
class DecisionView(QWidget):
    """Shows the fields of a thing one after the other; Enter settles those that are decided.

    `settled` carries what was taken, `{index of the decision: Taken}`.
    """

    settled = Signal(object)
    left = Signal()

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._decisions: tuple[Decision, ...] = ()
        self._read_typed: ReadTyped | None = None
        self._taken: dict[int, Taken] = {}
        self._place = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("What is decided"))
        self.answers = AnswerList(blank_key="")
        self.answers.option_chosen.connect(self._on_option_chosen)
        self.answers.question_opened.connect(self._on_question_opened)
        self.third = QLineEdit()
        self.third.installEventFilter(self)
        self._third_row = FieldRow(self.tr("Another value"), self.third)
        self._said = Text("", tone="danger")
        self._said.setVisible(False)
        self._lay_out()

    def show_decisions(
        self, decisions: Sequence[Decision], read_typed: ReadTyped | None = None
    ) -> None:
        """Show what waits; `read_typed` is needed where a value can be typed."""
        self._decisions, self._read_typed = tuple(decisions), read_typed
        self._taken, self._place = {}, 0
        self.answers.set_questions([self._question(one) for one in self._decisions])
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
        if not self._decisions or event.isAutoRepeat():
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

    def _question(self, decision: Decision) -> Question:
        options = list(decision.options)
        if decision.is_typed:
            options.append(self.tr("Another value…"))
        if decision.before is None:
            return Question(decision.name, tuple(options))
        said = self.tr("%2 (before: %1)").replace("%1", decision.before)
        return Question(said.replace("%2", decision.name), tuple(options))

    def _decision(self) -> Decision | None:
        return self._decisions[self._place] if self._place < len(self._decisions) else None

    def _choose(self, option: int) -> None:
        decision = self._decision()
        if decision is None:
            return
        if option < len(decision.options):
            self._take(Taken(option))
        elif option == len(decision.options) and decision.is_typed:
            self._third_row.setVisible(True)
            self._third_row.set_error(None)
            self.third.clear()
            self.third.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_third(self) -> None:
        decision = self._decision()
        assert decision is not None
        assert self._read_typed is not None
        text = self.third.text().strip()
        if not text:
            self._third_row.set_error(self.tr("Type the value that is right, or press Esc."))
            return
        try:
            value = self._read_typed(self._place, text)
        except UserError as error:
            self._third_row.set_error(sentence(error, self._language))
        else:
            self._take(Taken(len(decision.options), value))

    def _take(self, taken: Taken) -> None:
        self._taken[self._place] = taken
        self.answers.set_answer(self._place, taken.option)
        self._go_to(self._place + 1)

    def _go_to(self, place: int) -> None:
        self._place = max(0, min(place, len(self._decisions)))
        self._show()
        self.take_focus()

    def _show(self) -> None:
        self._third_row.setVisible(False)
        self.say("")
        is_at_end = self._decision() is None
        self.answers.set_current(None if is_at_end else self._place)
        self.save.setEnabled(bool(self._taken))

    def _settle(self) -> None:
        if not self._taken:
            self.say(self.tr("Nothing is decided yet. Press the digit of the value that is right."))
            return
        self.settled.emit(dict(self._taken))

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
