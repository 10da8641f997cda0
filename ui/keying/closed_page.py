"""A closed batch, or the kiosk's: its slips and what became of each; one can be voided."""

from __future__ import annotations

from functools import partial
from typing import Final
from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from models.ids import uuid7
from models.permissions import Permission
from models.questionnaires.form import Form
from models.rekeying.commands import record_and_draw
from models.surveys.commands import void_slip
from models.surveys.records import KIOSK_CHANNEL, Slip
from ui.context import PageContext
from ui.keying.loading import ClosedSlips, OpenBatch, SlipStory, read_slips, read_story
from ui.keying.story import story_lines
from ui.keying.void_reason import Sent, VoidReason
from ui.messages import sentence
from ui.newest import Newest
from ui.theme.sizes import Space
from ui.widgets.buttons import DangerButton, PrimaryButton, SecondaryButton
from ui.widgets.column_widths import ColumnWidths
from ui.widgets.find_box import FindBox, RowFinder, searched
from ui.widgets.page_header import PageHeader
from ui.widgets.row_table import show_rows
from ui.widgets.surfaces import Card
from ui.widgets.text import Text
from ui.widgets.undo_banner import UndoBanner

_STATE: Final = 2
_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class ClosedBatchPage(QWidget):
    """Lists the slips of a closed batch; voiding needs a reason, and nothing is ever erased."""

    left = Signal()
    renewal_requested = Signal(object)

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._open: OpenBatch | None = None
        self._slips: tuple[Slip, ...] = ()
        self._blind: frozenset[UUID] = frozenset()
        # Anew for each batch, that none of the one before answers.
        self._readings: Newest[ClosedSlips]
        self._header = PageHeader()
        leave = SecondaryButton(self.tr("All batches"), icon="arrow-left", hint="Esc")
        leave.clicked.connect(self.left)
        self._header.add_action(leave)
        # It offers the slip, as it stood, whose voiding can be taken back.
        self._banner = UndoBanner()
        self._banner.undo_requested.connect(self._on_undo)
        self._table = QTableWidget(0, 3)
        self._table.setHorizontalHeaderLabels(
            [self.tr("Number"), self.tr("Day"), self.tr("State")]
        )
        self._table.setAccessibleName(self.tr("Slips of the batch"))
        show_rows(self._table)
        self._widths = ColumnWidths(self._table, "slips", _STATE)
        self.search = FindBox(self.tr("Find a slip"), self.tr("Number, day or state (Ctrl+F)"))
        self._finder = RowFinder(self._table, self.search, self)
        self._table.currentCellChanged.connect(self._on_row_changed)
        self._story = Text("")
        self._story.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._reason = VoidReason(context, self)
        self._reason.unkept.connect(self._on_unkept)
        self._reason.kept_again.connect(self._on_kept_again)
        self._unkept_said = ""
        self._reason.field.escaped.connect(self.take_focus)
        # The slip for which a reason was half typed, until the list is read.
        self._wanted: UUID | None = None
        self._void = DangerButton(self.tr("Void this slip"))
        self._void.clicked.connect(self._on_void)
        self._renew = PrimaryButton(self.tr("Key it again"))
        self._renew.clicked.connect(self._on_renew)
        self._lay_out()

    def open(self, opened: OpenBatch) -> None:
        """Show a closed batch."""
        self._open = opened
        header = opened.progress.batch.header
        self._header.set_title(opened.unit_name)
        is_kiosk = header.channel == KIOSK_CHANNEL
        said = self.tr("Kiosk votes of %1") if is_kiosk else self.tr("Closed batch of %1")
        said = said.replace("%1", header.collected_on.strftime("%d/%m/%Y"))
        if opened.progress.batch.difference_reason:
            said += "  ·  " + opened.progress.batch.difference_reason
        self._header.set_subtitle(said)
        self._banner.withdraw()
        self._readings = Newest(partial(self._on_read, opened.progress.batch.id))
        self._table.setRowCount(0)
        self.search.clear()
        self._wanted = self._reason.open(opened.progress.batch.id)
        self._refresh()
        self.take_focus()

    def take_focus(self) -> None:
        """Put the focus on the list."""
        self._table.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Ctrl+Z, which stands on what it takes back, and Escape, which leaves."""
        if self._banner.takes(event):
            return
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        detail = Card(self.tr("What became of it"))
        detail.body.addWidget(self._story)
        detail.body.addStretch(1)
        detail.body.addWidget(self._reason.row)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self._void)
        buttons.addWidget(self._renew)
        detail.body.addLayout(buttons)
        row = QHBoxLayout()
        row.setSpacing(Space.L)
        row.addLayout(searched(self.search, self._table), 2)
        row.addWidget(detail, 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.M, Space.L, Space.L)
        column.setSpacing(Space.M)
        column.addWidget(self._header)
        column.addWidget(self._banner)
        column.addLayout(row, 1)

    def _refresh(self) -> None:
        if self._open is not None:
            batch = self._open.progress.batch.id
            query = partial(read_slips, batch=batch, account=self._context.account)
            self._context.read(query, self._readings.answer())

    def _is_open(self, batch: UUID) -> bool:
        return self._open is not None and self._open.progress.batch.id == batch

    def _on_read(self, batch: UUID, found: ClosedSlips) -> None:
        if not self._is_open(batch):
            return
        slips = self._slips = found.slips
        row = self._row_to_show()
        self._blind = found.blind
        self._table.setRowCount(0)
        self._table.setRowCount(len(slips))
        for place, slip in enumerate(slips):
            cells = (str(slip.number or 0), f"{slip.collected_on:%d/%m/%Y}", self._state(slip))
            for column, text in enumerate(cells):
                item = QTableWidgetItem(text)
                if column == 0:
                    item.setTextAlignment(_RIGHT)
                self._table.setItem(place, column, item)
        self._widths.fit()
        self._table.setCurrentCell(min(row, len(slips) - 1), 0)
        self._finder.refresh()

    def _row_to_show(self) -> int:
        wanted, self._wanted = self._wanted, None
        rows = [place for place, slip in enumerate(self._slips) if slip.id == wanted]
        if wanted is not None and not (rows and _stands(self._slips[rows[0]])):
            # Voided since, by whomever: its reason must not be taken for another's.
            self._reason.forget()
        return rows[0] if rows else max(self._table.currentRow(), 0)

    def _state(self, slip: Slip) -> str:
        states = {
            "valid": self.tr("valid"),
            "invalid": self.tr("not valid"),
            "void": self.tr("voided"),
        }
        # Whether it is valid is half of what is keyed a second time.
        return self.tr("hidden") if slip.id in self._blind else states[slip.status]

    def _current(self) -> Slip | None:
        row = self._table.currentRow()
        return self._slips[row] if 0 <= row < len(self._slips) else None

    @Slot()
    def _on_row_changed(self) -> None:
        slip = self._current()
        # Who does not see a slip cannot say either what is wrong with it.
        is_blind = slip is not None and slip.id in self._blind
        may_review = self._context.may(Permission.REVIEW_SLIPS) and not is_blind
        stands = slip is not None and _stands(slip)
        is_renewed = slip is not None and any(item.replaces == slip.id for item in self._slips)
        is_voidable = stands and may_review
        if slip is not None and is_voidable:
            self._reason.name(slip.batch, slip.id)
        self._reason.row.setVisible(is_voidable)
        self._reason.row.set_error(None)
        self._void.setVisible(is_voidable)
        is_void = slip is not None and not stands
        is_kiosk = slip is not None and slip.channel == KIOSK_CHANNEL
        self._renew.setVisible(is_void and not is_renewed and may_review and not is_kiosk)
        self._story.setText("")
        if slip is not None and slip.id in self._blind:
            said = self.tr("You are to key this slip a second time, or may be, so it is hidden.")
            self._story.setText(said)
        elif slip is not None:
            self._context.read(partial(read_story, slip=slip.id), self._on_story)

    def _on_story(self, story: SlipStory) -> None:
        slip = self._current()
        if slip is None or self._open is None or story.slip != slip.id:
            return
        form: Form = self._open.compiled.form
        lines = story_lines(story, slip, form, self._open.settings, self._context.language)
        self._story.setText("\n".join(lines))

    @Slot()
    def _on_void(self) -> None:
        slip = self._current()
        if slip is None:
            return
        if not self._reason.text():
            self._reason.ask()
            return
        sent = self._reason.sent()
        command = partial(void_slip, slip=slip.id, reason=sent.text)
        self._context.write(command, partial(self._on_voided, slip, sent), self._on_failed)

    def _on_voided(self, slip: Slip, sent: Sent, _nothing: None) -> None:
        self._reason.forget(sent)
        if not self._is_open(slip.batch):
            return
        if slip.channel == KIOSK_CHANNEL:
            said = self.tr("The vote is voided and does not count.")
            self._banner.show_message("success", said)
        else:
            said = self.tr("The slip is voided. It can be keyed again in its place.")
            self._banner.offer("success", said, slip)
        # The button that was pressed goes away.
        self.take_focus()
        self._refresh()

    @Slot(object)
    def _on_undo(self, slip: Slip) -> None:
        """Record a slip that was voided once more as it stood, in its place."""
        command = partial(
            record_and_draw, batch=slip.batch, slip=uuid7(self._context.store.clock.now_ms()),
            content=slip.content, replaces=slip.id,
        )  # fmt: skip
        self._context.write(
            command, partial(self._on_undone, slip), partial(self._on_undo_failed, slip)
        )

    def _on_undone(self, slip: Slip, _number: int) -> None:
        if not self._is_open(slip.batch):
            return
        said = self.tr("The slip stands again, keyed by you; that it was voided stays told.")
        self._banner.show_message("success", said)
        self.take_focus()
        self._refresh()

    def _on_undo_failed(self, slip: Slip, error: Exception) -> None:
        if self._is_open(slip.batch):
            self._banner.offer("danger", sentence(error, self._context.language), slip)
        else:
            self._on_failed(error)

    @Slot(str)
    def _on_unkept(self, said: str) -> None:
        self._unkept_said = said
        self._banner.show_message("danger", said)

    @Slot()
    def _on_kept_again(self) -> None:
        # Something else may stand there since, with its own way back.
        if self._banner.message() == self._unkept_said:
            self._banner.withdraw()

    def _on_failed(self, error: Exception) -> None:
        self._banner.show_message("danger", sentence(error, self._context.language))

    @Slot()
    def _on_renew(self) -> None:
        slip = self._current()
        if slip is not None:
            self.renewal_requested.emit(slip)


def _stands(slip: Slip) -> bool:
    return slip.status in ("valid", "invalid")
