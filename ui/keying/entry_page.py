"""Heads-down entry of paper slips: eight keys for a complete slip, all on the number pad."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.clock import Clock
from models.surveys.records import Slip
from ui.context import PageContext
from ui.keying.batch_follower import BatchFollower
from ui.keying.drafts import KeyedDraft, load_sent
from ui.keying.entry import SlipEntry
from ui.keying.keys import Action
from ui.keying.loading import BatchProgress, OpenBatch
from ui.keying.looking_back import LookingBack
from ui.keying.saver import Sending, SlipSaver
from ui.keying.side_panel import SidePanel
from ui.keying.sitting import SittingClock
from ui.keying.slip_in_hand import SlipInHand
from ui.keying.slip_keys import NARROW, SlipKeysPage
from ui.keying.titles import batch_line, slip_title
from ui.messages import sentence
from ui.theme.sizes import Space
from ui.widgets.buttons import SecondaryButton
from ui.widgets.page_header import PageHeader
from ui.widgets.undo_banner import UndoBanner

_SIDE: Final = 300
_NARROW_SIDE: Final = 256


class EntryPage(SlipKeysPage):
    """Keys slips into one batch. Every key is kept as a draft before it is shown."""

    left = Signal()
    closing_requested = Signal(object)
    renewed = Signal(object)

    def __init__(self, context: PageContext, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._clock = clock
        self._open: OpenBatch | None = None
        self._is_in_trouble = False
        self._sitting = SittingClock(context, "first")
        self._hand = SlipInHand(context, clock, self)
        self._hand.unkept.connect(self._on_delayed)
        self._hand.kept_again.connect(self._on_kept_again)
        self._follower = BatchFollower(context, self)
        self._follower.read.connect(self._on_read)
        self._follower.failed.connect(self._on_not_done)
        self._saver = SlipSaver(context, self)
        self._saver.saved.connect(self._on_saved)
        self._saver.refused.connect(self._on_refused)
        self._saver.delayed.connect(self._on_delayed)
        self._back = LookingBack(context, self._hand, self._saver, self._follower, self)
        self._back.brought.connect(self._on_brought)
        self._back.undone.connect(self._on_undone)
        self._back.warned.connect(self._warn)
        self._back.failed.connect(self._on_not_done)
        self._lay_out()

    @property
    def entry(self) -> SlipEntry:
        """The slip in hand."""
        return self._hand.entry

    @property
    def progress(self) -> BatchProgress | None:
        """What the page shows as saved."""
        return self._follower.progress

    def send_left_over(self) -> None:
        """Save what an earlier start sent, of whichever batch, and could not finish."""
        for sending in load_sent(self._context.drafts):
            self._saver.send(sending)

    def open(self, opened: OpenBatch, renewed: Slip | None = None) -> bool:
        """Take a batch in hand, with the drafts that a kill or a power cut left behind.

        False where what is in hand has to stay.
        """
        if self._hand.is_unkept:
            # The disk takes no drafts now; what is in hand is nowhere else and stays there.
            self._hand.keep()
            self.take_focus()
            return False
        self._open = opened
        self._follower.follow(opened.progress)
        self._is_throwing = False
        self._back.give_up()
        reasons = [item.code for item in opened.settings.invalid_reasons]
        entry = SlipEntry(
            opened.compiled, reasons, today=self._clock.today(), language=self._context.language
        )
        self._header.set_title(opened.unit_name)
        self._header.set_subtitle(batch_line(opened, self._context.language))
        self._view.set_form(entry, opened.settings, self._context.language)
        self._banner.setVisible(False)
        batch = opened.progress.batch.id
        is_resumed = self._hand.open(batch, entry, {slip.id for slip in self._follower.slips})
        if renewed is not None:
            self._hand.renew(renewed)
        elif is_resumed:
            self._banner.show_message(
                "info", self.tr("The slip that was half keyed is back. Please go on.")
            )
        self._show()
        self.take_focus()
        return True

    def _lay_out(self) -> None:
        self._header = PageHeader()
        self._leave = SecondaryButton(self.tr("All batches"), icon="arrow-left")
        self._leave.clicked.connect(self.left)
        self._close = SecondaryButton(self.tr("Close the batch"), icon="check")
        self._close.clicked.connect(self._on_close)
        self._header.add_action(self._leave)
        self._header.add_action(self._close)
        self._banner = UndoBanner()
        self._banner.action_requested.connect(self._on_thrown_away)
        self._banner.undo_requested.connect(self._on_throw_undone)
        self._side = SidePanel()
        self._side.slip_opened.connect(self._on_slip_opened)
        row = QHBoxLayout()
        row.setSpacing(Space.L)
        row.addWidget(self._view, 1)
        row.addWidget(self._side)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        column.setSpacing(Space.M)
        column.addWidget(self._header)
        column.addWidget(self._banner)
        column.addLayout(row, 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Ctrl+Z, which stands on what it takes back."""
        if not self._banner.takes(event):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the keys below the slip their room in a narrow window."""
        super().resizeEvent(event)
        is_narrow = self.width() < NARROW
        self._side.setFixedWidth(_NARROW_SIDE if is_narrow else _SIDE)

    def hideEvent(self, event: QHideEvent) -> None:
        """Have it noted how long somebody sat here."""
        super().hideEvent(event)
        self._sitting.note()

    def _is_open(self) -> bool:
        return self._open is not None

    def _is_late(self) -> bool:
        return self._back.is_busy or self._is_over()

    def _key_counted(self) -> None:
        self._sitting.key()

    def _keep(self) -> None:
        self._hand.keep()

    def _look_back(self, action: Action) -> None:
        self._back.want(action)

    def _save(self) -> None:
        assert self._open is not None
        sending = self._hand.sending(self._open.progress.batch.id)
        if sending.corrects is None:
            self._sitting.slip()
        self._hand.next()
        self._banner.setVisible(False)
        self._saver.send(sending)
        self._show()

    def _escape(self, is_throwing: bool) -> None:
        """Leave a correction; throw another slip away only when asked for twice."""
        if self._hand.draft.corrects is not None or is_throwing:
            self._on_thrown_away()
        elif not self.entry.is_untouched or self._hand.draft.replaces is not None:
            self._is_throwing = True
            self._banner.show_message(
                "warning", self.tr("Press Esc again to throw the slip in hand away."),
                self.tr("Throw away"),
            )  # fmt: skip

    @Slot()
    def _on_thrown_away(self) -> None:
        self._banner.setVisible(False)
        is_correction = self._hand.draft.corrects is not None
        thrown = self._hand.throw_away()
        if not is_correction:
            said = self.tr("The slip in hand was thrown away.")
            self._banner.offer("info", said, thrown)
        self._show()
        self.take_focus()
        self._leave_when_over()

    @Slot(object)
    def _on_throw_undone(self, thrown: KeyedDraft) -> None:
        self._banner.setVisible(False)
        self._hand.take_thrown(thrown)
        self._show()
        self.take_focus()

    @Slot()
    def _on_brought(self) -> None:
        self._is_throwing = False
        self._show()

    @Slot(object)
    def _on_undone(self, slip: Slip) -> None:
        said = self.tr("Slip %1 was taken back. Change it and save it again.")
        self._banner.show_message("info", said.replace("%1", str(slip.number)))
        self._follower.refresh()

    @Slot(object)
    def _on_not_done(self, error: Exception) -> None:
        self._banner.show_message("danger", sentence(error, self._context.language))
        self._back.go_on()

    @Slot(str)
    def _warn(self, said: str, action: str = "") -> None:
        self._banner.show_message("warning", said, action)

    @Slot(object, object)
    def _on_saved(self, _sent: Sending, _number: int) -> None:
        self._on_kept_again()
        self._follower.refresh()

    @Slot(object, object)
    def _on_refused(self, sending: Sending, error: Exception) -> None:
        # What was asked for after it was meant for this slip, not for the one before.
        self._back.give_up()
        self._banner.show_message("danger", sentence(error, self._context.language))
        self._hand.take_refused(sending)
        self._follower.refresh()

    @Slot(str)
    def _on_delayed(self, said: str) -> None:
        self._is_in_trouble = True
        self._back.give_up()
        self._banner.show_message("warning", said)
        self._show()

    @Slot()
    def _on_kept_again(self) -> None:
        if self._is_in_trouble and not self._hand.is_unkept:
            self._is_in_trouble = False
            self._banner.setVisible(False)

    @Slot()
    def _on_read(self) -> None:
        self._show()
        self._back.go_on()
        self._leave_when_over()

    def _is_over(self) -> bool:
        """Say whether the batch is closed and the voided slip was keyed again."""
        progress = self._follower.progress
        is_closed = progress is not None and progress.batch.state == "closed"
        return is_closed and self._hand.is_idle

    def _leave_when_over(self) -> None:
        if self._is_over() and not self._saver.waiting and self._open is not None:
            self.renewed.emit(self._open.progress.batch.id)

    def _show(self) -> None:
        progress = self._follower.progress
        if self._open is None or progress is None:
            return
        on_their_way = self._saver.new_slips(self._open.progress.batch.id)
        self._view.show_entry(
            *slip_title(self._hand.draft, self._follower.slips, on_their_way, self.entry.is_at_end)
        )
        self._side.show_progress(
            progress, self.entry.questions, self._open.settings, self._context.language,
            self._saver.waiting,
        )  # fmt: skip

    @Slot(object)
    def _on_slip_opened(self, slip: Slip) -> None:
        if slip.status in ("valid", "invalid") and self._take_typed("invalid"):
            self._back.want(slip.id)
            self.take_focus()

    @Slot()
    def _on_close(self) -> None:
        if not self._hand.is_idle:
            self._is_throwing = True
            self._warn(
                self.tr("A slip is still in hand. Please save or clear it first."),
                self.tr("Throw away"),
            )
            self.take_focus()
        elif self._saver.waiting or self._follower.is_reading or self._back.is_busy:
            self._warn(self.tr("The last slip is not saved yet. Please wait until it is."))
        elif self._open is not None:
            self.closing_requested.emit(self._open.progress.batch.id)
