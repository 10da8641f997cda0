from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from desktop.session import Session
from exports.reports import read_satisfaction
from exports.writers.files import SUFFIXES, render
from models.errors import KnownError
from models.settings.commands import change_settings
from models.surveys.commands import import_slips
from models.surveys.records import ImportedSlip, SlipContent
from ui.context import PageContext
from ui.jobs import Progress
from ui.reports.page import ReportPage
from ui.reports.period_picker import PeriodPicker
from ui.reports.unit_picker import UnitPicker
from ui.widgets.bar_chart import BarChart
from ui.widgets.buttons import Button
from ui.widgets.date_field import DateField
from ui.widgets.dropdown import Dropdown
from ui.widgets.empty_state import EmptyState
from ui.widgets.field_row import FieldRow
from ui.widgets.number_field import NumberField
from ui.widgets.progress_panel import ProgressPanel
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
    qtbot.waitUntil(lambda: bool(claim()), timeout=10_000)


def wait_for_pages(qtbot: QtBot, page: ReportPage, number: int = 4) -> None:
    waited(qtbot, lambda: page.view.pages.isVisible() and page.view.pages.page_count() == number)


def test_an_empty_month_leads_to_the_last_slips(
    qtbot: QtBot, shown: Show, context: PageContext
) -> None:
    page = shown(context)
    waited(qtbot, lambda: message(page) and "no slips" in message(page).accessibleName())
    assert dropdowns(page)[0].hasFocus()
    assert [box.currentText() for box in dropdowns(page)] == ["Month", "2026", "Month 11"]
    qtbot.mouseClick(button(page, "Show Month 12, 2023"), Qt.MouseButton.LeftButton)
    waited(qtbot, lambda: page.view.pages.isVisible())
    assert [box.currentText() for box in dropdowns(page)] == ["Month", "2023", "Month 12"]


def test_the_printed_pages_come_by_themselves(
    qtbot: QtBot, shown: Show, context: PageContext
) -> None:
    page = shown(context)
    choose_2023(page)
    wait_for_pages(qtbot, page)
    assert "Page 1 of 4" in texts(page.view)
    QTest.keyClick(page.view.pages, KEY.Key_End)
    assert "Page 4 of 4" in texts(page.view)


def test_the_charts_show_what_is_printed(qtbot: QtBot, shown: Show, context: PageContext) -> None:
    page = shown(context)
    choose_2023(page)
    population = page.panel.findChild(NumberField)
    population.setFocus()
    QTest.keyClicks(population, "106634")
    turn_to_charts(page)
    waited(qtbot, lambda: page.view.figures.isVisible() and "4.506" in texts(page.view.figures))
    said = texts(page.view.figures)
    assert said[:9] == [
        "Valid slips", "4.506", "from 11 unit(s)",
        "Satisfied", "100%", "The target of 90% is reached.",
        "Slips needed", "399", "for 106.634 dossiers; 4.506 are there",
    ]  # fmt: skip
    charts = page.view.figures.findChildren(BarChart)
    assert len(charts) == 7
    assert charts[0].accessibleName() == "1. Việc công khai thủ tục hành chính"
    assert charts[0].accessibleDescription().startswith("Rất tốt: 4.469 (99,2%)")
    assert charts[1].accessibleDescription().endswith("Left blank: 2.987 (66,3%)")


def test_typing_a_number_counts_once(
    qtbot: QtBot, shown: Show, context: PageContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = shown(context)
    waited(qtbot, lambda: message(page))
    asked: list[object] = []
    import ui.reports.previewer as previewer

    real = previewer.count
    monkeypatch.setattr(
        previewer, "count", lambda store, choice: (asked.append(choice), real(store, choice))[1]
    )
    population = page.panel.findChild(NumberField)
    population.setFocus()
    QTest.keyClicks(population, "106634")
    qtbot.wait(600)
    assert len(asked) == 1
    assert asked[0].population == 106_634  # type: ignore[attr-defined]


def test_some_units_are_found_without_marks_and_ticked_by_space(
    qtbot: QtBot, shown: Show, context: PageContext
) -> None:
    page = shown(context)
    choose_2023(page)
    wait_for_pages(qtbot, page)
    picker = page.panel.findChild(UnitPicker)
    picker._all.setFocus()
    QTest.keyClick(picker._all, KEY.Key_Space)
    waited(qtbot, lambda: message(page))
    assert not button(page, "Save").isEnabled()
    assert "Tick at least one unit." in texts(picker)
    QTest.keyClicks(picker._search, "thanh son")
    rows = [row for row in range(picker._list.count()) if not picker._list.isRowHidden(row)]
    assert [picker._list.item(row).text() for row in rows] == ["Phường Thanh Sơn"]
    picker._list.setFocus()
    picker._list.setCurrentRow(rows[0])
    QTest.keyClick(picker._list, KEY.Key_Space)
    assert picker.codes() == ("06811",)
    wait_for_pages(qtbot, page, 3)
    assert button(page, "Save").isEnabled()


def test_a_click_on_a_row_ticks_it(qtbot: QtBot, shown: Show, context: PageContext) -> None:
    page = shown(context)
    waited(qtbot, lambda: message(page))
    picker = page.panel.findChild(UnitPicker)
    picker._all.click()
    place = picker._list.visualItemRect(picker._list.item(2))
    middle = place.center()
    qtbot.mouseClick(picker._list.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert len(picker.codes()) == 1
    qtbot.mouseClick(picker._list.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert picker.codes() == ()
    QTest.mouseDClick(picker._list.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert picker._list.item(2).checkState() == Qt.CheckState.Checked


def test_a_tick_outlives_a_period_without_the_unit(
    qtbot: QtBot, shown: Show, context: PageContext
) -> None:
    page = shown(context)
    choose_2023(page)
    picker = page.panel.findChild(UnitPicker)
    picker._all.click()
    for row in range(picker._list.count()):
        if picker._list.item(row).text() == "Phường Yên Thanh":
            picker._list.item(row).setCheckState(Qt.CheckState.Checked)
    assert len(picker.codes()) == 1
    year = dropdowns(page)[1]
    year.setCurrentText("2026")
    assert picker.codes() == ()
    year.setCurrentText("2023")
    assert len(picker.codes()) == 1


def test_the_days_of_a_free_range_are_checked_beside_the_field(
    qtbot: QtBot, shown: Show, context: PageContext
) -> None:
    page = shown(context)
    waited(qtbot, lambda: message(page))
    kind = dropdowns(page)[0]
    QTest.keyClick(kind, KEY.Key_End)
    first, last = page.panel.findChildren(DateField)
    assert (first.text(), last.text()) == ("01/11/2026", "30/11/2026")
    first.setFocus()
    first.selectAll()
    QTest.keyClicks(first, "31122026")
    rows = {row.field: row for row in page.panel.findChildren(FieldRow)}
    assert rows[last].error()
    assert page.panel.choice() is None
    waited(qtbot, lambda: message(page) and "not complete" in message(page).accessibleName())
    last.setFocus()
    last.selectAll()
    QTest.keyClicks(last, "01012027")
    assert rows[last].error() is None
    choice = page.panel.choice()
    assert choice is not None
    assert (choice.period.start, choice.period.end) == (date(2026, 12, 31), date(2027, 1, 1))


def test_new_slips_and_settings_show_at_once(
    qtbot: QtBot, shown: Show, context: PageContext, demo_session: Session
) -> None:
    page = shown(context)
    choose_2023(page)
    turn_to_charts(page)
    waited(qtbot, lambda: "4.506" in texts(page.view.figures))
    content = SlipContent({"cong_khai": "rat_tot"})
    slip = ImportedSlip(1, ("test", "1"), "196-TTHCC", date(2023, 5, 5), "paper", content)
    demo_session.store.write(
        lambda tx: import_slips(tx, [slip], questionnaire="qn-18-2021", version="2021.1"),
        actor=demo_session.account,
    )
    waited(qtbot, lambda: "4.507" in texts(page.view.figures))
    demo_session.store.write(
        lambda tx: change_settings(tx, unit=demo_session.unit, values={"target": "99.99"}),
        actor=demo_session.account,
    )
    waited(qtbot, lambda: "The target of 99,99% is not reached." in texts(page.view.figures))
    assert dropdowns(page)[1].currentText() == "2023"


@pytest.mark.parametrize("number", range(len(SUFFIXES)))
def test_each_kind_of_file_is_saved(
    qtbot: QtBot, shown: Show, context: PageContext, demo_session: Session, asked: Any,
    number: int, tmp_path: Path,
) -> None:  # fmt: skip
    page = shown(context, ask_path=asked.path)
    choose_2023(page)
    suffix = (".pdf", ".docx", ".xlsx", ".csv", ".json", ".md")[number]
    asked.answer = tmp_path / f"bao cao{suffix}"
    QTest.keyClick(dropdowns(page)[0], KEY.Key_S, Qt.KeyboardModifier.ControlModifier)
    menu = page._outgoing.menu
    waited(qtbot, menu.isVisible)
    for _ in range(number):
        QTest.keyClick(menu, KEY.Key_Down)
    QTest.keyClick(menu, KEY.Key_Return)
    waited(qtbot, lambda: page.banner.isVisible())
    assert page.banner.message() == f"Saved: {asked.answer}"
    assert asked.suggestions[0].name == f"Satisfaction report - Year 2023{suffix}"
    report = demo_session.store.read(lambda connection: read_satisfaction(connection, *YEAR))
    written = asked.answer.read_bytes()
    if suffix not in (".docx", ".xlsx"):
        assert written == render(report.document, suffix)
    assert len(written) > 1000


def test_the_last_folder_is_suggested_again(
    qtbot: QtBot, shown: Show, context: PageContext, asked: Any, tmp_path: Path
) -> None:
    page = shown(context, ask_path=asked.path)
    waited(qtbot, lambda: message(page))
    for _ in range(2):
        page.banner.setVisible(False)
        qtbot.mouseClick(button(page, "Save"), Qt.MouseButton.LeftButton)
        waited(qtbot, page._outgoing.menu.isVisible)
        QTest.keyClick(page._outgoing.menu, KEY.Key_Return)
        waited(qtbot, page.banner.isVisible)
    assert asked.suggestions[1].parent == tmp_path


def test_what_hinders_saving_is_said(
    qtbot: QtBot, shown: Show, context: PageContext, asked: Any, tmp_path: Path
) -> None:
    page = shown(context, ask_path=asked.path)
    choose_2023(page)
    wait_for_pages(qtbot, page)
    asked.answer = tmp_path / "nowhere" / "report.pdf"
    qtbot.mouseClick(button(page, "Save"), Qt.MouseButton.LeftButton)
    waited(qtbot, page._outgoing.menu.isVisible)
    QTest.keyClick(page._outgoing.menu, KEY.Key_Return)
    waited(qtbot, page.banner.isVisible)
    assert page.banner.message().startswith("There is no folder")
    assert page.view.pages.isVisible()
    asked.answer = None
    qtbot.mouseClick(button(page, "Save"), Qt.MouseButton.LeftButton)
    waited(qtbot, page._outgoing.menu.isVisible)
    QTest.keyClick(page._outgoing.menu, KEY.Key_Return)
    assert len(asked.suggestions) == 2


def test_it_is_printed_with_one_key(
    qtbot: QtBot, shown: Show, context: PageContext, tmp_path: Path
) -> None:
    from PySide6.QtPrintSupport import QPrinter

    asked: list[int] = []

    def ask_printer(_parent: QWidget, pages: int) -> QPrinter:
        asked.append(pages)
        printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / "printed.pdf"))
        return printer

    page = shown(context, ask_printer=ask_printer)
    choose_2023(page)
    QTest.keyClick(dropdowns(page)[0], KEY.Key_P, Qt.KeyboardModifier.ControlModifier)
    waited(qtbot, page.banner.isVisible)
    assert page.banner.message() == "All pages are at the printer."
    assert asked == [4]
    assert (tmp_path / "printed.pdf").stat().st_size > 10_000


def test_tab_reaches_everything(qtbot: QtBot, shown: Show, context: PageContext) -> None:
    page = shown(context)
    choose_2023(page)
    wait_for_pages(qtbot, page)
    dropdowns(page)[0].setFocus()
    reached = []
    for _ in range(25):
        focused = QApplication.focusWidget()
        if focused in reached:
            break
        reached.append(focused)
        QTest.keyClick(focused, KEY.Key_Tab)
    assert focused is reached[0]
    names = [type(widget).__name__ for widget in reached]
    assert names[:5] == ["Dropdown", "Dropdown", "CheckBox", "Dropdown", "NumberField"]
    assert reached[-1] is button(page, "Save")
    assert page.view.pages in reached
    assert page.view.findChild(QTabBar) in reached


class HeldJobs:
    """Holds every piece of work until the test lets it go, in any order."""

    def __init__(self) -> None:
        self.held: list[HeldJob] = []

    def run(
        self, work: Any, *, done: Any, failed: Any, lane: str = "read", progressed: Any = None
    ) -> Any:
        job = HeldJob(work, done, failed, progressed)
        self.held.append(job)
        return job


class HeldJob:
    def __init__(self, work: Any, done: Any, failed: Any, progressed: Any) -> None:
        self.work, self.done, self.failed, self.progressed = work, done, failed, progressed
        self.is_cancelled = False

    def cancel(self) -> None:
        self.is_cancelled = True

    def report(self, done: int, total: int | None = None, detail: str = "") -> None:
        """Count as progress that nobody listens to."""

    def release(self) -> None:
        """Answer, even when it was cancelled: the page must not rely on the jobs for that."""
        progress: Progress = self
        self.done(self.work(progress))


@pytest.fixture
def held() -> HeldJobs:
    return HeldJobs()


@pytest.fixture
def held_page(
    qtbot: QtBot, shown: Show, make_context: Callable[..., PageContext], demo_session: Session,
    held: HeldJobs,
) -> ReportPage:  # fmt: skip
    page = shown(make_context(demo_session, held))
    held.held.pop().release()
    return page


def test_an_old_answer_never_overwrites_a_newer_choice(
    qtbot: QtBot, held_page: ReportPage, held: HeldJobs
) -> None:
    page = held_page
    turn_to_charts(page)
    first = held.held.pop()
    choose_2023(page)
    waited(qtbot, lambda: held.held)
    second = held.held.pop()
    assert first.is_cancelled
    second.release()
    assert "4.506" in texts(page.view.figures)
    first.release()
    assert "4.506" in texts(page.view.figures)
    assert page.view.figures.isVisible()


def test_long_work_shows_and_can_be_stopped(
    qtbot: QtBot, held_page: ReportPage, held: HeldJobs
) -> None:
    page = held_page
    work = held.held.pop()
    panel = page.view.findChild(ProgressPanel)
    assert not panel.isVisible()
    waited(qtbot, panel.isVisible)
    work.progressed(1, 4, "")
    QTest.keyClick(dropdowns(page)[0], KEY.Key_Escape)
    waited(qtbot, lambda: message(page) and message(page).accessibleName() == "Stopped")
    assert work.is_cancelled
    work.release()
    assert message(page) is not None
    assert message(page).accessibleName() == "Stopped"
    qtbot.mouseClick(button(page, "Make it now"), Qt.MouseButton.LeftButton)
    assert held.held


def test_what_went_wrong_is_said_and_can_be_tried_again(
    qtbot: QtBot, held_page: ReportPage, held: HeldJobs
) -> None:
    page = held_page
    held.held.pop().failed(KnownError("store.busy"))
    assert page.banner.isVisible()
    assert "Another window" in page.banner.message()
    qtbot.mouseClick(button(page, "Try again"), Qt.MouseButton.LeftButton)
    assert not page.banner.isVisible()
    held.held.pop().release()
    held.held.pop().release()
    assert "no slips" in message(page).accessibleName()


def test_a_fresh_store_says_what_comes_first(
    qtbot: QtBot, shown: Show, make_context: Callable[..., PageContext], session: Session
) -> None:
    page = shown(make_context(session))
    waited(qtbot, lambda: message(page) and "no slips" in message(page).accessibleName())
    assert "Key the first bundle" in message(page).accessibleDescription()
