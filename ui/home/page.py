"""The first page: what is open and what to do next, each number leading to its place."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.clock import Clock
from models.figures import format_integer, format_percent
from models.permissions import Permission
from models.stations.ledger import Ledger
from models.stations.watch import Watch
from models.store.changes import Changes
from models.surveys.records import Batch
from ui.context import PageContext
from ui.home.exchange_line import ExchangeLine
from ui.home.loading import Overview, days_until, read_overview, read_standing
from ui.home.register_card import RegisterCard
from ui.hub_rounds import HubRounds
from ui.jobs import Job
from ui.keying.loading import unit_name
from ui.newest import Newest
from ui.theme.sizes import Space
from ui.widgets.buttons import PrimaryButton, SecondaryButton
from ui.widgets.empty_state import EmptyState
from ui.widgets.page_header import PageHeader
from ui.widgets.surfaces import Card
from ui.widgets.text import Text

_SHOWN_BATCHES: Final = 5
_READ: Final = ("survey.", "setting.", "household.", "hamlet.", "station.")
_ALLOWED: Final = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier)


class HomePage(QWidget):
    """Open batches, this month's slips, when the report is due, and how the register stands.

    H leads to the register wherever nothing is typed, F5 exchanges with the hub.
    """

    batch_chosen = Signal(object)
    new_batch_requested = Signal()
    report_requested = Signal()
    register_requested = Signal()
    list_requested = Signal()
    own_hamlets_requested = Signal()
    decisions_requested = Signal()
    slip_decisions_requested = Signal()
    exchange_requested = Signal()

    def __init__(
        self, context: PageContext, clock: Clock, rounds: HubRounds,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._context = context
        self._rounds = rounds
        self._clock = clock
        self._header = PageHeader(self.tr("Today"))
        self._main = PrimaryButton(self.tr("New batch"), icon="plus")
        self._main.clicked.connect(self.new_batch_requested)
        self._header.add_action(self._main)
        may = context.may
        self._can_key = may(Permission.KEY_SLIPS)
        self._can_review = may(Permission.REVIEW_SLIPS)
        self._can_read_households = may(Permission.READ_HOUSEHOLDS)
        self._main.setVisible(self._can_key)
        self._valid, self._valid_note = self._figure()
        self._share, self._share_note = self._figure()
        self._due, self._due_note = self._figure()
        self._batches = Card(self.tr("Open batches"))
        self._rows = QVBoxLayout()
        self._batches.body.addLayout(self._rows)
        self._empty = EmptyState(
            "slip",
            self.tr("Nothing is open"),
            self.tr("Take the next bundle of slips and open a batch for it."),
        )
        self._undecided = SecondaryButton("", icon="warning")
        self._undecided.clicked.connect(self.slip_decisions_requested)
        self._undecided.setVisible(False)
        self._households = RegisterCard()
        self._exchange = ExchangeLine()
        self._lay_out()
        self._connect()
        self._shown: list[tuple[Batch, str]] | None = None
        self._reading_ledger: Job | None = None
        self._overviews = Newest(self._on_read)

    def take_focus(self) -> None:
        """Put the focus on what is to be done first."""
        if self._can_key:
            self._main.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            # The keys of the page are wanted, whatever of it is not read yet.
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        """Read anew what may have changed meanwhile."""
        super().showEvent(event)
        self.refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Know the keys of the register and of the hub."""
        is_plain = event.modifiers() in _ALLOWED
        if event.key() == Qt.Key.Key_H and is_plain and self._can_read_households:
            self._households.open()
        elif event.key() == Qt.Key.Key_F5 and is_plain:
            self._rounds.exchange_now()
        else:
            super().keyPressEvent(event)

    def refresh(self) -> None:
        """Read the overview again."""
        today = self._clock.today()
        query = partial(read_overview, today=today, officer=self._context.account_name)
        self._context.read(query, self._overviews.answer())

    def _figure(self) -> tuple[Text, Text]:
        return Text("–", "display", is_wrapped=False), Text("", "caption", tone="muted")

    def _lay_out(self) -> None:
        figures = QHBoxLayout()
        figures.setSpacing(Space.L)
        for number, note in (
            (self._valid, self._valid_note),
            (self._share, self._share_note),
            (self._due, self._due_note),
        ):
            card = Card()
            card.body.setSpacing(Space.XS)
            card.body.addWidget(number)
            card.body.addWidget(note)
            figures.addWidget(card, 1)
        report = SecondaryButton(self.tr("Summary of the month"), icon="report")
        report.clicked.connect(self.report_requested)
        foot = QHBoxLayout()
        foot.addWidget(report)
        foot.addStretch(1)
        self._batches.body.addWidget(self._undecided)
        self._batches.body.addWidget(self._empty, 1)
        # Else the title would stand in the middle above a few batches.
        self._batches.body.addStretch()
        open_things = QHBoxLayout()
        open_things.setSpacing(Space.L)
        open_things.addWidget(self._batches, 3)
        open_things.addWidget(self._households, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.M, Space.L, Space.L)
        column.setSpacing(Space.L)
        column.addWidget(self._header)
        column.addLayout(figures)
        column.addLayout(open_things, 1)
        column.addWidget(self._exchange)
        column.addLayout(foot)
        # Not before they have their place: without a parent they would open as windows.
        self._batches.setVisible(self._can_key)
        self._households.setVisible(self._can_read_households)

    def _connect(self) -> None:
        self._households.register_requested.connect(self.register_requested)
        self._households.list_requested.connect(self.list_requested)
        self._households.own_requested.connect(self.own_hamlets_requested)
        self._households.decisions_requested.connect(self.decisions_requested)
        self._exchange.exchange_requested.connect(self.exchange_requested)
        self._exchange.hub_requested.connect(self._rounds.exchange_now)
        self._rounds.changed.connect(self._on_hub_changed)
        self._rounds.ended.connect(self._on_round_ended)
        self._context.bus.changed.connect(self._on_changed)

    def _on_read(self, found: Overview) -> None:
        today = self._clock.today()
        self._header.set_subtitle(today.strftime("%d/%m/%Y") + "  ·  " + self._context.account_name)
        total = found.summary.total
        self._valid.setText(format_integer(total.valid))
        span = f"{found.month.start:%d/%m} – {found.month.end:%d/%m/%Y}"
        self._valid_note.setText(self.tr("valid slips, %1").replace("%1", span))
        share = total.satisfied_percent
        self._share.setText("–" if share is None else format_percent(share))
        target = format_percent(found.settings.target)
        self._share_note.setText(self.tr("satisfied; the target is %1").replace("%1", target))
        left = days_until(today, found.settings.report_day)
        self._due.setText(self.tr("%n day(s)", "", left))
        due = str(found.settings.report_day)
        self._due_note.setText(self.tr("until the report is due on day %1").replace("%1", due))
        self._households.show_totals(found.households)
        waiting = self.tr("Slips to be decided: %1")
        self._undecided.setText(waiting.replace("%1", format_integer(found.undecided)))
        self._undecided.setVisible(self._can_review and bool(found.undecided))
        self._show_batches(found)
        # What is exchanged comes after what is done here, and never holds it up.
        if self._reading_ledger is not None:
            self._reading_ledger.cancel()
        conflicts = found.households.conflicts + found.undecided
        self._reading_ledger = self._context.read(
            partial(read_standing, now_ms=self._clock.now_ms()),
            partial(self._on_standing_read, conflicts),
        )

    def _on_standing_read(self, conflicts: int, found: tuple[Ledger, Watch]) -> None:
        ledger, watch = found
        self._exchange.show_ledger(ledger, conflicts, watch)
        self._on_hub_changed()

    def _show_batches(self, found: Overview) -> None:
        # A row that has the focus must not be replaced by its equal.
        shown = [
            (batch, self._row_text(batch, found)) for batch in found.open_batches[:_SHOWN_BATCHES]
        ]
        if shown == self._shown:
            return
        self._shown = shown
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for batch, text in shown:
            row = SecondaryButton(text, icon="slip")
            row.clicked.connect(partial(self._on_batch_clicked, batch))
            self._rows.addWidget(row)
        self._empty.setVisible(not found.open_batches)

    def _row_text(self, batch: Batch, found: Overview) -> str:
        name = unit_name(found.register, batch.header.unit, batch.header.collected_on)
        keyed = self.tr("%n slip(s) keyed", "", batch.keyed)
        return f"{name}  ·  {batch.header.collected_on:%d/%m/%Y}  ·  {keyed}"

    def _on_batch_clicked(self, batch: Batch, _is_checked: bool = False) -> None:
        self.batch_chosen.emit(batch.id)

    @Slot()
    def _on_hub_changed(self) -> None:
        self._exchange.show_hub(self._rounds.state)

    @Slot()
    def _on_round_ended(self) -> None:
        if self.isVisible():
            self.refresh()

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if self.isVisible() and any(changes.touches(prefix) for prefix in _READ):
            self.refresh()
