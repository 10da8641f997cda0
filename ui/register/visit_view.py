"""The questions of a visit, answered by digits, as part of a household's check."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from models.errors import UserError
from models.households.records import Visit
from models.households.values import stored
from models.questionnaires.compiled import CompiledForm
from models.sentences.catalog import Language
from models.surveys.records import SlipContent
from ui.keying.entry import BLANK, EntryQuestion, SlipEntry
from ui.keying.keys import action_of
from ui.messages import sentence
from ui.theme.sizes import Space
from ui.widgets.answer_list import AnswerList, Question
from ui.widgets.buttons import PrimaryButton, SecondaryButton
from ui.widgets.choice_row import Answer
from ui.widgets.field_row import FieldRow
from ui.widgets.role import plays
from ui.widgets.surfaces import Card


@plays(QAccessible.Role.Form)
class VisitView(QWidget):
    """Holds one visit; `answered` with each key, `left` when it is done."""

    answered = Signal()
    left = Signal()

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._entry: SlipEntry | None = None
        self._form: CompiledForm | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("The questions of the visit"))
        self._answers = AnswerList()
        self._answers.option_chosen.connect(self._on_option_chosen)
        self._answers.blanked.connect(self._on_blanked)
        self._answers.question_opened.connect(self._on_question_opened)
        self._typed = QLineEdit()
        self._typed.returnPressed.connect(self._on_typed)
        self._typed_row = FieldRow(self.tr("Answer"), self._typed)
        self._card = Card(padding=Space.M)
        back = SecondaryButton(self.tr("Question before"), hint="−")
        back.clicked.connect(self._on_back)
        done = PrimaryButton(self.tr("Back to the household"), hint="⏎")
        done.clicked.connect(self.left)
        buttons = QHBoxLayout()
        buttons.addWidget(back)
        buttons.addStretch(1)
        buttons.addWidget(done)
        self._card.body.addWidget(self._answers, 1)
        self._card.body.addWidget(self._typed_row)
        self._card.body.addLayout(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._card)

    def open(
        self, form: CompiledForm, today: date, visit: Visit | None,
        draft: Mapping[str, Any] | None,
    ) -> None:  # fmt: skip
        """Show the questions: as the draft left them, else with the answers of the last visit."""
        entry = SlipEntry(form, (), today=today, language=self._language)
        if draft is not None:
            entry.from_draft(draft)
        elif visit is not None and visit.questionnaire == form.form.code:
            entry.load(SlipContent(visit.answers))
            entry.go_to(0)
        self._entry, self._form = entry, form
        self._card.set_title(form.form.text(form.form.titles, self._language))
        self._answers.set_questions(
            [Question(item.text, item.option_texts if item.is_single_choice else ())
             for item in entry.questions]
        )  # fmt: skip
        self._show()
        self.take_focus()

    def draft(self) -> dict[str, Any]:
        """Return where the questions stand, as `SlipEntry.to_draft`."""
        assert self._entry is not None
        return self._entry.to_draft()

    def visit(self) -> dict[str, Any]:
        """Return what is answered, as the journal stores a visit."""
        assert self._entry is not None
        assert self._form is not None
        form = self._form.form
        answers = self._entry.content().answers
        found: dict[str, Any] = stored("visit", Visit(form.code, form.version, answers))
        return found

    def take_focus(self) -> None:
        """Put the focus where the next key is wanted."""
        question = self._entry.current if self._entry else None
        if question is not None and not question.is_single_choice:
            self._typed.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys of the number pad; Escape and what is left over go to the page."""
        action = action_of(event)
        entry = self._entry
        if entry is None or action is None or event.isAutoRepeat():
            super().keyPressEvent(event)
        elif isinstance(action, int):
            if entry.choose(action):
                self._changed()
        elif action == "blank":
            self._on_blanked(entry.position)
        elif action == "back":
            self._on_back()
        elif action == "enter":
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _changed(self) -> None:
        self._show()
        self.answered.emit()
        self.take_focus()

    def _show(self) -> None:
        entry = self._entry
        assert entry is not None
        for index, question in enumerate(entry.questions):
            self._answers.set_answer(index, _shown(entry, question))
            self._answers.set_warning(index, entry.problem_of(question) or None)
        self._answers.set_current(None if entry.is_at_end else entry.position)
        question_now = entry.current
        is_typed = question_now is not None and not question_now.is_single_choice
        self._typed_row.setVisible(is_typed)
        self._typed_row.set_error(None)
        if question_now is not None and is_typed:
            self._typed.setText(entry.text_of(question_now))
            self._typed.setAccessibleName(question_now.text)

    @Slot(int, int)
    def _on_option_chosen(self, question: int, option: int) -> None:
        if self._entry is not None:
            self._entry.go_to(question)
            if self._entry.choose(option + 1):
                self._changed()

    @Slot(int)
    def _on_blanked(self, question: int) -> None:
        if self._entry is not None:
            self._entry.go_to(question)
            if self._entry.blank():
                self._changed()

    @Slot(int)
    def _on_question_opened(self, question: int) -> None:
        if self._entry is not None:
            self._entry.go_to(question)
            self._changed()

    @Slot()
    def _on_back(self) -> None:
        if self._entry is not None:
            self._entry.back()
            self._changed()

    @Slot()
    def _on_typed(self) -> None:
        if self._entry is None:
            return
        try:
            self._entry.enter_text(self._typed.text())
        except UserError as error:
            self._typed_row.set_error(sentence(error, self._language))
            return
        self._changed()


def _shown(entry: SlipEntry, question: EntryQuestion) -> Answer:
    answer = entry.answer_of(question)
    if answer is None or answer == BLANK:
        return "blank" if answer == BLANK else None
    names = [option.name for option in question.options]
    return names.index(answer) if isinstance(answer, str) and answer in names else None
