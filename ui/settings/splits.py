"""Where the slips of old units belong that were parted among several of today's."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QWidget

from models.units.unit import Unit, UnitRegister, shipped_units
from ui.settings.section import Binding, Section
from ui.settings.values import SPLIT, split_units
from ui.theme.sizes import Space
from ui.widgets.dropdown import Dropdown
from ui.widgets.field_row import FieldRow


class SplitsSection(Section):
    """One choice an old unit; once made it can be changed but not taken back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Old units that were split"),
            self.tr("Reports on today's units count the slips of the old unit in the one chosen."),
            parent,
        )
        self._fields: dict[str, Dropdown] = {}
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(Space.L)
        self._grid.setVerticalSpacing(Space.M)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        self.body.addLayout(self._grid)
        # Units that were split ship with the program; none is ever defined here.
        register = UnitRegister(shipped_units())
        for unit in split_units(register):
            successors = [new for new in register.units if new.valid_to is None]
            self._add(unit, [new for new in successors if new.code in unit.successors])

    def _add(self, unit: Unit, successors: Sequence[Unit]) -> None:
        field = Dropdown()
        field.addItem(self.tr("Not decided yet"), "")
        for successor in successors:
            field.addItem(successor.full_name, successor.code)
        place = len(self._fields)
        self._fields[unit.code] = field
        hint = ""
        if unit.valid_to is not None:
            hint = self.tr("until %1").replace("%1", f"{unit.valid_to:%d/%m/%Y}")
        row = FieldRow(f"{unit.full_name} ({unit.code})", field, hint)

        def read() -> str:
            return str(field.currentData() or "")

        def show(code: str) -> None:
            field.setCurrentIndex(max(field.findData(code), 0))

        self.bind(SPLIT + unit.code, Binding(row, read, show), field.currentIndexChanged)
        self._grid.addWidget(row, place // 2, place % 2)

    def problem(self, key: str) -> str | None:
        """Refuse to take a decision back."""
        if self.values()[key]:
            return None
        return self.tr("A decision can be changed, but not taken back. Please choose a unit.")
