from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from models.households.progress import WorkFilter
from tests.ui.register.browsing import Browser
from ui.register.check_page import CheckPage

KEY = Qt.Key


def check_of(browser: Browser) -> CheckPage:
    page = browser.section.currentWidget()
    assert isinstance(page, CheckPage)
    return page


def test_enter_opens_the_household_to_check_and_escape_comes_back_to_its_row(
    browser: Browser,
) -> None:
    browser.to_table()
    browser.key(KEY.Key_Down)
    household = browser.page.table.current()
    assert household is not None
    browser.key(KEY.Key_Return)
    browser.rest()
    assert check_of(browser).check.household == household.id
    browser.wait(lambda: browser.focus() is check_of(browser).check)
    browser.key(KEY.Key_Escape)
    browser.rest()
    assert browser.section.currentWidget() is browser.page
    assert browser.focus() is browser.page.table
    assert browser.page.table.current() == household


def test_n_opens_the_next_unchecked_household_of_the_list(browser: Browser) -> None:
    browser.to_places(2)
    wanted = browser.page.wanted()
    first, second, third, *_ = browser.walk(wanted)
    browser.check(second.id)
    browser.to_table()
    browser.key(KEY.Key_N)
    browser.rest()
    assert check_of(browser).check.household == third.id
    assert first.outcome == ""


def test_what_is_keyed_behind_n_answers_for_the_household_it_brings(browser: Browser) -> None:
    browser.to_places(2)
    browser.to_table()
    # One after the other; what the store answers comes behind them.
    for key in (KEY.Key_N, KEY.Key_2):
        QTest.keyClick(QApplication.focusWidget(), key)
    browser.rest()
    check = check_of(browser).check
    browser.wait(lambda: not check.scans.box.is_fresh)
    assert check._hand.entry.outcome == "sai_thong_tin"


def test_a_list_that_is_done_is_said_to_be(browser: Browser) -> None:
    browser.to_places(2)
    first = browser.shown()[0]
    browser.check(first.id)
    outcome = browser.page.filters._outcome
    street = browser.page.filters._street
    outcome.setCurrentIndex(outcome.findData("dung"))
    street.setCurrentIndex(street.findData(first.street))
    browser.rest()
    for household in browser.walk(WorkFilter(hamlets=(first.hamlet_key,), street=first.street)):
        browser.check(household.id)
    browser.to_table()
    browser.key(KEY.Key_N)
    browser.rest()
    assert browser.section.currentWidget() is browser.page
    assert browser.page.banner.message() == "Every household of this list is checked."


def test_a_half_typed_check_comes_back_at_the_next_start(browser: Browser) -> None:
    assert browser.section.resume() is False
    browser.to_table()
    household = browser.page.table.current()
    assert household is not None
    browser.key(KEY.Key_Return)
    browser.rest()
    browser.wait(lambda: browser.focus() is check_of(browser).check)
    browser.wait(lambda: not check_of(browser).check.scans.box.is_fresh)
    browser.key(KEY.Key_2)
    browser.wait(lambda: not check_of(browser).check.scans.box.is_fresh)
    browser.rest()
    browser.leave()
    section = browser.seat()
    assert section.resume() is True
    browser.rest()
    assert check_of(browser).check.household == household.id
    assert browser.stored(household.id).outcome == ""


def test_a_new_household_and_duplicates_need_one_hamlet(browser: Browser) -> None:
    browser.to_places(0)
    for key in (KEY.Key_Plus, KEY.Key_D):
        browser.key(key)
        browser.rest()
        assert browser.section.currentWidget() is browser.page
    browser.to_places(2)
    browser.key(KEY.Key_D)
    browser.rest()
    assert check_of(browser).currentWidget() is check_of(browser).duplicates
    browser.section._on_closed()
    browser.to_places(2)
    browser.key(KEY.Key_Plus)
    browser.rest()
    assert check_of(browser).currentWidget() is check_of(browser).check


def test_the_list_is_left_at_one_household_and_met_again_at_the_last_one(
    browser: Browser,
) -> None:
    browser.to_table()
    browser.key(KEY.Key_Return)
    browser.rest()
    view = check_of(browser).check
    for key in (KEY.Key_1, KEY.Key_Return):
        browser.wait(lambda: browser.focus() is view and not view.scans.box.is_fresh)
        browser.key(key)
        browser.wait(lambda: not view.scans.box.is_fresh)
        browser.rest()
    second = browser.walk()[1]
    assert view.household == second.id
    browser.wait(lambda: browser.focus() is view)
    browser.key(KEY.Key_Escape)
    browser.rest()
    current = browser.page.table.current()
    assert current is not None
    assert current.id == second.id
    assert browser.shown()[0].outcome == "dung"
