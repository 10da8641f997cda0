"""All batches, the open ones first, and the way into a new one."""

from __future__ import annotations

from functools import partial
from typing import Final
from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu, QStackedLayout, QVBoxLayout, QWidget

from models.clock import Clock
from models.permissions import Permission
from models.store.changes import Changes
from models.surveys.commands import open_batch_to_key
from models.surveys.records import BatchHeader
from ui.context import PageContext
from ui.keying.batch_table import BatchTable
from ui.keying.key_hold import KeyHold
from ui.keying.loading import BatchList, read_batch_list
from ui.keying.new_batch import NewBatchForm
from ui.messages import sentence
from ui.newest import Newest
from ui.theme.sizes import Space
from ui.widgets.buttons import PrimaryButton, SecondaryButton
from ui.widgets.empty_state import EmptyState
from ui.widgets.find_box import FindBox, RowFinder, searched
from ui.widgets.menus import open_menu
from ui.widgets.page_header import PageHeader

_LEAST_TABLE: Final = 90


class BatchesPage(QWidget):
    """Opens batches: an open one to key into, a closed one to look at."""

    batch_chosen = Signal(object)
    second_requested = Signal()
    kiosk_wanted = Signal()
    votes_wanted = Signal()

    def __init__(
        self, context: PageContext, clock: Clock, keys: KeyHold, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        # Whoever starts keying keys on, before the batch is there.
        self._keys = keys
        self._clock = clock
        self._list: BatchList | None = None
        self._is_new_wanted = self._is_opening = False
        self._header = PageHeader(
            self.tr("Keying slips"), self.tr("A batch is one bundle of paper slips of a unit.")
        )
        self.kiosk = SecondaryButton(self.tr("Kiosk"), icon="chevron-down")
        self.kiosk_menu = self._make_kiosk_menu()
        self.kiosk.clicked.connect(self._on_kiosk)
        self._header.add_action(self.kiosk)
        self._new = PrimaryButton(self.tr("New batch"), icon="plus", hint="Ctrl+N")
        self._new.setShortcut("Ctrl+N")
        self._new.clicked.connect(self.start_new)
        self.second = SecondaryButton(self.tr("Second keying"), hint="F6")
        self.second.clicked.connect(self.second_requested)
        self._header.add_action(self.second)
        self._header.add_action(self._new)
        self._form = NewBatchForm()
        self._form.setVisible(False)
        self._form.submitted.connect(self._on_submitted)
        self._form.cancelled.connect(self._on_cancelled)
        self._table = BatchTable(context.language)
        self._table.batch_chosen.connect(self.batch_chosen)
        self.search = FindBox(self.tr("Find a batch"), self.tr("Day, unit or state (Ctrl+F)"))
        self._finder = RowFinder(self._table, self.search, self, self._table.open_current)
        self._empty = EmptyState(
            "slip",
            self.tr("No slips have been keyed yet"),
            self.tr("Open a batch for the bundle in your hand, then key its slips."),
            self.tr("New batch"),
            hint="Ctrl+N",
        )
        self._empty.action.setShortcut("Ctrl+N")
        self._empty.action_requested.connect(self.start_new)
        self._lay_out()
        context.bus.changed.connect(self._on_changed)
        self._lists = Newest(self._on_read)
        self.refresh()

    def refresh(self) -> None:
        """Read the batches again."""
        self._context.read(read_batch_list, self._lists.answer())

    @Slot()
    def start_new(self) -> None:
        """Open the head of a new batch."""
        self._is_new_wanted = self._list is None
        if self._list is None:
            return
        self._form.show_choices(
            self._list, self._context.unit, self._clock.today(), self._context.language
        )
        self._form.setVisible(True)
        self._show()
        self._form.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take F6, which stands on its button."""
        if event.key() == Qt.Key.Key_F6:
            self.second_requested.emit()
        else:
            super().keyPressEvent(event)

    def _make_kiosk_menu(self) -> QMenu:
        menu = QMenu(self)
        self.start_kiosk = menu.addAction(self.tr("Start the kiosk…"))
        self.start_kiosk.triggered.connect(self.kiosk_wanted)
        self.see_votes = menu.addAction(self.tr("Votes to look at, one-time codes"))
        self.see_votes.triggered.connect(self.votes_wanted)
        self.see_votes.setVisible(self._context.may(Permission.REVIEW_SLIPS))
        return menu

    @Slot()
    def _on_kiosk(self) -> None:
        """Show the menu below its button, the first line in hand."""
        below = self.kiosk.mapToGlobal(self.kiosk.rect().bottomLeft())
        open_menu(self.kiosk_menu, below)

    def _lay_out(self) -> None:
        self._holder = QWidget()
        self._stack = QStackedLayout(self._holder)
        self._listed = QWidget()
        self._listed.setLayout(searched(self.search, self._table))
        self._stack.addWidget(self._listed)
        self._stack.addWidget(self._empty)
        # Else what is said where there is nothing would take the form's room.
        self._holder.setMinimumHeight(_LEAST_TABLE)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.M, Space.L, Space.L)
        column.setSpacing(Space.M)
        column.addWidget(self._header)
        column.addWidget(self._form)
        column.addWidget(self._holder, 1)

    def _show(self) -> None:
        has_batches = self._list is not None and bool(self._list.batches)
        is_new = self._form.isVisibleTo(self)
        self._stack.setCurrentWidget(self._listed if has_batches or is_new else self._empty)
        # One main action at a time: the empty state and the form each bring their own.
        self._new.setVisible(has_batches and not is_new)

    def _on_read(self, found: BatchList) -> None:
        is_first = self._list is None or bool(self._list.batches) != bool(found.batches)
        self._list = found
        self._table.show_batches(found.batches, found.register)
        self._finder.refresh()
        self._show()
        if self._is_new_wanted:
            self.start_new()
        elif is_first and self.isVisible():
            self.take_focus()

    def take_focus(self) -> None:
        """Put the focus on what can be done next."""
        if self._form.isVisibleTo(self):
            self._form.start()
        elif self._list is not None and self._list.batches:
            self._table.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._empty.action.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if self.isVisible() and (changes.touches("survey.batch") or changes.touches("setting.")):
            self.refresh()

    def showEvent(self, event: object) -> None:
        """Read anew what may have changed meanwhile."""
        super().showEvent(event)  # type: ignore[arg-type]
        self.refresh()

    @Slot(object)
    def _on_submitted(self, header: BatchHeader) -> None:
        if self._is_opening:
            # Enter pressed twice must not open two batches.
            return
        self._is_opening = True
        self._keys.hold_for_opening()
        self._context.write(
            partial(open_batch_to_key, header=header), self._on_opened, self._on_not_opened
        )

    def _on_opened(self, batch: UUID) -> None:
        self._is_opening = False
        self._form.setVisible(False)
        self._show()
        self.batch_chosen.emit(batch)

    def _on_not_opened(self, error: Exception) -> None:
        self._is_opening = False
        self._keys.drop()
        self._form.show_error(sentence(error, self._context.language))

    @Slot()
    def _on_cancelled(self) -> None:
        self._form.setVisible(False)
        self._show()
        self.take_focus()
