"""Heads-down entry of paper slips: eight keys for a complete slip, all on the number pad."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.clock import Clock
from models.errors import UserError
from models.ids import uuid7
from models.surveys.commands import undo_last
from models.surveys.records import Slip
from ui.context import PageContext
from ui.keying.drafts import KeyedDraft, load_drafts, store_draft
from ui.keying.entry import SlipEntry
from ui.keying.entry_view import EntryView
from ui.keying.keys import action_of
from ui.keying.loading import BatchProgress, OpenBatch, read_progress
from ui.keying.saver import KIND, Sending, SlipSaver
from ui.keying.side_panel import SidePanel
from ui.messages import sentence
from ui.theme.sizes import Space
from ui.widgets.banner import Banner
from ui.widgets.buttons import SecondaryButton
from ui.widgets.page_header import PageHeader

_SETTLE_MS = 3000


class EntryPage(QWidget):
    """Keys slips into one batch. Every key is kept as a draft before it is shown."""

    left = Signal()
    closing_requested = Signal(object)

    def __init__(self, context: PageContext, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._clock = clock
        self._open: OpenBatch | None = None
        self._progress: BatchProgress | None = None
        self._entry: SlipEntry | None = None
        self._draft = KeyedDraft(uuid7(clock.now_ms()))
        self._stash: KeyedDraft | None = None
        self._is_reading = self._is_stale = self._is_correcting_next = False
        self._saver = SlipSaver(context, self)
        self._saver.saved.connect(self._on_saved)
        self._saver.refused.connect(self._on_refused)
        self._saver.delayed.connect(self._on_delayed)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._settle.timeout.connect(context.drafts.settle)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._lay_out()

    @property
    def entry(self) -> SlipEntry:
        """The slip in hand."""
        assert self._entry is not None
        return self._entry

    @property
    def progress(self) -> BatchProgress | None:
        """What the page shows as saved."""
        return self._progress

    def open(self, opened: OpenBatch, replaces: Slip | None = None) -> None:
        """Take a batch in hand, with the drafts that a kill or a power cut left behind."""
        self._open, self._progress = opened, opened.progress
        reasons = [item.code for item in opened.settings.invalid_reasons]
        self._entry = SlipEntry(
            opened.compiled, reasons, today=self._clock.today(), language=self._context.language
        )
        batch = opened.progress.batch
        self._header.set_title(opened.unit_name)
        self._header.set_subtitle(self._subtitle(opened))
        self._view.set_form(self._entry, opened.settings, self._context.language)
        self._banner.setVisible(False)
        self._stash = None
        renewed = replaces.id if replaces else None
        self._take(KeyedDraft(uuid7(self._clock.now_ms()), replaces=renewed))
        if replaces is not None:
            self._entry.load(replaces.content)
        for sending in load_drafts(self._context.drafts, batch.id).sent:
            self._saver.send(sending)
        self._take_up_drafts(batch.id)
        self._show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys of the number pad; others go on."""
        action = action_of(event)
        if action is None or self._open is None:
            super().keyPressEvent(event)
            return
        if isinstance(action, int):
            self._on_digit(action)
        else:
            self._on_action(action)

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
        self._view = EntryView()
        self._view.option_chosen.connect(self._on_option_chosen)
        self._view.blanked.connect(self._on_blanked)
        self._view.question_opened.connect(self._on_question_opened)
        self._view.reason_chosen.connect(self._on_reason_chosen)
        self._view.answer_typed.connect(self._on_answer_typed)
        self._view.words_edited.connect(self._on_words_edited)
        self._view.words_left.connect(self._on_words_left)
        self._view.action_requested.connect(self._on_action)
        self._side = SidePanel()
        self._side.setFixedWidth(300)
        self._side.slip_opened.connect(self._correct)
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

    def _on_digit(self, digit: int) -> None:
        if self.entry.choose(digit):
            self._changed()

    @Slot(str)
    def _on_action(self, action: str) -> None:
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
        elif action == "note":
            self._view.focus_note()
            return
        elif action == "correct":
            self._correct_before()
        elif action == "undo":
            self._undo()
        elif action == "escape":
            self._drop_correction()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _enter(self) -> None:
        if not self.entry.is_ready():
            self._changed()
            return
        assert self._open is not None
        draft = self._draft
        sending = Sending(
            draft.id, self._open.progress.batch.id, self.entry.content(), draft.corrects,
            draft.replaces,
        )  # fmt: skip
        self.entry.clear()
        stash, self._stash = self._stash, None
        self._take(stash or KeyedDraft(uuid7(self._clock.now_ms())))
        self._banner.setVisible(False)
        self._saver.send(sending)
        self._show()

    def _changed(self) -> None:
        """Keep the slip as a draft, then show it."""
        assert self._open is not None
        store_draft(self._context.drafts, self._draft, self._open.progress.batch.id, self.entry)
        self._settle.start()
        self._show()

    def _take(self, draft: KeyedDraft) -> None:
        self._draft = draft
        if draft.entry is None:
            self.entry.clear()
        else:
            self.entry.from_draft(draft.entry)

    def _take_up_drafts(self, batch: UUID) -> None:
        found = load_drafts(self._context.drafts, batch).keyed
        for draft in found:
            if draft.corrects is None:
                self._take(draft)
        for draft in found:
            if draft.corrects is not None:
                self._stash = KeyedDraft(self._draft.id, entry=self.entry.to_draft())
                self._take(draft)
        if found:
            self._banner.show_message(
                "info", self.tr("The slip that was half keyed is back. Please go on.")
            )

    def _correct_before(self) -> None:
        """Take the last slip in hand, and the one before it when pressed again."""
        if self._saver.waiting or self._is_reading:
            # The slip just sent is the last one, though it does not stand in the list yet.
            self._is_correcting_next = True
            return
        slips = [slip for slip in self._slips() if slip.status in ("valid", "invalid")]
        ids = [slip.id for slip in slips]
        place = ids.index(self._draft.corrects) + 1 if self._draft.corrects in ids else 0
        if place < len(slips):
            self._correct(slips[place])

    @Slot(object)
    def _correct(self, slip: Slip) -> None:
        if slip.status not in ("valid", "invalid"):
            return
        if self._draft.corrects is None:
            self._stash = KeyedDraft(
                self._draft.id, entry=self.entry.to_draft(), replaces=self._draft.replaces
            )
        else:
            self._context.drafts.drop(self._draft.id)
        self._draft = KeyedDraft(uuid7(self._clock.now_ms()), corrects=slip.id, number=slip.number)
        self.entry.load(slip.content)
        self._changed()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _drop_correction(self) -> None:
        if self._draft.corrects is None:
            return
        self._context.drafts.drop(self._draft.id)
        stash, self._stash = self._stash, None
        self._take(stash or KeyedDraft(uuid7(self._clock.now_ms())))
        self._show()

    def _undo(self) -> None:
        if not self.entry.is_untouched or self._saver.waiting > 1:
            self._banner.show_message(
                "warning",
                self.tr("Please save the slip in hand first, then take the last one back."),
            )
            return
        assert self._open is not None
        batch = self._open.progress.batch.id
        self._context.write(partial(undo_last, batch=batch), self._on_undone, self._on_failed)

    def _on_undone(self, slip: Slip) -> None:
        self._draft = KeyedDraft(uuid7(self._clock.now_ms()))
        self.entry.load(slip.content)
        self._changed()
        number = str(slip.number)
        said = self.tr("Slip %1 was taken back. Change it and save it again.")
        self._banner.show_message("info", said.replace("%1", number))
        self._refresh()

    def _on_failed(self, error: Exception) -> None:
        self._banner.show_message("danger", sentence(error, self._context.language))

    @Slot(object, int)
    def _on_saved(self, _slip: UUID, _number: int) -> None:
        self._refresh()

    @Slot(object, str)
    def _on_refused(self, sending: Sending, said: str) -> None:
        self._banner.show_message("danger", said)
        if self.entry.is_untouched and self._draft.corrects is None:
            self._draft = KeyedDraft(sending.draft, sending.corrects, sending.replaces)
            self.entry.load(sending.content)
            self._changed()
        else:
            kept = SlipEntry.draft_of(sending.content, self.entry)
            self._stash = KeyedDraft(sending.draft, sending.corrects, sending.replaces, entry=kept)
            self._context.drafts.put(KIND, sending.draft, self._stash.data(sending.batch, kept))
        self._refresh()

    @Slot(str)
    def _on_delayed(self, said: str) -> None:
        self._banner.show_message("warning", said)
        self._show()

    def _refresh(self) -> None:
        if self._is_reading:
            self._is_stale = True
            return
        assert self._open is not None
        self._is_reading, self._is_stale = True, False
        batch = self._open.progress.batch.id
        self._context.read(partial(read_progress, batch=batch), self._on_progress, self._on_unread)

    def _on_progress(self, progress: BatchProgress) -> None:
        self._is_reading = False
        self._progress = progress
        self._show()
        if self._is_stale:
            self._refresh()
        elif self._is_correcting_next and not self._saver.waiting:
            self._is_correcting_next = False
            self._correct_before()

    def _on_unread(self, error: Exception) -> None:
        self._is_reading = False
        self._on_failed(error)

    def _show(self) -> None:
        assert self._open is not None
        assert self._progress is not None
        self._view.show_entry(*self._title())
        self._side.show_progress(
            self._progress, self.entry.questions, self._open.settings, self._context.language,
            self._saver.waiting,
        )  # fmt: skip

    def _title(self) -> tuple[str, str]:
        if self._draft.corrects is not None:
            number = str(self._draft.number or "")
            return (
                self.tr("Correcting slip %1").replace("%1", number),
                self.tr("Enter saves the correction, Esc leaves it"),
            )
        if self._draft.replaces is not None:
            return self.tr("Keying the voided slip again"), ""
        last = max((slip.number or 0 for slip in self._slips()), default=0)
        number = str(last + self._saver.waiting + 1)
        state = self.tr("Complete: Enter saves it") if self.entry.is_at_end else ""
        return self.tr("Slip %1").replace("%1", number), state

    def _slips(self) -> tuple[Slip, ...]:
        return self._progress.slips if self._progress is not None else ()

    def _subtitle(self, opened: OpenBatch) -> str:
        header = opened.progress.batch.header
        language = self._context.language
        channels = {item.code: item.text(language) for item in opened.settings.channels}
        form = opened.compiled.form
        return "  ·  ".join(
            (
                header.collected_on.strftime("%d/%m/%Y"),
                channels.get(header.channel, header.channel),
                form.text(form.titles, language),
            )
        )

    @Slot(int, int)
    def _on_option_chosen(self, question: int, option: int) -> None:
        self.entry.go_to(question)
        self._on_digit(option + 1)

    @Slot(int)
    def _on_blanked(self, question: int) -> None:
        self.entry.go_to(question)
        if self.entry.blank():
            self._changed()

    @Slot(int)
    def _on_question_opened(self, question: int) -> None:
        self.entry.go_to(question)
        self._changed()

    @Slot(int)
    def _on_reason_chosen(self, option: int) -> None:
        self._on_digit(option + 1)

    @Slot(str)
    def _on_answer_typed(self, text: str) -> None:
        try:
            self.entry.enter_text(text)
        except UserError as error:
            self._view.show_typed_error(sentence(error, self._context.language))
            return
        self._view.show_typed_error(None)
        self._changed()

    @Slot()
    def _on_words_edited(self) -> None:
        self.entry.note = self._view.note.text()
        self.entry.dossier = self._view.dossier.text()
        self._changed()

    @Slot()
    def _on_words_left(self) -> None:
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_close(self) -> None:
        if self._saver.waiting or not self.entry.is_untouched:
            self._banner.show_message(
                "warning", self.tr("A slip is still in hand. Please save or clear it first.")
            )
            return
        if self._open is not None:
            self.closing_requested.emit(self._open.progress.batch.id)
