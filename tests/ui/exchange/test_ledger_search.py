"""Many stations are searched by name and unit, with marks or without."""

from __future__ import annotations

from uuid import uuid4

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.stations.ledger import Delivery
from models.stations.queries import EnrolledStation
from ui.exchange.ledger_view import LedgerCard
from ui.widgets.find_box import FEWEST

UNITS = {"06811": "Phường Uông Bí", "06820": "Phường Vàng Danh"}


def delivery(number: int) -> Delivery:
    unit = list(UNITS)[number % 2]
    station = EnrolledStation(uuid4(), f"Quầy số {number}", unit, b"", "", None, True)
    return Delivery(station, 10, 10, None, None)


@pytest.mark.parametrize(
    ("typed", "seen"), [("quay so 7", 1), ("vang danh", FEWEST // 2), ("", FEWEST), ("đà nẵng", 0)]
)
def test_stations_are_found_by_name_and_unit(
    qtbot: QtBot, themed: QApplication, typed: str, seen: int
) -> None:
    card = LedgerCard()
    qtbot.addWidget(card)
    card.show_deliveries([delivery(number) for number in range(FEWEST)], (), UNITS)
    card.show()
    assert card.search.isVisible()
    card.search.setText(typed)
    assert sum(row.isVisible() for row in card.rows.values()) == seen


def test_a_few_stations_need_no_search(qtbot: QtBot, themed: QApplication) -> None:
    card = LedgerCard()
    qtbot.addWidget(card)
    card.show_deliveries([delivery(number) for number in range(FEWEST - 1)], (), UNITS)
    card.show()
    assert not card.search.isVisible()
