"""The delivery ledger: each enrolled station, what it has and what waits for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from models.stations.ledger import Delivery
from models.stations.queries import EnrolledStation
from ui.exchange import words
from ui.theme.sizes import Space
from ui.widgets.buttons import QuietButton, SecondaryButton
from ui.widgets.empty_state import EmptyState
from ui.widgets.find_box import FEWEST, FindBox, fits
from ui.widgets.icon_label import IconLabel
from ui.widgets.surfaces import Card, Divider
from ui.widgets.text import Text


class DeliveryRow(QWidget):
    """One station: its name, counts, when something was exchanged, and the way to revoke it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = Text("", "strong")
        self.unit = Text("", "caption")
        self.counts = Text("")
        self.state = Text("", "strong", is_wrapped=False)
        self.times = Text("", "caption")
        self.reads = Text("", "caption")
        self.icon = IconLabel("info", 18)
        self.revoke = QuietButton(self.tr("Revoke…"))
        mark = QHBoxLayout()
        mark.setSpacing(Space.XS)
        mark.addWidget(self.icon)
        mark.addWidget(self.state)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, Space.XS, 0, Space.XS)
        grid.setHorizontalSpacing(Space.M)
        grid.setVerticalSpacing(Space.XS)
        grid.setColumnStretch(0, 1)
        right = Qt.AlignmentFlag.AlignRight
        grid.addWidget(self.name, 0, 0)
        grid.addLayout(mark, 0, 1, right)
        grid.addWidget(self.unit, 1, 0, 1, 2)
        grid.addWidget(self.counts, 2, 0, 1, 2)
        grid.addWidget(self.times, 3, 0, 1, 2)
        grid.addWidget(self.reads, 4, 0)
        grid.addWidget(self.revoke, 4, 1, right)

    def show_delivery(self, delivery: Delivery, unit_name: str) -> None:
        """Show how the exchange with a station stands."""
        station = delivery.station
        tone, state = words.waiting(delivery)
        self.icon.set_tone(tone)
        self.state.set_tone(tone)
        for text, said in (
            (self.name, station.name), (self.unit, unit_name), (self.state, state),
            (self.counts, words.counts(delivery)), (self.times, words.times(delivery)),
            (self.reads, words.may_read(station.units, station.unit)),
        ):  # fmt: skip
            text.setText(said)
        self.setAccessibleName(f"{station.name}: {words.counts(delivery)}. {state}")
        name = self.tr("Revoke %1").replace("%1", station.name)
        self.revoke.setAccessibleName(name)


class LedgerCard(Card):
    """The stations by name; without any, what to do to have one."""

    enrol_requested = Signal()
    revoke_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Stations"), parent)
        self.rows: dict[UUID, DeliveryRow] = {}
        self._dividers: list[Divider] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(Space.S)
        self.empty = EmptyState(
            "exchange",
            self.tr("No station is enrolled yet"),
            self.tr(
                "1. Make this station's card and give it to the other station on a stick.\n"
                "2. Choose the other station's card here and compare the fingerprint by"
                " telephone.\n"
                "3. The other station does the same with this one's card."
            ),
        )
        self.revoked = Text("", "caption")
        self.enrol_button = SecondaryButton(
            self.tr("Enrol another station's card…"), icon="plus", hint="F4"
        )
        self.enrol_button.clicked.connect(self.enrol_requested)
        self.search = FindBox(self.tr("Find a station"), self.tr("Name or unit"))
        self.search.setVisible(False)
        self.search.textChanged.connect(self._on_searched)
        self._can_enrol = True
        self.body.addWidget(self.search)
        self.body.addLayout(self._list)
        self.body.addWidget(self.empty)
        self.body.addWidget(self.revoked)
        self.body.addWidget(self.enrol_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addStretch(1)

    def allow_enrolling(self, *, is_allowed: bool) -> None:
        """Show the ways to enrol and to revoke, or leave them out."""
        self._can_enrol = is_allowed
        self.enrol_button.setVisible(is_allowed)

    def show_deliveries(
        self, deliveries: Sequence[Delivery], revoked: Sequence[EnrolledStation],
        units: Mapping[str, str],
    ) -> None:  # fmt: skip
        """Show the ledger; a row that has the focus keeps it while its station stays."""
        if list(self.rows) != [one.station.id for one in deliveries]:
            self._make_rows([one.station for one in deliveries])
        for one in deliveries:
            unit = units.get(one.station.unit, one.station.unit)
            self.rows[one.station.id].show_delivery(one, unit)
        self.empty.setVisible(not deliveries)
        self.search.setVisible(len(deliveries) >= FEWEST or bool(self.search.text()))
        self._on_searched()
        names = ", ".join(station.name for station in revoked)
        self.revoked.setText(self.tr("Revoked: %1").replace("%1", names))
        self.revoked.setVisible(bool(revoked))

    def _make_rows(self, stations: Sequence[EnrolledStation]) -> None:
        while (item := self._list.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        self.rows.clear()
        self._dividers.clear()
        for station in stations:
            if self.rows:
                self._dividers.append(Divider())
                self._list.addWidget(self._dividers[-1])
            row = self.rows[station.id] = DeliveryRow()
            row.revoke.clicked.connect(partial(self._on_revoke, station))
            row.revoke.setVisible(self._can_enrol)
            self._list.addWidget(row)

    @Slot()
    def _on_searched(self) -> None:
        typed = self.search.text()
        for row in self.rows.values():
            row.setVisible(fits(typed, f"{row.name.text()} {row.unit.text()}"))
        for divider in self._dividers:
            divider.setVisible(not typed)

    def _on_revoke(self, station: EnrolledStation, _is_checked: bool = False) -> None:
        self.revoke_requested.emit(station)
