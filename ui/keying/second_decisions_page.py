"""All that two keyers differ on, one slip after the other."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from models.clock import Clock
from models.figures import format_integer
from models.rekeying.deciding import decide
from ui.context import PageContext
from ui.keying.second_deciding import SecondDeciding
from ui.keying.second_loading import OpenDifference, read_waiting
from ui.messages import sentence
from ui.widgets.deciding_page import DecidingPage
from ui.widgets.decision_view import DecisionView, Taken


class SecondDecisionsPage(DecidingPage):
    """Settles differences by keyboard; Page down leaves one for later, F2 opens its batch."""

    batch_chosen = Signal(object)

    def __init__(self, context: PageContext, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._clock = clock
        self._opened: OpenDifference | None = None
        self._deciding: SecondDeciding | None = None
        self._is_busy = False
        self.decisions = DecisionView(context.language)
        self.decisions.settled.connect(self._on_settled)
        self.decisions.left.connect(self.left)
        self.lay_out(
            self.decisions, self.decisions.take_focus, open_text=self.tr("Open the batch"),
            advice=self.tr("Where two keyed one paper differently, a third decides here."),
            back_text=self.tr("Second keying"),
        )  # fmt: skip

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
        self._deciding = SecondDeciding(opened, self._context.language, self._clock.today())
        self.decisions.show_decisions(self._deciding.decisions(), self._deciding.read_typed)

    @Slot(object)
    def _on_settled(self, taken: dict[int, Taken]) -> None:
        if self._opened is None or self._deciding is None or self._is_busy:
            return
        if len(taken) < len(self._deciding.decisions()):
            self.decisions.say(self.tr("Please decide every field that differs."))
            return
        self._is_busy = True
        difference = self._opened.difference
        after, decided = self._deciding.outcome(taken)
        before = difference.slip.content if difference.slip is not None else after
        command = partial(
            decide, rekeyed=difference.id, decided=decided, before=before, after=after,
            seen=difference.seen,
        )  # fmt: skip
        self._context.write(command, self._on_written, self._on_failed)

    def _on_written(self, _drawn: int) -> None:
        self.banner.setVisible(False)
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
