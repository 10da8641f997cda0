from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.periods import Period, period
from tests.ui.register.browsing import Asked, Browser
from ui.register.papers import Paper, make, read_calendar
from ui.register.report_dialog import ReportDialog

TODAY = date(2026, 11, 22)
SO_FAR = Period("range", date(2026, 1, 1), TODAY, 2026)


@pytest.fixture
def dialog(qtbot: QtBot, themed: QApplication) -> ReportDialog:
    made = ReportDialog("en", SO_FAR, TODAY, (1, 1))
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_year_so_far_by_today_s_units_is_one_key_away(dialog: ReportDialog) -> None:
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.result() == ReportDialog.DialogCode.Accepted
    assert (dialog.period(), dialog.unit_map()) == (SO_FAR, "today")


def test_another_period_and_the_lists_own_units_can_be_chosen(dialog: ReportDialog) -> None:
    dialog._period._kind.setCurrentIndex(dialog._period._kind.findData("quarter"))
    dialog._map.setCurrentIndex(1)
    assert (dialog.period(), dialog.unit_map()) == (period("quarter", 2026, 4), "recorded")


def test_days_that_are_no_period_lead_nowhere(dialog: ReportDialog) -> None:
    dialog._period._first.set_date(date(2026, 12, 1))
    dialog._period._on_day_changed()
    assert dialog.period() is None
    assert not dialog._go_on.isEnabled()
    dialog.accept()
    assert dialog.result() != ReportDialog.DialogCode.Accepted


class Silent:
    """Progress that nobody looks at."""

    def report(self, done: int, total: int | None = None, detail: str = "") -> None:
        """Take no notice."""


def figures(browser: Browser, paper: Paper) -> dict[str, object]:
    found: dict[str, object] = json.loads(make(browser.session.store, paper, ".json", Silent()))
    return found


def test_the_report_is_of_the_days_and_by_the_units_that_were_asked_for(
    browser: Browser,
) -> None:
    today = browser.session.store.clock.today()
    whole = Paper("report", today)
    so_far = figures(browser, whole)["period"]
    calendar = browser.session.store.read(lambda c: read_calendar(c, today))
    assert so_far == figures(browser, replace(whole, period=calendar.year_to_date))["period"]
    month = replace(whole, period=period("month", today.year, 1))
    assert figures(browser, month)["period"] != so_far
    assert figures(browser, whole)["unit_map"] == "today"
    assert figures(browser, replace(whole, unit_map="recorded"))["unit_map"] == "recorded"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
def test_the_period_is_asked_for_before_the_report_is_saved(
    browser: Browser, tmp_path: Path, key: Qt.Key
) -> None:
    asked = Asked()
    asked.answer = tmp_path / "report.json"
    desk = browser.page.papers
    desk._ask_path = asked.path
    desk._offered = Paper("list", date(browser.session.store.clock.today().year, 11, 22))
    seen: list[ReportDialog] = []

    def answer() -> None:
        shown = QApplication.activeModalWidget()
        if isinstance(shown, ReportDialog):
            timer.stop()
            seen.append(shown)
            QTest.keyClick(shown, key)

    timer = QTimer()
    timer.timeout.connect(answer)
    timer.start(1)
    desk._on_chosen("report", ".json")
    browser.wait(lambda: bool(seen))
    browser.rest()
    is_kept = key == Qt.Key.Key_Return
    assert asked.answer.exists() == is_kept
    if is_kept:
        year = desk._offered.today.year
        assert asked.suggestions[0].name == f"Progress report 01-01-{year} – 22-11-{year}.json"
