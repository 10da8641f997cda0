"""The register: find a household, see how far the hamlets are, go on with the next one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final
from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.clock import Clock
from models.households.progress import WorkFilter
from models.households.records import HamletKey, Household
from models.store.changes import Changes
from ui.context import PageContext
from ui.newest import Newest
from ui.papers.files import ChoosePath, choose_path
from ui.papers.printing import ChoosePrinter, choose_printer
from ui.register.erasing_desk import ErasingDesk
from ui.register.filter_bar import FilterBar
from ui.register.hamlet_panel import HamletPanel
from ui.register.household_model import HouseholdModel
from ui.register.household_table import HouseholdTable
from ui.register.loading import (
    Overview,
    read_map,
    read_overview,
    read_streets,
)
from ui.register.paper_desk import PaperDesk
from ui.register.papers import Paper
from ui.register.register_foot import RegisterFoot
from ui.register.register_head import RegisterHead
from ui.register.results import ResultsView
from ui.register.search_box import SearchBox
from ui.theme.sizes import Space
from ui.theme.theme import current_theme
from ui.widgets.buttons import SecondaryButton

if TYPE_CHECKING:
    from ui.jobs import Job

_READ: Final = ("household.", "hamlet.", "unit.")
_NARROW: Final = 1000
_NO_KEYS: Final = Qt.KeyboardModifier.NoModifier
_CONTROL: Final = Qt.KeyboardModifier.ControlModifier


class RegisterPage(QWidget):
    """Letters are keys of the page wherever nothing is typed; with Ctrl they are everywhere."""

    household_chosen = Signal(object, object)
    next_requested = Signal(object, object)
    import_requested = Signal()
    new_requested = Signal(object, object)
    decisions_requested = Signal(object)
    duplicates_requested = Signal(object)

    def __init__(
        self, context: PageContext, clock: Clock, parent: QWidget | None = None, *,
        ask_path: ChoosePath = choose_path, ask_for_printer: ChoosePrinter = choose_printer,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._context = context
        self._clock = clock
        self._overview: Overview | None = None
        self._overviews = Newest(self._on_overview)
        self._is_stale = True
        self._is_map_wanted = self._is_opening = False
        self._count: int | None = None
        self._map_job: Job | None = None
        self._streets_of: HamletKey | None = None
        self.model = HouseholdModel(context)
        self.table = HouseholdTable(self.model)
        self.results = ResultsView(self.table, context.language)
        self.search = SearchBox()
        self.filters = FilterBar(context.language)
        self.panel = HamletPanel(context)
        self.papers = PaperDesk(context, self, ask_path, ask_for_printer)
        self.banner = self.papers.banner
        self.head = RegisterHead()
        self.foot = RegisterFoot()
        self.erasing = ErasingDesk(context, self, self.banner)
        self.foot.offer_erasing(is_offered=self.erasing.is_allowed)
        self._map_button = SecondaryButton(self.tr("Map"), icon="map", hint="M")
        self._lay_out()
        self._connect()

    def take_focus(self) -> None:
        """Put the focus where the next key is wanted: the household in hand, else the search."""
        if not self.results.take_focus():
            self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def tell(self, message: str) -> None:
        """Show a sentence above the list."""
        self.banner.show_message("info", message)

    def wanted(self) -> WorkFilter:
        """Return the work list on show."""
        return self.filters.narrowed(self.panel.wanted())

    def mark(self, household: UUID) -> None:
        """Go to the household that was worked on, where it is in sight."""
        self.results.mark(household)

    def show_officer(self, officer: str) -> None:
        """Show the hamlets that an officer was asked to check, and nothing left out of them."""
        self.panel.choose_all()
        self.filters.show_only(officer)

    def showEvent(self, event: QShowEvent) -> None:
        """Read anew what changed meanwhile."""
        super().showEvent(event)
        if self._is_stale:
            self._refresh(Changes(is_elsewhere=True))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the list its room in a narrow window."""
        super().resizeEvent(event)
        scale = current_theme().scale
        is_narrow = event.size().width() < round(_NARROW * scale)
        self.panel.set_narrow(is_narrow=is_narrow)
        self.foot.set_narrow(is_narrow=is_narrow)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Know the keys of the page."""
        keys: dict[int, Callable[[], object]] = {
            Qt.Key.Key_N: self._on_next, Qt.Key.Key_F: self._on_find, Qt.Key.Key_M: self._on_map,
            Qt.Key.Key_I: self.import_requested.emit, Qt.Key.Key_P: self._on_print,
            Qt.Key.Key_A: self.panel.start_assigning, Qt.Key.Key_Plus: self._on_new,
            Qt.Key.Key_D: self._on_duplicates, Qt.Key.Key_W: self._on_decisions,
            Qt.Key.Key_Delete: self._on_erase,
        }  # fmt: skip
        work = keys.get(event.key())
        if work is not None and event.modifiers() in (_NO_KEYS, _CONTROL):
            work()
        elif event.key() == Qt.Key.Key_Escape and self._is_map_wanted:
            self._on_map()
        elif event.key() == Qt.Key.Key_Escape and self.search.text():
            self.search.clear()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(Space.S)
        top.addWidget(self.search, 1)
        top.addWidget(self._map_button)
        right = QVBoxLayout()
        right.setSpacing(Space.S)
        right.addLayout(top)
        right.addWidget(self.filters)
        right.addWidget(self.results, 1)
        right.addWidget(self.foot)
        row = QHBoxLayout()
        row.setSpacing(Space.M)
        row.addWidget(self.panel)
        row.addLayout(right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        column.setSpacing(Space.M)
        column.addWidget(self.banner)
        column.addLayout(row, 1)
        # Tab goes from what is looked for to what is done with it, so the head comes last.
        column.insertWidget(0, self.head)
        QWidget.setTabOrder(self.search, self.table)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._on_typed)
        self.search.down_pressed.connect(self._on_down)
        self.search.submitted.connect(self._on_submitted)
        self.results.household_opened.connect(self._on_opened)
        self.results.import_requested.connect(self.import_requested)
        self.results.all_requested.connect(self._on_all_wanted)
        self.table.left_at_top.connect(self._on_find)
        self.model.filled.connect(self._on_filled)
        self.model.counted.connect(self._on_counted)
        self.filters.filter_changed.connect(self._on_filter_changed)
        self.panel.places_changed.connect(self._on_places_changed)
        self.panel.opened.connect(self._on_down)
        self.head.next_requested.connect(self._on_next)
        self.head.import_requested.connect(self.import_requested)
        self.head.print_requested.connect(self._on_print)
        self.foot.new_requested.connect(self._on_new)
        self.foot.duplicates_requested.connect(self._on_duplicates)
        self.foot.decisions_requested.connect(self._on_decisions)
        self.foot.erase_requested.connect(self._on_erase)
        self._map_button.clicked.connect(self._on_map)
        self._context.bus.changed.connect(self._on_changed)

    def _refresh(self, changes: Changes) -> None:
        self._is_stale = False
        self._context.read(read_overview, self._overviews.answer())
        self.model.refresh(changes)
        if self._is_map_wanted:
            self._read_map()

    def _spare_hamlet(self) -> None:
        is_one = self._streets_of is not None and not self.search.text().strip()
        self.table.show_hamlet(is_shown=not is_one)

    def _show_walk(self) -> None:
        self.table.go_to_top()
        self.model.show_walk(self.wanted())
        if self._is_map_wanted:
            self._read_map()

    def _read_map(self) -> None:
        if self._map_job is not None:
            self._map_job.cancel()
        query = partial(read_map, wanted=self.wanted())
        self._map_job = self._context.read(query, self.results.show_on_map)

    def _on_overview(self, overview: Overview) -> None:
        self._overview = overview
        self.model.show_names(overview.names)
        self.filters.show_officers(overview.officers)
        self.panel.show_overview(overview)
        self.head.show_whole(overview.whole)
        self.foot.show_waiting(overview.whole.conflicts)
        if self.model.wanted == WorkFilter() and not self.model.is_search:
            self._count = None
            self._show_listed()
        self._show_view()

    def _show_view(self) -> None:
        had_focus = self.isAncestorOf(self.window().focusWidget() or self.window())
        is_empty = self._overview is not None and not self._overview.whole.households
        for widget in (self.panel, self.search, self.filters, self._map_button, self.foot):
            widget.setVisible(not is_empty)
        if is_empty:
            self.results.setCurrentWidget(self.results.none_yet())
        elif self._is_map_wanted:
            self.results.setCurrentWidget(self.results.map)
        elif not self.model.rowCount() and (self.model.is_search or self._count == 0):
            self.results.setCurrentWidget(self.results.none_here())
        else:
            self.results.setCurrentWidget(self.table)
        if is_empty and had_focus and self.isVisible():
            self.take_focus()

    @Slot()
    def _on_filled(self) -> None:
        self._show_view()
        if self._is_opening:
            self._is_opening = False
            self.table.open_current()

    @Slot(object)
    def _on_counted(self, count: int | None) -> None:
        self._count = count
        if self.model.is_search:
            self.foot.show_found(self.model.rowCount(), is_cut_off=count is None)
        else:
            self._show_listed()
        self._show_view()

    def _show_listed(self) -> None:
        if self._count is None and self._overview is not None:
            self._count = self._overview.whole.households
        if self._count is not None and not self.model.is_search:
            self.foot.show_listed(self._count)

    @Slot(str)
    def _on_typed(self, typed: str) -> None:
        self._is_opening = False
        if self._is_map_wanted:
            self._on_map()
        self.table.go_to_top()
        self._spare_hamlet()
        if typed.strip():
            self.model.show_found(typed)
        else:
            self.model.show_walk(self.wanted())

    @Slot()
    def _on_down(self) -> None:
        if self.results.currentWidget() is self.table and self.model.rowCount():
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_submitted(self) -> None:
        # A scanner sends Enter before the answer is here: what it asked for is opened then.
        if self.model.is_waiting:
            self._is_opening = True
        elif self.search.text().strip():
            self.table.open_current()

    @Slot(object)
    def _on_opened(self, household: UUID) -> None:
        row = self.model.row_of(household)
        known = None if row is None else self.model.household(row)
        if known is not None and known.is_erased:
            self.erasing.tell(household)
        else:
            self.household_chosen.emit(household, self.wanted())

    @Slot()
    def _on_erase(self) -> None:
        household: Household | None = self.table.current()
        if household is not None and not household.is_erased:
            self.erasing.start(household.id)

    @Slot()
    def _on_next(self) -> None:
        household: Household | None = self.table.current()
        self.next_requested.emit(household.id if household else None, self.wanted())

    @Slot()
    def _on_new(self) -> None:
        hamlet = self.panel.single_hamlet()
        if hamlet is not None:
            self.new_requested.emit(hamlet, self.wanted())

    @Slot()
    def _on_duplicates(self) -> None:
        hamlet = self.panel.single_hamlet()
        if hamlet is not None:
            self.duplicates_requested.emit(hamlet)

    @Slot()
    def _on_decisions(self) -> None:
        if self._overview is not None and self._overview.whole.conflicts:
            self.decisions_requested.emit(replace(self.panel.wanted(), has_conflicts=True))

    @Slot()
    def _on_find(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    @Slot()
    def _on_map(self) -> None:
        self._is_map_wanted = not self._is_map_wanted
        if self._is_map_wanted:
            if self.search.text():
                self.search.clear()
                self._is_map_wanted = True
            self._read_map()
        self._map_button.setText(self.tr("List") if self._is_map_wanted else self.tr("Map"))
        self._show_view()
        self.take_focus()

    @Slot()
    def _on_print(self) -> None:
        if self._overview is not None:
            household = self.table.current()
            paper = Paper(
                "list", self._clock.today(), self.wanted(), household.id if household else None
            )
            button = self.head.print_button
            below = button.mapToGlobal(button.rect().bottomLeft())
            self.papers.offer(paper, below)

    @Slot()
    def _on_places_changed(self) -> None:
        hamlet = self.panel.single_hamlet()
        self.foot.allow_hamlet(is_one=hamlet is not None)
        if hamlet != self._streets_of:
            self._streets_of = hamlet
            self.filters.show_streets(())
            if hamlet is not None:
                self._context.read(partial(read_streets, hamlet=hamlet), self._on_streets)
        self._spare_hamlet()
        self._on_filter_changed()

    def _on_streets(self, found: tuple[HamletKey, tuple[str, ...]]) -> None:
        hamlet, streets = found
        if hamlet == self._streets_of:
            self.filters.show_streets(streets)

    @Slot()
    def _on_filter_changed(self) -> None:
        if self.search.text():
            self.search.clear()
        else:
            self._show_walk()

    @Slot()
    def _on_all_wanted(self) -> None:
        self.search.clear()
        self.panel.choose_all()
        self.filters.clear()
        self.take_focus()

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if not any(changes.touches(prefix) for prefix in _READ):
            return
        if not self.isVisible():
            self._is_stale = True
        elif changes.touches("household.") or changes.touches("unit."):
            self._refresh(changes)
        else:
            self._context.read(read_overview, self._overviews.answer())
