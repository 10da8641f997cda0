"""Keys a batch a second time, blind: its head and an empty slip, never what was keyed first."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from models.clock import Clock
from models.figures import format_integer
from models.rekeying.commands import draw_late
from models.rekeying.queries import read_drawn
from models.rekeying.records import DrawnBatch
from models.store.changes import Changes
from ui.context import PageContext
from ui.keying.entry import SlipEntry
from ui.keying.key_hold import KeyHold
from ui.keying.second_hand import SecondInHand
from ui.keying.second_loading import OpenSecond, read_open_second
from ui.keying.second_saver import SecondSaver, SecondSending
from ui.keying.sitting import SittingClock
from ui.keying.slip_keys import SlipKeysPage
from ui.messages import sentence
from ui.newest import Newest
from ui.theme.colours import Tone
from ui.theme.sizes import Space
from ui.widgets.banner import Banner
from ui.widgets.buttons import SecondaryButton
from ui.widgets.empty_state import EmptyState
from ui.widgets.page_header import PageHeader


class SecondEntryPage(SlipKeysPage):
    """One drawn slip after the other, in the order of the bundle; F8 says that there is none."""

    left = Signal()

    def __init__(self, context: PageContext, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._clock = clock
        self._opened: OpenSecond | None = None
        self._is_missing_asked = False
        self._sitting = SittingClock(context, "second")
        self._hand = SecondInHand(context, clock, self)
        self._hand.unkept.connect(self._on_delayed)
        self._saver = SecondSaver(context, self)
        self._saver.refused.connect(self._on_refused)
        self._saver.delayed.connect(self._on_delayed)
        self._saver.saved.connect(self._on_saved)
        self._view.hide_actions("correct", "undo")
        self._readings = Newest(self._on_changed_read)
        # Whoever opens a batch keys on, before it is there.
        self._keys = KeyHold(self)
        self._wanted: UUID | None = None
        self._lay_out()
        context.bus.changed.connect(self._on_changed)

    @property
    def entry(self) -> SlipEntry:
        """The slip in hand."""
        return self._hand.entry

    def send_left_over(self) -> None:
        """Save what an earlier start sent and could not finish."""
        self._saver.send_left_over()

    def open(self, batch: UUID) -> None:
        """Take a batch in hand, with what a kill or a power cut left half keyed."""
        self._opened = None
        self._is_missing_asked = self._is_throwing = False
        self._wanted = batch
        self._keys.hold_for_opening()
        # Slips of it may have come from another station since.
        self._context.write(
            partial(draw_late, batch=batch), partial(self._on_drawn, batch),
            partial(self._on_unread, batch),
        )  # fmt: skip

    def _on_drawn(self, batch: UUID, _new: int) -> None:
        query = partial(read_open_second, batch=batch, account=self._context.account)
        self._context.read(query, self._on_read, partial(self._on_unread, batch))

    @Slot()
    def take_focus(self) -> None:
        """Put the focus where the next key is wanted."""
        if self._opened is not None and not self._is_open() and not self._opened.is_shared:
            self._done.action.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().take_focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take F8, and Esc where nothing is in hand."""
        if event.key() == Qt.Key.Key_F8 and self._is_open():
            # A key that is held down must not answer what it has just asked.
            if not event.isAutoRepeat():
                self._on_missing()
        elif event.key() == Qt.Key.Key_Escape and not self._is_open():
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Have it noted how long somebody sat here."""
        super().hideEvent(event)
        self._sitting.note()

    def _lay_out(self) -> None:
        self._header = PageHeader()
        leave = SecondaryButton(self.tr("Second keying"), icon="arrow-left")
        leave.clicked.connect(self.left)
        self._missing = SecondaryButton(self.tr("No such paper"), hint="F8")
        self._missing.clicked.connect(self._on_missing)
        self._header.add_action(leave)
        self._header.add_action(self._missing)
        self._banner = Banner()
        self._banner.setVisible(False)
        self._banner.action_requested.connect(self._on_action_requested)
        self._done = EmptyState(
            "check",
            self.tr("All drawn slips are keyed"),
            self.tr("Is a paper left over that the bundle should not have? Key it too."),
            self.tr("Key a paper that is left over"),
        )
        self._done.action_requested.connect(self._on_extra)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._view)
        self._pages.addWidget(self._done)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        column.setSpacing(Space.M)
        column.addWidget(self._header)
        column.addWidget(self._banner)
        column.addWidget(self._pages, 1)

    def _on_read(self, opened: OpenSecond) -> None:
        if opened.drawn.id != self._wanted:
            # Another was asked for since, which is what is keyed for.
            return
        try:
            self._take(opened)
        finally:
            # Where no paper is left, what was keyed for one must not press what is offered.
            if self._is_open():
                self._keys.release()
            else:
                self._keys.drop()

    def _on_unread(self, batch: UUID, error: Exception) -> None:
        if batch == self._wanted:
            self._keys.drop()
        self._on_failed(error)

    def _take(self, opened: OpenSecond) -> None:
        self._opened = opened
        settings, language = opened.settings, self._context.language
        reasons = [item.code for item in settings.invalid_reasons]
        entry = SlipEntry(opened.compiled, reasons, today=self._clock.today(), language=language)
        self._header.set_title(opened.unit_name)
        self._header.set_subtitle(self._head(opened))
        self._view.set_form(entry, settings, language)
        for offer in (self._done.advice, self._done.action):
            offer.setVisible(not opened.is_shared)
        self._unsay()
        if self._hand.open(opened.drawn, entry, self._saver.slips()):
            self._say("info", self.tr("The slip that was half keyed is back. Please go on."))
        self._show()
        self.take_focus()

    def _head(self, opened: OpenSecond) -> str:
        header, form = opened.drawn.header, opened.compiled.form
        named = {item.code: item.text(self._context.language) for item in opened.settings.channels}
        return "  ·  ".join(
            (
                self.tr("Second keying"), header.collected_on.strftime("%d/%m/%Y"),
                named.get(header.channel, header.channel),
                form.text(form.titles, self._context.language),
            )
        )  # fmt: skip

    def _is_open(self) -> bool:
        return self._opened is not None and self._hand.is_open

    def _is_late(self) -> bool:
        return not self._is_open()

    def _key_counted(self) -> None:
        self._sitting.key()

    def _keep(self) -> None:
        if self._is_missing_asked:
            self._unsay()
        self._hand.keep()

    def _show(self) -> None:
        if self._opened is None:
            return
        self._pages.setCurrentWidget(self._view if self._hand.is_open else self._done)
        self._missing.setVisible(self._hand.number is not None)
        if not self._hand.is_open:
            return
        number = self._hand.number
        title = self.tr("A paper that is left over")
        if number is not None:
            title = self.tr("Paper %1 of the bundle").replace("%1", format_integer(number))
        left = self.tr("%n left to key", "", self._hand.left)
        if self.entry.is_at_end:
            left = self.tr("Complete: Enter saves it")
        self._view.show_entry(title, left)

    def _save(self) -> None:
        self._send(self._hand.sending())

    def _send(self, sending: SecondSending) -> None:
        self._sitting.slip()
        self._unsay()
        self._saver.send(sending)
        self._show()
        self.take_focus()

    def _escape(self, is_throwing: bool) -> None:
        if is_throwing or self.entry.is_untouched:
            self._hand.throw_away()
            self._unsay()
            self._show()
        else:
            self._is_throwing = True
            self._say("warning", self.tr("Press Esc again to throw the slip in hand away."))

    @Slot()
    def _on_missing(self) -> None:
        if self._hand.number is None:
            return
        if self._is_missing_asked:
            self._hand.throw_away()
            self._send(self._hand.sending(is_missing=True))
            return
        said = self.tr("Is there no paper %1 in the bundle? Press F8 again to say so.")
        number = str(self._hand.number)
        self._say("warning", said.replace("%1", number), self.tr("There is none"))
        self._is_missing_asked = True
        self.take_focus()

    @Slot()
    def _on_action_requested(self) -> None:
        if self._is_missing_asked:
            self._on_missing()

    @Slot()
    def _on_extra(self) -> None:
        self._hand.take_extra()
        self._unsay()
        self._show()
        self.take_focus()

    @Slot(object, object)
    def _on_saved(self, _sent: SecondSending, _differs: int) -> None:
        # Whether it differs is nothing that a second keyer should know.
        if not self._hand.is_unkept and not self._saver.waiting and not self._is_missing_asked:
            self._banner.setVisible(False)

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        is_near = changes.touches("second.") or changes.touches("survey.")
        if self._opened is not None and self.isVisible() and is_near:
            batch = self._opened.drawn.id
            query = partial(read_drawn, batch=batch, account=self._context.account)
            self._context.read(query, self._readings.answer())

    def _on_changed_read(self, drawn: DrawnBatch) -> None:
        if self._opened is None:
            return
        before = self._hand.number
        number = self._hand.follow(drawn)
        if self._hand.number != before:
            self._is_throwing = False
            self._unsay()
        if number is not None:
            said = self.tr("Somebody else has just keyed paper %1. Please go on with the next.")
            self._say("warning", said.replace("%1", format_integer(number)))
        self._show()
        if not self._is_open():
            self.take_focus()

    @Slot(object, object)
    def _on_refused(self, _sending: SecondSending, error: Exception) -> None:
        self._on_failed(error)

    @Slot(str)
    def _on_delayed(self, said: str) -> None:
        self._say("warning", said)

    def _on_failed(self, error: Exception) -> None:
        self._say("danger", sentence(error, self._context.language))

    def _say(self, kind: Tone, said: str, action: str = "") -> None:
        # Whoever says something else asks no more whether there is no such paper.
        self._is_missing_asked = False
        self._banner.show_message(kind, said, action)

    def _unsay(self) -> None:
        self._is_missing_asked = False
        self._banner.setVisible(False)
