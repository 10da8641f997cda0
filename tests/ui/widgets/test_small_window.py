"""A screen that is smaller than the pages."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.main_window import MainWindow


def test_a_window_smaller_than_its_pages_scrolls_and_keeps_the_focus_in_sight(
    qtbot: QtBot
) -> None:
    window = MainWindow()
    qtbot.addWidget(window)
    page = QWidget()
    foot = QPushButton("Foot", page)
    foot.move(900, 600)
    window.show_alone(page)
    # 1366×768 at 150 %.
    window.resize(910, 500)
    window.show()
    qtbot.waitExposed(window)
    assert window.size() == QSize(910, 500)
    assert (page.width(), page.height()) >= (1024, 640)
    assert not window.rect().contains(foot.mapTo(window, foot.rect().center()))
    foot.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: window.rect().contains(foot.mapTo(window, foot.rect().center())))
    window.resize(1280, 720)
    qtbot.waitUntil(lambda: page.width() == 1280)


def test_pages_that_would_like_more_height_stand_closer_and_do_not_scroll(qtbot: QtBot) -> None:
    window = MainWindow()
    qtbot.addWidget(window)
    page = QWidget()
    column = QVBoxLayout(page)
    for _ in range(40):
        text = QLabel("Một dòng dài của một trang có nhiều chữ")
        text.setWordWrap(True)
        text.setMinimumHeight(4)
        column.addWidget(text)
    window.show_alone(page)
    window.resize(1366, 700)
    window.show()
    qtbot.waitExposed(window)
    assert page.sizeHint().height() > 700
    qtbot.waitUntil(lambda: page.height() == 700)
