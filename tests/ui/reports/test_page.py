from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTabBar
from pytestqt.qtbot import QtBot

from desktop.session import Session
from models.figures import is_untold
from models.periods import range_period
from models.settings.commands import change_settings
from models.surveys.commands import import_slips
from models.surveys.records import ImportedSlip, SlipContent
from tests.ui.reports.driving import (
    KEY,
    YEAR,
    Show,
    button,
    choose_2023,
    dropdowns,
    message,
    texts,
    turn_to_charts,
    wait_for_pages,
    waited,
)
from ui.context import PageContext
from ui.reports.choice import ReportChoice
from ui.reports.tasks import count
from ui.reports.unit_picker import UnitPicker
from ui.widgets.bar_chart import BarChart
from ui.widgets.date_field import DateField
from ui.widgets.field_row import FieldRow
from ui.widgets.number_field import NumberField


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
    assert charts[0].accessibleName() == "1. Publication of the administrative procedures"
    assert charts[0].accessibleDescription().startswith("Very good: 4.469 (99,2%)")
    assert charts[1].accessibleDescription().endswith("Left blank: 2.987 (66,3%)")


def test_small_numbers_are_hidden_by_one_box(
    qtbot: QtBot, shown: Show, context: PageContext
) -> None:
    page = shown(context)
    choose_2023(page)
    box = page.panel._small
    box.setFocus()
    QTest.keyClick(box, KEY.Key_Space)
    choice = page.panel.choice()
    assert choice is not None
    assert choice.hides_small
    units = count(context.store, choice, "en").summary.units
    assert any(is_untold(one.n) for unit in units for one in unit.questions[0].options)
    turn_to_charts(page)
    waited(qtbot, lambda: page.view.figures.isVisible() and "4.506" in texts(page.view.figures))


def test_charts_speak_the_window_s_language_and_the_document_vietnamese(
    demo_session: Session,
) -> None:
    choice = ReportChoice(range_period(*YEAR))
    shown = {language: count(demo_session.store, choice, language) for language in ("vi", "en")}
    options = {
        language: report.summary.total.questions[-1].options for language, report in shown.items()
    }
    assert options["en"][0].text == "Very satisfied"
    assert options["vi"][0].text == "Rất hài lòng"
    assert [option.n for option in options["en"]] == [option.n for option in options["vi"]]
    assert shown["en"].document == shown["vi"].document


def test_typing_a_number_counts_once(
    qtbot: QtBot, shown: Show, context: PageContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = shown(context)
    waited(qtbot, lambda: message(page))
    asked: list[object] = []
    import ui.reports.previewer as previewer

    real = previewer.count
    monkeypatch.setattr(
        previewer, "count",
        lambda store, choice, language: (asked.append(choice), real(store, choice, language))[1],
    )  # fmt: skip
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


def test_a_fresh_store_says_what_comes_first(
    qtbot: QtBot, shown: Show, make_context: Callable[..., PageContext], session: Session
) -> None:
    page = shown(make_context(session))
    waited(qtbot, lambda: message(page) and "no slips" in message(page).accessibleName())
    assert "Key the first bundle" in message(page).accessibleDescription()
