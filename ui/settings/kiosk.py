"""The kiosk's rules: when it goes back to the start, and which votes a reviewer is shown."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from models.settings.kiosk import LIMITS
from ui.settings.section import Binding, Section
from ui.theme.sizes import Space
from ui.widgets.field_row import FieldRow
from ui.widgets.number_field import NumberField

_COLUMNS: Final = 2


class KioskSection(Section):
    """Nothing here takes a vote out of the count: it says from where on one is shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Kiosk"),
            self.tr("From where on votes are shown to a reviewer; all of them count until then."),
            parent,
        )
        self._numbers: dict[str, NumberField] = {}
        labels = {
            "kiosk_idle_s": self.tr("Seconds without a touch, then back to the start"),
            "kiosk_repeat_s": self.tr("Seconds within which the same answers count once"),
            "kiosk_burst_votes": self.tr("Many votes at once: how many"),
            "kiosk_burst_s": self.tr("Many votes at once: within how many seconds"),
            "kiosk_same_votes": self.tr("The same answers in a row: how many votes"),
            "kiosk_same_min": self.tr("The same answers in a row: within how many minutes"),
            "kiosk_quick_s": self.tr("Faster than anybody reads: seconds after the vote before"),
        }
        rows = [self._number(key, label) for key, label in labels.items()]
        rows.append(self._text(
            "kiosk_days", self.tr("Working days"), self.tr("1 is Monday, 7 Sunday: 12345")
        ))  # fmt: skip
        hours = self.tr("hour and minute: 07:30")
        rows.append(self._text("kiosk_opens", self.tr("Working hours begin"), hours))
        rows.append(self._text("kiosk_closes", self.tr("Working hours end"), hours))
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.L)
        grid.setVerticalSpacing(Space.M)
        for place, row in enumerate(rows):
            grid.addWidget(row, place // _COLUMNS, place % _COLUMNS)
        for column in range(_COLUMNS):
            grid.setColumnStretch(column, 1)
        self.body.addLayout(grid)

    def problem(self, key: str) -> str | None:
        """Return what is wrong with a number."""
        return self._numbers[key].problem() if key in self._numbers else None

    def _number(self, key: str, label: str) -> FieldRow:
        least, most = LIMITS[key]
        field = NumberField(minimum=least, maximum=most)
        self._numbers[key] = field
        row = FieldRow(label, field)
        self.bind(key, Binding(row, field.value, field.set_value), field.value_changed)
        return row

    def _text(self, key: str, label: str, hint: str) -> FieldRow:
        field = QLineEdit()
        field.setMaxLength(7)
        row = FieldRow(label, field, hint)
        self.bind(key, Binding(row, lambda: field.text().strip(), field.setText), field.textChanged)
        return row
