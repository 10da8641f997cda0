from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QStyle,
    QStyleOptionComboBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from ui.widgets.date_field import DateField
from ui.widgets.date_text import completed, parsed, with_slashes, written
from ui.widgets.dropdown import Dropdown
from ui.widgets.field_row import FieldRow
from ui.widgets.number_field import NumberField
from ui.widgets.password_field import PasswordField

Show = Callable[..., QWidget]

# The offscreen platform says so for windows with a smallest size and for popups.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("", ""),
        ("0", "0"),
        ("01", "01"),
        ("0110", "01/10"),
        ("01102026", "01/10/2026"),
        ("1/", "01/"),
        ("1.2.2026", "01/02/2026"),
        ("/", ""),
        ("01//", "01/"),
        ("a0b1", "01"),
        ("2026-10-01", "01/10/2026"),
        ("011020269", "01/10/2026"),
    ],
)
def test_slashes_come_by_themselves(typed: str, text: str) -> None:
    assert with_slashes(typed) == text


def test_dates_are_read_and_written() -> None:
    assert parsed("29/02/2024") == date(2024, 2, 29)
    assert parsed("29/02/2023") is None
    assert parsed("1/2/2023") is None
    assert completed("01/10/26") == "01/10/2026"
    assert written(date(2026, 1, 2)) == "02/01/2026"
    assert written(None) == ""


def test_date_is_typed_with_digits_only(shown: Show) -> None:
    field, days = DateField(), []
    shown(field)
    field.date_changed.connect(days.append)
    QTest.keyClicks(field, "01102026")
    assert field.text() == "01/10/2026"
    assert days[-1] == field.date() == date(2026, 10, 1)
    QTest.keyClick(field, Qt.Key.Key_Up)
    assert field.date() == date(2026, 10, 2)
    for _ in range(5):
        QTest.keyClick(field, Qt.Key.Key_Backspace)
    assert field.text() == "02/10"
    assert days[-1] is None
    QTest.keyClicks(field, "2025")
    assert field.date() == date(2025, 10, 2)


def test_date_is_mended_in_the_middle(shown: Show) -> None:
    field = DateField()
    shown(field)
    field.set_date(date(2026, 10, 1))
    field.setCursorPosition(2)
    QTest.keyClick(field, Qt.Key.Key_Backspace)
    assert field.text() == "0/10/2026"
    QTest.keyClicks(field, "7")
    assert field.date() == date(2026, 10, 7)


def test_date_says_what_is_wrong(qtbot: QtBot) -> None:
    field = DateField()
    qtbot.addWidget(field)
    assert field.problem() is None
    field.setText("31/02/2026")
    assert field.problem() == "There is no such day. Check day and month."
    field.setText("31/0")
    assert field.problem() == "Enter the day as dd/mm/yyyy."


def test_two_digit_year_is_written_out_on_leaving(shown: Show) -> None:
    field, other = DateField(), QLineEdit()
    shown(field, other)
    field.setFocus()
    QTest.keyClicks(field, "011026")
    QTest.keyClick(field, Qt.Key.Key_Tab)
    assert other.hasFocus()
    assert field.text() == "01/10/2026"


def test_calendar_opens_by_key_and_sets_the_day(shown: Show) -> None:
    field = DateField()
    shown(field)
    field.set_date(date(2026, 10, 1))
    QTest.keyClick(field, Qt.Key.Key_F4)
    assert field._calendar is not None
    assert field._calendar.isVisible()
    QTest.keyClick(field._calendar.focusWidget() or field._calendar, Qt.Key.Key_Right)
    QTest.keyClick(field._calendar.focusWidget() or field._calendar, Qt.Key.Key_Return)
    assert field.date() == date(2026, 10, 2)
    assert not field._calendar.isVisible()


def test_number_has_dots_only_while_it_is_read(shown: Show) -> None:
    field, other, values = NumberField(), QLineEdit(), []
    shown(field, other)
    field.value_changed.connect(values.append)
    field.setFocus()
    QTest.keyClicks(field, "34043")
    assert field.text() == "34043"
    QTest.keyClick(field, Qt.Key.Key_Tab)
    assert field.text() == "34.043"
    assert field.value() == 34043
    assert values == [3, 34, 340, 3404, 34043]
    field.setFocus()
    assert field.text() == "34043"
    QTest.keyClick(field, Qt.Key.Key_Up)
    assert field.value() == 34044


def test_number_takes_no_letters_and_names_its_bounds(shown: Show) -> None:
    field = NumberField(minimum=1, maximum=5000)
    shown(field)
    QTest.keyClicks(field, "a-6b001")
    assert field.value() == 6001
    assert field.problem() == "Enter a number from 1 to 5.000."
    field.set_value(None)
    assert field.problem() is None


def test_error_stands_beside_the_field_and_is_told_to_readers(shown: Show) -> None:
    field = NumberField()
    row = FieldRow("Số phiếu thu về", field, "Đếm trước khi nhập.")
    shown(row)
    texts = [label.text() for label in row.findChildren(QLabel) if label.isVisible()]
    assert texts == ["Số phiếu thu về", "Đếm trước khi nhập."]
    row.set_error("Nhập một số.")
    assert row.error() == "Nhập một số."
    assert field.accessibleName() == "Số phiếu thu về"
    assert field.accessibleDescription() == "Nhập một số."
    assert field.property("invalid") is True
    texts = [label.text() for label in row.findChildren(QLabel) if label.isVisible()]
    assert texts == ["Số phiếu thu về", "Nhập một số."]
    row.set_error(None)
    assert field.property("invalid") is False
    assert field.accessibleDescription() == "Đếm trước khi nhập."


def press(
    field: QWidget, text: str, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    QApplication.sendEvent(field, QKeyEvent(QEvent.Type.KeyPress, 0, modifiers, text))


def test_password_is_the_same_hidden_and_shown(shown: Show) -> None:
    field, noticed = PasswordField(), []
    shown(field)
    field.caps_lock_noticed.connect(noticed.append)
    press(field, "a")
    press(field, "A", Qt.KeyboardModifier.ShiftModifier)
    press(field, "1")
    assert noticed == []
    assert field.echoMode() == QLineEdit.EchoMode.Password
    for is_revealed in (True, False):
        field.set_revealed(is_revealed)
        assert field.is_revealed() is is_revealed
        assert not field.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    assert field.text() == "aA1"


def test_caps_lock_is_noticed_and_changes_nothing(shown: Show, qtbot: QtBot) -> None:
    field = PasswordField()
    shown(field)
    with qtbot.waitSignal(field.caps_lock_noticed):
        press(field, "A")
    assert field.has_caps_lock()
    assert field.text() == "A"
    QTest.keyClicks(field, "b")
    assert not field.has_caps_lock()


def test_wheel_leaves_a_dropdown_alone(shown: Show) -> None:
    field = Dropdown()
    field.addItems(["Phường Uông Bí", "Phường Yên Tử"])
    shown(field)
    QTest.keyClick(field, Qt.Key.Key_Down)
    assert field.currentIndex() == 1


def test_a_dropdown_has_room_for_its_words_up_to_the_arrow(shown: Show) -> None:
    field = Dropdown()
    field.addItem("Phường Uông Bí")
    shown(field)
    field.resize(field.sizeHint())
    option = QStyleOptionComboBox()
    field.initStyleOption(option)
    room = field.style().subControlRect(
        QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, field
    )
    assert room.width() >= field.fontMetrics().horizontalAdvance("Phường Uông Bí")
    assert field.width() - room.right() < 48
