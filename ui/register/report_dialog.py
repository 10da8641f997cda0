"""Asks for which period the progress report is, and by which units it counts."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from models.households.figures import UnitMap
from models.periods import Period
from models.sentences.catalog import Language
from ui.papers.period_picker import PeriodPicker
from ui.theme.sizes import Space
from ui.widgets.buttons import PrimaryButton, SecondaryButton
from ui.widgets.check_box import CheckBox
from ui.widgets.dropdown import Dropdown
from ui.widgets.field_row import FieldRow


class ReportDialog(QDialog):
    """Offers a period at first; it cannot be left with days that are none."""

    def __init__(
        self, language: Language, period: Period, today: date, year_start: tuple[int, int],
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.setWindowTitle(self.tr("Progress report"))
        self._period = PeriodPicker(language)
        self._map = Dropdown()
        self._map.addItem(self.tr("Today's units"), "today")
        self._map.addItem(self.tr("As the lists name them"), "recorded")
        self._small = CheckBox(self.tr("Hide numbers under 5"))
        self._go_on = PrimaryButton(self.tr("Go on"), hint="⏎")
        self._lay_out()
        self._period.period_changed.connect(self._on_period_changed)
        self._period.show_period(period, today, year_start)
        self._period.setFocus(Qt.FocusReason.OtherFocusReason)

    def period(self) -> Period | None:
        """Return the period, None while it is not complete."""
        return self._period.period()

    def unit_map(self) -> UnitMap:
        """Return by which units the report counts."""
        chosen: UnitMap = self._map.currentData()
        return chosen

    def hides_small(self) -> bool:
        """Say whether counts from 1 to 4 are hidden, with what would give them away."""
        return self._small.isChecked()

    def accept(self) -> None:
        """Close only with a period."""
        if self.period() is not None:
            super().accept()

    def _lay_out(self) -> None:
        self._go_on.setDefault(True)
        leave = SecondaryButton(self.tr("Leave it"), hint="Esc")
        self._go_on.clicked.connect(self.accept)
        leave.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(leave)
        buttons.addWidget(self._go_on)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        column.setSpacing(Space.M)
        column.addWidget(self._period)
        column.addWidget(FieldRow(self.tr("Names of units"), self._map))
        column.addWidget(self._small)
        column.addLayout(buttons)

    @Slot()
    def _on_period_changed(self) -> None:
        self._go_on.setEnabled(self.period() is not None)
