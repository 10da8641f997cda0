"""Two households side by side, what differs in bold."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from exports.household_values import current
from models.households.records import Household
from ui.register.check_words import Names, field_name, value_text
from ui.theme.sizes import Space
from ui.widgets.choice_option import ChoiceOption
from ui.widgets.surfaces import Card
from ui.widgets.text import Text

_SHOWN: Final = (
    "name", "phone", "house_number", "street", "address", "hamlet", "old_unit", "code",
    "place_id", "list_code", "place", "has_plate", "outcome",
)  # fmt: skip


class PairView(QWidget):
    """Shows a pair under two options, 1 and 2, that say which of them stands."""

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self.first = ChoiceOption(self.tr("One household: this record stands"), "1")
        self.second = ChoiceOption(self.tr("One household: this record stands"), "2")
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setProperty("surface", "plain")
        self._area.viewport().setAutoFillBackground(False)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        card = Card(padding=Space.M)
        card.body.addWidget(self._area, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)

    def show_pair(self, one: Household, other: Household, names: Names) -> None:
        """Show two households."""
        holder = QWidget()
        holder.setProperty("surface", "plain")
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(Space.L)
        grid.setVerticalSpacing(Space.XS)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        # Taken out of the holder before, which the next one replaces.
        grid.addWidget(self.first, 0, 1)
        grid.addWidget(self.second, 0, 2)
        for row, name in enumerate(_SHOWN, 1):
            left, right = (_text(household, name, names) for household in (one, other))
            grid.addWidget(Text(field_name(name, self._language), tone="muted"), row, 0)
            role, tone = ("strong", None) if left != right else ("body", "muted")
            grid.addWidget(Text(left, role, tone=tone), row, 1)  # type: ignore[arg-type]
            grid.addWidget(Text(right, role, tone=tone), row, 2)  # type: ignore[arg-type]
        grid.setRowStretch(len(_SHOWN) + 1, 1)
        self._area.setWidget(holder)
        self.choose(0)

    def choose(self, number: int) -> None:
        """Show which of the two stands, 0 while it is open."""
        self.first.setChecked(number == 1)
        self.second.setChecked(number == 2)


def _text(household: Household, name: str, names: Names) -> str:
    return value_text(name, current(household, name), names)
