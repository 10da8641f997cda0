"""The accounts of the store: name, role, when last used, and what keeps somebody out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from models.accounts.standing import Standing
from models.sentences.catalog import Language, say
from ui.theme.sizes import Space
from ui.widgets.column_widths import ColumnWidths
from ui.widgets.row_table import show_rows

_MOST_ROWS: Final = 8


class AccountTable(QTableWidget):
    """One row an account; the row in hand stays when the list is read anew."""

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(0, 4, parent)
        self._language: Language = language
        self._standings: tuple[Standing, ...] = ()
        self.setHorizontalHeaderLabels(
            [self.tr("Account"), self.tr("Role"), self.tr("Last used here"), self.tr("State")]
        )
        self.setAccessibleName(self.tr("Accounts"))
        show_rows(self)
        self._widths = ColumnWidths(self, "accounts", 0)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def chosen(self) -> Standing | None:
        """Return the account in hand."""
        row = self.currentRow()
        return self._standings[row] if 0 <= row < len(self._standings) else None

    def texts(self) -> list[tuple[str, ...]]:
        """Return what the rows say."""
        return [self._texts(standing) for standing in self._standings]

    def show_standings(self, standings: Sequence[Standing], wanted: UUID | None = None) -> None:
        """Show other accounts, with `wanted` in hand, else the one that was."""
        chosen = self.chosen()
        kept = wanted or (chosen.account.id if chosen is not None else None)
        self._standings = tuple(standings)
        self.setRowCount(len(standings))
        for row, standing in enumerate(standings):
            for column, text in enumerate(self._texts(standing)):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                self.setItem(row, column, item)
        self._widths.fit()
        rows = [row for row, one in enumerate(standings) if one.account.id == kept]
        self.setCurrentCell(rows[0] if rows else 0, 0)
        shown = min(max(len(standings), 2), _MOST_ROWS)
        height = self.rowHeight(0) if standings else self.fontMetrics().height() + Space.M
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + shown * height + Space.XS)

    def _texts(self, standing: Standing) -> tuple[str, ...]:
        account = standing.account
        role = say(f"accounts.role_{account.role}", self._language)
        used = "–" if standing.used_on is None else f"{standing.used_on:%d/%m/%Y}"
        return account.name, role, used, self._state(standing)

    def _state(self, standing: Standing) -> str:
        if not standing.is_here:
            return self.tr("on another machine")
        if standing.locked_minutes:
            return self.tr("locked for %n minute(s)", "", standing.locked_minutes)
        if standing.is_idle:
            return self.tr("closed: not used for long")
        if standing.must_change:
            return self.tr("has to change the password")
        if standing.has_second_factor:
            return self.tr("with a second factor")
        return ""
