"""The first page: what is open and what to do next, each number leading to its place."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.clock import Clock
from models.permissions import Permission
from models.stations.ledger import Ledger
from models.stations.watch import Watch
from models.store.changes import Changes
from models.surveys.records import Batch
from ui.context import PageContext
from ui.home.backup_line import backup_text, is_calm
from ui.home.exchange_line import ExchangeLine
from ui.home.loading import Overview, PackState, read_overview, read_standing
from ui.home.month_figures import MonthFigures
from ui.home.needs import NEEDS, Look, Waiting, count_needs
from ui.home.needs_card import NeedsCard
from ui.home.register_card import RegisterCard
from ui.hub_rounds import HubRounds
from ui.jobs import Job, Progress
from ui.keying.loading import unit_name
from ui.newest import Newest
from ui.papers.period_names import period_title
from ui.theme.colours import Tone
from ui.theme.sizes import Space
from ui.widgets.banner import Banner
from ui.widgets.buttons import PrimaryButton, QuietButton, SecondaryButton
from ui.widgets.empty_state import EmptyState
from ui.widgets.page_header import PageHeader
from ui.widgets.snug_area import SnugArea
from ui.widgets.surfaces import Card

if TYPE_CHECKING:
    from ui.accounts.people import People
    from ui.settings.safekeeping import BackupState, Safekeeping

_SHOWN_BATCHES: Final = 5
_LEAST_BESIDE: Final = 160
_READ: Final = (
    "survey.", "setting.", "household.", "hamlet.", "station.", "audit.exported",
    *(event for need in NEEDS for event in need.events),
)  # fmt: skip
_ALLOWED: Final = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier)


class Beside(NamedTuple):
    """What waits for a person, and how backups stand, None where they are made elsewhere."""

    waiting: tuple[Waiting, ...]
    backups: BackupState | None


class HomePage(QWidget):
    """This month's figures, what needs a person, open batches, and how the register stands.

    H leads to the register wherever nothing is typed, F5 exchanges with the hub. `place_requested`
    names a place of the window (`MainWindow.open_place`).
    """

    batch_chosen = Signal(object)
    new_batch_requested = Signal()
    register_requested = Signal()
    list_requested = Signal()
    own_hamlets_requested = Signal()
    exchange_requested = Signal()
    place_requested = Signal(str)

    def __init__(
        self, context: PageContext, clock: Clock, rounds: HubRounds, people: People,
        keeping: Safekeeping | None = None, parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._people = people
        self._keeping = keeping if context.may(Permission.BACK_UP) else None
        self._context = context
        self._rounds = rounds
        self._clock = clock
        self._header = PageHeader(self.tr("Today"))
        self._main = PrimaryButton(self.tr("New batch"), icon="plus", hint="Ctrl+N")
        self._main.setShortcut("Ctrl+N")
        self._main.clicked.connect(self.new_batch_requested)
        self._header.add_action(self._main)
        may = context.may
        self._can_key = may(Permission.KEY_SLIPS)
        self._can_report = may(Permission.REPORT)
        self._can_read_households = may(Permission.READ_HOUSEHOLDS)
        self._main.setVisible(self._can_key)
        self._figures = MonthFigures(context)
        self._reminder = Banner("warning", is_dismissible=False)
        self._reminder.setVisible(False)
        self._needs = NeedsCard()
        self._batches = Card(self.tr("Open batches"))
        self._rows = QVBoxLayout()
        self._batches.body.addLayout(self._rows)
        self._empty = EmptyState(
            "slip",
            self.tr("Nothing is open"),
            self.tr("Take the next bundle of slips and open a batch for it."),
        )
        self._households = RegisterCard()
        self._exchange = ExchangeLine()
        self._lay_out()
        self._connect()
        self._shown: list[tuple[Batch, str]] | None = None
        self._reading_ledger: Job | None = None
        self._overviews = Newest(self._on_read)
        self._besides = Newest(self._on_beside_read)

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

    def _lay_out(self) -> None:
        self._report = SecondaryButton(self.tr("Summary of the month"), icon="report")
        self._pack = SecondaryButton(self.tr("Monthly pack"), icon="save")
        self._backups = QuietButton("")
        self._backups.setVisible(False)
        foot = QHBoxLayout()
        foot.setSpacing(Space.S)
        foot.addWidget(self._report)
        foot.addWidget(self._pack)
        foot.addStretch(1)
        foot.addWidget(self._backups)
        self._batches.body.addWidget(self._empty, 1)
        # Else the title would stand in the middle above a few batches.
        self._batches.body.addStretch()
        held = QWidget()
        beside = QVBoxLayout(held)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(Space.M)
        beside.addWidget(self._needs)
        beside.addWidget(self._households, 1)
        open_things = QHBoxLayout()
        open_things.setSpacing(Space.L)
        open_things.addWidget(self._batches, 3)
        # As many kinds of things may wait as a low window has no room for.
        self._beside = SnugArea(held, _LEAST_BESIDE)
        open_things.addWidget(self._beside, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.M, Space.L, Space.L)
        column.setSpacing(Space.M)
        column.addWidget(self._header)
        column.addWidget(self._reminder)
        column.addWidget(self._figures)
        column.addLayout(open_things, 1)
        column.addWidget(self._exchange)
        column.addLayout(foot)
        # Not before they have their place: without a parent they would open as windows.
        self._batches.setVisible(self._can_key)
        self._households.setVisible(self._can_read_households)
        for button in (self._report, self._pack):
            button.setVisible(self._can_report)

    def _connect(self) -> None:
        self._households.register_requested.connect(self.register_requested)
        self._households.list_requested.connect(self.list_requested)
        self._households.own_requested.connect(self.own_hamlets_requested)
        self._needs.place_chosen.connect(self.place_requested)
        self._figures.place_chosen.connect(self.place_requested)
        self._reminder.action_requested.connect(self._on_pack)
        for button, place in (
            (self._report, "reports"), (self._pack, "reports/pack"),
            (self._backups, "settings/backups"),
        ):  # fmt: skip
            button.clicked.connect(partial(self._on_place, place))
        self._exchange.exchange_requested.connect(self.exchange_requested)
        self._exchange.hub_requested.connect(self._rounds.exchange_now)
        self._rounds.changed.connect(self._on_hub_changed)
        self._rounds.ended.connect(self._on_round_ended)
        self._context.bus.changed.connect(self._on_changed)

    def _on_read(self, found: Overview) -> None:
        today = self._clock.today()
        self._header.set_subtitle(today.strftime("%d/%m/%Y") + "  ·  " + self._context.account_name)
        self._figures.show_overview(found, today)
        self._show_reminder(found.pack)
        self._households.show_totals(found.households)
        self._beside.updateGeometry()
        self._show_batches(found)
        self._read_beside(found)
        # What is exchanged comes after what is done here, and never holds it up.
        if self._reading_ledger is not None:
            self._reading_ledger.cancel()
        conflicts = found.households.conflicts + found.undecided
        self._reading_ledger = self._context.read(
            partial(read_standing, now_ms=self._clock.now_ms()),
            partial(self._on_standing_read, conflicts),
        )

    def _show_reminder(self, pack: PackState) -> None:
        if not (pack.is_wanted and self._can_report):
            self._reminder.setVisible(False)
            return
        is_late = self._clock.today() > pack.due
        if is_late:
            said = self.tr("The pack of %1 was due on %2 and is not made yet.")
        else:
            said = self.tr("The pack of %1 is due on %2 and is not made yet.")
        said = said.replace("%1", period_title(pack.month)).replace("%2", f"{pack.due:%d/%m/%Y}")
        if not self._reminder.isVisibleTo(self) or self._reminder.message() != said:
            tone: Tone = "danger" if is_late else "warning"
            self._reminder.show_message(tone, said, self.tr("Make the pack"))

    def _read_beside(self, found: Overview) -> None:
        """Have what waits for a person counted, after what is read of the store."""
        look = Look(
            self._context.store, found, self._context.account, self._clock.now_ms(),
            self._people, self._keeping,
        )  # fmt: skip

        def work(_progress: Progress) -> Beside:
            backups = look.keeping.state() if look.keeping is not None else None
            return Beside(count_needs(look, self._context.may), backups)

        self._context.jobs.run(
            work, done=self._besides.answer(), failed=self._context.show_error
        )

    def _on_beside_read(self, found: Beside) -> None:
        self._needs.show_waiting(found.waiting)
        self._beside.updateGeometry()
        if found.backups is None:
            return
        now_ms = self._clock.now_ms()
        self._backups.setText(backup_text(found.backups, now_ms))
        self._backups.set_icon("check" if is_calm(found.backups, now_ms) else "warning")
        self._backups.setVisible(True)

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

    def _on_place(self, place: str, _is_checked: bool = False) -> None:
        self.place_requested.emit(place)

    @Slot()
    def _on_pack(self) -> None:
        self.place_requested.emit("reports/pack")

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
