from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

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
    page = SetUpPage(UNITS, "en")
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


GOOD = "Mat-khau-dai-2026"


def fill(page: SetUpPage, password: str = GOOD, again: str = GOOD) -> None:
    page.administrator.name.setText("quantri")
    page.administrator.pair.new.setText(password)
    page.administrator.pair.again.setText(again)


def press(key: Qt.Key) -> None:
    QTest.keyClick(QApplication.focusWidget(), key)


def go_on(page: SetUpPage) -> None:
    page._next.click()


def test_the_set_up_is_done_by_keyboard_and_hands_on_what_was_typed(
    set_up: SetUpPage, qtbot: QtBot
) -> None:
    QTest.keyClicks(set_up.unit.search, "vang danh")
    press(Qt.Key.Key_Return)
    assert set_up.administrator.name.hasFocus()
    QTest.keyClicks(set_up.administrator.name, "quantri")
    press(Qt.Key.Key_Return)
    for _ in range(2):
        QTest.keyClicks(QApplication.focusWidget(), GOOD)
        press(Qt.Key.Key_Return)
    assert set_up._step() is set_up.backup
    with qtbot.waitSignal(set_up.submitted) as heard:
        go_on(set_up)
    assert heard.args == [SetUp("06820", None, "quantri", GOOD)]


def test_the_arrows_walk_the_units_while_one_types(set_up: SetUpPage) -> None:
    QTest.keyClicks(set_up.unit.search, "phuong")
    assert set_up.unit.unit()[0] == "06811"
    press(Qt.Key.Key_Down)
    assert set_up.unit.unit()[0] == "06820"
    assert set_up.unit.search.hasFocus()


def test_without_a_unit_nobody_goes_on(set_up: SetUpPage) -> None:
    set_up.unit.search.setText("khong co o dau")
    go_on(set_up)
    assert set_up.unit.unit_row.error() == "Please choose your unit."
    assert set_up._step() is set_up.unit


def test_another_unit_needs_its_code_and_name(set_up: SetUpPage, qtbot: QtBot) -> None:
    set_up.unit.list.setCurrentRow(2)
    go_on(set_up)
    assert set_up.unit.code_row.error() == "Please fill this in."
    set_up.unit.code.setText("99999")
    set_up.unit.name.setText("Xã Thử")
    go_on(set_up)
    fill(set_up)
    go_on(set_up)
    with qtbot.waitSignal(set_up.submitted) as heard:
        go_on(set_up)
    assert heard.args == [SetUp("99999", "Xã Thử", "quantri", GOOD)]


@pytest.mark.parametrize(
    ("password", "again", "row"), [("ngan", "ngan", "new_row"), (GOOD, "khác", "again_row")]
)
def test_a_password_that_does_not_do_is_said_before_the_next_step(
    set_up: SetUpPage, password: str, again: str, row: str
) -> None:
    set_up.unit.list.setCurrentRow(0)
    go_on(set_up)
    fill(set_up, password, again)
    go_on(set_up)
    assert set_up._step() is set_up.administrator
    assert getattr(set_up.administrator.pair, row).error()


def test_back_and_forth_nothing_typed_is_lost(
    qtbot: QtBot, themed: QApplication, tmp_path: Path
) -> None:
    page = SetUpPage(UNITS, "en", ask_folder=lambda _parent: tmp_path)
    show(qtbot, page)
    page.start()
    page.unit.list.setCurrentRow(1)
    go_on(page)
    fill(page)
    go_on(page)
    assert page._next.hasFocus()
    page.backup.choose_button.setFocus()
    press(Qt.Key.Key_Space)
    assert str(tmp_path) in page.backup.chosen.text()
    for _ in range(3):
        QTest.keyClick(page, Qt.Key.Key_Escape)
    assert page._step() is page.unit
    heard: list[object] = []
    page.submitted.connect(heard.append)
    for _ in range(3):
        go_on(page)
    # Here the store is made; back from its key another one is made, of the same.
    page.show_recovery_key("AAAAA-BBBBB")
    left: list[None] = []
    page.abandoned.connect(lambda: left.append(None))
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert (len(left), page.recovery.key) == (1, "")
    assert "opens nothing" in page._banner.message()
    go_on(page)
    assert heard == [SetUp("06820", None, "quantri", GOOD, tmp_path)] * 2


def test_while_the_store_is_made_enter_makes_no_second_one(set_up: SetUpPage) -> None:
    set_up.unit.list.setCurrentRow(0)
    go_on(set_up)
    fill(set_up)
    go_on(set_up)
    set_up.set_busy("…")
    heard: list[object] = []
    set_up.submitted.connect(heard.append)
    set_up._on_next()
    assert heard == []
    set_up.show_error("no")
    go_on(set_up)
    assert len(heard) == 1


def test_the_recovery_key_lets_nobody_go_on_before_it_is_kept(
    set_up: SetUpPage, qtbot: QtBot
) -> None:
    set_up.show_recovery_key("AAAAA-BBBBB-CCCCC-DDDDD-EEEEE-FFFFF-GGGGG")
    card = set_up.recovery
    assert not card._go_on.isEnabled()
    assert card._print.hasFocus()
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
