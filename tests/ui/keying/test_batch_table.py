from __future__ import annotations

from datetime import UTC, date, datetime
from uuid import uuid4

import pytest
from PySide6.QtWidgets import QHeaderView
from pytestqt.qtbot import QtBot

from models.surveys.records import Batch, BatchHeader
from models.units.unit import UnitRegister, shipped_units
from ui.keying.batch_table import BatchTable

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def batches(count: int, returned: int | None) -> list[Batch]:
    header = BatchHeader("06811", date(2026, 10, 5), "qn", "1", returned=returned)
    opened = datetime(2026, 10, 5, tzinfo=UTC)
    return [Batch(uuid4(), header, "closed", "", uuid4(), opened, 30, 0, 0) for _ in range(count)]


def test_columns_fit_what_they_hold_and_the_unit_takes_the_rest(qtbot: QtBot) -> None:
    table = BatchTable("vi")
    qtbot.addWidget(table)
    table.resize(900, 400)
    table.show()
    register = UnitRegister(shipped_units())
    widths = []
    for returned in (None, 1_000_000_000, None):
        table.show_batches(batches(40, returned), register)
        assert table.horizontalHeader().length() == table.viewport().width()
        widths.append(table.columnWidth(3))
    assert widths[0] == widths[2] < widths[1]
    # Fitting by itself is fitting after each cell: seconds for the batches of a year.
    modes = {table.horizontalHeader().sectionResizeMode(column) for column in range(6)}
    assert QHeaderView.ResizeMode.ResizeToContents not in modes
