"""Where households are shown: as a table or a map, or why there are none."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from models.sentences.catalog import Language
from ui.register.household_table import HouseholdTable
from ui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from ui.register.loading import MapHouseholds
    from ui.register.map_panel import MapPanel


class ResultsView(QStackedWidget):
    """Everything but the table is made when it is first wanted."""

    household_opened = Signal(object)
    import_requested = Signal()
    all_requested = Signal()

    def __init__(
        self, table: HouseholdTable, language: Language, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.table = table
        self._language = language
        self._map: MapPanel | None = None
        self._none_yet: EmptyState | None = None
        self._none_here: EmptyState | None = None
        self.addWidget(table)
        table.household_opened.connect(self.household_opened)

    @property
    def map(self) -> MapPanel:
        """The map of the work list."""
        if self._map is None:
            from ui.register.map_panel import MapPanel

            self._map = MapPanel(self._language)
            self._map.household_opened.connect(self.household_opened)
            self.addWidget(self._map)
        return self._map

    def show_on_map(self, found: MapHouseholds) -> None:
        """Show other households on the map, the table's own one marked."""
        self.map.show_households(found)
        household = self.table.current()
        if household is not None:
            self.map.view.show_household(household.id)

    def mark(self, household: UUID) -> None:
        """Go to a household wherever it is in sight."""
        self.table.show_household(household)
        if self._map is not None:
            self._map.view.show_household(household)

    def none_yet(self) -> EmptyState:
        """Return what an empty register shows."""
        if self._none_yet is None:
            self._none_yet = EmptyState(
                "households",
                self.tr("The register is empty"),
                self.tr("Take in the list of households of your commune: a spreadsheet as it is."),
                self.tr("Take in a list"), hint="I",
            )  # fmt: skip
            self._none_yet.action_requested.connect(self.import_requested)
            self.addWidget(self._none_yet)
        return self._none_yet

    def none_here(self) -> EmptyState:
        """Return what a search or a list shows that holds nobody."""
        if self._none_here is None:
            self._none_here = EmptyState(
                "search",
                self.tr("No household is like that"),
                self.tr("Write fewer or other words, or leave out a filter."),
                self.tr("Show all households"),
            )
            self._none_here.action_requested.connect(self.all_requested)
            self.addWidget(self._none_here)
        return self._none_here

    def take_focus(self) -> bool:
        """Put the focus on what is on show; False where that takes no keys."""
        shown: QWidget = self.currentWidget() or self.table
        if shown is self._none_yet and self._none_yet is not None:
            shown = self._none_yet.action
        elif shown is self._none_here or (shown is self.table and self.table.current() is None):
            return False
        shown.setFocus(Qt.FocusReason.OtherFocusReason)
        return True
