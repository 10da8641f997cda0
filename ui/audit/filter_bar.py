"""What the audit is narrowed to: from day to day, by whom, of which kind."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from models.audit.events import GROUPS
from models.audit.records import AuditFilter
from models.sentences.catalog import Language, say
from models.text import name_sort_key
from ui.theme.sizes import Space
from ui.widgets.date_field import DateField
from ui.widgets.dropdown import Dropdown
from ui.widgets.field_row import FieldRow


class AuditFilterBar(QWidget):
    """Says `filter_changed` when a person changed something; a day half typed counts as none."""

    filter_changed = Signal()

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.first, self.last = DateField(), DateField()
        self.account, self.group = Dropdown(), Dropdown()
        self.group.addItem(self.tr("Everything"), None)
        for group in GROUPS:
            self.group.addItem(say(f"audit.group_{group}", language), group)
        self.show_accounts({})
        self._rows = (
            FieldRow(self.tr("First day"), self.first), FieldRow(self.tr("Last day"), self.last),
            FieldRow(self.tr("Who"), self.account), FieldRow(self.tr("What"), self.group),
        )  # fmt: skip
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(Space.M)
        for row, share in zip(self._rows, (2, 2, 3, 3), strict=True):
            line.addWidget(row, share)
        for box in (self.account, self.group):
            box.setMinimumContentsLength(6)
            box.setSizeAdjustPolicy(Dropdown.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            box.currentIndexChanged.connect(self._on_changed)
        for day in (self.first, self.last):
            day.date_changed.connect(self._on_changed)
            day.editingFinished.connect(self._on_day_left)
        self.setFocusProxy(self.first)

    def wanted(self) -> AuditFilter:
        """Return which entries are wanted."""
        return AuditFilter(
            self.first.date(), self.last.date(), self.account.currentData(),
            self.group.currentData(),
        )  # fmt: skip

    def show_accounts(self, names: Mapping[UUID, str]) -> None:
        """Offer the accounts by their names; the one chosen stays."""
        ordered = sorted(names.items(), key=lambda one: name_sort_key(one[1]))
        offered = [
            (self.account.itemText(at), self.account.itemData(at))
            for at in range(1, self.account.count())
        ]
        if offered == [(name, account) for account, name in ordered] and self.account.count():
            return
        chosen = self.account.currentData()
        with QSignalBlocker(self.account):
            self.account.clear()
            self.account.addItem(self.tr("Everybody"), None)
            for account, name in ordered:
                self.account.addItem(name, account)
            places = [at for at in range(1, self.account.count())
                      if self.account.itemData(at) == chosen]  # fmt: skip
            self.account.setCurrentIndex(places[0] if places else 0)

    @Slot()
    def _on_day_left(self) -> None:
        for row, day in zip(self._rows, (self.first, self.last), strict=False):
            row.set_error(day.problem())

    @Slot()
    def _on_changed(self) -> None:
        self.filter_changed.emit()
