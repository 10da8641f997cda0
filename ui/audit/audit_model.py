"""The audit's entries as a table, fetched as they are scrolled to."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any, Final
from uuid import UUID

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from exports.audit_list import audit_rows, headings
from models.audit.records import AuditFilter, AuditPlace
from ui.audit.tasks import AuditPart, read_part
from ui.context import PageContext
from ui.jobs import Job, Progress

DETAILS: Final = 3
_FIRST: Final = 60
_PAGE: Final = 200
# As many rows are read again at once where something was added.
_MOST_AGAIN: Final = 1000
_Index = QModelIndex | QPersistentModelIndex


class AuditModel(QAbstractTableModel):
    """Never holds more than was looked at; answers that came too late are dropped."""

    # How many there are in all, and the accounts' names.
    counted = Signal(int, object)
    failed = Signal(object)

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self._rows: list[tuple[str, ...]] = []
        self._last: AuditPlace | None = None
        self._wanted = AuditFilter()
        self._is_over = True
        self._job: Job | None = None
        self._is_fetching = False
        self._headers: Final = headings(context.language)

    @property
    def wanted(self) -> AuditFilter:
        """Which entries are on show."""
        return self._wanted

    def show_entries(self, wanted: AuditFilter) -> None:
        """Show the newest of the wanted entries."""
        limit = _FIRST
        if wanted == self._wanted:
            limit = min(max(_FIRST, len(self._rows)), _MOST_AGAIN)
        self._wanted = wanted
        self._ask(None, limit)

    def texts(self) -> list[tuple[str, ...]]:
        """Return what the rows fetched so far say."""
        return list(self._rows)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return how many rows were fetched so far."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self._headers)

    def canFetchMore(self, parent: _Index) -> bool:
        """Say whether the list goes on."""
        return not parent.isValid() and not self._is_over and not self._is_fetching

    def fetchMore(self, parent: _Index) -> None:
        """Ask for the next part; its rows come when they are read."""
        if self.canFetchMore(parent):
            self._ask(self._last, _PAGE)

    def headerData(
        self, section: int, orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:  # fmt: skip
        """Return a column's name."""
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return self._headers[section]

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the text of a cell; what is cut off is told beside the mouse."""
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        return self._rows[index.row()][index.column()]

    def _ask(self, before: AuditPlace | None, limit: int) -> None:
        if self._job is not None:
            self._job.cancel()
        self._is_fetching = True
        context, wanted = self._context, self._wanted

        def work(_progress: Progress) -> AuditPart:
            return read_part(context, wanted, before, limit)

        done = partial(self._on_read, before is None, limit)
        self._job = context.jobs.run(work, done=done, failed=self._on_failed)

    def _on_read(self, is_first: bool, limit: int, part: AuditPart) -> None:
        self._is_fetching = False
        self._is_over = len(part.entries) < limit
        rows = audit_rows(part.entries, part.names, self._context.language)
        if part.entries:
            self._last = part.entries[-1].place
        if is_first:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()
        elif rows:
            start = len(self._rows)
            self.beginInsertRows(QModelIndex(), start, start + len(rows) - 1)
            self._rows += rows
            self.endInsertRows()
        names: Mapping[UUID, str] = part.names
        self.counted.emit(part.count, names)

    def _on_failed(self, error: Exception) -> None:
        self._is_fetching = False
        self.failed.emit(error)
