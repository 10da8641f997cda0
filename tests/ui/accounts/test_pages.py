from __future__ import annotations

import random
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui.accounts.set_up_page import SetUp, SetUpPage
from ui.accounts.sign_in_page import SignInPage

UNITS = [("06811", "Phường Uông Bí"), ("06820", "Phường Vàng Danh")]


def show(qtbot: QtBot, page: QWidget) -> None:
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)


@pytest.fixture
def sign_in(qtbot: QtBot, themed: QApplication) -> SignInPage:
    page = SignInPage(["quantri"])
    show(qtbot, page)
    page.start()
    return page


@pytest.fixture
def set_up(qtbot: QtBot, themed: QApplication) -> SetUpPage:
    page = SetUpPage(UNITS)
    show(qtbot, page)
    page.start()
    return page


def test_one_account_needs_the_password_only(sign_in: SignInPage) -> None:
    assert sign_in._name.text() == "quantri"
    assert sign_in._password.hasFocus()


def test_of_several_accounts_the_first_is_offered_and_another_typed_or_chosen(
    qtbot: QtBot, themed: QApplication
) -> None:
    page = SignInPage(["an", "binh", "lan"])
    show(qtbot, page)
    page.start()
    assert (page._name.text(), page._password.hasFocus()) == ("an", True)
    page.start(at_name=True)
    assert page._name.hasFocus()
    QTest.keyClick(page._name, Qt.Key.Key_L)
    QTest.keyClick(page._name, Qt.Key.Key_Return)
    assert page._password.hasFocus()
    assert page._name.text() == "lan"
    QTest.keyClick(page._name, Qt.Key.Key_Up)
    assert page._name.text() == "binh"


def test_an_empty_name_is_said_beside_its_field(sign_in: SignInPage) -> None:
    sign_in._name.clear()
    QTest.keyClick(sign_in._password, Qt.Key.Key_Return)
    assert sign_in._name_row.error() == "Please type the account's name."
    assert sign_in._name.hasFocus()


def test_capitals_without_shift_earn_a_word(sign_in: SignInPage) -> None:
    QTest.keyClick(sign_in._password, "A", Qt.KeyboardModifier.NoModifier)
    assert sign_in._password_row._message.text() == "Caps Lock seems to be on."
    QTest.keyClick(sign_in._password, "a", Qt.KeyboardModifier.NoModifier)
    assert sign_in._password_row._message.text() == ""


def fill(page: SetUpPage, **values: str) -> None:
    given = {"admin": "quantri", "password": "mat-khau-dai", "again": "mat-khau-dai", **values}
    for name, text in given.items():
        getattr(page, f"_{name}").setText(text)


def test_the_set_up_hands_on_what_was_typed(set_up: SetUpPage, qtbot: QtBot) -> None:
    fill(set_up)
    with qtbot.waitSignal(set_up.submitted) as heard:
        QTest.keyClick(set_up._again, Qt.Key.Key_Return)
    assert heard.args == [SetUp("06811", None, "quantri", "mat-khau-dai")]


def test_another_unit_needs_its_code_and_name(set_up: SetUpPage, qtbot: QtBot) -> None:
    set_up._unit.setCurrentIndex(2)
    fill(set_up)
    set_up._create.click()
    assert set_up._code_row.error() == "Please fill this in."
    set_up._code.setText("99999")
    set_up._name.setText("Xã Thử")
    with qtbot.waitSignal(set_up.submitted) as heard:
        set_up._create.click()
    assert heard.args == [SetUp("99999", "Xã Thử", "quantri", "mat-khau-dai")]


def test_while_the_store_is_made_enter_makes_no_second_one(
    set_up: SetUpPage, qtbot: QtBot
) -> None:
    fill(set_up)
    set_up.set_busy("…")
    heard: list[object] = []
    set_up.submitted.connect(heard.append)
    QTest.keyClick(set_up._again, Qt.Key.Key_Return)
    assert heard == []
    set_up.show_error("no")
    QTest.keyClick(set_up._again, Qt.Key.Key_Return)
    assert len(heard) == 1


def test_the_recovery_key_lets_nobody_go_on_before_it_is_kept(
    set_up: SetUpPage, qtbot: QtBot
) -> None:
    set_up.show_recovery_key("AAAAA-BBBBB-CCCCC-DDDDD-EEEEE-FFFFF-GGGGG")
    card = set_up.recovery
    assert not card._go_on.isEnabled()
    assert card._kept.hasFocus()
    QTest.keyClick(card._kept, Qt.Key.Key_Space)
    with qtbot.waitSignal(set_up.finished):
        QTest.keyClick(card._go_on, Qt.Key.Key_Return)


@pytest.mark.parametrize("make", [lambda: SignInPage(["a"]), lambda: SetUpPage(UNITS)])
def test_mashed_keys_break_nothing_before_anybody_signed_in(
    qtbot: QtBot, themed: QApplication, no_bugs: object, make: Callable[[], QWidget]
) -> None:
    page = make()
    show(qtbot, page)
    draw = random.Random(7)
    keys = [Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Up, Qt.Key.Key_Down,
            Qt.Key.Key_A, Qt.Key.Key_1, Qt.Key.Key_Backspace, Qt.Key.Key_Escape]  # fmt: skip
    for _ in range(2000):
        receiver = QApplication.focusWidget() or page
        QTest.keyClick(receiver, draw.choice(keys))
        popup = QApplication.activePopupWidget()
        if popup is not None:
            popup.close()
