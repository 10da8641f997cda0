"""The main jobs of the pages of slips, each done by keys alone."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.paths import DataPaths
from models.journal.event import NewEvent
from models.store.store import Transaction
from models.surveys.events import CORRECTED
from models.surveys.queries import list_batches, list_slips
from models.surveys.records import Slip
from tests.pages.hands import CONTROL, Hands, hands_at

KEY = Qt.Key
GIVEN, OWN = "Mat-khau-duoc-giao-1", "Mat-khau-cua-rieng-2"


@pytest.fixture(autouse=True)
def _no_bugs(no_bugs: object, themed: QApplication) -> None:
    """Nothing escapes from a slot in any of these tests."""


def slips_of(hands: Hands) -> list[Slip]:
    """Return the slips of the only batch, the first first."""
    store = hands.desk.session.store
    (batch,) = store.read(list_batches)
    return sorted(
        store.read(partial(list_slips, batch=batch.id)), key=lambda slip: slip.number or 0
    )


def key_two(hands: Hands) -> None:
    """Open a batch and key two slips."""
    hands.page("keying")
    hands.press(KEY.Key_N, CONTROL)
    hands.enter()
    hands.desk.pad("1111111E")
    hands.desk.pad("2222222E")
    hands.rest()


def close_batch(hands: Hands) -> None:
    """Close the batch in hand, of which as many came back as were keyed."""
    hands.answer(lambda: hands.key(KEY.Key_Return))
    hands.push("Close the batch")


def add_account(hands: Hands, name: str, downs: int) -> None:
    """Add an account whose role is so many below the first."""
    hands.page("settings")
    hands.push("Add…")
    hands.write(name)
    hands.to("Role")
    hands.key(KEY.Key_Down, times=downs)
    hands.to("First password")
    for _ in range(2):
        hands.write(GIVEN)
        hands.enter()
    hands.says("can sign in now")


def hand_over(hands: Hands, name: str) -> None:
    """Lock, and sign in as somebody who chooses a password for the first time."""
    hands.key(KEY.Key_L, CONTROL)
    hands.desk.wait(lambda: hands.desk.desktop.door.is_locked)
    hands.rest()
    hands.key(KEY.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    hands.overwrite(name)
    hands.enter()
    hands.write(GIVEN)
    hands.key(KEY.Key_Return)
    hands.desk.wait(lambda: hands.desk.desktop.door.new_password is not None)
    hands.rest()
    for _ in range(2):
        hands.write(OWN)
        hands.key(KEY.Key_Return)
    hands.desk.wait(lambda: hands.desk.session.account_name == name)
    hands.desk.wait(lambda: not hands.desk.desktop.door.is_locked)
    hands.rest()


def test_a_slip_is_corrected_its_batch_closed_and_another_voided_and_keyed_again(
    paths: DataPaths,
) -> None:
    with hands_at(paths) as hands:
        key_two(hands)
        hands.desk.pad("+-3E")
        hands.rest()
        assert slips_of(hands)[1].content.answers["danh_gia_chung"] == "khong_hai_long"
        close_batch(hands)
        hands.enter()
        hands.press(KEY.Key_Down)
        for _ in range(2):
            hands.to("Reason for voiding")
            hands.write("Nhập nhầm tập")
            hands.push("Void this slip")
            hands.says("The slip is voided")
            assert [slip.status for slip in slips_of(hands)].count("valid") == 1
            before = slips_of(hands)
            hands.press(KEY.Key_Z, CONTROL)
            hands.says("The slip stands again")
            slips = slips_of(hands)
            new = next(slip for slip in slips if slip.id not in {one.id for one in before})
            assert new.replaces in {slip.id for slip in before if slip.status == "void"}
            assert (new.number, new.content) == (before[-1].number, before[-1].content)
            hands.press(KEY.Key_End, CONTROL)
        hands.to("Reason for voiding")
        hands.write("Nhập nhầm tập")
        hands.push("Void this slip")
        assert [slip.status for slip in slips_of(hands)].count("valid") == 1
        hands.push("Key it again")
        hands.desk.pad("1111111E")
        hands.rest()
        statuses = sorted(slip.status for slip in slips_of(hands))
        assert statuses == ["valid", "valid", "void", "void", "void"]


def test_two_answers_to_one_question_are_decided_from_the_first_page(paths: DataPaths) -> None:
    with hands_at(paths) as hands:
        key_two(hands)
        slip, session = slips_of(hands)[0], hands.desk.session

        def quarrel(tx: Transaction) -> None:
            for answer in ("binh_thuong", "khong_hai_long"):
                said = {"set": {"answers/danh_gia_chung": answer}}
                tx.append(NewEvent(CORRECTED, slip.unit, slip.id, said, (slip.id,)))

        session.store.write(quarrel, actor=session.account)
        hands.page("home")
        hands.push("Slips to be decided: 1")
        hands.digits("2")
        hands.enter()
        hands.says("Nothing waits for a decision")
        assert slips_of(hands)[0].content.answers["danh_gia_chung"] == "khong_hai_long"
        hands.page("home")
        hands.push("New batch")
        hands.says("Day of collection")


def test_a_batch_is_keyed_a_second_time_and_a_third_decides(paths: DataPaths) -> None:
    with hands_at(paths) as hands:
        add_account(hands, "Lan", 0)
        add_account(hands, "Minh", 1)
        key_two(hands)
        close_batch(hands)
        hand_over(hands, "Lan")
        hands.page("keying")
        hands.press(KEY.Key_F6)
        hands.enter()
        hands.desk.pad("1111111E")
        hands.rest()
        hands.desk.pad("2222223E")
        hands.rest()
        hand_over(hands, "Minh")
        hands.page("keying")
        hands.press(KEY.Key_F6)
        hands.press(KEY.Key_F6)
        hands.digits("2")
        hands.enter()
        assert slips_of(hands)[1].content.answers["danh_gia_chung"] == "khong_hai_long"
        hands.says("Nothing waits for a decision")
        hands.press(KEY.Key_Escape)
        hands.press(KEY.Key_F7)
        hands.says("Figures of keying")
        hands.press(KEY.Key_Escape)
        hands.press(KEY.Key_F9)
        hands.says("Practice")
