"""Charts over time, comparisons and the monthly pack on the page of reports."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from desktop.session import Session
from models.audit.queries import is_pack_made
from models.figures import Untold
from models.intervals import change
from models.periods import Period, month_of, period, range_period
from models.surveys.comparison import Side, compare
from models.surveys.trend import point_of, trend_of
from tests.exports.documents.case import make_summary
from tests.ui.reports.driving import KEY, Show, button, choose_2023, waited
from ui.context import PageContext
from ui.papers.replacing import ReplaceDialog
from ui.reports.change_words import change_sentence, change_text, verdict_text
from ui.reports.choice import period_before, year_before
from ui.reports.page import ReportPage
from ui.widgets.buttons import DangerButton

TREND, COMPARISON = 2, 3


def turn_to(page: ReportPage, tab: int) -> None:
    tabs = page.view.findChild(QTabBar)
    tabs.setFocus()
    for _ in range(tab - tabs.currentIndex()):
        QTest.keyClick(tabs, KEY.Key_Right)


@pytest.mark.parametrize(
    ("chosen", "before", "last_year"),
    [
        (month_of(date(2026, 1, 5)), month_of(date(2025, 12, 5)), month_of(date(2025, 1, 5))),
        (period("quarter", 2026, 1), period("quarter", 2025, 4), period("quarter", 2025, 1)),
        (period("half", 2026, 2), period("half", 2026, 1), period("half", 2025, 2)),
        (period("year", 2026), period("year", 2025), period("year", 2025)),
        (period("nine_months", 2026), period("nine_months", 2025), period("nine_months", 2025)),
        (range_period(date(2024, 2, 10), date(2024, 2, 29)),
         range_period(date(2024, 1, 21), date(2024, 2, 9)),
         range_period(date(2023, 2, 10), date(2023, 2, 28))),
    ],
)  # fmt: skip
def test_the_period_before_and_that_of_the_year_before(
    chosen: Period, before: Period, last_year: Period
) -> None:
    assert period_before(chosen, (1, 1)) == before
    assert year_before(chosen, (1, 1)) == last_year


def test_a_change_is_said_with_its_interval_or_not_at_all() -> None:
    risen, same = change(56, 70, 48, 80), change(5, 56, 0, 29)
    hidden = change(Untold(), 70, 48, 80)
    assert (change_text(risen), verdict_text(risen)) == ("+20  (+5,2 … +33,4)", "higher")
    assert (change_text(same), verdict_text(same)) == ("+8,9  (−3,8 … +19,3)", "chance")
    assert (change_text(hidden), verdict_text(hidden)) == ("*", "*")
    assert (change_text(None), verdict_text(None)) == ("–", "–")
    assert risen is not None
    assert hidden is not None
    assert change_sentence(risen).endswith("higher, by more than chance.")
    assert change_sentence(hidden).startswith("Hidden")


def test_months_and_units_are_drawn_and_read_out(
    qtbot: QtBot, shown: Show, context: PageContext, asked: Any, tmp_path: Path
) -> None:
    page = shown(context, ask_path=asked.path)
    choose_2023(page)
    turn_to(page, TREND)
    trend = page.view.trend
    waited(qtbot, lambda: trend._months._plot is not None)
    months = trend._months.accessibleDescription().split("; ")
    assert months[8:10] == [
        "9/23: 100% (98,9–100%), 344/344", "10/23: 100% (99–100%), 398/398"
    ]  # fmt: skip
    assert len(trend._units.accessibleDescription().split("; ")) == 11
    assert "chance alone may make it" in trend._said.text()
    asked.answer = tmp_path / "theo-thoi-gian.pdf"
    button(page, "Save").click()
    QTest.keyClick(page._desk.menu, KEY.Key_Return)
    waited(qtbot, lambda: page.banner.isVisible())
    assert page.banner.message() == f"Saved: {asked.answer}"
    assert asked.suggestions[0].name == "Satisfaction over time - Year 2023.pdf"


def test_what_is_chosen_is_set_against_another_period_or_unit(
    qtbot: QtBot, shown: Show, context: PageContext, asked: Any, tmp_path: Path
) -> None:
    page = shown(context, ask_path=asked.path)
    choose_2023(page)
    turn_to(page, COMPARISON)
    seen = page.view.comparison
    waited(qtbot, lambda: "no valid slips" in seen._said.text())
    which, unit = seen._which, seen._unit
    which.setFocus()
    QTest.keyClick(which, KEY.Key_Down)
    QTest.keyClick(which, KEY.Key_Down)
    assert which.currentText() == "The same period"
    unit.setFocus()
    QTest.keyClick(unit, KEY.Key_Down)
    QTest.keyClick(unit, KEY.Key_Down)
    waited(qtbot, lambda: seen._said.text().startswith("All units against Trung tâm"))
    # The centre's slips count among all.
    assert seen._shared.isVisible()
    table = seen.table
    heads = {row for row in range(table.rowCount()) if table.item(row, 1) is None}
    said = [table.item(row, 4).text() for row in range(table.rowCount()) if row not in heads]
    assert len(heads) == 7
    assert said[0] == "chance"
    assert "lower" in said
    assert table.item(0, 1).toolTip() == "100% (1.519/1.519)"
    assert table.height() >= sum(table.rowHeight(row) for row in range(table.rowCount()))
    asked.answer = tmp_path / "so-sanh.md"
    page._desk.offer_kinds(page._paper(page.panel.choice()), page.pos())  # type: ignore[arg-type]
    for _ in range(5):
        QTest.keyClick(page._desk.menu, KEY.Key_Down)
    QTest.keyClick(page._desk.menu, KEY.Key_Return)
    waited(qtbot, lambda: page.banner.isVisible())
    assert "So sánh mức độ hài lòng" in asked.answer.read_text(encoding="utf-8")


def test_slips_that_were_not_asked_in_all_are_not_drawn_as_dissatisfied(
    qtbot: QtBot, shown: Show, context: PageContext
) -> None:
    october = month_of(date(2026, 10, 1))
    whole = make_summary([("1", "Một", 80, {})], period=october)
    unasked = replace(whole, total=replace(whole.total, satisfied=0, satisfied_percent=None))
    view = shown(context).view
    view.comparison._on_read(compare(Side(unasked), Side(unasked)))
    view.trend._on_read(trend_of((point_of(unasked.total, october),), unasked))
    for said, plot in (
        (view.comparison._said, view.comparison._plot), (view.trend._said, view.trend._months),
    ):  # fmt: skip
        assert said.text().startswith("The questionnaire has no overall question")
        assert "0%" not in plot.accessibleDescription()


def test_the_pack_of_the_last_month_is_made_and_known(
    qtbot: QtBot, shown: Show, context: PageContext, demo_session: Session, asked: Any,
    tmp_path: Path,
) -> None:  # fmt: skip
    page = shown(context, ask_path=asked.path)
    october = month_of(date(2026, 10, 1))
    asked.answer = tmp_path / "goi.pdf"
    page.open_part("pack")
    waited(qtbot, lambda: page.banner.isVisible())
    assert asked.suggestions[0].name == "bao-cao-thang-2026-10-196TTHCC.pdf"
    assert page.banner.message() == f"Saved: {asked.answer}, and the Word file beside it"
    assert sorted(file.name for file in tmp_path.glob("goi*")) == ["goi.docx", "goi.pdf"]
    assert demo_session.store.read(lambda connection: is_pack_made(connection, october))


def test_the_pack_hides_small_numbers_where_the_page_does(
    qtbot: QtBot, shown: Show, context: PageContext, asked: Any, tmp_path: Path
) -> None:
    page = shown(context, ask_path=asked.path)
    choose_2023(page)
    page.panel._small.setChecked(True)
    asked.answer = tmp_path / "goi.pdf"
    page._desk.make_pack(
        month_of(date(2023, 10, 1)), date(2023, 11, 5), hides_small=page.panel.hides_small
    )
    waited(qtbot, lambda: page.banner.isVisible())
    said = "".join(part.extract_text() for part in PdfReader(asked.answer).pages)
    assert "Dấu * thay cho" in " ".join(said.split())


def test_what_the_page_hides_is_handed_to_the_pack(
    qtbot: QtBot, shown: Show, context: PageContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = shown(context)
    wanted: list[bool] = []
    monkeypatch.setattr(
        page._desk, "make_pack", lambda *_of, hides_small: wanted.append(hides_small)
    )
    for is_hidden in (False, True):
        page.panel._small.setChecked(is_hidden)
        button(page, "Monthly pack").click()
        waited(qtbot, lambda: bool(wanted))
        assert wanted.pop() is is_hidden


@pytest.mark.parametrize("may", [False, True])
def test_a_word_file_that_stands_there_is_replaced_only_when_asked_for(
    qtbot: QtBot, shown: Show, context: PageContext, asked: Any, tmp_path: Path, may: bool
) -> None:
    questions: list[list[str]] = []

    def ask(_parent: QWidget, files: Sequence[Path]) -> bool:
        questions.append([file.name for file in files])
        return may

    page = shown(context, ask_path=asked.path, ask_replace=ask)
    asked.answer = tmp_path / "goi.pdf"
    word = tmp_path / "goi.docx"
    # The PDF was asked about by the dialog that named it.
    for file in (word, asked.answer):
        file.write_bytes(b"edited")
    page._desk.make_pack(
        month_of(date(2023, 10, 1)), date(2023, 11, 5), hides_small=False
    )
    assert questions == [["goi.docx"]]
    assert page._desk.is_busy is may
    waited(qtbot, lambda: not page._desk.is_busy)
    assert (word.read_bytes() == b"edited") is not may


def test_enter_keeps_what_is_there(qtbot: QtBot, shown: Show, context: PageContext) -> None:
    dialog = ReplaceDialog([Path("goi.docx")], shown(context))
    qtbot.addWidget(dialog)
    dialog.show()
    QTest.keyClick(dialog, KEY.Key_Return)
    assert dialog.result() == QDialog.DialogCode.Rejected
    dialog.findChild(DangerButton).click()  # type: ignore[union-attr]
    assert dialog.result() == QDialog.DialogCode.Accepted


def test_no_pack_is_made_where_no_file_is_chosen(
    qtbot: QtBot, shown: Show, context: PageContext, asked: Any
) -> None:
    page = shown(context, ask_path=asked.path)
    asked.answer = None
    button(page, "Monthly pack").click()
    waited(qtbot, lambda: asked.suggestions)
    assert not page._desk.is_busy


def test_slips_on_both_sides_cannot_be_compared_with_small_numbers_hidden(
    qtbot: QtBot, shown: Show, context: PageContext
) -> None:
    page = shown(context)
    choose_2023(page)
    turn_to(page, COMPARISON)
    seen = page.view.comparison
    waited(qtbot, lambda: "no valid slips" in seen._said.text())
    page.panel._small.setChecked(True)
    seen._which.setCurrentIndex(2)
    waited(qtbot, lambda: page.banner.isVisible())
    assert page.banner.message().startswith("Both sides count some of the same slips")


def test_the_charts_library_is_loaded_with_the_first_chart_only() -> None:
    program = (
        "import sys, ui.reports.page, ui.home.page;"
        "print([name for name in ('pyqtgraph', 'numpy', 'exports') if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
