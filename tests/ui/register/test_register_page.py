from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.households.commands import check_household
from models.households.history import heads_of_household
from models.households.progress import WorkFilter
from models.households.records import Household
from models.text import search_key
from tests.ui.register.browsing import CONTROL, Browser
from tests.ui.register.page_fixtures import HOUSEHOLDS
from ui.habits import remember_in
from ui.register.household_model import (
    ADDRESS,
    CHECKED,
    CODE,
    FOUND_AT_MOST,
    HEAD,
    OUTCOME,
    PLATE,
)
from ui.register.register_foot import RegisterFoot
from ui.theme.theme import current_theme
from ui.widgets.column_widths import keep_widths, kept_widths

KEY = Qt.Key


@pytest.fixture
def habits(tmp_path: Path) -> Iterator[None]:
    """A file for what the window remembers."""
    remember_in(tmp_path / "window.json")
    yield
    remember_in(None)


def test_the_page_opens_with_the_beginning_of_the_register_and_its_counts(browser: Browser) -> None:
    walk = browser.walk()
    shown = browser.shown()
    assert 0 < len(shown) < HOUSEHOLDS
    assert shown == walk[: len(shown)]
    assert browser.page.foot.found().startswith("900 household")
    coded = sum(1 for one in walk if one.code)
    assert browser.page.head._subtitle.text().startswith(f"900 households  ·  {coded} with a code")
    assert browser.focus() is browser.page.search


def test_the_end_of_a_hamlet_is_reached_by_keys_without_a_gap_or_a_repeat(
    browser: Browser,
) -> None:
    browser.to_places(2)
    wanted = browser.page.wanted()
    assert len(wanted.hamlets or ()) == 1
    walk = browser.walk(wanted)
    assert len(walk) > 200
    browser.to_table()
    for _ in range(100):
        browser.key(KEY.Key_End)
        browser.rest()
        if browser.page.model.rowCount() == len(walk):
            break
    assert browser.shown() == walk
    browser.key(KEY.Key_End)
    assert browser.page.table.current() == walk[-1]


def test_every_key_press_searches_and_the_last_answer_stands(browser: Browser) -> None:
    household = browser.walk()[137]
    browser.write(household.name)
    browser.rest()
    assert household in browser.shown()
    words = search_key(household.name).split()
    for found in browser.shown():
        text = search_key(f"{found.name} {found.address} {found.hamlet}")
        assert all(word in text for word in words)
    assert "found in the whole register" in browser.page.foot.found()


@pytest.mark.parametrize("change", [str.lower, search_key, lambda text: text.split()[-1]])
def test_marks_case_and_order_do_not_matter(browser: Browser, change) -> None:
    household = next(one for one in browser.walk() if one.phone)
    browser.write(f"{household.phone[3:]} {change(household.name)}")
    browser.rest()
    assert [one.id for one in browser.shown()] == [household.id]


def test_a_search_that_finds_more_than_it_shows_says_so(browser: Browser) -> None:
    browser.write("k")
    browser.rest()
    assert len(browser.shown()) == FOUND_AT_MOST
    assert "write on" in browser.page.foot.found()


def test_down_goes_into_the_list_up_comes_back_and_escape_clears(browser: Browser) -> None:
    whole = browser.names()
    browser.write("nguyen")
    browser.rest()
    browser.key(KEY.Key_Down)
    assert browser.focus() is browser.page.table
    browser.key(KEY.Key_Down)
    assert browser.page.table.currentIndex().row() == 1
    browser.key(KEY.Key_Up)
    browser.key(KEY.Key_Up)
    assert browser.focus() is browser.page.search
    browser.key(KEY.Key_Escape)
    browser.rest()
    assert browser.page.search.text() == ""
    assert browser.names() == whole
    browser.key(KEY.Key_Escape)
    assert browser.focus() is browser.page.table


def test_enter_opens_what_was_found_even_before_the_answer_is_here(browser: Browser) -> None:
    household = next(one for one in browser.walk()[50:] if one.code)
    opened: list[object] = []
    browser.alone().household_chosen.connect(lambda one, _wanted: opened.append(one))
    browser.write(household.code or "")
    browser.key(KEY.Key_Return)
    assert opened == []
    browser.wait(lambda: opened == [household.id])


def test_what_nobody_is_called_leads_back_to_everything(browser: Browser) -> None:
    browser.write("qqqq")
    browser.rest()
    page = browser.page
    assert page.results.currentWidget() is page.results.none_here()
    assert browser.focus() is page.search
    page.results.none_here().action.click()
    browser.rest()
    assert page.results.currentWidget() is page.table
    assert page.search.text() == ""


def test_each_filter_leaves_out_what_it_says(browser: Browser) -> None:
    browser.to_places(2)
    hamlet = browser.page.panel.single_hamlet()
    assert hamlet is not None
    first = browser.shown()[0]
    browser.check(first.id, "sai_thong_tin")
    street, outcome = browser.page.filters._street, browser.page.filters._outcome
    street.setFocus()
    browser.key(KEY.Key_Down)
    browser.rest()
    chosen = street.currentData()
    assert chosen
    assert {one.street for one in browser.shown()} == {chosen}
    browser.key(KEY.Key_Home)
    outcome.setFocus()
    outcome.setCurrentIndex(outcome.findData("sai_thong_tin"))
    browser.rest()
    assert [one.id for one in browser.shown()] == [first.id]
    outcome.setCurrentIndex(outcome.findData(""))
    browser.rest()
    others = len(browser.walk(WorkFilter(hamlets=(hamlet,)))) - 1
    assert browser.page.foot.found().startswith(f"{others} household")


def test_a_check_made_elsewhere_shows_in_its_row_and_in_the_counts(browser: Browser) -> None:
    browser.to_table()
    browser.key(KEY.Key_Down)
    household = browser.page.table.current()
    assert household is not None
    browser.check(household.id, "trung_ma", has_plate=True)
    now = browser.page.table.current()
    assert now is not None
    assert (now.id, now.outcome, now.has_plate) == (household.id, "trung_ma", True)
    assert "1 checked  ·  1 with a plate" in browser.page.head._subtitle.text()
    assert browser.page.panel._model.place(0).progress.outcomes == {"trung_ma": 1}


def test_letters_are_keys_in_the_list_and_letters_in_the_search(browser: Browser) -> None:
    asked: list[str] = []
    page = browser.alone()
    page.import_requested.connect(lambda: asked.append("import"))
    page.next_requested.connect(lambda *_: asked.append("next"))
    browser.write("nim")
    assert page.search.text() == "nim"
    assert asked == []
    browser.key(KEY.Key_Escape)
    browser.rest()
    browser.key(KEY.Key_N, CONTROL)
    browser.to_table()
    browser.key(KEY.Key_I)
    browser.key(KEY.Key_N)
    assert asked == ["next", "import", "next"]
    browser.key(KEY.Key_F)
    assert browser.focus() is page.search


def test_columns_are_as_wide_as_they_were_left(browser: Browser, habits: None) -> None:
    header = browser.page.table.horizontalHeader()
    header.resizeSection(1, 231)
    browser.wait(lambda: kept_widths("households"))
    browser.leave()
    browser.seat()
    assert browser.page.table.horizontalHeader().sectionSize(1) == 231


def test_a_code_is_always_whole(browser: Browser, habits: None) -> None:
    header = browser.page.table.horizontalHeader()
    metrics = QFontMetrics(current_theme().font("body"))
    for width in (60, header.sectionSize(CODE)):
        header.resizeSection(CODE, width)
        assert header.sectionSize(CODE) > metrics.horizontalAdvance("00000 00000")
    keep_widths("households", {CODE: 70})
    browser.leave()
    browser.seat()
    header = browser.page.table.horizontalHeader()
    assert header.sectionSize(CODE) > metrics.horizontalAdvance("00000 00000")


def test_an_empty_register_asks_for_a_list(beginner: Browser) -> None:
    asked: list[bool] = []
    page = beginner.alone()
    page.import_requested.connect(lambda: asked.append(True))
    assert page.results.currentWidget() is page.results.none_yet()
    assert not page.search.isVisible()
    page.take_focus()
    beginner.key(KEY.Key_Return)
    assert asked == [True]


def test_what_waits_for_a_decision_is_counted_and_listed(browser: Browser) -> None:
    household: Household = browser.shown()[3]
    heads = browser.session.store.read(partial(heads_of_household, household=household.id))
    for name in ("Nguyễn Thị Một", "Nguyễn Thị Hai"):
        command = partial(check_household, household=household.id, outcome="sai_thong_tin",
                          values={"name": name}, seen=heads)  # fmt: skip
        browser.session.store.write(command, actor=browser.session.account)
    browser.rest()
    assert browser.page.foot._decisions.text() == "Decisions (1)"
    browser.page.filters._waiting.setChecked(True)
    browser.rest()
    assert [one.id for one in browser.shown()] == [household.id]
    wanted: list[WorkFilter] = []
    browser.alone().decisions_requested.connect(wanted.append)
    browser.to_table()
    browser.key(KEY.Key_W)
    assert wanted == [WorkFilter(has_conflicts=True)]


@pytest.mark.parametrize(("width", "is_spared"), [(1600, False), (1124, True)])
def test_a_narrow_window_spares_the_day_for_the_address(
    browser: Browser, width: int, is_spared: bool
) -> None:
    browser.page.window().resize(width, 700)
    browser.rest()
    table = browser.page.table
    assert table.isColumnHidden(CHECKED) == is_spared
    assert table.columnWidth(ADDRESS) >= 156


def shown(browser: Browser) -> int:
    """Return how wide the columns on show are together."""
    table = browser.page.table
    columns = range(table.horizontalHeader().count())
    return sum(table.columnWidth(column) for column in columns)


@pytest.mark.parametrize("width", [868, 1124, 1210])
def test_no_window_is_too_narrow_for_the_columns_on_show(browser: Browser, width: int) -> None:
    browser.page.window().resize(width, 700)
    browser.rest()
    table = browser.page.table
    assert shown(browser) <= table.viewport().width()
    assert not table.isColumnHidden(OUTCOME)
    assert table.columnWidth(ADDRESS) >= 120


def test_columns_are_as_they_were_left_when_there_is_room_again(browser: Browser) -> None:
    table, window = browser.page.table, browser.page.window()
    window.resize(1600, 700)
    browser.rest()
    table.setColumnWidth(HEAD, 210)
    window.resize(868, 640)
    browser.rest()
    assert table.columnWidth(HEAD) < 210
    window.resize(1600, 700)
    browser.rest()
    assert table.columnWidth(HEAD) == 210
    assert not table.isColumnHidden(PLATE)


def test_the_foot_says_nothing_but_the_number_where_there_is_hardly_any_room(
    themed: QApplication, qtbot: QtBot
) -> None:
    foot = RegisterFoot()
    qtbot.addWidget(foot)
    foot.show_listed(900)
    foot.resize(foot.minimumSizeHint().width() + 10, 40)
    foot.show()
    assert foot.found() == "900"
    foot.resize(foot.minimumSizeHint().width() + 400, 40)
    assert foot.found() == "900 household(s) in this list      F finds  ·  Enter opens"


def test_the_foot_says_less_where_there_is_less_room(browser: Browser) -> None:
    window, foot = browser.page.window(), browser.page.foot
    window.resize(1600, 700)
    browser.rest()
    assert foot.found() == "900 household(s) in this list      F finds  ·  Enter opens"
    window.resize(868, 640)
    browser.rest()
    assert foot.found() == "900 household(s) in this list"
