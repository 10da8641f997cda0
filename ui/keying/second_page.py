"""Second keying: the batches that wait for it, the differences, and how well one keys."""

from __future__ import annotations

from functools import partial
from typing import Final
from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QStackedWidget,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from models.figures import format_integer
from models.store.changes import Changes
from ui.context import PageContext
from ui.keying.second_loading import SecondKeying, read_second_keying
from ui.newest import Newest
from ui.theme.sizes import Space
from ui.widgets.buttons import PrimaryButton, SecondaryButton
from ui.widgets.column_widths import ColumnWidths
from ui.widgets.empty_state import EmptyState
from ui.widgets.find_box import FindBox, RowFinder, searched
from ui.widgets.page_header import PageHeader
from ui.widgets.role import plays
from ui.widgets.row_table import show_rows
from ui.widgets.text import Text

_UNIT: Final = 1
_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@plays(QAccessible.Role.Form)
class SecondPage(QWidget):
    """Enter opens a batch, F6 the differences, F7 the figures, F9 the practice."""

    left = Signal()
    batch_chosen = Signal(object)
    deciding_requested = Signal()
    figures_requested = Signal()
    practice_requested = Signal()

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._readings = Newest(self._on_read)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Second keying"))
        self._header = PageHeader(self.tr("Second keying"))
        self.decide = PrimaryButton(self.tr("Decide differences"), hint="F6")
        self._lay_out()
        context.bus.changed.connect(self._on_changed)

    def refresh(self) -> None:
        """Read again what waits."""
        query = partial(read_second_keying, account=self._context.account)
        self._context.read(query, self._readings.answer())

    @Slot()
    def take_focus(self) -> None:
        """Put the focus on the list."""
        shown = self._table if self._stack.currentWidget() is self._listed else self
        shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys that stand on the buttons."""
        asked = {
            Qt.Key.Key_Escape: self.left, Qt.Key.Key_F6: self.deciding_requested,
            Qt.Key.Key_F7: self.figures_requested, Qt.Key.Key_F9: self.practice_requested,
        }.get(Qt.Key(event.key()))  # fmt: skip
        if asked is not None:
            asked.emit()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Read anew what may have changed meanwhile."""
        super().showEvent(event)
        self.refresh()

    def _lay_out(self) -> None:
        back = SecondaryButton(self.tr("All batches"), icon="arrow-left", hint="Esc")
        figures = SecondaryButton(self.tr("My figures"), hint="F7")
        practice = SecondaryButton(self.tr("Practice"), hint="F9")
        # In a line of their own: beside the title there is no room for all on a small screen.
        line = QHBoxLayout()
        line.setSpacing(Space.S)
        for button, asked in (
            (self.decide, self.deciding_requested), (figures, self.figures_requested),
            (practice, self.practice_requested), (back, self.left),
        ):  # fmt: skip
            button.clicked.connect(asked)
            if button is back:
                self._header.add_action(button)
            else:
                line.addWidget(button)
        line.addStretch(1)
        self._table = QTableWidget(0, 5)
        self._table.setHorizontalHeaderLabels(
            [self.tr("Day"), self.tr("Unit"), self.tr("Drawn"), self.tr("Keyed"), self.tr("Left")]
        )
        self._table.setAccessibleName(self.tr("Batches to key a second time"))
        show_rows(self._table)
        self._widths = ColumnWidths(self._table, "second-keying", _UNIT)
        self._table.activated.connect(self._on_activated)
        self.search = FindBox(self.tr("Find a batch"), self.tr("Day or unit (Ctrl+F)"))
        self._finder = RowFinder(self._table, self.search, self, self._on_activated)
        self._listed = QWidget()
        self._listed.setLayout(searched(self.search, self._table))
        self._empty = EmptyState(
            "check",
            self.tr("No batch waits for you"),
            self.tr("Slips that you keyed or changed yourself are for somebody else."),
        )
        self._said = Text("", "strong")
        self._stack = QStackedWidget()
        self._stack.addWidget(self._listed)
        self._stack.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.M, Space.L, Space.L)
        column.setSpacing(Space.M)
        column.addWidget(self._header)
        advice = self.tr("Somebody else keys the paper again, without seeing what was keyed first.")
        column.addWidget(Text(advice, tone="muted"))
        column.addWidget(self._said)
        column.addLayout(line)
        column.addWidget(self._stack, 1)

    def _on_read(self, found: SecondKeying) -> None:
        had_focus = self._table.hasFocus() or self.hasFocus()
        row = max(self._table.currentRow(), 0)
        self._table.setRowCount(len(found.batches))
        for place, (batch, unit) in enumerate(found.batches):
            cells = (
                f"{batch.header.collected_on:%d/%m/%Y}", unit, format_integer(batch.drawn),
                format_integer(batch.keyed), format_integer(len(batch.left)),
            )  # fmt: skip
            for column, text in enumerate(cells):
                item = QTableWidgetItem(text)
                if column > _UNIT:
                    item.setTextAlignment(_RIGHT)
                item.setData(Qt.ItemDataRole.UserRole, batch.id)
                self._table.setItem(place, column, item)
        self._widths.fit()
        self._finder.refresh()
        if found.batches:
            self._table.setCurrentCell(min(row, len(found.batches) - 1), 0)
        self._stack.setCurrentWidget(self._listed if found.batches else self._empty)
        waiting = found.undecided
        self.decide.setEnabled(bool(waiting))
        said = self.tr("%n difference(s) wait for your decision", "", waiting)
        self._said.setText(said.replace(str(waiting), format_integer(waiting)))
        self._said.setVisible(bool(waiting))
        if had_focus or not self.isAncestorOf(self.focusWidget() or self):
            self.take_focus()

    @Slot()
    def _on_activated(self) -> None:
        item = self._table.item(self._table.currentRow(), 0)
        if item is not None:
            self.batch_chosen.emit(UUID(str(item.data(Qt.ItemDataRole.UserRole))))

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if self.isVisible() and (changes.touches("second.") or changes.touches("survey.")):
            self.refresh()
