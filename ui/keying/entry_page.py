"""Heads-down entry of paper slips: eight keys for a complete slip, all on the number pad."""

from __future__ import annotations

from typing import Final
from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.clock import Clock
from models.errors import UserError
from models.surveys.records import Slip
from ui.context import PageContext
from ui.keying.batch_follower import BatchFollower
from ui.keying.drafts import load_sent
from ui.keying.entry import SlipEntry
from ui.keying.entry_view import EntryView
from ui.keying.keys import Action, action_of
from ui.keying.loading import BatchProgress, OpenBatch
from ui.keying.looking_back import LookingBack
from ui.keying.saver import Sending, SlipSaver
from ui.keying.side_panel import SidePanel
from ui.keying.slip_in_hand import SlipInHand
from ui.keying.titles import batch_line, slip_title
from ui.messages import sentence
from ui.theme.sizes import Space
from ui.widgets.banner import Banner
from ui.widgets.buttons import SecondaryButton
from ui.widgets.page_header import PageHeader

# Keyboards begin to repeat a quarter of a second after the press at the soonest.
_HELD_MS: Final = 200


class EntryPage(QWidget):
    """Keys slips into one batch. Every key is kept as a draft before it is shown."""

    left = Signal()
    closing_requested = Signal(object)
    renewed = Signal(object)

    def __init__(self, context: PageContext, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._clock = clock
        self._open: OpenBatch | None = None
        self._is_throwing = self._is_in_trouble = False
        self._pressed_at = 0
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
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
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

    def open(self, opened: OpenBatch, renewed: Slip | None = None) -> None:
        """Take a batch in hand, with the drafts that a kill or a power cut left behind."""
        if self._hand.is_unkept:
            # The disk takes no drafts now; what is in hand is nowhere else and stays there.
            self._hand.keep()
            self.take_focus()
            return
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

    def take_focus(self) -> None:
        """Put the focus where the next key is wanted."""
        if self._open is None or not self._view.focus_typed():
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys of the number pad; others go on."""
        self._view.num_lock.follow(event)
        action = action_of(event)
        if action is None or self._open is None:
            super().keyPressEvent(event)
            return
        # A key that is held down is one press: a heavy thumb must not answer what follows. But a
        # quick second press counts, though X takes it for a repeat: no keyboard repeats so soon.
        if event.isAutoRepeat() and event.timestamp() - self._pressed_at > _HELD_MS:
            return
        self._pressed_at = event.timestamp()
        self._press(action)

    def _lay_out(self) -> None:
        self._header = PageHeader()
        self._leave = SecondaryButton(self.tr("All batches"), icon="arrow-left")
        self._leave.clicked.connect(self.left)
        self._close = SecondaryButton(self.tr("Close the batch"), icon="check")
        self._close.clicked.connect(self._on_close)
        self._header.add_action(self._leave)
        self._header.add_action(self._close)
        self._banner = Banner()
        self._banner.setVisible(False)
        self._banner.action_requested.connect(self._on_thrown_away)
        self._view = EntryView()
        self._view.option_chosen.connect(self._on_option_chosen)
        self._view.blanked.connect(self._on_blanked)
        self._view.question_opened.connect(self._on_question_opened)
        self._view.reason_chosen.connect(self._on_reason_chosen)
        self._view.answer_typed.connect(self._on_answer_typed)
        self._view.words_edited.connect(self._on_words_edited)
        self._view.words_left.connect(self.take_focus)
        self._view.typed_edited.connect(self._on_typed_edited)
        self._view.typed_left.connect(self._on_typed_left)
        self._view.action_requested.connect(self._press)
        self._side = SidePanel()
        self._side.setFixedWidth(300)
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

    @Slot(str)
    def _press(self, action: Action | int) -> None:
        """Do what a key says."""
        if self._back.is_busy or self._is_over():
            # The mouse does not wait as the keys do; it comes too early, or too late.
            self.take_focus()
        elif isinstance(action, int):
            self._on_digit(action)
        else:
            self._on_action(action)

    def _on_digit(self, digit: int) -> None:
        if self.entry.choose(digit):
            self._changed()

    def _on_action(self, action: Action) -> None:
        is_throwing, self._is_throwing = self._is_throwing, False
        if action == "note":
            self._view.focus_note()
            return
        if action in ("enter", "back", "invalid") and not self._take_typed(action):
            return
        if action == "enter":
            self._enter()
        elif action == "blank":
            if self.entry.blank():
                self._changed()
        elif action == "back":
            self.entry.back()
            self._changed()
        elif action == "invalid":
            self.entry.toggle_reasons()
            self._changed()
        elif action in ("correct", "undo"):
            self._back.want(action)
        elif action == "escape":
            self._escape(is_throwing)
        self.take_focus()

    def _take_typed(self, action: Action) -> bool:
        """Make an answer of what is half typed; False when the key is used up by that."""
        if self.entry.mode == "answers" and self.entry.typed:
            return self._on_answer_typed(self.entry.typed) and action == "invalid"
        return True

    def _enter(self) -> None:
        if not self.entry.is_ready():
            self._changed()
            return
        assert self._open is not None
        sending = self._hand.sending(self._open.progress.batch.id)
        self._hand.next()
        self._banner.setVisible(False)
        self._saver.send(sending)
        self._show()

    def _changed(self) -> None:
        """Keep the slip as a draft, then show it."""
        self._is_throwing = False
        self._hand.keep()
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
        self._hand.throw_away()
        self._show()
        self.take_focus()
        self._leave_when_over()

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

    @Slot(object, int)
    def _on_saved(self, _slip: UUID, _number: int) -> None:
        self._on_kept_again()
        self._follower.refresh()

    @Slot(object, str)
    def _on_refused(self, sending: Sending, said: str) -> None:
        # What was asked for after it was meant for this slip, not for the one before.
        self._back.give_up()
        self._banner.show_message("danger", said)
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

    @Slot(int, int)
    def _on_option_chosen(self, question: int, option: int) -> None:
        if self._take_elsewhere(question):
            self._on_digit(option + 1)

    @Slot(int)
    def _on_blanked(self, question: int) -> None:
        if self._take_elsewhere(question) and self.entry.blank():
            self._changed()

    @Slot(int)
    def _on_question_opened(self, question: int) -> None:
        if self._take_elsewhere(question):
            self._changed()

    def _take_elsewhere(self, question: int) -> bool:
        """Put another question in hand, unless what is half typed cannot be an answer."""
        if question != self.entry.position and not self._take_typed("invalid"):
            return False
        self.entry.go_to(question)
        return True

    @Slot(int)
    def _on_reason_chosen(self, option: int) -> None:
        self._on_digit(option + 1)

    @Slot(str)
    def _on_typed_edited(self, text: str) -> None:
        self.entry.type_text(text)
        self._view.show_typed_error(None)
        self._changed()

    @Slot()
    def _on_typed_left(self) -> None:
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str)
    def _on_answer_typed(self, text: str) -> bool:
        try:
            self.entry.enter_text(text)
        except UserError as error:
            self._view.show_typed_error(sentence(error, self._context.language))
            return False
        self._view.show_typed_error(None)
        self._changed()
        return True

    @Slot()
    def _on_words_edited(self) -> None:
        self.entry.note = self._view.note.text()
        self.entry.dossier = self._view.dossier.text()
        self._changed()

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
