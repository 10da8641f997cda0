"""Merges two records of one household: the other is searched for, one of the two stands."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from models.households.commands import merge, undo_merge
from models.households.records import Household
from ui.context import PageContext
from ui.jobs import Job
from ui.messages import sentence
from ui.register.check_loading import MergeChoice, read_found, read_merge
from ui.register.check_words import short_line
from ui.register.pair_view import PairView
from ui.theme.sizes import Space
from ui.widgets.banner import Banner
from ui.widgets.buttons import PrimaryButton, SecondaryButton
from ui.widgets.empty_state import EmptyState
from ui.widgets.field_row import FieldRow
from ui.widgets.page_header import PageHeader
from ui.widgets.role import plays
from ui.widgets.surfaces import Card
from ui.widgets.text import Text


@plays(QAccessible.Role.Form)
class MergePage(QWidget):
    """Merges a household with another, or takes a merge back; `merged` names which to show."""

    left = Signal()
    merged = Signal(object)

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._open: MergeChoice | None = None
        self._found: list[Household] = []
        self._search: Job | None = None
        self._chosen = 0
        self._is_writing = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Merge two records of one household"))
        self._header = PageHeader(self.tr("Merge two records of one household"))
        back = SecondaryButton(self.tr("Back"), hint="Esc")
        back.clicked.connect(self.left)
        self.save = PrimaryButton(self.tr("Merge"), hint="⏎")
        self.save.clicked.connect(self._on_save)
        self._header.add_action(back)
        self._header.add_action(self.save)
        self.banner = Banner()
        self.field = QLineEdit()
        self.field.textEdited.connect(self._on_typed)
        self.field.installEventFilter(self)
        self.results = QListWidget()
        self.results.setAccessibleName(self.tr("Households found"))
        self.results.currentRowChanged.connect(self._on_row_changed)
        self.results.installEventFilter(self)
        self.results.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.pair = PairView(context.language)
        self.pair.first.clicked.connect(partial(self._choose, 1))
        self.pair.second.clicked.connect(partial(self._choose, 2))
        self._undo = QVBoxLayout()
        self._lay_out()

    def open(self, household: UUID) -> None:
        """Ask for the household that is the same as this one."""
        self._open = None
        self._found = []
        self._chosen = 0
        self.banner.setVisible(False)
        self.field.clear()
        self.results.clear()
        self._show()
        query = partial(read_merge, household=household, language=self._context.language)
        self._context.read(query, self._on_read, self._on_failed)

    def take_focus(self) -> None:
        """Put the focus where the next key is wanted."""
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take 1, 2, Enter and Escape."""
        key = event.key()
        if key in (Qt.Key.Key_1, Qt.Key.Key_2):
            self._choose(1 if key == Qt.Key.Key_1 else 2)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_save()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Down lead from the words into the list, and digits choose from there."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = event.key()
            if watched is self.field:
                if key in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._found:
                    self.results.setFocus(Qt.FocusReason.OtherFocusReason)
                    return True
            elif key in (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.keyPressEvent(event)
                return True
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        card = Card(padding=Space.M)
        card.setMaximumWidth(360)
        card.setMinimumWidth(260)
        card.body.addLayout(self._undo)
        hint = self.tr("Name, address, telephone or code; Down goes into the list.")
        card.body.addWidget(FieldRow(self.tr("The other record"), self.field, hint))
        card.body.addWidget(self.results, 1)
        self._right = QStackedWidget()
        self._empty = EmptyState(
            "search",
            self.tr("Which record is the same household?"),
            self.tr("Find it on the left, then press 1 or 2 for the one that stands."),
        )
        self._right.addWidget(self._empty)
        self._right.addWidget(self.pair)
        row = QHBoxLayout()
        row.setSpacing(Space.M)
        row.addWidget(card, 1)
        row.addWidget(self._right, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        column.setSpacing(Space.M)
        column.addWidget(self._header)
        column.addWidget(self.banner)
        column.addLayout(row, 1)
        self.banner.setVisible(False)

    def _on_read(self, opened: MergeChoice) -> None:
        self._open = opened
        self._header.set_subtitle(short_line(opened.household))
        while (item := self._undo.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for gone, other in opened.undoable:
            said = self.tr("Merged with: %1").replace("%1", short_line(other))
            self._undo.addWidget(Text(said))
            button = SecondaryButton(self.tr("Undo this merge"), icon="undo")
            button.clicked.connect(partial(self._on_undo, gone))
            self._undo.addWidget(button)
        is_gone = opened.household.merged_into is not None
        self.field.setEnabled(not is_gone)
        self._show()
        if is_gone and self._undo.count():
            item = self._undo.itemAt(1)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str)
    def _on_typed(self, text: str) -> None:
        if self._search is not None:
            self._search.cancel()
        if self._open is not None:
            query = partial(read_found, typed=text, but=self._open.household.id)
            self._search = self._context.read(query, self._on_found)

    def _on_found(self, found: list[Household]) -> None:
        self._found = found
        self.results.clear()
        for household in found:
            item = QListWidgetItem(short_line(household))
            item.setToolTip(short_line(household))
            self.results.addItem(item)
        self.results.setCurrentRow(0 if found else -1)

    @Slot(int)
    def _on_row_changed(self, _row: int) -> None:
        self._chosen = 0
        self._show()

    def _other(self) -> Household | None:
        row = self.results.currentRow()
        return self._found[row] if 0 <= row < len(self._found) else None

    def _show(self) -> None:
        other = self._other()
        if self._open is not None and other is not None:
            self.pair.show_pair(self._open.household, other, self._open.names)
            self._right.setCurrentWidget(self.pair)
        else:
            self._right.setCurrentWidget(self._empty)
        self.save.setEnabled(bool(self._chosen) and other is not None)

    def _choose(self, number: int, _is_checked: bool = False) -> None:
        if self._other() is not None:
            self._chosen = number
            self.pair.choose(number)
            self.save.setEnabled(True)
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_save(self) -> None:
        other = self._other()
        if self._open is None or other is None or not self._chosen or self._is_writing:
            return
        kept, gone = self._open.household.id, other.id
        if self._chosen == 2:
            kept, gone = gone, kept
        self._write(partial(merge, kept=kept, gone=gone), kept)

    def _on_undo(self, gone: UUID, _is_checked: bool = False) -> None:
        if self._open is not None and not self._is_writing:
            self._write(partial(undo_merge, gone=gone), self._open.household.id)

    def _write(self, command: partial[None], shown: UUID) -> None:
        self._is_writing = True
        self._context.write(command, partial(self._on_written, shown), self._on_failed)

    def _on_written(self, shown: UUID, _nothing: None) -> None:
        self._is_writing = False
        self.merged.emit(shown)

    def _on_failed(self, error: Exception) -> None:
        self._is_writing = False
        self.banner.show_message("danger", sentence(error, self._context.language))
