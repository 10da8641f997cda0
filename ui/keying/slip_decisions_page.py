"""All slips that wait for a decision, one after the other."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from models.clock import Clock
from models.figures import format_integer
from models.surveys.commands import settle_slip
from ui.context import PageContext
from ui.keying.scanned_deciding import ScannedDecidingPage
from ui.keying.slip_deciding import OpenDecision, SlipDeciding, read_waiting
from ui.messages import sentence
from ui.widgets.decision_view import DecisionView, Taken


class SlipDecisionsPage(ScannedDecidingPage):
    """Settles slips by keyboard; Page down leaves one for later, F2 opens its batch."""

    batch_chosen = Signal(object)

    def __init__(self, context: PageContext, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._context = context
        self._clock = clock
        self._opened: OpenDecision | None = None
        self._deciding: SlipDeciding | None = None
        self._is_busy = False
        self.decisions = DecisionView(context.language)
        self.decisions.settled.connect(self._on_settled)
        self.decisions.left.connect(self.left)
        self.lay_out(
            self.beside_scan(self.decisions), self.decisions.take_focus,
            open_text=self.tr("Open the batch"),
            advice=self.tr("Where two people corrected one slip differently, it is shown here."),
            back_text=self.tr("All batches"),
        )  # fmt: skip

    def open(self) -> None:
        """Begin with the first slip that waits."""
        self.banner.setVisible(False)
        self._read(None)

    def _read(self, after: UUID | None) -> None:
        self._is_busy = True
        self._context.read(partial(read_waiting, after=after), self._on_read, self._on_failed)

    def _on_read(self, found: tuple[OpenDecision | None, int]) -> None:
        self._is_busy = False
        self._opened, waiting = found
        if self._opened is None:
            self.show_none()
        else:
            self._show(self._opened, waiting)
        self.take_focus()

    def _show(self, opened: OpenDecision, waiting: int) -> None:
        slip = opened.undecided.slip
        title = self.tr("Slip %1").replace("%1", str(slip.number or ""))
        left = self.tr("%n slip(s) wait", "", waiting)
        left = left.replace(str(waiting), format_integer(waiting))
        self.show_one(title, f"{opened.unit_name}  ·  {slip.collected_on:%d/%m/%Y}  ·  {left}")
        self._deciding = SlipDeciding(opened, self._context.language, self._clock.today())
        self.scans.show_slip(slip.batch, slip.number or 1)
        self.decisions.show_decisions(self._deciding.decisions(), self._deciding.read_typed)

    @Slot(object)
    def _on_settled(self, taken: dict[int, Taken]) -> None:
        if self._opened is None or self._deciding is None or self._is_busy:
            return
        self._is_busy = True
        undecided = self._opened.undecided
        after, decided = self._deciding.outcome(taken)
        command = partial(
            settle_slip, slip=undecided.slip.id, before=undecided.slip.content, after=after,
            decided=decided, seen=undecided.seen,
        )  # fmt: skip
        self._context.write(command, self._on_written, self._on_failed)

    def _on_written(self, _event: UUID) -> None:
        self.banner.setVisible(False)
        self._read(None)

    def _on_failed(self, error: Exception) -> None:
        self._is_busy = False
        self.banner.show_message("danger", sentence(error, self._context.language))

    @Slot()
    def on_later(self) -> None:
        """Leave what is shown for later."""
        if not self._is_busy and self._opened is not None:
            self._read(self._opened.undecided.slip.id)

    @Slot()
    def on_open(self) -> None:
        """Open what the thing shown is of."""
        if self._opened is not None:
            self.batch_chosen.emit(self._opened.undecided.slip.batch)
