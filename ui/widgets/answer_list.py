"""All questions of a slip, one of them open."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from ui.theme.sizes import Space
from ui.widgets.choice_row import Answer, ChoiceRow


class Question(NamedTuple):
    """A question as the list shows it; `keys` are the caps of its options, 1, 2, 3 without."""

    text: str
    options: tuple[str, ...]
    keys: tuple[str, ...] | None = None


class AnswerList(QScrollArea):
    """The slip's questions by index from 0; the page answers the signals with `set_answer`.

    Keys that are not Tab, Space or arrows within the options pass through to the page.
    """

    option_chosen = Signal(int, int)
    blanked = Signal(int)
    question_opened = Signal(int)

    def __init__(self, parent: QWidget | None = None, *, blank_key: str = "0") -> None:
        super().__init__(parent)
        self._blank_key = blank_key
        self._rows: list[ChoiceRow] = []
        self._current: int | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("surface", "plain")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Questions of the slip"))
        self.set_questions(())

    def set_questions(self, questions: Sequence[Question]) -> None:
        """Show other questions, all open and none current."""
        desk = QWidget()
        desk.setProperty("surface", "plain")
        self._column = column = QVBoxLayout(desk)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS + 2)
        self._current = None
        self._rows = [self._make_row(index, question) for index, question in enumerate(questions)]
        for row in self._rows:
            column.addWidget(row)
        column.addStretch(1)
        self.setWidget(desk)

    def count(self) -> int:
        """Return how many questions there are."""
        return len(self._rows)

    def row(self, index: int) -> ChoiceRow:
        """Return one question's row."""
        return self._rows[index]

    def current(self) -> int | None:
        """Return the index of the open question."""
        return self._current

    def set_current(self, index: int | None) -> None:
        """Open a question and fold the one before; the focus goes along if it was here."""
        if index == self._current:
            return
        had_focus = self._has_focus_inside()
        before, self._current = self._current, index
        # Without this the rows below move twice, and all of them are painted again.
        self._column.setEnabled(False)
        if index is not None:
            # Open before folding, so that the focus never falls out of the list.
            self._rows[index].set_current(True)
            if had_focus:
                self._rows[index].focus_options()
        if before is not None:
            self._rows[before].set_current(False)
        self._column.setEnabled(True)
        self._column.invalidate()
        self._column.activate()
        QTimer.singleShot(0, self._bring_into_view)

    def set_answer(self, index: int, answer: Answer) -> None:
        """Show the answer to a question."""
        self._rows[index].set_answer(answer)

    def set_answers(self, answers: Sequence[Answer]) -> None:
        """Show the answers to all questions, for instance those of a restored draft."""
        for row, answer in zip(self._rows, answers, strict=True):
            row.set_answer(answer)

    def set_warning(self, index: int, text: str | None) -> None:
        """Show a soft check at a question, or take it away."""
        self._rows[index].set_warning(text)

    def focus_current(self) -> None:
        """Put the focus into the open question."""
        if self._current is not None:
            self._rows[self._current].focus_options()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave every key to the page; the list follows the open question by itself."""
        event.ignore()

    def _make_row(self, index: int, question: Question) -> ChoiceRow:
        text, options, keys = question
        row = ChoiceRow(index + 1, text, options, keys=keys, blank_key=self._blank_key)
        row.option_chosen.connect(partial(self.option_chosen.emit, index))
        row.blanked.connect(partial(self.blanked.emit, index))
        row.opened.connect(partial(self.question_opened.emit, index))
        return row

    def _has_focus_inside(self) -> bool:
        focused = self.focusWidget()
        return focused is not None and focused.hasFocus()

    @Slot()
    def _bring_into_view(self) -> None:
        if self._current is not None:
            self.ensureWidgetVisible(self._rows[self._current], 0, Space.S)
