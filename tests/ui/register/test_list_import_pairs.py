"""Taking a list in at the window: rows that are likely a household of the register."""

from __future__ import annotations

from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.households.list_plan import LikelyPair
from models.households.records import Household, ListRow
from tests.ui.register.taking_in import (
    LIKE_BINH,
    Seat,
    likely,
)
from ui.register.list_import_pairs import PairsCard

ONE, TWO = UUID(int=1), UUID(int=2)



def test_a_likely_pair_is_joined_with_one_key(known: Seat):
    likely(known)
    known.steps.pairs.take_focus()
    known.press(Qt.Key.Key_1)
    known.settle()
    assert known.figures[0] == 0
    known.take_in()
    assert known.households == 2


def test_a_likely_pair_is_kept_apart_with_another(known: Seat):
    likely(known)
    known.steps.pairs.take_focus()
    known.press(Qt.Key.Key_2)
    known.settle()
    assert known.figures == (1, 0, 0, 0)
    known.take_in()
    assert known.households == 3
    known.open(LIKE_BINH, name="khác.xlsx")
    assert known.figures == (0, 0, 1, 0)
    assert known.steps.pairs.waiting() == 0


def test_what_is_decided_counts_though_others_wait(known: Seat):
    known.open(["Phạm Thị Thanh Hải", *LIKE_BINH[1:2], "20", *LIKE_BINH[3:]], name="ba.xlsx")
    known.take_in()
    known.open(LIKE_BINH, ["Phạm Hải", None, "20", *LIKE_BINH[3:]], name="b.xlsx")
    assert known.steps.pairs.waiting() == 2
    known.steps.pairs.take_focus()
    known.press(Qt.Key.Key_1)
    assert known.steps.pairs.waiting() == 1
    known.take_in()
    # One joined, one left apart.
    assert known.households == 4


def test_pairs_that_wait_are_said_to_become_households_of_their_own(known: Seat):
    likely(known)
    assert "not settled" in known.steps.overview._said.text()
    known.steps.pairs.take_focus()
    known.press(Qt.Key.Key_2)
    known.settle()
    assert "not settled" not in known.steps.overview._said.text()


def a_pair(number: int, *households: UUID) -> LikelyPair:
    row = ListRow(number, "06811", "Khu 1", {"name": f"Trần {number}", "address": "Trần Phú"})
    return LikelyPair(row, tuple((household, 90.0) for household in households))


@pytest.fixture
def card(qtbot: QtBot, themed: QApplication) -> PairsCard:
    """Three pairs: two of the same household, one with two candidates."""
    shown = PairsCard("en")
    qtbot.addWidget(shown)
    known = {one: Household(one, "06811", "Khu 1", f"Hộ {one.int}") for one in (ONE, TWO)}
    shown.show_pairs([a_pair(2, ONE), a_pair(3, ONE), a_pair(4, ONE, TWO)], known)
    return shown


def keys(card: PairsCard, *pressed: Qt.Key) -> list[UUID | None]:
    for key in pressed:
        QTest.keyClick(card, key)
    return list(card.decisions().values())


def test_a_household_is_one_row_s_alone_the_last_has_it(card: PairsCard):
    assert keys(card, Qt.Key.Key_1, Qt.Key.Key_1) == [ONE]
    assert card.waiting() == 2


def test_another_candidate_can_be_taken(card: PairsCard):
    later, right = Qt.Key.Key_Down, Qt.Key.Key_Right
    assert keys(card, later, later, right, Qt.Key.Key_1) == [TWO]
    assert keys(card, Qt.Key.Key_1) == [TWO, ONE]


def test_a_pair_can_be_gone_back_to_and_decided_anew(card: PairsCard):
    assert keys(card, Qt.Key.Key_2, Qt.Key.Key_Up) == [None]
    assert card.waiting() == 2
    assert keys(card, Qt.Key.Key_1) == [ONE]


def test_what_was_decided_stays_when_the_plan_is_made_anew(card: PairsCard):
    keys(card, Qt.Key.Key_2)
    card.show_pairs([a_pair(3, ONE), a_pair(4, ONE, TWO)], {})
    assert (card.waiting(), len(card.decisions())) == (2, 1)
    card.clear()
    assert (card.waiting(), card.decisions()) == (0, {})


def test_what_was_decided_is_not_lost_by_one_escape(known: Seat):
    likely(known)
    known.steps.pairs.take_focus()
    known.press(Qt.Key.Key_2)
    known.settle()
    left = []
    known.page.closed.connect(lambda: left.append(1))
    known.press(Qt.Key.Key_Escape)
    assert left == []
    known.press(Qt.Key.Key_Escape)
    assert left == [1]
    assert known.households == 2
