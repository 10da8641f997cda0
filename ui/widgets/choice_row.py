"""How one question of a slip is shown for heads-down entry."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import pairwise
from typing import Final, Literal

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.theme.sizes import Space
from ui.theme.theme import current_theme
from ui.widgets.choice_option import ChoiceOption
from ui.widgets.icon_label import IconLabel
from ui.widgets.painting import fill_box
from ui.widgets.question_line import QuestionLine
from ui.widgets.text import Text

Answer = int | Literal["blank"] | None
"""The index of the chosen option, "blank" for no answer on the slip, None while it is open."""

_NEXT: Final = (Qt.Key.Key_Down, Qt.Key.Key_Right)
_BACK: Final = (Qt.Key.Key_Up, Qt.Key.Key_Left)


class ChoiceRow(QWidget):
    """One line while another question is current; with all its options while this one is.

    The row shows what it is told: the page answers a signal with `set_answer`.
    """

    option_chosen = Signal(int)
    blanked = Signal()
    opened = Signal()

    def __init__(
        self,
        number: int,
        text: str,
        options: Sequence[str],
        parent: QWidget | None = None,
        *,
        keys: Sequence[str] | None = None,
        blank_key: str = "0",
    ) -> None:
        super().__init__(parent)
        self._options = tuple(options)
        self._answer: Answer = None
        self._is_current = False
        self._line = QuestionLine(number, text)
        self._line.clicked.connect(self.opened)
        labels = keys or [str(index + 1) for index in range(len(options))]
        self._buttons = [
            ChoiceOption(option, key) for option, key in zip(options, labels, strict=True)
        ]
        for index, button in enumerate(self._buttons):
            button.clicked.connect(partial(self._on_option_clicked, index))
        self._blank = ChoiceOption(self.tr("No answer"), blank_key, is_compact=True)
        self._blank.clicked.connect(self.blanked)
        self._warning = Text("", tone="warning")
        self._lay_out()
        self.setAccessibleName(f"{number}. {text}")

    def answer(self) -> Answer:
        """Return the answer on show."""
        return self._answer

    def set_answer(self, answer: Answer) -> None:
        """Show an answer; only what changed is painted again."""
        if answer == self._answer:
            return
        self._answer = answer
        for index, button in enumerate(self._buttons):
            button.setChecked(index == answer)
        self._blank.setChecked(answer == "blank")
        if answer is None:
            self._line.set_answer("open", "")
        elif answer == "blank":
            self._line.set_answer("blank", self._blank.text())
        else:
            self._line.set_answer("answered", self._options[answer])

    def warning(self) -> str:
        """Return the soft check's sentence on show."""
        return self._warning.text()

    def set_warning(self, text: str | None) -> None:
        """Show a soft check's sentence, or None when there is nothing to remark."""
        self._warning.setText(text or "")
        self._line.set_warning(bool(text))
        self._note.setVisible(self._is_current and bool(text))

    def is_current(self) -> bool:
        """Return whether the options are open."""
        return self._is_current

    def set_current(self, is_current: bool) -> None:
        """Open the options, or fold the question to one line."""
        if is_current == self._is_current:
            return
        self._is_current = is_current
        self._line.set_current(is_current)
        self._body.setVisible(is_current)
        self._blank.setVisible(is_current)
        self._note.setVisible(is_current and bool(self._warning.text()))
        edge = Space.S if is_current else 0
        self._column.setContentsMargins(edge, edge, edge, edge)
        self.update()

    def focus_options(self) -> None:
        """Put the focus on the chosen option, else on the first."""
        self._focus_stop().setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move among the options with the arrows; leave the ends and all else to the page."""
        stops = [*self._buttons, self._blank]
        at = next((i for i, stop in enumerate(stops) if stop.hasFocus()), None)
        step = (event.key() in _NEXT) - (event.key() in _BACK)
        if at is None or step == 0 or not 0 <= at + step < len(stops):
            event.ignore()
            return
        stops[at + step].setFocus(Qt.FocusReason.OtherFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the frame: the accent around the current question."""
        colours = current_theme().colours
        area = QRectF(self.rect())
        if self._is_current:
            fill_box(QPainter(self), area, colours.surface, colours.accent, width=2)
        else:
            fill_box(QPainter(self), area, colours.surface, colours.border)

    def _focus_stop(self) -> ChoiceOption:
        if self._answer == "blank" or not self._buttons:
            return self._blank
        return self._buttons[self._answer or 0]

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(Space.S)
        head.addWidget(self._line, 1)
        head.addWidget(self._blank, 0, Qt.AlignmentFlag.AlignVCenter)
        self._note = QWidget()
        note = QHBoxLayout(self._note)
        note.setContentsMargins(Space.S, 0, Space.S, 0)
        note.addWidget(IconLabel("warning", 18, tone="warning"))
        note.addWidget(self._warning, 1)
        self._body = QWidget()
        body = QVBoxLayout(self._body)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        for button in self._buttons:
            body.addWidget(button)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.XS)
        self._column.addLayout(head)
        self._column.addWidget(self._note)
        self._column.addWidget(self._body)
        # The blank option comes last with Tab although it stands in the head.
        stops = [*self._buttons, self._blank]
        for stop, following in pairwise(stops):
            QWidget.setTabOrder(stop, following)
        for part in (self._body, self._blank, self._note):
            part.setVisible(False)

    def _on_option_clicked(self, index: int, _is_checked: bool = False) -> None:
        self.option_chosen.emit(index)
