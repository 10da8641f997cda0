"""Wards with their hamlets as the rows of one list; wards open and close."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from models.figures import format_integer
from models.households.records import HamletKey, Progress
from models.text import sort_key
from ui.register.loading import Overview

_Index = QModelIndex | QPersistentModelIndex
# Up to so many wards stand open at first.
_OPEN_AT_FIRST: Final = 3


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """One row: all of the register without a unit, a ward without a hamlet, else a hamlet."""

    title: str
    progress: Progress = field(default_factory=Progress)
    unit: str = ""
    hamlet: HamletKey | None = None
    officer: str = ""
    is_open: bool = False

    @property
    def key(self) -> tuple[str, HamletKey | None]:
        """What the row is about, whatever its figures are."""
        return (self.unit, self.hamlet)


class HamletModel(QAbstractListModel):
    """Keeps its rows while only figures change, so that a selection stays."""

    def __init__(self) -> None:
        super().__init__()
        self._overview: Overview | None = None
        self._open: set[str] | None = None
        self._rows: tuple[PlaceRow, ...] = ()

    def show_overview(self, overview: Overview) -> None:
        """Show other figures."""
        self._overview = overview
        if self._open is None and overview.wards:
            units = {ward.unit for ward in overview.wards}
            self._open = units if len(units) <= _OPEN_AT_FIRST else set()
        self._arrange()

    def set_open(self, unit: str, *, is_open: bool) -> None:
        """Show or hide the hamlets of a ward."""
        if self._open is not None and (unit in self._open) != is_open:
            self._open ^= {unit}
            self._arrange()

    def place(self, row: int) -> PlaceRow | None:
        """Return what a row shows."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def row_of(self, key: tuple[str, HamletKey | None]) -> int | None:
        """Return the row of a place, None while its ward is closed."""
        return next((at for at, row in enumerate(self._rows) if row.key == key), None)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a row's title and what is read out, or the row itself for the delegate."""
        row = self.place(index.row())
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.UserRole:
            return row
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._spoken(row)
        return None

    def _spoken(self, row: PlaceRow) -> str:
        said = self.tr("%1: %2 of %3 checked, %4 with a code, %5 with a plate")
        part = row.progress
        figures = (part.checked, part.households, part.with_code, part.plate)
        said = said.replace("%1", row.title)
        for place, figure in enumerate(figures, start=2):
            said = said.replace(f"%{place}", format_integer(figure))
        return f"{said}; {row.officer}" if row.officer else said

    def _arrange(self) -> None:
        rows = tuple(self._made())
        before, self._rows = self._rows, rows
        if [row.key for row in before] == [row.key for row in rows]:
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self._rows = before
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def _made(self) -> list[PlaceRow]:
        overview = self._overview
        if overview is None or not overview.wards:
            return []
        names, opened = overview.names, self._open or set()
        rows = [PlaceRow(self.tr("The whole register"), overview.whole)]
        for ward in sorted(overview.wards, key=lambda ward: sort_key(names.ward(ward.unit))):
            unit, is_open = ward.unit, ward.unit in opened
            rows.append(PlaceRow(names.ward(unit), ward.progress, unit, is_open=is_open))
            if is_open:
                rows += [
                    PlaceRow(names.hamlet(item.hamlet), item.progress, unit, item.hamlet,
                             item.officer)
                    for item in ward.hamlets()
                ]  # fmt: skip
        return rows
