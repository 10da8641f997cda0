"""The slip on the screen: its questions, what else can be said of it, and the keys."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLineEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from models.settings.record import Settings
from ui.keying.entry import BLANK, EntryQuestion, SlipEntry
from ui.keying.keys import Action, without_num_lock
from ui.keying.num_lock import NumLockLine
from ui.theme.sizes import Space
from ui.widgets.answer_list import AnswerList, Question
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button, DangerButton, PrimaryButton, QuietButton, SecondaryButton
from ui.widgets.choice_row import Answer
from ui.widgets.field_row import FieldRow
from ui.widgets.text import Text

_SHORT: Final = 220


class EntryView(QWidget):
    """Shows a `SlipEntry`; changes nothing itself."""

    option_chosen = Signal(int, int)
    blanked = Signal(int)
    question_opened = Signal(int)
    reason_chosen = Signal(int)
    answer_typed = Signal(str)
    typed_edited = Signal(str)
    typed_left = Signal()
    words_edited = Signal()
    words_left = Signal()
    action_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entry: SlipEntry | None = None
        self._title = Text("", "subtitle", is_wrapped=False)
        self._state = Text("", "caption", tone="muted")
        self.num_lock = NumLockLine()
        self._answers = AnswerList()
        self._answers.option_chosen.connect(self.option_chosen)
        self._answers.blanked.connect(self.blanked)
        self._answers.question_opened.connect(self.question_opened)
        # Why a slip is not valid cannot be left blank.
        self._reasons = AnswerList(blank_key="")
        self._reasons.option_chosen.connect(self._on_reason_chosen)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._answers)
        self._pages.addWidget(self._reasons)
        self._typed = QLineEdit()
        self._typed.returnPressed.connect(self._on_typed)
        self._typed.textEdited.connect(self.typed_edited)
        self._typed.installEventFilter(self)
        self._typed_question: EntryQuestion | None = None
        self._typed_row = FieldRow(self.tr("Answer"), self._typed)
        self._warning = Banner("warning", is_dismissible=False)
        self.note = QLineEdit()
        self.dossier = QLineEdit()
        self._buttons: dict[Action, Button] = {}
        self._lay_out()

    def set_form(self, entry: SlipEntry, settings: Settings, language: str) -> None:
        """Show another questionnaire."""
        self._entry = entry
        self._typed_question = None
        self._answers.set_questions(
            [Question(item.text, item.option_texts if item.is_single_choice else ())
             for item in entry.questions]
        )  # fmt: skip
        reasons = tuple(item.text(language) for item in settings.invalid_reasons)
        self._reasons.set_questions(
            [Question(self.tr("Why is this slip not valid?"), reasons)]
        )
        self._reasons.set_current(0)

    def show_entry(self, title: str, state: str) -> None:
        """Show the slip as it stands; `title` names it, `state` says what is being done to it."""
        entry = self._entry
        if entry is None:
            return
        self._title.setText(title)
        self._state.setText(state)
        self._state.setVisible(bool(state))
        in_reasons = entry.mode == "reasons"
        self._pages.setCurrentWidget(self._reasons if in_reasons else self._answers)
        self._reasons.set_answer(0, self._reason_index(entry))
        for index, question in enumerate(entry.questions):
            self._answers.set_answer(index, _shown_answer(entry, question))
            problem = entry.problem_of(question)
            if self._answers.row(index).warning() != problem:
                self._answers.set_warning(index, problem or None)
        self._answers.set_current(None if entry.is_at_end or in_reasons else entry.position)
        self._show_typed(entry, is_wanted=not in_reasons)
        self._show_words(entry)
        warnings = () if in_reasons else entry.warnings
        self._warning.setVisible(bool(warnings))
        if warnings and self._warning.message() != " ".join(warnings):
            self._warning.show_message("warning", " ".join(warnings))
        self._buttons["invalid"].setText(
            self.tr("Valid after all") if in_reasons else self.tr("Not valid")
        )
        self._buttons["blank"].setEnabled(not in_reasons and not entry.is_at_end)
        self._buttons["back"].setEnabled(in_reasons or entry.position > 0)

    def hide_actions(self, *actions: Action) -> None:
        """Leave out what the page has no use for."""
        for action in actions:
            self._buttons[action].setVisible(False)

    def show_typed_error(self, text: str | None) -> None:
        """Show what is wrong with a typed answer."""
        self._typed_row.set_error(text)

    def focus_typed(self) -> bool:
        """Put the cursor into the answer being typed; False where a digit answers."""
        if self._typed_question is None:
            return False
        self._typed.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def focus_note(self) -> None:
        """Put the cursor into the note."""
        self.note.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Enter and Escape lead out of the fields, back to the keys of the slip."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if watched is self._typed:
                return self._leaves_typed(event)
            if event.key() in (Qt.Key.Key_Enter, Qt.Key.Key_Return, Qt.Key.Key_Escape):
                self.words_left.emit()
                return True
        return super().eventFilter(watched, event)

    def _leaves_typed(self, event: QKeyEvent) -> bool:
        """Take Esc, after which each key acts again, and Backspace where nothing is typed.

        A digit of the pad is typed without NumLock too.
        """
        self.num_lock.follow(event)
        meant = without_num_lock(event)
        if meant is not None:
            plain = Qt.KeyboardModifier.NoModifier
            digit = QKeyEvent(QEvent.Type.KeyPress, meant, plain, chr(meant))
            QApplication.sendEvent(self._typed, digit)
            return True
        if event.key() == Qt.Key.Key_Escape:
            self.typed_left.emit()
            return True
        if event.key() == Qt.Key.Key_Backspace and not self._typed.text():
            self.action_requested.emit("back")
            return True
        return False

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addWidget(self._state, 1)
        words = QHBoxLayout()
        words.setSpacing(Space.M)
        for label, field in ((self.tr("Note"), self.note),
                             (self.tr("Dossier code (optional)"), self.dossier)):  # fmt: skip
            field.setMaxLength(_SHORT)
            field.installEventFilter(self)
            field.textEdited.connect(self._on_words_edited)
            # The words inside the field: seven questions need the line that a label would take.
            field.setPlaceholderText(label)
            field.setAccessibleName(label)
            words.addWidget(field, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addLayout(head)
        column.addWidget(self.num_lock)
        column.addWidget(self._pages, 1)
        column.addWidget(self._typed_row)
        column.addWidget(self._warning)
        column.addLayout(words)
        column.addLayout(self._button_rows())

    def _button_rows(self) -> QVBoxLayout:
        main: tuple[tuple[Action, Button], ...] = (
            ("back", SecondaryButton(self.tr("Back"), hint="−")),
            ("blank", SecondaryButton(self.tr("Left blank"), hint="0")),
            ("invalid", DangerButton(self.tr("Not valid"), hint="*")),
            ("enter", PrimaryButton(self.tr("Save"), hint="⏎")),
        )
        others: tuple[tuple[Action, Button], ...] = (
            ("note", QuietButton(self.tr("Note"), hint="/")),
            ("correct", QuietButton(self.tr("Correct last slip"), hint="+")),
            ("undo", QuietButton(self.tr("Take back last slip"), hint=".")),
        )
        column = QVBoxLayout()
        column.setSpacing(Space.S)
        for row_of in (others, main):
            row = QHBoxLayout()
            row.setSpacing(Space.S)
            for action, button in row_of:
                self._buttons[action] = button
                button.clicked.connect(partial(self._on_clicked, action))
                if action == "enter":
                    row.addStretch(1)
                row.addWidget(button)
            if row_of is others:
                row.addStretch(1)
            column.addLayout(row)
        return column

    def _reason_index(self, entry: SlipEntry) -> Answer:
        reasons = entry.reasons
        return reasons.index(entry.reason) if entry.reason in reasons else None

    def _show_typed(self, entry: SlipEntry, *, is_wanted: bool) -> None:
        question = entry.current
        is_typed = is_wanted and question is not None and not question.is_single_choice
        was, self._typed_question = self._typed_question, question if is_typed else None
        # Asked before it is hidden: hiding hands the focus to whatever field comes next.
        had_focus = self._typed.hasFocus()
        if self._typed_question is None:
            if had_focus:
                self.words_left.emit()
            self._typed_row.setVisible(False)
            return
        self._typed_row.setVisible(True)
        text = entry.text_of(self._typed_question)
        if self._typed.text() != text:
            self._typed.setText(text)
        if self._typed_question is not was:
            self._typed_row.set_hint(_hint(self._typed_question))
            self._typed_row.set_error(None)
            self._typed.setAccessibleName(self._typed_question.text)
            if not (self.note.hasFocus() or self.dossier.hasFocus()):
                self._typed.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_words(self, entry: SlipEntry) -> None:
        for field, text in ((self.note, entry.note), (self.dossier, entry.dossier)):
            if field.text() != text:
                field.setText(text)

    @Slot(int, int)
    def _on_reason_chosen(self, _question: int, option: int) -> None:
        self.reason_chosen.emit(option)

    @Slot()
    def _on_typed(self) -> None:
        self.answer_typed.emit(self._typed.text())

    @Slot(str)
    def _on_words_edited(self, _text: str) -> None:
        self.words_edited.emit()

    def _on_clicked(self, action: str, _is_checked: bool = False) -> None:
        self.action_requested.emit(action)


def _shown_answer(entry: SlipEntry, question: EntryQuestion) -> Answer:
    answer = entry.answer_of(question)
    if answer is None:
        return None
    if answer == BLANK:
        return "blank"
    names = [option.name for option in question.options]
    return names.index(answer) if isinstance(answer, str) and answer in names else None


def _hint(question: EntryQuestion) -> str:
    if not question.options:
        return question.hint
    pairs = zip(question.options, question.option_texts, strict=True)
    return "   ".join(f"{option.name}: {text}" for option, text in pairs)
