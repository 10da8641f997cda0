"""Enrols another station's card, once two people have compared its fingerprint."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from models.stations.card import StationCard
from ui.exchange.fingerprint import FingerprintView
from ui.exchange.reading_choice import ReadingChoice
from ui.theme.sizes import Space
from ui.widgets.buttons import PrimaryButton, SecondaryButton
from ui.widgets.check_box import CheckBox
from ui.widgets.text import Heading, Text

_WIDTH: Final = 560


class EnrolDialog(QDialog):
    """It cannot be accepted before a person says that the fingerprints are the same."""

    def __init__(
        self, card: StationCard, unit_name: str, codes: Mapping[str, str],
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.setWindowTitle(self.tr("Enrol a station"))
        self._card = card
        self.fingerprint = FingerprintView()
        self.fingerprint.show_fingerprint(card.fingerprint)
        self.same = CheckBox(self.tr("The fingerprint is the same: it was read out to me"))
        self.reading = ReadingChoice(card.unit, unit_name, codes)
        self.enrol_button = PrimaryButton(self.tr("Enrol"), hint="⏎")
        self.leave_button = SecondaryButton(self.tr("Leave it"), hint="Esc")
        self.setMinimumWidth(_WIDTH)
        self._lay_out(unit_name)
        self.enrol_button.setDefault(True)
        self.enrol_button.clicked.connect(self.accept)
        self.leave_button.clicked.connect(self.reject)
        self.same.toggled.connect(self._on_changed)
        self.reading.choice_changed.connect(self._on_changed)
        self._on_changed()
        self.same.setFocus(Qt.FocusReason.OtherFocusReason)

    def units(self) -> tuple[str, ...] | None:
        """Return the codes of the units that the station may read, None for all."""
        return self.reading.units()

    def is_ready(self) -> bool:
        """Say whether a person compared, and chose what may be read."""
        return self.same.isChecked() and self.reading.is_complete()

    def accept(self) -> None:
        """Close only with a compared fingerprint."""
        if self.is_ready():
            super().accept()

    def _lay_out(self, unit_name: str) -> None:
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.leave_button)
        buttons.addWidget(self.enrol_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        column.setSpacing(Space.S)
        advice = self.tr(
            "Call the other station by a number that you know. What it reads out from its page"
            " Exchange must be this, group by group:"
        )
        for widget in (
            Heading(self._card.name), Text(unit_name, tone="muted"),
            Text(self.tr("Station id: %1").replace("%1", str(self._card.id)), "caption"),
            Text(advice), self.fingerprint, self.same,
            Text(self.tr("What it may read"), "strong"), self.reading,
        ):  # fmt: skip
            column.addWidget(widget)
        column.addSpacing(Space.S)
        column.addLayout(buttons)

    @Slot()
    def _on_changed(self) -> None:
        self.enrol_button.setEnabled(self.is_ready())
