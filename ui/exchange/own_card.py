"""This station: its name is given once, then its card is shown and given away."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from models.stations.card import StationCard
from models.text import tidy
from ui.exchange.fingerprint import FingerprintView
from ui.exchange.qr_view import QrView
from ui.theme.sizes import Space
from ui.widgets.buttons import SecondaryButton
from ui.widgets.field_row import FieldRow
from ui.widgets.surfaces import Card
from ui.widgets.text import Text

_LONGEST = 200


class OwnCard(Card):
    """Asks for the name first; later shows id, fingerprint and QR."""

    named = Signal(str)
    save_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("This station"), parent)
        self.card: StationCard | None = None
        self.name = QLineEdit()
        self.name.setMaxLength(_LONGEST)
        self.name.returnPressed.connect(self._on_named)
        self.row = FieldRow(
            self.tr("Name of this station"), self.name,
            self.tr("Others see it, for example: Counter 2, Uông Bí ward."),
        )  # fmt: skip
        self.make_button = SecondaryButton(self.tr("Make the card"), icon="check", hint="⏎")
        self.make_button.clicked.connect(self._on_named)
        self._called = Text("", "strong")
        self._place = Text("", tone="muted")
        self._id = Text("", "caption", is_wrapped=False)
        self._id.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.fingerprint = FingerprintView()
        self.code = QrView(self.tr("QR code of this station's card"))
        self.save_button = SecondaryButton(self.tr("Save the card…"), icon="save")
        self.save_button.clicked.connect(self.save_requested)
        self._naming, self._shown = QWidget(), QWidget()
        self._lay_out()
        self.show_card(None, "")

    def show_card(self, card: StationCard | None, unit_name: str) -> None:
        """Show the card, or ask for a name where there is none."""
        self.card = card
        self._naming.setVisible(card is None)
        self._shown.setVisible(card is not None)
        if card is not None:
            self._called.setText(card.name)
            self._place.setText(unit_name)
            self._place.setVisible(unit_name != card.name)
            self._id.setText(self.tr("Station id: %1").replace("%1", str(card.id)))
            self.fingerprint.show_fingerprint(card.fingerprint)

    def show_code(self, modules: Sequence[bytes]) -> None:
        """Show the card's QR."""
        self.code.show_modules(modules)

    def suggest(self, name: str) -> None:
        """Offer a name where nothing was typed."""
        if self.card is None and not self.name.text():
            self.name.setText(name)

    def set_error(self, said: str) -> None:
        """Say beside the name what is wrong with it."""
        self.row.set_error(said)
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_focus(self) -> None:
        """Put the focus on what is to be done here."""
        wanted = self.name if self.card is None else self.save_button
        wanted.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        naming = QVBoxLayout(self._naming)
        said = Text(
            self.tr("A card tells other stations who this one is. It holds no secret."),
            tone="muted",
        )
        for widget in (said, self.row):
            naming.addWidget(widget)
        naming.addWidget(self.make_button, 0, Qt.AlignmentFlag.AlignLeft)
        shown = QVBoxLayout(self._shown)
        advice = self.tr("Fingerprint, to be read out by telephone")
        for widget in (
            self._called, self._place, self._id, Text(advice, tone="muted", is_wrapped=False),
            self.fingerprint,
        ):  # fmt: skip
            shown.addWidget(widget)
        shown.addWidget(self.code, 0, Qt.AlignmentFlag.AlignLeft)
        shown.addWidget(self.save_button, 0, Qt.AlignmentFlag.AlignLeft)
        for column, part in ((naming, self._naming), (shown, self._shown)):
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(Space.S)
            self.body.addWidget(part)
        self.body.addStretch(1)

    @Slot()
    def _on_named(self) -> None:
        self.row.set_error(None)
        self.named.emit(tidy(self.name.text()))
