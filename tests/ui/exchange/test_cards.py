"""This station's card, and those of others: made, saved, compared, enrolled, revoked."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from exports.exchange.files import read_card_file
from exports.writers.qr import matrix
from models.store.aggregates import AGGREGATES
from tests.conftest import UNIT
from tests.exports.exchange.pair import Station
from tests.ui.exchange.exchanging import Exchanger
from ui.exchange.enrol_dialog import EnrolDialog
from ui.exchange.loading import read_exchange
from ui.exchange.reading_choice import ReadingChoice
from ui.exchange.words import may_read

KEY = Qt.Key
# A ward until 2025.
OLD = "06814"


def tick(dialog: EnrolDialog, code: str, is_on: bool = True) -> None:
    choice = dialog.reading._list
    (item,) = [
        choice.item(row) for row in range(choice.count())
        if choice.item(row).data(Qt.ItemDataRole.UserRole) == code
    ]  # fmt: skip
    item.setCheckState(Qt.CheckState.Checked if is_on else Qt.CheckState.Unchecked)


def press(dialog: EnrolDialog, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(QApplication.focusWidget() or dialog, key)


def enrol(exchanger: Exchanger, station: Station) -> None:
    """Enrol a station's card by keyboard alone."""
    exchanger.give_card(station)
    exchanger.answer_dialog(lambda dialog: press(dialog, KEY.Key_Space, KEY.Key_Return))
    exchanger.press(KEY.Key_F4)
    exchanger.come_back()


def test_a_station_without_a_card_is_told_what_to_do(beginner: Exchanger) -> None:
    page = beginner.page
    assert page.ledger.empty.isVisible()
    assert page.own.name.hasFocus()
    assert page.own.name.text() == "Phường Uông Bí"
    for button in (page.write_button, page.take_button, page.ledger.enrol_button):
        assert not button.isEnabled()


def test_a_card_is_made_by_enter_and_saved_by_space(beginner: Exchanger) -> None:
    own = beginner.page.own
    own.name.setText(" Quầy 7 ")
    beginner.press(KEY.Key_Return)
    card = beginner.me().own.card
    assert card.name == "Quầy 7"
    assert own.save_button.hasFocus()
    assert own.fingerprint.text().split() == card.fingerprint.split()
    assert card.fingerprint in own.fingerprint.accessibleName()
    assert own.code._modules == matrix(card.to_text())
    beginner.press(KEY.Key_Space)
    assert read_card_file(beginner.written()) == card
    assert str(beginner.written()) in beginner.said()
    assert beginner.suggested == [f"motcua-{card.id.hex[-6:]}.motcua-card"]


def test_a_station_without_a_name_is_asked_for_one_beside_the_field(beginner: Exchanger) -> None:
    beginner.page.own.name.setText("  ")
    beginner.press(KEY.Key_Return)
    assert "has no name" in (beginner.page.own.row.error() or "")
    assert beginner.page.own.name.hasFocus()
    assert beginner.page.own.card is None


def test_a_card_is_enrolled_only_once_it_was_compared(
    exchanger: Exchanger, there: Station
) -> None:
    seen: list[object] = []

    def answer(dialog: EnrolDialog) -> None:
        seen.append((dialog.fingerprint.text().split(), dialog.enrol_button.isEnabled()))
        press(dialog, KEY.Key_Return)
        seen.append(dialog.isVisible())
        press(dialog, KEY.Key_Space, KEY.Key_Return)

    exchanger.give_card(there)
    exchanger.answer_dialog(answer)
    exchanger.press(KEY.Key_F4)
    exchanger.come_back()
    assert seen == [(there.own.card.fingerprint.split(), False), True]
    assert exchanger.knows()["Quầy 2"].units == {UNIT}
    assert list(exchanger.page.ledger.rows) == [there.id]
    assert not exchanger.page.ledger.empty.isVisible()
    assert exchanger.page.write_button.isEnabled()


def test_leaving_the_dialog_enrols_nobody(exchanger: Exchanger, there: Station) -> None:
    exchanger.give_card(there)
    exchanger.answer_dialog(lambda dialog: press(dialog, KEY.Key_Space, KEY.Key_Escape))
    exchanger.press(KEY.Key_F4)
    exchanger.come_back()
    assert exchanger.knows() == {}


@pytest.mark.parametrize(("choice", "reads"), [("all_units", None), ("several", {UNIT, OLD})])
def test_what_a_station_may_read_is_chosen(
    exchanger: Exchanger, there: Station, choice: str, reads: set[str] | None
) -> None:
    def answer(dialog: EnrolDialog) -> None:
        getattr(dialog.reading, choice).click()
        tick(dialog, OLD)
        dialog.same.click()
        dialog.enrol_button.click()

    exchanger.give_card(there)
    exchanger.answer_dialog(answer)
    exchanger.press(KEY.Key_F4)
    exchanger.come_back()
    assert exchanger.knows()["Quầy 2"].units == reads


def test_of_several_units_at_least_one_is_ticked(exchanger: Exchanger, there: Station) -> None:
    ready: list[bool] = []

    def answer(dialog: EnrolDialog) -> None:
        dialog.same.click()
        dialog.reading.several.click()
        for is_on in (True, False, True):
            tick(dialog, UNIT, is_on)
            ready.append(dialog.enrol_button.isEnabled())
        press(dialog, KEY.Key_Escape)

    exchanger.give_card(there)
    exchanger.answer_dialog(answer)
    exchanger.press(KEY.Key_F4)
    exchanger.come_back()
    assert ready == [True, False, True]


def test_units_are_found_by_any_name_they_had(themed: QApplication, here: Station) -> None:
    codes = here.session.store.read(partial(read_exchange, now_ms=0)).codes
    choice = ReadingChoice("nowhere", "nowhere", codes)
    # A station's unit that is not known here: somebody has to say what it may read.
    assert not choice.only_own.isEnabled()
    assert choice.several.isChecked()
    assert not choice.is_complete()
    choice._search.setText("thanh son")
    rows = [choice._list.item(row) for row in range(choice._list.count())]
    found = {row.text() for row in rows if not choice._list.isRowHidden(choice._list.row(row))}
    assert "Phường Uông Bí / Phường Thanh Sơn" in found
    assert len(found) < len(rows) / 4
    choice.figures.setChecked(True)
    assert (choice.is_complete(), choice.units()) == (True, (AGGREGATES,))
    assert may_read(frozenset((AGGREGATES,)), "06811") == "May read figures only"
    choice.deleteLater()


def test_its_own_card_and_what_is_none_open_no_dialog(exchanger: Exchanger) -> None:
    opened: list[EnrolDialog] = []
    exchanger.answer_dialog(opened.append)
    exchanger.give_card(exchanger.me())
    exchanger.press(KEY.Key_F4)
    assert "card of this very station" in exchanger.said()
    assert exchanger.source is not None
    exchanger.source.write_text("{}")
    exchanger.press(KEY.Key_F4)
    assert "no station card" in exchanger.said()
    assert opened == []


def test_a_station_is_revoked_once_it_was_said_twice(
    exchanger: Exchanger, there: Station
) -> None:
    enrol(exchanger, there)
    exchanger.tab_to(exchanger.page.ledger.rows[there.id].revoke)
    exchanger.press(KEY.Key_Space)
    assert exchanger.said().startswith("Revoke Quầy 2?")
    assert "Quầy 2" in exchanger.knows()
    assert exchanger.page.notice.action.hasFocus()
    exchanger.press(KEY.Key_Return)
    assert exchanger.knows() == {}
    assert exchanger.said() == "Quầy 2 is revoked."
    assert exchanger.page.ledger.revoked.text() == "Revoked: Quầy 2"
    assert not exchanger.page.write_button.isEnabled()


def test_a_row_keeps_the_focus_while_the_ledger_is_read_again(
    exchanger: Exchanger, there: Station
) -> None:
    enrol(exchanger, there)
    row = exchanger.page.ledger.rows[there.id]
    exchanger.tab_to(row.revoke)
    exchanger.me().records(2)
    exchanger.rest()
    assert row.revoke.hasFocus()
    assert exchanger.page.ledger.rows[there.id] is row
