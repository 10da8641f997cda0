"""The audit's page: read it, narrow it down, save and print it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from uuid import UUID

from PySide6.QtCore import QPoint, Qt, Slot
from PySide6.QtGui import QFontMetrics, QShowEvent
from PySide6.QtWidgets import (
    QHeaderView,
    QMenu,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from exports.audit_list import SUFFIXES
from models.audit.events import EVERY_TYPE
from models.clock import Clock
from models.figures import format_integer
from models.permissions import Permission
from models.store.changes import Changes
from ui.audit.audit_model import DETAILS, AuditModel
from ui.audit.filter_bar import AuditFilterBar
from ui.audit.tasks import audit_told, press_audit, save_audit
from ui.context import PageContext
from ui.papers.files import ChoosePath, choose_path
from ui.papers.outgoing import Outgoing
from ui.papers.printing import ChoosePrinter, choose_printer
from ui.theme.sizes import Space
from ui.theme.theme import current_theme
from ui.widgets.buttons import PrimaryButton, SecondaryButton
from ui.widgets.column_widths import ColumnWidths
from ui.widgets.menus import open_menu
from ui.widgets.page_header import PageHeader
from ui.widgets.row_table import show_rows
from ui.widgets.text import Text

_KINDS = {".pdf": "PDF", ".xlsx": "Excel", ".csv": "CSV"}
# Pixels at scale 1, in the order of the columns; the details take what is left.
_WIDTHS = (172, 128, 264, 0, 108)


class AuditPage(QWidget):
    """Reads itself anew when something was added while it is on show."""

    def __init__(
        self, context: PageContext, clock: Clock, parent: QWidget | None = None, *,
        ask_path: ChoosePath = choose_path, ask_printer: ChoosePrinter = choose_printer,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._context = context
        self._clock = clock
        self.model = AuditModel(context)
        self.filters = AuditFilterBar(context.language)
        self.table = _table(self.model)
        self.table.setAccessibleName(self.tr("Activity log"))
        # What a narrow column cuts off, for the row that the keys are on.
        self.whole = Text("", tone="muted")
        self.table.selectionModel().currentRowChanged.connect(self._on_row_changed)
        self.model.modelReset.connect(self._on_row_changed)
        self.desk = Outgoing(context, self, ask_path, ask_printer)
        self.menu = self._make_menu()
        self._lay_out()
        self.filters.filter_changed.connect(self.refresh)
        self.model.counted.connect(self._on_counted)
        self.model.failed.connect(context.show_error)
        self._context.bus.changed.connect(self._on_changed)

    def take_focus(self) -> None:
        """Put the focus on the list, so that arrows scroll it."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def refresh(self) -> None:
        """Read the wanted entries again."""
        self.model.show_entries(self.filters.wanted())

    def showEvent(self, event: QShowEvent) -> None:
        """Read anew what was added meanwhile."""
        super().showEvent(event)
        self.refresh()

    def _lay_out(self) -> None:
        self._header = PageHeader(self.tr("Activity log"), " ")
        self.print_button = SecondaryButton(self.tr("Print"), icon="printer", hint="Ctrl+P")
        self.print_button.setShortcut("Ctrl+P")
        self.print_button.clicked.connect(self._on_print)
        self.save_button = PrimaryButton(self.tr("Save"), icon="save", hint="Ctrl+S")
        self.save_button.setShortcut("Ctrl+S")
        self.save_button.clicked.connect(self._on_save)
        for button in (self.print_button, self.save_button):
            self._header.add_action(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.M, Space.L, Space.L)
        column.setSpacing(Space.M)
        column.addWidget(self._header)
        column.addWidget(self.desk.banner)
        column.addWidget(self.filters)
        column.addWidget(self.table, 1)
        column.addWidget(self.whole)

    def _make_menu(self) -> QMenu:
        menu = QMenu(self)
        for suffix in SUFFIXES:
            words = self.tr("Save as %1").replace("%1", _KINDS[suffix])
            menu.addAction(words).triggered.connect(partial(self._on_kind_chosen, suffix))
        return menu

    def _on_counted(self, count: int, names: Mapping[UUID, str]) -> None:
        said = self.tr("%1 entries  ·  this machine is %2")
        figures = (format_integer(count), self._context.machine)
        for place, text in enumerate(figures, start=1):
            said = said.replace(f"%{place}", text)
        self._header.set_subtitle(said)
        self.filters.show_accounts(names)

    @Slot()
    def _on_row_changed(self) -> None:
        row = self.table.currentIndex().row()
        texts = self.model.texts()
        told = texts[row] if 0 <= row < len(texts) else ()
        self.whole.setText("  ·  ".join(text for text in told if text))

    @Slot()
    def _on_save(self) -> None:
        if self.desk.is_busy:
            return
        below = QPoint(0, self.save_button.height())
        open_menu(self.menu, self.save_button.mapToGlobal(below))

    def _on_kind_chosen(self, suffix: str, _is_checked: bool = False) -> None:
        context, wanted, today = self._context, self.model.wanted, self._clock.today()
        name = f"{self.tr('Activity log')} {today:%Y-%m-%d}{suffix}"
        self.desk.save_file(
            name, _KINDS[suffix], self.tr("The file is being saved"),
            partial(save_audit, context, wanted, today), Permission.READ_AUDIT,
            partial(audit_told, context, wanted),
        )  # fmt: skip

    @Slot()
    def _on_print(self) -> None:
        context, wanted = self._context, self.model.wanted
        self.desk.print_pages(
            partial(press_audit, context, wanted, self._clock.today()), Permission.READ_AUDIT,
            partial(audit_told, context, wanted),
        )  # fmt: skip

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if self.isVisible() and (changes.is_elsewhere or changes.event_types & EVERY_TYPE):
            self.refresh()


def _table(model: AuditModel) -> QTableView:
    table = QTableView()
    table.setModel(model)
    show_rows(table)
    rows = table.verticalHeader()
    rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    line = QFontMetrics(current_theme().font("body")).height()
    rows.setDefaultSectionSize(line + Space.M)
    scale = current_theme().scale
    usual = {column: round(width * scale) for column, width in enumerate(_WIDTHS) if width}
    ColumnWidths(table, "audit", DETAILS, usual).fit()
    return table
