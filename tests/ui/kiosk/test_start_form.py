"""The staff's form, and the way from the window to the kiosk."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.kiosk.request import KioskRequest
from models.kiosk.pin import PinHash, is_right
from models.questionnaires.queries import Published
from tests.scenarios.desk import Desk
from tests.scenarios.fixtures import desk
from tests.ui.kiosk.standing import PIN
from ui.kiosk.start_form import KioskForm

__all__ = ["desk"]
FORMS = [
    Published("qn", "2", "Phiếu mới"), Published("qn", "1", "Phiếu cũ"), Published("b", "1", "B"),
]  # fmt: skip


@pytest.fixture
def form(qtbot, themed) -> KioskForm:
    made = KioskForm(FORMS, "Lan", "vi")
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_newest_version_of_each_questionnaire_can_be_chosen(form):
    names = [form.questionnaire.itemText(row) for row in range(form.questionnaire.count())]
    assert names == ["Phiếu mới", "B"]
    assert (form.order.questionnaire, form.order.version) == ("qn", "2")


@pytest.mark.parametrize(
    ("pin", "again", "where"),
    [("123456", "123456", "pin_row"), ("28463", "28463", "pin_row"), (PIN, "284632", "again_row")],
)
def test_a_pin_that_cannot_be_is_told_beside_its_field(form, pin, again, where):
    QTest.keyClicks(form.pin, pin)
    QTest.keyClicks(form.again, again)
    form.start.click()
    assert getattr(form, where).error()
    assert form.isVisible()


def test_what_was_asked_for_is_handed_on_and_the_pin_is_shown_by_no_trace(form):
    form.procedure.setText("Khai sinh")
    form.codes.setChecked(True)
    QTest.keyClicks(form.pin, PIN)
    QTest.keyClicks(form.again, PIN)
    QTest.keyClick(form.again, Qt.Key.Key_Return)
    assert form.result() == KioskForm.DialogCode.Accepted
    order = form.order
    assert (order.officer, order.procedure, order.asks_code) == ("Lan", "Khai sinh", True)
    assert PIN not in repr(order)


def test_the_window_closes_for_the_kiosk_and_hands_on_a_hash_alone(desk: Desk, monkeypatch):
    started: list[KioskRequest] = []
    monkeypatch.setattr("desktop.kiosk.opening.start_watcher", started.append)
    desk.window.show_page("keying")
    desk.rest()

    def fill(dialog: KioskForm) -> None:
        QTest.keyClicks(dialog.pin, PIN)
        QTest.keyClicks(dialog.again, PIN)
        dialog.start.click()

    desk.answer_dialog(fill)
    desk.click(desk.button("Kiosk"))
    assert desk.batches.kiosk_menu.activeAction() is desk.batches.start_kiosk
    desk.batches.kiosk_menu.close()
    desk.batches.start_kiosk.trigger()
    desk.wait(lambda: not desk.window.isVisible(), "the window is closed")
    opening = desk.desktop.kiosk
    assert opening is not None
    opening.open()
    (request,) = started
    assert request.opens_window
    assert is_right(PinHash.of(request.pin), PIN)
    assert PIN.encode() not in request.to_bytes()
