"""What is striking in the kiosk's votes: a reviewer lets them count, or voids them."""

from __future__ import annotations

from functools import partial
from typing import Final
from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListWidgetItem,
    QStackedWidget,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from models.audit.happenings import exported
from models.audit.records import Happening
from models.clock import Clock
from models.figures import format_integer
from models.kiosk.codes import MOST_CODES
from models.kiosk.patterns import Finding, Pattern
from models.kiosk.review import let_count, look_again, void_votes
from models.permissions import Permission
from models.store.changes import Changes
from ui.context import PageContext
from ui.kiosk.flagged import Flagged, read_flagged, save_codes
from ui.messages import sentence
from ui.newest import Newest
from ui.papers.files import ChoosePath, choose_path
from ui.papers.outgoing import Outgoing
from ui.papers.printing import choose_printer
from ui.theme.sizes import Space
from ui.widgets.buttons import DangerButton, PrimaryButton, SecondaryButton
from ui.widgets.column_widths import ColumnWidths
from ui.widgets.empty_state import EmptyState
from ui.widgets.field_row import FieldRow
from ui.widgets.find_box import FindBox, RowFinder, searched
from ui.widgets.number_field import NumberField
from ui.widgets.page_header import PageHeader
from ui.widgets.row_table import show_rows
from ui.widgets.surfaces import Card
from ui.widgets.text import Text
from ui.widgets.tick_list import TickList
from ui.widgets.undo_banner import UndoBanner

_PAGE_OF_CODES: Final = 27
_TICK: Final = Qt.ItemDataRole.CheckStateRole
_WHAT: Final = 1


class VotesPage(QWidget):
    """Lists what was seen; nothing is taken out of the count but by the person here."""

    left = Signal()

    def __init__(
        self, context: PageContext, clock: Clock, parent: QWidget | None = None, *,
        ask_path: ChoosePath = choose_path,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._context = context
        self._clock = clock
        self._flagged = Flagged((), {})
        self._readings = Newest(self._on_read)
        self.desk = Outgoing(context, self, ask_path, choose_printer)
        # It offers to look again at what was let count.
        self.banner = UndoBanner()
        self.banner.undo_requested.connect(self._on_undo)
        self._is_returning = False
        self.table = QTableWidget(0, 3)
        self.table.setAccessibleName(self.tr("What is striking"))
        self.table.setHorizontalHeaderLabels(
            [self.tr("When"), self.tr("What was seen"), self.tr("Votes")]
        )
        show_rows(self.table)
        self._widths = ColumnWidths(self.table, "kiosk-votes", _WHAT)
        self.search = FindBox(self.tr("Find what was seen"), self.tr("Day or words (Ctrl+F)"))
        self._finder = RowFinder(self.table, self.search, self)
        self.table.currentCellChanged.connect(self._on_row_changed)
        self.votes = TickList()
        self.votes.setAccessibleName(self.tr("Votes, ticked to be voided"))
        self.reason = QLineEdit()
        self.reason.setMaxLength(300)
        self.reason_row = FieldRow(self.tr("Reason for voiding"), self.reason)
        self.seen = PrimaryButton(self.tr("Seen, they count"), icon="check")
        self.seen.clicked.connect(self._on_seen)
        self.void = DangerButton(self.tr("Void the ticked votes"))
        self.void.clicked.connect(self._on_void)
        self.count = NumberField(minimum=1, maximum=MOST_CODES)
        self.count.set_value(_PAGE_OF_CODES)
        self.count.setAccessibleName(self.tr("How many one-time codes"))
        self.count.setFixedWidth(90)
        self.codes = SecondaryButton(self.tr("One-time codes…"), icon="printer")
        self.codes.clicked.connect(self._on_codes)
        self.back = SecondaryButton(self.tr("All batches"), icon="arrow-left")
        self.back.clicked.connect(self.left)
        self._lay_out()
        context.bus.changed.connect(self._on_changed)

    def take_focus(self) -> None:
        """Put the focus on the list, or on the way back where there is none."""
        found = self.table if self._flagged.findings else self.back
        found.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def refresh(self) -> None:
        """Read what waits for a reviewer."""
        query = partial(read_flagged, today=self._clock.today())
        self._context.read(query, self._readings.answer(), self._on_failed)

    def showEvent(self, event: QShowEvent) -> None:
        """Read anew what came meanwhile."""
        super().showEvent(event)
        self.refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Ctrl+Z, which stands on what it takes back."""
        if not self.banner.takes(event):
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        head = PageHeader(
            self.tr("Kiosk votes to look at"),
            self.tr("All of them count until somebody here voids them."),
        )
        counted = Text(self.tr("How many codes"), "strong", is_wrapped=False)
        for action in (self.back, counted, self.count, self.codes):
            head.add_action(action)
        detail = Card(self.tr("The votes"))
        self._told = Text("", tone="muted")
        detail.body.addWidget(self._told)
        detail.body.addWidget(self.votes, 1)
        detail.body.addWidget(self.reason_row)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.void)
        buttons.addWidget(self.seen)
        detail.body.addLayout(buttons)
        work = QWidget()
        row = QHBoxLayout(work)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.L)
        row.addLayout(searched(self.search, self.table), 5)
        row.addWidget(detail, 4)
        self._stack = QStackedWidget()
        self._stack.addWidget(work)
        self._stack.addWidget(EmptyState(
            "check", self.tr("No vote is striking"),
            self.tr("Bursts, the same answers in a row, votes faster than anybody reads and votes "
                    "outside the working hours are shown here."),
        ))  # fmt: skip
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.M, Space.L, Space.L)
        column.setSpacing(Space.M)
        for part in (head, self.banner, self.desk.banner):
            column.addWidget(part)
        column.addWidget(self._stack, 1)

    def _on_read(self, flagged: Flagged) -> None:
        row = max(self.table.currentRow(), 0)
        self._flagged = flagged
        self.table.setRowCount(len(flagged.findings))
        for place, finding in enumerate(flagged.findings):
            cells = (
                finding.votes[-1].at.strftime("%d/%m %H:%M"), self._what(finding.pattern),
                format_integer(len(finding.votes)),
            )  # fmt: skip
            for column, text in enumerate(cells):
                self.table.setItem(place, column, QTableWidgetItem(text))
        self._widths.fit()
        self._stack.setCurrentIndex(0 if flagged.findings else 1)
        if flagged.findings:
            self.table.setCurrentCell(min(row, len(flagged.findings) - 1), 0)
            self._finder.refresh()
            self._show()
        if self._is_returning:
            self._is_returning = False
            self.take_focus()

    def _what(self, pattern: Pattern) -> str:
        return {
            Pattern.BURST: self.tr("Many votes within a short time"),
            Pattern.QUICK: self.tr("Faster than anybody reads"),
            Pattern.SAME: self.tr("The same answers in a row"),
            Pattern.HOURS: self.tr("Outside the working hours"),
        }[pattern]

    def _current(self) -> Finding | None:
        row = self.table.currentRow()
        return self._flagged.findings[row] if 0 <= row < len(self._flagged.findings) else None

    @Slot()
    def _on_row_changed(self) -> None:
        self._show()

    def _show(self) -> None:
        finding = self._current()
        self.votes.clear()
        self.reason_row.set_error(None)
        if finding is None:
            return
        told = self.tr("%1. Number of the slip, time, numbers of the answers chosen:")
        self._told.setText(told.replace("%1", self._what(finding.pattern)))
        for vote in finding.votes:
            item = QListWidgetItem(
                f"{vote.number:>4}   {vote.at:%H:%M:%S}   {self._flagged.choices(vote)}"
            )
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setData(_TICK, Qt.CheckState.Unchecked)
            item.setData(Qt.ItemDataRole.UserRole, vote.id)
            self.votes.addItem(item)

    def ticked(self) -> list[UUID]:
        """Return the votes that are ticked."""
        items = [self.votes.item(row) for row in range(self.votes.count())]
        return [
            item.data(Qt.ItemDataRole.UserRole)
            for item in items
            if item.checkState() == Qt.CheckState.Checked
        ]

    @Slot()
    def _on_seen(self) -> None:
        finding = self._current()
        if finding is not None:
            self._context.write(
                partial(let_count, finding=finding), partial(self._on_seen_noted, finding),
                self._on_failed,
            )  # fmt: skip

    def _on_seen_noted(self, finding: Finding, _nothing: None) -> None:
        self.banner.offer("success", self.tr("Noted: these votes count."), finding)
        self.refresh()

    @Slot(object)
    def _on_undo(self, finding: Finding) -> None:
        self._context.write(
            partial(look_again, finding=finding), self._on_undone,
            partial(self._on_undo_failed, finding),
        )  # fmt: skip

    def _on_undone(self, _nothing: None) -> None:
        self.banner.show_message("success", self.tr("These votes are shown again."))
        self._is_returning = True
        self.refresh()

    @Slot()
    def _on_void(self) -> None:
        ticked, reason = self.ticked(), self.reason.text().strip()
        if not ticked:
            self.banner.show_message("warning", self.tr("Tick the votes to void first."))
            self.votes.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if not reason:
            self.reason_row.set_error(self.tr("Please give the reason for voiding the slip."))
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        command = partial(void_votes, votes=ticked, reason=reason)
        self._context.write(command, self._on_voided, self._on_failed)

    def _on_voided(self, number: int) -> None:
        self.reason.clear()
        self.banner.show_message("success", self.tr("%n vote(s) voided.", "", number))
        self.refresh()

    @Slot()
    def _on_codes(self) -> None:
        count = self.count.value()
        if count is None or self.count.problem() is not None:
            self.banner.show_message("warning", self.count.problem() or self.tr("How many codes?"))
            return
        self.desk.save_file(
            self.tr("one-time codes") + ".pdf", "PDF", self.tr("The codes are being made"),
            save_codes(self._context, count, self._clock.today()), Permission.REVIEW_SLIPS,
            partial(_codes_told, count),
        )  # fmt: skip

    def _on_undo_failed(self, finding: Finding, error: Exception) -> None:
        self.banner.offer("danger", sentence(error, self._context.language), finding)

    def _on_failed(self, error: Exception) -> None:
        self.banner.show_message("danger", sentence(error, self._context.language))

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if self.isVisible() and (changes.touches("survey.") or changes.touches("vote.")):
            self.refresh()


def _codes_told(count: int, suffix: str) -> Happening:
    return exported("kiosk_codes", suffix, count, is_personal=False)
