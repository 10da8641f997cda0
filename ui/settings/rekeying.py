"""How much of what is keyed is keyed a second time."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from ui.settings.section import Binding, Section
from ui.settings.values import share_text, share_value
from ui.theme.sizes import Space
from ui.widgets.check_box import CheckBox
from ui.widgets.field_row import FieldRow
from ui.widgets.number_field import NumberField

_MOST_LEVELS = 5


class RekeyingSection(Section):
    """The plan's target, levels and share; they count for batches that are closed from now on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Second keying"),
            self.tr("All slips of a clerk at first; fewer while the errors found stay few; all "
                    "again at one error. It counts for batches closed from now on."),
            parent,
        )  # fmt: skip
        rekeys = CheckBox(self.tr("Key closed batches a second time"))
        rekeys_row = FieldRow("", rekeys)
        rekeys.setAccessibleName(rekeys.text())
        self.bind(
            "rekeys", Binding(rekeys_row, rekeys.isChecked, rekeys.setChecked), rekeys.toggled
        )
        target = self._decimal(
            "rekey_target", self.tr("Wrong fields that may stay, in 10.000"),
            self.tr("at the worst, while second keying keeps up"),
        )  # fmt: skip
        share = self._decimal(
            "rekey_share", self.tr("Share of each level, %"),
            self.tr("of the level above it: 50 makes 100, 50, 25 … %"),
        )  # fmt: skip
        levels = NumberField(minimum=0, maximum=_MOST_LEVELS)
        levels_row = FieldRow(
            self.tr("Levels below all"), levels, self.tr("0 keys all a second time, always")
        )
        self.bind("rekey_levels", Binding(levels_row, levels.value, levels.set_value),
                  levels.value_changed)  # fmt: skip
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.L)
        grid.setVerticalSpacing(Space.M)
        for place, row in enumerate((rekeys_row, target, levels_row, share)):
            grid.addWidget(row, place // 2, place % 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self.body.addLayout(grid)

    def _decimal(self, key: str, label: str, hint: str) -> FieldRow:
        field = QLineEdit()
        field.setMaxLength(8)
        field.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row = FieldRow(label, field, hint)

        def read() -> str:
            return share_value(field.text())

        def show(value: str) -> None:
            field.setText(share_text(value))

        self.bind(key, Binding(row, read, show), field.textChanged)
        return row
