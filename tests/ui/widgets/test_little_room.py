"""Parts of pages in windows that have little room for them."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.dropdown import Dropdown
from ui.widgets.elided_text import ElidedText
from ui.widgets.snug_area import SnugArea
from ui.widgets.tally import QuestionTally, TallyTable


def in_window(qtbot: QtBot, part: QWidget, width: int, height: int) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(part)
    window.resize(width, height)
    window.show()
    QApplication.processEvents()
    return window


def test_the_questions_of_a_tally_move_together_before_any_is_cut(qtbot: QtBot) -> None:
    tally = TallyTable()
    tally.set_tallies([QuestionTally(f"Câu {number}", (3, 2), 1) for number in range(7)])
    window = in_window(qtbot, tally, 260, 600)
    roomy = tally.sizeHint().height()
    assert tally.height() == roomy
    least = tally.minimumSizeHint().height()
    for height in (roomy - 20, (roomy + least) // 2, least):
        window.resize(260, height)
        QApplication.processEvents()
        areas = [tally._area(index) for index in range(7)]
        assert areas[-1].bottom() < tally.height() <= height
        assert all(one.bottom() < other.top() for one, other in pairwise(areas))
        bar = tally._gaps()[0]
        assert bar >= 4
        tally.grab()


def test_what_is_held_scrolls_where_there_is_no_room_for_it(qtbot: QtBot) -> None:
    held = QWidget()
    column = QVBoxLayout(held)
    for number in range(30):
        column.addWidget(QLabel(f"Việc {number}"))
    area = SnugArea(held, 100)
    assert area.sizeHint() == held.sizeHint()
    window = in_window(qtbot, area, 300, 1200)
    assert not area.verticalScrollBar().isVisible()
    window.resize(300, 200)
    QApplication.processEvents()
    assert area.verticalScrollBar().isVisible()
    assert held.height() >= held.minimumSizeHint().height()


def test_a_text_without_room_ends_in_dots_and_is_told_whole(qtbot: QtBot) -> None:
    said = "Hoàng Văn Thanh  ·  24 Hoàng Quốc Việt, Khu 3"
    text = ElidedText(said)
    window = in_window(qtbot, text, 900, 40)
    assert (text.text(), text.toolTip()) == (said, "")
    window.resize(150, 40)
    QApplication.processEvents()
    assert window.width() == 150
    assert text.text() == text.toolTip() == text.accessibleName() == said
    # What is painted is Qt's own text.
    assert QLabel.text(text).endswith("…")
    window.resize(900, 40)
    QApplication.processEvents()
    assert QLabel.text(text) == said


def test_the_choices_of_a_narrow_box_are_read_whole(qtbot: QtBot) -> None:
    box = Dropdown()
    box.addItems(["Mọi kết quả", "Nhà trống hoặc đã phá dỡ"])
    box.setFixedWidth(90)
    window = in_window(qtbot, box, 90, 40)
    box.showPopup()
    QApplication.processEvents()
    wide = box.view().fontMetrics().horizontalAdvance("Nhà trống hoặc đã phá dỡ")
    assert box.view().viewport().width() >= wide > window.width()
    box.hidePopup()
