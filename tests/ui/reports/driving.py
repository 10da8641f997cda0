"""Drives a report page as a person does, and tells what it shows."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTabBar, QWidget
from pytestqt.qtbot import QtBot

from ui.papers.period_picker import PeriodPicker
from ui.reports.page import ReportPage
from ui.widgets.buttons import Button
from ui.widgets.dropdown import Dropdown
from ui.widgets.empty_state import EmptyState
from ui.widgets.text import Text

Show = Callable[..., ReportPage]
YEAR = (date(2023, 1, 1), date(2023, 12, 31))
KEY = Qt.Key


def dropdowns(page: ReportPage) -> list[Dropdown]:
    """Return kind, year and part of the year."""
    picker = page.panel.findChild(PeriodPicker)
    return [picker._kind, picker._year, picker._number]


def choose_2023(page: ReportPage) -> None:
    """Choose the whole year 2023 by the keyboard."""
    kind, year = dropdowns(page)[0], dropdowns(page)[1]
    kind.setFocus()
    for _ in range(4):
        QTest.keyClick(kind, KEY.Key_Down)
    assert kind.currentText() == "Whole year"
    year.setFocus()
    QTest.keyClicks(year, "2023")
    assert year.currentText() == "2023"


def turn_to_charts(page: ReportPage) -> None:
    tabs = page.view.findChild(QTabBar)
    tabs.setFocus()
    QTest.keyClick(tabs, KEY.Key_Right)


def texts(widget: QWidget) -> list[str]:
    return [text.text() for text in widget.findChildren(Text) if text.isVisibleTo(widget)]


def message(page: ReportPage) -> EmptyState | None:
    return next((e for e in page.view.findChildren(EmptyState) if e.isVisible()), None)


def button(page: ReportPage, words: str) -> Button:
    return next(b for b in page.findChildren(Button) if b.text() == words and b.isVisible())


def waited(qtbot: QtBot, claim: Callable[[], Any]) -> None:
    qtbot.waitUntil(lambda: bool(claim()), timeout=60_000)


def wait_for_pages(qtbot: QtBot, page: ReportPage, number: int = 4) -> None:
    waited(qtbot, lambda: page.view.pages.isVisible() and page.view.pages.page_count() == number)
