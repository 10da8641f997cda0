"""What needs a person, one line for each kind, the way to each."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.home.needs import Waiting
from ui.theme.sizes import Space
from ui.widgets.buttons import SecondaryButton
from ui.widgets.icon_label import IconLabel
from ui.widgets.surfaces import Card
from ui.widgets.text import Text


class NeedsCard(Card):
    """Says that nothing waits where nothing does; a line that has the focus stays."""

    place_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("What needs you"), parent)
        self.body.setSpacing(Space.S)
        self._calm = QWidget()
        line = QHBoxLayout(self._calm)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(Space.S)
        line.addWidget(IconLabel("check", 18, tone="success"))
        line.addWidget(Text(self.tr("Nothing waits for you."), tone="muted"), 1)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(Space.XS)
        self.body.addWidget(self._calm)
        self.body.addLayout(self._rows)
        self._shown: dict[str, SecondaryButton] = {}

    def show_waiting(self, waiting: tuple[Waiting, ...]) -> None:
        """Show what waits, in the order given."""
        places = [one.need.place for one in waiting]
        if places != list(self._shown):
            self._clear()
            for one in waiting:
                row = SecondaryButton("", icon="danger" if one.need.is_urgent else "warning")
                row.clicked.connect(partial(self._on_clicked, one.need.place))
                self._rows.addWidget(row)
                self._shown[one.need.place] = row
        for one in waiting:
            self._shown[one.need.place].setText(one.sentence)
        self._calm.setVisible(not waiting)

    def _clear(self) -> None:
        for row in self._shown.values():
            self._rows.removeWidget(row)
            row.deleteLater()
        self._shown = {}

    def _on_clicked(self, place: str, _is_checked: bool = False) -> None:
        self.place_chosen.emit(place)
