"""How the register of households stands, and the ways into it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from models.figures import format_integer
from models.households.progress import RegisterTotals
from ui.theme.sizes import Space
from ui.widgets.buttons import SecondaryButton
from ui.widgets.surfaces import Card
from ui.widgets.text import Text


class RegisterCard(Card):
    """An empty register asks for the list; else its counts, and the hamlets of this person."""

    register_requested = Signal()
    list_requested = Signal()
    own_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Digital addresses"), parent)
        self._said = Text("", tone="muted")
        self._list = SecondaryButton(self.tr("Take in a list"), icon="plus", hint="H")
        self._register = SecondaryButton(self.tr("Open the register"), icon="households", hint="H")
        self._own = SecondaryButton("", icon="person")
        self.body.setSpacing(Space.S)
        self.body.addWidget(self._said)
        for button, signal in (
            (self._list, self.list_requested),
            (self._register, self.register_requested),
            (self._own, self.own_requested),
        ):
            button.clicked.connect(signal)
            button.setVisible(False)
            self.body.addWidget(button)
        self.body.addStretch(1)

    def open(self) -> None:
        """Do what the key does: take in the first list, later lead to the register."""
        (self._list if self._list.isVisibleTo(self) else self._register).click()

    def show_totals(self, totals: RegisterTotals) -> None:
        """Show how the register stands."""
        self._said.setText(self._sentence(totals))
        own = self.tr("Your hamlets: %1 of %2 checked")
        for place, figure in enumerate((totals.own_checked, totals.own_households), start=1):
            own = own.replace(f"%{place}", format_integer(figure))
        self._own.setText(own)
        self._list.setVisible(not totals.households)
        self._register.setVisible(bool(totals.households))
        self._own.setVisible(bool(totals.own_households))

    def _sentence(self, totals: RegisterTotals) -> str:
        if not totals.households:
            return self.tr(
                "No household is known yet. Take in the list that came from the platform; nothing"
                " is stored before you have seen it."
            )
        said = self.tr("%1 households\n%2 with a code\n%3 checked on the spot")
        figures = (totals.households, totals.with_code, totals.checked)
        for place, figure in enumerate(figures, start=1):
            said = said.replace(f"%{place}", format_integer(figure))
        return said
