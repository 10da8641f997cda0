"""The exchange page: what other stations have, bundles on a stick, and who is enrolled."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from models.clock import Clock
from models.permissions import Permission
from models.stations.copies import CopyTrace, note_copy
from models.store.changes import Changes
from ui.context import PageContext
from ui.exchange import tasks
from ui.exchange.bundle_desk import BundleDesk
from ui.exchange.enrolment_desk import EnrolmentDesk
from ui.exchange.files import FileDialogs
from ui.exchange.hub_card import HubCard
from ui.exchange.ledger_view import LedgerCard
from ui.exchange.loading import ExchangeState, read_exchange
from ui.exchange.notice import Notice
from ui.exchange.own_card import OwnCard
from ui.exchange.waiting_view import WaitingCard
from ui.exchange.watch_view import WatchCard
from ui.hub_rounds import HubRounds
from ui.messages import sentence
from ui.newest import Newest
from ui.theme.sizes import Space
from ui.widgets.buttons import PrimaryButton, SecondaryButton
from ui.widgets.page_header import PageHeader

_ALLOWED: Final = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class ExchangePage(QWidget):
    """Shows the ledger and the hub; F2 to F5 press the buttons that bear them."""

    decisions_requested = Signal()
    slip_decisions_requested = Signal()

    def __init__(
        self, context: PageContext, clock: Clock, rounds: HubRounds,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._context = context
        self._clock = clock
        self._rounds = rounds
        self.state: ExchangeState | None = None
        self._readings = Newest(self._on_read)
        self._header = PageHeader(
            self.tr("Exchange"), self.tr("What one station recorded, the others get.")
        )
        self.take_button = SecondaryButton(self.tr("Take in a bundle…"), icon="inbox", hint="F3")
        self.write_button = PrimaryButton(
            self.tr("Write a bundle to the stick…"), icon="save", hint="F2"
        )
        self.notice = Notice(context.language)
        self.waiting, self.ledger, self.own = WaitingCard(), LedgerCard(), OwnCard()
        self.hub, self.watch = HubCard(), WatchCard()
        files = FileDialogs()
        self.bundles = BundleDesk(context, clock, self, self.notice, files)
        self.enrolment = EnrolmentDesk(context, self, self.notice, files)
        self._lay_out()
        self._connect()

    def ask_files_by(self, files: FileDialogs) -> None:
        """Ask for files in another way."""
        self.bundles.files = self.enrolment.files = files

    @Slot()
    def refresh(self) -> None:
        """Read how the exchange stands."""
        query = partial(read_exchange, now_ms=self._clock.now_ms())
        self._context.read(query, self._readings.answer(), self.notice.tell_error)

    def take_focus(self) -> None:
        """Put the focus on what is to be done first."""
        if self.write_button.isEnabled():
            self.write_button.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.state is not None:
            self.own.take_focus()

    def showEvent(self, event: QShowEvent) -> None:
        """Read anew what may have changed meanwhile."""
        super().showEvent(event)
        self.refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Know the keys that stand on the buttons."""
        buttons: dict[int, QPushButton] = {
            Qt.Key.Key_F2: self.write_button, Qt.Key.Key_F3: self.take_button,
            Qt.Key.Key_F4: self.ledger.enrol_button,
        }  # fmt: skip
        button = buttons.get(event.key())
        is_plain = event.modifiers() in _ALLOWED
        if button is not None and is_plain and button.isVisible():
            button.click()
        elif event.key() == Qt.Key.Key_F5 and is_plain:
            self.hub.open()
        elif not (event.key() == Qt.Key.Key_Escape and self.hub.cancel()):
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        self._header.add_action(self.take_button)
        self._header.add_action(self.write_button)
        left = QVBoxLayout()
        left.setSpacing(Space.M)
        left.addWidget(self.watch)
        left.addWidget(self.waiting)
        left.addWidget(self.hub)
        left.addWidget(self.ledger, 1)
        holder = QWidget()
        holder.setProperty("surface", "plain")
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, Space.XS, 0)
        row.setSpacing(Space.L)
        row.addLayout(left, 3)
        row.addWidget(self.own, 2)
        area = QScrollArea()
        area.setWidget(holder)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setProperty("surface", "plain")
        area.viewport().setAutoFillBackground(False)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.M, Space.L, Space.L)
        column.setSpacing(Space.M)
        column.addWidget(self._header)
        column.addWidget(self.notice)
        column.addWidget(area, 1)
        for button in (self.write_button, self.take_button, self.ledger.enrol_button):
            button.setEnabled(False)
        self.waiting.setVisible(False)
        may = self._context.may
        self.ledger.allow_enrolling(is_allowed=may(Permission.ENROL_STATIONS))
        self.waiting.decide_button.setVisible(may(Permission.SETTLE_HOUSEHOLDS))
        self.waiting.decide_slips_button.setVisible(may(Permission.REVIEW_SLIPS))

    def _connect(self) -> None:
        self.write_button.clicked.connect(self._on_write)
        self.take_button.clicked.connect(self.bundles.take)
        self.bundles.exchanged.connect(self.refresh)
        for part in (self.bundles, self.waiting):
            part.decisions_requested.connect(self.decisions_requested)
            part.slip_decisions_requested.connect(self.slip_decisions_requested)
        self.ledger.enrol_requested.connect(self._on_enrol)
        self.ledger.revoke_requested.connect(self.enrolment.revoke)
        self.own.named.connect(self.enrolment.make)
        self.own.save_requested.connect(self._on_save)
        self.enrolment.made.connect(self.refresh)
        self.enrolment.changed.connect(self.refresh)
        self.enrolment.name_refused.connect(self.own.set_error)
        self.watch.recovery_requested.connect(self._on_recovery_requested)
        self.watch.noted.connect(self._on_noted)
        self.hub.exchange_requested.connect(self._rounds.exchange_now)
        self.hub.cancelled.connect(self._rounds.cancel)
        self.hub.hub_named.connect(self._on_hub_named)
        self.hub.automatic_chosen.connect(self._rounds.set_automatic)
        self._rounds.changed.connect(self._show_hub)
        self._rounds.ended.connect(self._on_round_ended)
        self._context.bus.changed.connect(self._on_changed)

    def _on_read(self, found: ExchangeState) -> None:
        before, self.state = self.state, found
        ledger = found.ledger
        self.waiting.show_counts(
            ledger.held, ledger.quarantined, found.conflicts, found.slips
        )
        self.ledger.show_deliveries(ledger.deliveries, found.revoked, found.units)
        self.watch.show_watch(found.watch, found.codes)
        self._show_hub()
        self.own.suggest(found.units.get(self._context.unit, ""))
        self.ledger.enrol_button.setEnabled(found.card is not None)
        for button in (self.write_button, self.take_button):
            button.setEnabled(bool(ledger.deliveries))
        if found.card is not None and found.card != self.own.card:
            self.own.show_card(found.card, found.units.get(found.card.unit, found.card.unit))
            self._context.jobs.run(
                partial(tasks.card_modules, found.card), done=self.own.show_code,
                failed=self.notice.tell_error,
            )  # fmt: skip
        is_other_card = before is None or before.card != found.card
        if is_other_card and self.isVisible():
            self.take_focus()

    @Slot()
    def _show_hub(self) -> None:
        has_card = self.state is not None and self.state.card is not None
        self.hub.show_state(self._rounds.state, has_card=has_card)

    @Slot()
    def _on_recovery_requested(self) -> None:
        if self._rounds.state.known.place is not None:
            self._rounds.exchange_now()
        else:
            self.bundles.take()

    @Slot(object)
    def _on_noted(self, trace: CopyTrace) -> None:
        self._context.write(
            lambda tx: note_copy(tx.connection, trace), lambda _nothing: self.refresh()
        )

    @Slot(str)
    def _on_hub_named(self, url: str) -> None:
        self._rounds.choose(url, self.hub.accept_hub, self._on_hub_refused)

    def _on_hub_refused(self, error: Exception) -> None:
        from exports.exchange.stoppable import RoundStopped

        is_stopped = isinstance(error, RoundStopped)
        self.hub.refuse_hub("" if is_stopped else sentence(error, self._context.language))

    @Slot()
    def _on_round_ended(self) -> None:
        if self.isVisible():
            self.refresh()

    @Slot()
    def _on_write(self) -> None:
        if self.state is not None and self.state.card is not None:
            place = self.write_button.mapToGlobal(QPoint(0, self.write_button.height()))
            self.bundles.write(self.state.card.id, self.state.ledger.deliveries, place)

    @Slot()
    def _on_enrol(self) -> None:
        if self.state is not None:
            self.enrolment.enrol(self.state)

    @Slot()
    def _on_save(self) -> None:
        if self.own.card is not None:
            self.enrolment.save(self.own.card)

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if self.isVisible() and (changes.entities or changes.is_elsewhere):
            self.refresh()
