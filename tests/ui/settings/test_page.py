from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.session import Session
from models.questionnaires.builtin import BUILTIN
from models.questionnaires.queries import list_published
from models.settings.commands import change_settings
from models.settings.queries import read_settings
from models.settings.record import Settings
from models.units.queries import read_units
from ui.settings.page import SettingsPage
from ui.settings.reasons import ReasonList
from ui.widgets.buttons import Button
from ui.widgets.dropdown import Dropdown
from ui.widgets.field_row import FieldRow

Show = Callable[[], SettingsPage]
KEY = Qt.Key
LEFT = Qt.MouseButton.LeftButton


def field(page: SettingsPage, label: str) -> Any:
    """Return a field by its label."""
    return next(
        row.field for row in page.findChildren(FieldRow) if row.field.accessibleName() == label
    )


def error_at(page: SettingsPage, label: str) -> str | None:
    wanted = field(page, label)
    return next(row.error() for row in page.findChildren(FieldRow) if row.field is wanted)


def type_into(widget: QWidget, text: str) -> None:
    widget.setFocus()
    if isinstance(widget, QLineEdit | QPlainTextEdit):
        widget.selectAll()
    QTest.keyClick(widget, KEY.Key_Backspace)
    QTest.keyClicks(widget, text)


def stored(session: Session) -> Settings:
    return session.store.read(read_settings)


def save(qtbot: QtBot, page: SettingsPage) -> None:
    """Save with Ctrl+S and wait until it is said."""
    page.banner.setVisible(False)
    widget = QApplication.focusWidget() or page
    QTest.keyClick(widget, KEY.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(page.banner.isVisible)
    assert page.banner.message() == "The changes are saved."


def test_nothing_changed_nothing_to_save(shown: Show) -> None:
    page = shown()
    assert not page.save_button.isEnabled()
    assert not page.undo_button.isEnabled()
    place = field(page, "Place")
    type_into(place, "Uong Bi")
    assert page.save_button.isEnabled()
    for _ in range(7):
        QTest.keyClick(place, KEY.Key_Backspace)
    assert not page.save_button.isEnabled()


def test_the_letterhead_is_typed_by_keyboard_alone(
    qtbot: QtBot, shown: Show, session: Session
) -> None:
    page = shown()
    field(page, "Parent body").setFocus()
    for text in ("UBND TINH", "UBND PHUONG", "Uong Bi"):
        QTest.keyClicks(QApplication.focusWidget(), text)
        QTest.keyClick(QApplication.focusWidget(), KEY.Key_Tab)
    assert QApplication.focusWidget() is field(page, "Number suffix")
    QTest.keyClick(QApplication.focusWidget(), KEY.Key_Tab)
    title = field(page, "Signer's title")
    assert QApplication.focusWidget() is title
    title.selectAll()
    QTest.keyClicks(title, "KT. CHU TICH")
    QTest.keyClick(title, KEY.Key_Return)
    QTest.keyClicks(title, "PHO CHU TICH")
    QTest.keyClick(title, KEY.Key_Tab)
    recipients = field(page, "Recipients")
    assert QApplication.focusWidget() is recipients
    recipients.setPlainText("Như trên\n\n UBND tỉnh ")
    save(qtbot, page)
    found = stored(session)
    assert found.parent_body == "UBND TINH"
    assert found.issuing_body == "UBND PHUONG"
    assert found.place == "Uong Bi"
    assert found.signer_title == "KT. CHU TICH\nPHO CHU TICH"
    assert found.recipients == ("Như trên", "UBND tỉnh")
    assert not page.save_button.isEnabled()


def test_rules_are_changed(qtbot: QtBot, shown: Show, session: Session) -> None:
    page = shown()
    type_into(field(page, "Target share of satisfied slips, %"), "92,5")
    type_into(field(page, "Margin of error, %"), "4")
    type_into(field(page, "The monthly report is due on day"), "15")
    day, month = field(page, "The reporting year begins on").findChildren(Dropdown)
    day.setFocus()
    for _ in range(20):
        QTest.keyClick(day, KEY.Key_Down)
    QTest.keyClick(month, KEY.Key_End)
    save(qtbot, page)
    found = stored(session)
    assert (found.target, found.margin) == (Decimal("92.5"), Decimal(4))
    assert (found.report_day, found.year_start) == (15, (12, 21))


@pytest.mark.parametrize(
    ("label", "typed", "said"),
    [
        ("Target share of satisfied slips, %", "abc", "target share must be"),
        ("Target share of satisfied slips, %", "101", "target share must be"),
        ("Margin of error, %", "0", "margin of error must be"),
        ("The monthly report is due on day", "29", "from 1 to 28"),
        ("The monthly report is due on day", "", "from 1 to 28"),
    ],
)
def test_what_cannot_be_is_said_beside_its_field(
    shown: Show, session: Session, label: str, typed: str, said: str
) -> None:
    page = shown()
    type_into(field(page, label), typed)
    type_into(field(page, "Place"), "X")
    page.save_button.click()
    assert said in (error_at(page, label) or "")
    assert field(page, label).hasFocus()
    assert stored(session) == Settings()
    QTest.keyClicks(field(page, label), "5")
    assert error_at(page, label) is None


def test_reasons_are_renamed_and_added_and_keep_their_codes(
    qtbot: QtBot, shown: Show, session: Session
) -> None:
    page = shown()
    reasons = page.reasons.findChild(ReasonList)
    first = next(
        f for f in reasons.findChildren(QLineEdit) if f.accessibleName() == "Reason 1 in Vietnamese"
    )
    type_into(first, "Trang")
    add = reasons.findChild(Button)
    add.setFocus()
    QTest.keyClick(add, KEY.Key_Return)
    new = QApplication.focusWidget()
    assert new.accessibleName() == "Reason 6 in Vietnamese"
    QTest.keyClicks(new, "Khong co dau")
    save(qtbot, page)
    found = stored(session).invalid_reasons
    assert (found[0].code, found[0].vi) == ("bo_trong", "Trang")
    assert (found[5].code, found[5].vi, found[5].en) == (
        "khong_co_dau", "Khong co dau", "Khong co dau",
    )  # fmt: skip
    assert new.hasFocus()
    type_into(new, "Phieu thieu dau")
    save(qtbot, page)
    assert stored(session).invalid_reasons[5].code == "khong_co_dau"
    for _ in range(3):
        add.click()
    assert not add.isEnabled()


def test_a_reason_without_words_is_refused(shown: Show, session: Session) -> None:
    page = shown()
    first = page.reasons.findChild(ReasonList).findChildren(QLineEdit)[0]
    type_into(first, " ")
    page.save_button.click()
    row = next(row for row in page.reasons.findChildren(FieldRow))
    assert row.error() == "Give every reason its Vietnamese words."
    assert first.hasFocus()
    assert stored(session) == Settings()


def test_a_split_unit_is_settled_once_and_for_all(
    qtbot: QtBot, shown: Show, session: Session
) -> None:
    page = shown()
    old = field(page, "Phường Trưng Vương (06820)")
    old.setFocus()
    QTest.keyClick(old, KEY.Key_Down)
    assert old.currentText() == "Phường Uông Bí"
    save(qtbot, page)
    register = session.store.read(read_units)
    unit = next(unit for unit in register.units if len(unit.successors) > 1)
    settled = register.today(unit)
    assert settled is not None
    assert settled.full_name == "Phường Uông Bí"
    QTest.keyClick(old, KEY.Key_Up)
    page.save_button.click()
    assert "not taken back" in (error_at(page, "Phường Trưng Vương (06820)") or "")


def test_what_was_typed_outlives_the_page(qtbot: QtBot, shown: Show, session: Session) -> None:
    page = shown()
    type_into(field(page, "Place"), "Uong Bi")
    type_into(field(page, "Target share of satisfied slips, %"), "95")
    page.close()
    again = shown()
    assert field(again, "Place").text() == "Uong Bi"
    assert field(again, "Target share of satisfied slips, %").text() == "95"
    assert "not saved are back" in again.banner.message()
    assert again.save_button.isEnabled()
    qtbot.mouseClick(again.undo_button, LEFT)
    assert field(again, "Place").text() == ""
    assert not again.save_button.isEnabled()
    again.close()
    assert not shown().banner.isVisible()


def test_what_others_change_comes_in_beside_what_is_typed(
    qtbot: QtBot, shown: Show, session: Session
) -> None:
    page = shown()
    type_into(field(page, "Place"), "Uong Bi")
    session.store.write(
        lambda tx: change_settings(
            tx, unit=session.unit, values={"place": "Hạ Long", "signer_name": "Nguyễn Văn A"}
        ),
        actor=session.account,
    )
    qtbot.waitUntil(lambda: field(page, "Signer's name").text() == "Nguyễn Văn A")
    assert field(page, "Place").text() == "Uong Bi"
    qtbot.mouseClick(page.undo_button, LEFT)
    assert field(page, "Place").text() == "Hạ Long"


def test_tab_reaches_every_card_and_then_the_way_to_save(shown: Show) -> None:
    page = shown()
    type_into(field(page, "Place"), "X")
    field(page, "Parent body").setFocus()
    reached = []
    for _ in range(60):
        focused = QApplication.focusWidget()
        if focused in reached:
            break
        reached.append(focused)
        assert focused.visibleRegion().boundingRect().height() > 20
        QTest.keyClick(focused, KEY.Key_Tab)
    assert focused is reached[0]
    assert reached[-1] is page.save_button
    assert page.questionnaires.choose_button in reached
    assert field(page, "Xã Liên Hòa (07180)") in reached


def published(session: Session) -> list[str]:
    return [item.code for item in session.store.read(list_published)]


def test_a_questionnaire_is_checked_then_published(
    qtbot: QtBot, shown: Show, session: Session, files: Any
) -> None:
    page = shown()
    card = page.questionnaires
    files.write([["text", "gop_y", "Góp ý"]])
    qtbot.mouseClick(card.choose_button, LEFT)
    qtbot.waitUntil(lambda: "never changes" in card.banner.message(), timeout=20_000)
    assert "“Phiếu thử”, version 1, 1 question(s)." in card.banner.message()
    assert "thu" not in published(session)
    assert card.banner.action.hasFocus()
    QTest.keyClick(card.banner.action, KEY.Key_Return)
    qtbot.waitUntil(lambda: card.banner.message().startswith("Published."))
    assert published(session) == [*sorted(BUILTIN), "thu"]
    qtbot.mouseClick(card.choose_button, LEFT)
    qtbot.waitUntil(lambda: "never changes" in card.banner.message(), timeout=20_000)
    QTest.keyClick(card.banner.action, KEY.Key_Return)
    qtbot.waitUntil(lambda: "published before" in card.banner.message())


def test_every_problem_of_a_file_is_listed_with_its_place(
    qtbot: QtBot, shown: Show, session: Session, files: Any
) -> None:
    page = shown()
    card = page.questionnaires
    files.write([["text", "gop_y", "Góp ý"], ["geopoint", "noi", "Nơi"], ["text", "a b", "Tên"]])
    qtbot.mouseClick(card.choose_button, LEFT)
    qtbot.waitUntil(card.problems.isVisible, timeout=20_000)
    assert "phieu.xlsx" in card.banner.message()
    rows = [
        tuple(card.problems.item(row, column).text() for column in range(3))
        for row in range(card.problems.rowCount())
    ]
    assert rows == [("survey", "3", "type"), ("survey", "4", "name")]
    assert card.problems.item(0, 3).text()
    assert "thu" not in published(session)
    files.answer = files.answer.with_name("nothing.xlsx")
    qtbot.mouseClick(card.choose_button, LEFT)
    qtbot.waitUntil(card.choose_button.isEnabled)
    assert card.problems.rowCount() == 1
    files.answer = None
    qtbot.mouseClick(card.choose_button, LEFT)
    assert card.choose_button.isEnabled()
