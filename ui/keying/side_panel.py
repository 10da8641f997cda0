"""Beside the slip: how far the batch has come, its last slips, and what they add up to."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from models.settings.record import Settings
from models.surveys.records import Slip
from ui.keying.entry import EntryQuestion
from ui.keying.loading import BatchProgress
from ui.theme.sizes import Space
from ui.widgets.surfaces import Card
from ui.widgets.tally import QuestionTally, TallyTable
from ui.widgets.text import Text


class SlipList(QListWidget):
    """Enter opens a slip and goes no further: on the page it would save the slip in hand.

    It asks for a few rows and takes what the tally leaves: that has no scroll bar.
    """

    def sizeHint(self) -> QSize:
        """Return room for the fewest rows that are of use."""
        usual = super().sizeHint()
        return QSize(usual.width(), self.minimumSizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the slip on Enter."""
        if event.key() not in (Qt.Key.Key_Enter, Qt.Key.Key_Return):
            super().keyPressEvent(event)
        elif self.currentItem() is not None:
            self.itemActivated.emit(self.currentItem())


class SidePanel(QWidget):
    """Progress, last slips and running tally; a double click or Enter on a slip opens it."""

    slip_opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._progress: BatchProgress | None = None
        self._count = Text("", "title", is_wrapped=False)
        self._detail = Text("", "caption", tone="muted")
        self._list = SlipList()
        self._list.setAccessibleName(self.tr("Last slips"))
        self._list.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._list.itemActivated.connect(self._on_activated)
        self._tally = TallyTable()
        counts = Card()
        counts.body.addWidget(self._count)
        counts.body.addWidget(self._detail)
        slips = Card(self.tr("Last slips"))
        slips.body.addWidget(self._list)
        tally = Card(self.tr("Running tally"))
        tally.body.addWidget(self._tally)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        column.addWidget(counts)
        column.addWidget(slips, 1)
        column.addWidget(tally)

    def show_progress(
        self, progress: BatchProgress, questions: Sequence[EntryQuestion], settings: Settings,
        language: str, waiting: int = 0,
    ) -> None:  # fmt: skip
        """Show a batch as it stands; `waiting` slips are sent but not on the disk yet."""
        self._detail.setText("  ·  ".join(self._details(progress, waiting)))
        if progress is self._progress:
            return
        self._progress = progress
        self._count.setText(self.tr("%n slip(s) saved", "", progress.batch.keyed))
        current = self._list.currentItem()
        kept = current.data(Qt.ItemDataRole.UserRole) if current else None
        self._list.clear()
        for slip in progress.slips:
            self._list.addItem(self._item(slip, settings, language))
            if slip.id == kept:
                self._list.setCurrentRow(self._list.count() - 1)
        self._tally.set_tallies(tallies(progress, questions))

    def _details(self, progress: BatchProgress, waiting: int) -> list[str]:
        batch = progress.batch
        parts: list[str] = []
        if batch.header.returned is not None:
            parts.append(self.tr("%n came back", "", batch.header.returned))
        if batch.invalid:
            parts.append(self.tr("%n not valid", "", batch.invalid))
        if batch.voided:
            parts.append(self.tr("%n voided", "", batch.voided))
        if waiting:
            parts.append(self.tr("%n being saved", "", waiting))
        return parts

    def _item(self, slip: Slip, settings: Settings, language: str) -> QListWidgetItem:
        if slip.status == "void":
            said = self.tr("voided: %1").replace("%1", slip.content.reason)
        elif slip.status == "invalid":
            reasons = {item.code: item.text(language) for item in settings.reasons}
            said = reasons.get(slip.content.reason, slip.content.reason)
        else:
            said = self.tr("%n answer(s)", "", len(slip.content.answers))
        time = slip.recorded_at.strftime("%H:%M")
        item = QListWidgetItem(f"{slip.number:>4}   {time}   {said}")
        item.setData(Qt.ItemDataRole.UserRole, slip.id)
        item.setToolTip(said)
        return item

    @Slot(QListWidgetItem)
    def _on_activated(self, item: QListWidgetItem) -> None:
        wanted = item.data(Qt.ItemDataRole.UserRole)
        for slip in self._progress.slips if self._progress else ():
            if slip.id == wanted:
                self.slip_opened.emit(slip)


def tallies(
    progress: BatchProgress, questions: Sequence[EntryQuestion]
) -> tuple[QuestionTally, ...]:
    """Return the running tally of the choice questions, in the slip's order."""
    found: list[QuestionTally] = []
    for question in questions:
        if not question.options:
            continue
        counts = progress.tally.get(question.node.key, {})
        numbers = tuple(counts.get(option.name, 0) for option in question.options)
        blank = max(progress.batch.valid - sum(numbers), 0) if question.is_single_choice else 0
        found.append(QuestionTally(question.text, numbers, blank))
    return tuple(found)
