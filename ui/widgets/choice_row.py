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

    The row shows what it is told: the page answers a signal with `set_answer`. Without a
    `blank_key` it cannot be left blank.
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
        self._labels = tuple(keys or (str(index + 1) for index in range(len(options))))
        self._blank_key = blank_key
        self._warning = ""
        # Made when the question is first opened: a slip's first page is on the screen sooner.
        self._parts: _OpenParts | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.XS)
        self._head = QHBoxLayout()
        self._head.setSpacing(Space.S)
        self._head.addWidget(self._line, 1)
        self._column.addLayout(self._head)
        self.setAccessibleName(f"{number}. {text}")

    def answer(self) -> Answer:
        """Return the answer on show."""
        return self._answer

    def set_answer(self, answer: Answer) -> None:
        """Show an answer; only what changed is painted again."""
        if answer == self._answer:
            return
        self._answer = answer
        if self._parts is not None:
            self._parts.show_answer(answer)
        if answer is None:
            self._line.set_answer("open", "")
        elif answer == "blank":
            self._line.set_answer("blank", self.tr("No answer"))
        else:
            self._line.set_answer("answered", self._options[answer])

    def warning(self) -> str:
        """Return the soft check's sentence on show."""
        return self._warning

    def set_warning(self, text: str | None) -> None:
        """Show a soft check's sentence, or None when there is nothing to remark."""
        self._warning = text or ""
        self._line.set_warning(bool(text))
        if self._parts is not None:
            self._parts.show_warning(self._warning)

    def is_current(self) -> bool:
        """Return whether the options are open."""
        return self._is_current

    def set_current(self, is_current: bool) -> None:
        """Open the options, or fold the question to one line."""
        if is_current == self._is_current:
            return
        self._is_current = is_current
        self._line.set_current(is_current)
        if self._parts is None:
            self._parts = self._make_parts()
        self._parts.set_open(is_current)
        edge = Space.S if is_current else 0
        self._column.setContentsMargins(edge, edge, edge, edge)
        # At once, so that the list sees the new height when it lays its rows out.
        self._column.activate()
        self.update()

    def focus_options(self) -> None:
        """Put the focus on the chosen option, else on the first."""
        if self._parts is not None:
            self._parts.stop(self._answer).setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move among the options with the arrows; leave the ends and all else to the page."""
        stops = self._parts.stops() if self._parts is not None else []
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

    def _make_parts(self) -> _OpenParts:
        options = zip(self._options, self._labels, strict=True)
        buttons = [ChoiceOption(option, key) for option, key in options]
        for index, button in enumerate(buttons):
            button.clicked.connect(partial(self._on_option_clicked, index))
        blank = ChoiceOption(self.tr("No answer"), self._blank_key, is_compact=True)
        blank.clicked.connect(self.blanked)
        parts = _OpenParts(buttons, blank, can_be_blank=bool(self._blank_key))
        self._head.addWidget(blank, 0, Qt.AlignmentFlag.AlignVCenter)
        self._column.addWidget(parts)
        # The blank option comes last with Tab although it stands in the head.
        for stop, following in pairwise(parts.stops()):
            QWidget.setTabOrder(stop, following)
        parts.show_answer(self._answer)
        parts.show_warning(self._warning)
        return parts

    def _on_option_clicked(self, index: int, _is_checked: bool = False) -> None:
        self.option_chosen.emit(index)


class _OpenParts(QWidget):
    """What only the current question shows: the soft check and the options."""

    def __init__(
        self, buttons: list[ChoiceOption], blank: ChoiceOption, *, can_be_blank: bool
    ) -> None:
        super().__init__()
        self.buttons = buttons
        self.blank = blank
        self._can_be_blank = can_be_blank
        self._warning = Text("", tone="warning")
        self._note = QWidget()
        note = QHBoxLayout(self._note)
        note.setContentsMargins(Space.S, 0, Space.S, Space.XS)
        note.addWidget(IconLabel("warning", 18, tone="warning"))
        note.addWidget(self._warning, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._note)
        for button in buttons:
            column.addWidget(button)

    def stops(self) -> list[ChoiceOption]:
        """Return what the arrows and Tab visit, in order."""
        return [*self.buttons, self.blank] if self._can_be_blank else self.buttons

    def stop(self, answer: Answer) -> ChoiceOption:
        """Return the chosen option, else the first."""
        if answer == "blank" or not self.buttons:
            return self.blank
        return self.buttons[answer or 0]

    def show_answer(self, answer: Answer) -> None:
        """Mark the chosen option."""
        for index, button in enumerate(self.buttons):
            button.setChecked(index == answer)
        self.blank.setChecked(answer == "blank")

    def show_warning(self, text: str) -> None:
        """Show the soft check's sentence, if there is one."""
        self._warning.setText(text)
        self._note.setVisible(bool(text))

    def set_open(self, is_open: bool) -> None:
        """Show or hide the options."""
        self.setVisible(is_open)
        self.blank.setVisible(is_open and self._can_be_blank)
