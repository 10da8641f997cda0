from __future__ import annotations

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.errors import Problem
from models.sentences.catalog import say
from ui.widgets.problem_table import ProblemTable


def test_each_problem_is_a_row_of_its_place_and_its_sentence(
    qtbot: QtBot, qapp: QApplication
) -> None:
    table = ProblemTable("Problems", "What is wrong", "en")
    qtbot.addWidget(table)
    placed = Problem("documents.printer", 3, "B", "Phiếu")
    loose = Problem("documents.printer")
    table.show_problems([placed, loose])
    texts = [
        [item.text() for column in range(4) if (item := table.item(row, column)) is not None]
        for row in range(table.rowCount())
    ]
    said = say(placed, "en")
    assert texts == [["Phiếu", "3", "B", said], ["", "", "", said]]
    assert not table.isHidden()
    titles = [table.horizontalHeaderItem(column) for column in range(4)]
    assert [title.text() for title in titles if title] == [
        "Sheet", "Row", "Column", "What is wrong",
    ]  # fmt: skip
    table.show_problems([])
    assert table.isHidden()
