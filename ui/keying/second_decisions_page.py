"""All that two keyers differ on, one slip after the other."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from models.clock import Clock
from models.figures import format_integer
from models.rekeying.aligning import SHIFTS, align
from models.rekeying.deciding import decide
from ui.context import PageContext
from ui.keying.scanned_deciding import ScannedDecidingPage
from ui.keying.second_deciding import SecondDeciding, shift_question
from ui.keying.second_loading import OpenDifference, read_waiting
from ui.messages import sentence
from ui.widgets.buttons import QuietButton
from ui.widgets.decision_view import DecisionView, Taken


class SecondDecisionsPage(ScannedDecidingPage):
    """Settles differences by keyboard; Page down leaves one for later, F2 opens its batch.

    F7 asks instead what happened to the bundle, where a paper was left out or keyed twice.
    """

    batch_chosen = Signal(object)

    def __init__(self, context: PageContext, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._context = context
        self._clock = clock
        self._opened: OpenDifference | None = None
        self._deciding: SecondDeciding | None = None
        self._is_busy = False
        self._is_shifting = False
        self.decisions = DecisionView(context.language)
        self.decisions.settled.connect(self._on_settled)
        self.decisions.left.connect(self._on_left)
        self.lay_out(
            self.beside_scan(self.decisions), self.decisions.take_focus,
            open_text=self.tr("Open the batch"),
            advice=self.tr("Where two keyed one paper differently, a third decides here."),
            back_text=self.tr("Second keying"),
        )  # fmt: skip
        self.shifted = QuietButton(self.tr("Shifted"), hint="F7")
        tip = self.tr("A paper was left out or keyed twice: all behind it differ")
        self.shifted.setToolTip(tip)
        self.shifted.clicked.connect(self._on_shifted)
        self.add_tool(self.shifted)

    def open(self) -> None:
        """Begin with the first difference that waits."""
        self.banner.setVisible(False)
        self._read(first=True)

    def _read(self, *, first: bool = False) -> None:
        self._is_busy = True
        after = None if first or self._opened is None else self._opened.difference.id
        query = partial(read_waiting, account=self._context.account, after=after)
        self._context.read(query, self._on_read, self._on_failed)

    def _on_read(self, found: tuple[OpenDifference | None, int]) -> None:
        self._is_busy = False
        self._opened, waiting = found
        if self._opened is None:
            self.show_none()
        else:
            self._show(self._opened, waiting)
        self.take_focus()

    def _show(self, opened: OpenDifference, waiting: int) -> None:
        difference = opened.difference
        title = self.tr("Paper %1 of the bundle").replace("%1", str(difference.number))
        left = self.tr("%n slip(s) wait", "", waiting)
        parts = [opened.unit_name, left.replace(str(waiting), format_integer(waiting))]
        if difference.slip is not None:
            parts.insert(1, f"{difference.slip.collected_on:%d/%m/%Y}")
        if difference.is_alone:
            parts.append(self.tr("nobody else is here who keyed neither"))
        self.show_one(title, "  ·  ".join(parts))
        self.shifted.setEnabled(difference.slip is not None)
        self.scans.show_slip(difference.batch, difference.number)
        self._show_fields(opened)

    def _show_fields(self, opened: OpenDifference) -> None:
        self._is_shifting = False
        self._deciding = SecondDeciding(opened, self._context.language, self._clock.today())
        self.decisions.show_decisions(self._deciding.decisions(), self._deciding.read_typed)

    @Slot()
    def _on_shifted(self) -> None:
        """Ask what happened at this paper, or go back to its fields."""
        if self._opened is None or self._is_busy or self._opened.difference.slip is None:
            return
        if self._is_shifting:
            self._show_fields(self._opened)
            return
        self._is_shifting = True
        self.decisions.show_decisions([shift_question(self._opened.difference.number)])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the key of the shifted bundle; Esc leaves that question first."""
        if event.key() == Qt.Key.Key_F7:
            self._on_shifted()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _on_left(self) -> None:
        if self._is_shifting and self._opened is not None:
            self._show_fields(self._opened)
        else:
            self.left.emit()

    @Slot(object)
    def _on_settled(self, taken: dict[int, Taken]) -> None:
        if self._opened is None or self._deciding is None or self._is_busy:
            return
        if self._is_shifting:
            self._is_busy = True
            rekeyed, what = self._opened.difference.id, SHIFTS[taken[0].option]
            command = partial(align, rekeyed=rekeyed, what=what)
            self._context.write(command, self._on_aligned, self._on_failed)
            return
        if len(taken) < len(self._deciding.decisions()):
            self.decisions.say(self.tr("Please decide every field that differs."))
            return
        self._is_busy = True
        difference = self._opened.difference
        after, decided = self._deciding.outcome(taken)
        before = difference.slip.content if difference.slip is not None else after
        decision = partial(
            decide, rekeyed=difference.id, decided=decided, before=before, after=after,
            seen=difference.seen,
        )  # fmt: skip
        self._context.write(decision, self._on_written, self._on_failed)

    def _on_written(self, _drawn: int) -> None:
        self.banner.setVisible(False)
        self._read(first=True)

    def _on_aligned(self, to_key: int) -> None:
        said = self.tr("What was keyed stands beside its papers again.")
        if to_key:
            said += " " + self.tr("%n paper(s) are to be keyed a second time again.", "", to_key)
        self.banner.show_message("success", said)
        self._read(first=True)

    def _on_failed(self, error: Exception) -> None:
        self._is_busy = False
        self.banner.show_message("danger", sentence(error, self._context.language))

    @Slot()
    def on_later(self) -> None:
        """Leave what is shown for later."""
        if not self._is_busy and self._opened is not None:
            self._read()

    @Slot()
    def on_open(self) -> None:
        """Open what the thing shown is of."""
        if self._opened is not None:
            self.batch_chosen.emit(self._opened.difference.batch)
