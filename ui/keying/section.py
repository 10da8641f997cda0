"""The keying part of the window: the batches, the batch in hand, and a closed one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QDialog, QStackedWidget, QWidget

from models.clock import Clock
from models.rekeying.commands import close_and_draw
from models.surveys.records import KIOSK_CHANNEL, Slip
from ui.context import PageContext
from ui.keying.batches_page import BatchesPage
from ui.keying.closed_page import ClosedBatchPage
from ui.keying.closing_dialog import ClosingDialog
from ui.keying.drafts import last_batch, load_keyed
from ui.keying.entry_page import EntryPage
from ui.keying.key_hold import KeyHold
from ui.keying.loading import OpenBatch, read_open_batch
from ui.keying.second_saver import KIND as SECOND

if TYPE_CHECKING:
    from ui.keying.second_section import SecondSection
    from ui.keying.slip_decisions_page import SlipDecisionsPage
    from ui.kiosk.desk import KioskDesk
    from ui.kiosk.votes_page import VotesPage


class KeyingSection(QStackedWidget):
    """Leads from the list into a batch and back; `kiosk_requested` brings a `KioskOrder`."""

    kiosk_requested = Signal(object)

    def __init__(self, context: PageContext, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._clock = clock
        self._renewed: Slip | None = None
        self._wanted: UUID | None = None
        self._decisions: SlipDecisionsPage | None = None
        self._second: SecondSection | None = None
        self._votes: VotesPage | None = None
        self._kiosk: KioskDesk | None = None
        self._keys = KeyHold(self)
        self.batches = BatchesPage(context, clock, self._keys)
        self.entry = EntryPage(context, clock)
        self.closed = ClosedBatchPage(context)
        for page in (self.batches, self.entry, self.closed):
            self.addWidget(page)
        self.batches.batch_chosen.connect(self.open_batch)
        self.batches.second_requested.connect(self.open_second)
        self.batches.votes_wanted.connect(self.open_votes)
        self.batches.kiosk_wanted.connect(self._on_kiosk_wanted)
        self.entry.left.connect(self._on_left)
        self.entry.closing_requested.connect(self._on_closing_requested)
        self.entry.renewed.connect(self.open_batch)
        self.closed.left.connect(self._on_left)
        self.closed.renewal_requested.connect(self._on_renewal_requested)

    @Slot(object)
    def open_batch(self, batch: UUID) -> None:
        """Show a batch: the entry page while it is open, its slips once it is closed."""
        self._renewed = None
        self._read(batch)

    def resume(self) -> bool:
        """Save what was sent, go back to what was half keyed last; False when there is nothing."""
        batch = last_batch(self._context.drafts)
        again = self._context.drafts.all(SECOND)
        if again:
            self.second().entry.send_left_over()
        half = [data for _, data in again if not data["sent"]]
        if batch is None and half:
            self.open_second()
            self.second().open_batch(UUID(half[-1]["batch"]))
            return True
        if batch is None:
            return False
        self.entry.send_left_over()
        self.open_batch(batch)
        return True

    def take_focus(self) -> None:
        """Put the focus where the next key is wanted."""
        if self.currentWidget() is self.entry:
            self.entry.take_focus()
        elif self.currentWidget() is self.batches:
            self.batches.take_focus()
        elif self._decisions is not None and self.currentWidget() is self._decisions:
            self._decisions.take_focus()
        elif self._second is not None and self.currentWidget() is self._second:
            self._second.take_focus()
        elif self._votes is not None and self.currentWidget() is self._votes:
            self._votes.take_focus()
        else:
            self.closed.take_focus()

    def start_new(self) -> None:
        """Show the head of a new batch."""
        self.setCurrentWidget(self.batches)
        self.batches.start_new()

    def open_decisions(self) -> None:
        """Show the slips on which two differ."""
        page = self.decisions()
        self.setCurrentWidget(page)
        page.open()

    def open_part(self, part: str) -> None:
        """Show a part by its name: `decisions`, `votes`, `second` or `differences`."""
        if part == "decisions":
            self.open_decisions()
        elif part == "votes":
            self.open_votes()
        elif part in ("second", "differences"):
            self.open_second()
            if part == "differences":
                self.second().open_decisions()

    def decisions(self) -> SlipDecisionsPage:
        """Return the page of decisions, made on first use."""
        from ui.keying.slip_decisions_page import SlipDecisionsPage

        if self._decisions is None:
            self._decisions = SlipDecisionsPage(self._context, self._clock)
            self._decisions.left.connect(self._on_left)
            self._decisions.batch_chosen.connect(self.open_batch)
            self.addWidget(self._decisions)
        return self._decisions

    @Slot()
    def open_second(self) -> None:
        """Show what is to be keyed a second time."""
        page = self.second()
        self.setCurrentWidget(page)
        page.open()

    def second(self) -> SecondSection:
        """Return the pages of second keying, made on first use."""
        from ui.keying.second_section import SecondSection

        if self._second is None:
            self._second = SecondSection(self._context, self._clock)
            self._second.left.connect(self._on_left)
            self._second.batch_chosen.connect(self.open_batch)
            self.addWidget(self._second)
        return self._second

    @Slot()
    def open_votes(self) -> None:
        """Show what is striking in the kiosk's votes."""
        page = self.votes()
        self.setCurrentWidget(page)
        page.take_focus()

    def votes(self) -> VotesPage:
        """Return the page of the kiosk's votes, made on first use."""
        from ui.kiosk.votes_page import VotesPage

        if self._votes is None:
            self._votes = VotesPage(self._context, self._clock)
            self._votes.left.connect(self._on_left)
            self.addWidget(self._votes)
        return self._votes

    @Slot()
    def _on_kiosk_wanted(self) -> None:
        from ui.kiosk.desk import KioskDesk

        if self._kiosk is None:
            self._kiosk = KioskDesk(self._context, self)
            self._kiosk.requested.connect(self.kiosk_requested)
        self._kiosk.ask()

    def _read(self, batch: UUID) -> None:
        self._keys.hold_for_opening()
        self._wanted = batch
        query = partial(read_open_batch, batch=batch)
        self._context.read(query, self._on_read, partial(self._on_unread, batch))

    def _on_read(self, opened: OpenBatch) -> None:
        if opened.progress.batch.id != self._wanted:
            # Another was asked for since, which is what is keyed for.
            return
        is_taken = False
        try:
            is_taken = self._take(opened)
        finally:
            # What was keyed for one batch must not answer for another.
            if is_taken:
                self._keys.release()
            else:
                self._keys.drop()

    def _take(self, opened: OpenBatch) -> bool:
        """Show a batch; False where no slip of it can be keyed."""
        batch = opened.progress.batch
        renewed, self._renewed = self._renewed, None
        # Of a closed batch a voided slip may be half keyed again.
        has_drafts = bool(load_keyed(self._context.drafts, batch.id))
        is_keyed = batch.header.channel != KIOSK_CHANNEL
        if is_keyed and (batch.state == "open" or renewed is not None or has_drafts):
            self.setCurrentWidget(self.entry)
            return self.entry.open(opened, renewed)
        self.setCurrentWidget(self.closed)
        self.closed.open(opened)
        return False

    def _on_unread(self, batch: UUID, error: Exception) -> None:
        if batch == self._wanted:
            self._keys.drop()
        self._context.show_error(error)

    @Slot()
    def _on_left(self) -> None:
        self.setCurrentWidget(self.batches)
        self.batches.take_focus()

    @Slot(object)
    def _on_renewal_requested(self, slip: Slip) -> None:
        self._renewed = slip
        self._read(slip.batch)

    @Slot(object)
    def _on_closing_requested(self, batch: UUID) -> None:
        progress = self.entry.progress
        if progress is None:
            return
        dialog = ClosingDialog(progress.batch, self)
        is_accepted = dialog.exec() == QDialog.DialogCode.Accepted
        command = partial(
            close_and_draw, batch=batch, returned=dialog.returned(), reason=dialog.reason()
        )
        dialog.deleteLater()
        if not is_accepted:
            self.entry.take_focus()
            return
        self._context.write(command, self._on_closed)

    def _on_closed(self, _drawn: int) -> None:
        self._on_left()
