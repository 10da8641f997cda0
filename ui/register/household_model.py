"""The households of a work list or of a search, fetched as they are scrolled to."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any, Final
from uuid import UUID

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from exports.household_values import address_line, day_text, grouped_code
from models.households.progress import WorkFilter
from models.households.queries import WalkPlace, read_households, search_households
from models.households.records import Household
from models.store.changes import Changes
from ui.context import PageContext
from ui.jobs import Job
from ui.register.check_words import outcome_name
from ui.register.loading import WorkPart, read_first, read_next
from ui.register.place_names import PlaceNames

CODE, HEAD, ADDRESS, HAMLET, OUTCOME, PLATE, CHECKED = range(7)
FOUND_AT_MOST: Final = 50
_PAGE: Final = 200
_FIRST: Final = 60
# As many rows are read again at once where the list may have changed anywhere.
_MOST_AGAIN: Final = 1000
_Index = QModelIndex | QPersistentModelIndex


class HouseholdModel(QAbstractTableModel):
    """Never holds more than was looked at; answers that came too late are dropped."""

    # How many there are in all, as soon as it is known; None for a search that was cut off.
    counted = Signal(object)
    filled = Signal()

    def __init__(self, context: PageContext, names: PlaceNames | None = None) -> None:
        super().__init__()
        self._context = context
        self._names = names or PlaceNames({}, {})
        self._rows: list[Household] = []
        self._wanted = WorkFilter()
        self._typed = ""
        self._after: WalkPlace | None = None
        self._job: Job | None = None
        self._is_fetching = self._is_asked = False
        # The header asks for them hundreds of times before it is painted.
        self._headers: Final = (
            self.tr("Digital code"), self.tr("Head of household"), self.tr("Address"),
            self.tr("Hamlet"), self.tr("Check"), self.tr("Plate"), self.tr("Checked on"),
        )  # fmt: skip

    @property
    def wanted(self) -> WorkFilter:
        """The work list on show, also while a search covers it."""
        return self._wanted

    @property
    def is_search(self) -> bool:
        """Say whether the rows answer a search."""
        return bool(self._typed)

    @property
    def is_waiting(self) -> bool:
        """Say whether other rows are on their way."""
        return self._is_asked

    def show_names(self, names: PlaceNames) -> None:
        """Call units and hamlets by other names."""
        if names != self._names:
            self._names = names
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, HAMLET, HAMLET)

    def show_walk(self, wanted: WorkFilter) -> None:
        """Show a work list from its beginning."""
        self._wanted, self._typed = wanted, ""
        self._ask(partial(read_first, wanted=wanted, limit=_FIRST), self._on_first)

    def show_found(self, typed: str) -> None:
        """Show what a search finds in the whole register."""
        self._typed = typed
        query = partial(search_households, typed=typed, limit=FOUND_AT_MOST)
        self._ask(query, self._on_found)

    def refresh(self, changes: Changes) -> None:
        """Read again what may have changed: the rows that are named, or all on show."""
        mine = [row.id for row in self._rows if row.id in changes.entities]
        is_one_by_one = changes.entities and len(changes.entities) == len(mine)
        if is_one_by_one and not changes.is_elsewhere:
            self._context.read(partial(read_households, ids=mine), self._on_read_again)
        elif self._typed:
            self.show_found(self._typed)
        else:
            limit = min(max(_FIRST, len(self._rows)), _MOST_AGAIN)
            self._ask(partial(read_first, wanted=self._wanted, limit=limit), self._on_first)

    def household(self, row: int) -> Household | None:
        """Return the household of a row."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def row_of(self, household: UUID) -> int | None:
        """Return the row of a household, None where it was not fetched."""
        return next((at for at, row in enumerate(self._rows) if row.id == household), None)

    def text(self, household: Household, column: int) -> str:
        """Return what a column says of a household."""
        if household.is_erased and column in (HEAD, ADDRESS):
            return self.tr("(data erased on request)") if column == HEAD else ""
        if column == CODE:
            return grouped_code(household.code)
        if column == HEAD:
            return household.name
        if column == ADDRESS:
            return address_line(household)
        if column == HAMLET:
            return self._names.hamlet(household.hamlet_key)
        if column == OUTCOME:
            return outcome_name(household.outcome, self._context.language)
        if column == PLATE:
            return self.tr("yes") if household.has_plate else ""
        return day_text(household.checked_on)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return how many rows were fetched so far."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """Return the number of columns."""
        return 0 if parent.isValid() else 7

    def canFetchMore(self, parent: _Index) -> bool:
        """Say whether the list goes on."""
        return not parent.isValid() and self._after is not None and not self._is_fetching

    def fetchMore(self, parent: _Index) -> None:
        """Ask for the next part; its rows come when they are read."""
        if self._after is None or self._is_fetching:
            return
        self._is_fetching = True
        query = partial(read_next, wanted=self._wanted, after=self._after, limit=_PAGE)
        self._job = self._context.read(query, self._on_next, self._on_failed)

    def headerData(
        self, section: int, orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:  # fmt: skip
        """Return a column's name."""
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return self._headers[section]

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the text of a cell, or its household for the delegate."""
        household = self.household(index.row())
        if household is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text(household, index.column())
        if role == Qt.ItemDataRole.UserRole:
            return household
        if role == Qt.ItemDataRole.ToolTipRole:
            if index.column() == HAMLET:
                place = self._names.hamlet(household.hamlet_key)
                return f"{place}, {self._names.ward(household.unit)}"
            return self.text(household, index.column())
        return None

    def _ask(self, query: Any, done: Any) -> None:
        if self._job is not None:
            self._job.cancel()
        self._is_fetching = self._is_asked = True
        self._job = self._context.read(query, done, self._on_failed)

    def _on_first(self, part: WorkPart) -> None:
        self._replace(part.page.households, part.page.after)
        self.counted.emit(part.count)

    def _on_found(self, found: Sequence[Household]) -> None:
        self._replace(found, None)
        self.counted.emit(len(found) if len(found) < FOUND_AT_MOST else None)

    def _replace(self, rows: Sequence[Household], after: WalkPlace | None) -> None:
        self._is_fetching = self._is_asked = False
        self.beginResetModel()
        self._rows, self._after = list(rows), after
        self.endResetModel()
        self.filled.emit()

    def _on_next(self, part: WorkPart) -> None:
        self._is_fetching = False
        start, new = len(self._rows), part.page.households
        self._after = part.page.after
        if new:
            self.beginInsertRows(QModelIndex(), start, start + len(new) - 1)
            self._rows += new
            self.endInsertRows()

    def _on_read_again(self, households: Sequence[Household]) -> None:
        for household in households:
            row = self.row_of(household.id)
            if row is None:
                continue
            if household.merged_into is not None:
                self.beginRemoveRows(QModelIndex(), row, row)
                del self._rows[row]
                self.endRemoveRows()
                continue
            self._rows[row] = household
            self.dataChanged.emit(self.index(row, 0), self.index(row, CHECKED))

    def _on_failed(self, error: Exception) -> None:
        self._is_fetching = self._is_asked = False
        self._context.show_error(error)
