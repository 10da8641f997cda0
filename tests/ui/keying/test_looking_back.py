from __future__ import annotations

from dataclasses import replace
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt

from models.accounts.commands import create_account
from models.ids import uuid7
from models.permissions import Role
from models.surveys.commands import record_slip
from models.surveys.records import SlipContent
from tests.conftest import UNIT
from tests.scenarios.desk import Desk
from tests.ui.keying.seen import banner, slips, title


@pytest.fixture(autouse=True)
def _no_bugs(no_bugs: object) -> None:
    """Nothing escapes from a slot in any of these tests."""


def test_plus_corrects_the_last_and_again_the_one_before(keying: Desk) -> None:
    keying.pad("1111111E2222222E12")
    keying.saved()
    keying.pad("+")
    assert title(keying) == "Correcting slip 2"
    keying.pad("+")
    assert title(keying) == "Correcting slip 1"
    keying.pad("-3E")
    assert title(keying) == "Slip 3"
    assert keying.entry.entry.position == 2
    first, second = slips(keying)
    assert first.content.answers["danh_gia_chung"] == "khong_hai_long"
    assert second.content.answers["danh_gia_chung"] == "hai_long"


def test_esc_leaves_a_correction_and_the_slip_in_hand_is_back(keying: Desk) -> None:
    keying.pad("1111111E12")
    keying.saved()
    keying.pad("+-3X")
    assert title(keying) == "Slip 2"
    assert keying.entry.entry.position == 2
    assert slips(keying)[0].content.answers["danh_gia_chung"] == "rat_hai_long"


def test_a_changed_correction_is_not_dropped_by_plus(keying: Desk) -> None:
    keying.pad("1111111E1111111E")
    keying.saved()
    keying.pad("+-3+")
    assert title(keying) == "Correcting slip 2"
    assert banner(keying) == "The correction is not saved: Enter saves it, Esc leaves it."
    keying.pad("E")
    assert slips(keying)[1].content.answers["danh_gia_chung"] == "khong_hai_long"


def test_keys_that_come_before_the_slip_is_saved_wait_for_it(keying: Desk) -> None:
    # All in one breath, while the first slip is still on its way.
    keying.pad("1111111E+-3E2222222E.-1E/")
    keying.wait(lambda: keying.entry._view.note.hasFocus(), "the note has the focus")
    first, second = slips(keying)
    assert first.content.answers["danh_gia_chung"] == "khong_hai_long"
    assert second.content.answers["danh_gia_chung"] == "rat_hai_long"
    assert second.number == 2


def test_undo_takes_the_last_slip_back_into_the_hand(keying: Desk) -> None:
    keying.pad("1111111E3333333E")
    keying.saved()
    keying.pad(".")
    keying.saved()
    assert banner(keying) == "Slip 2 was taken back. Change it and save it again."
    assert [slip.number for slip in slips(keying)] == [1]
    assert title(keying) == "Slip 2"
    keying.pad("-1E")
    assert [slip.number for slip in slips(keying)] == [1, 2]
    assert slips(keying)[1].content.answers["danh_gia_chung"] == "rat_hai_long"


def test_undo_with_a_slip_in_hand_or_with_none_saved_only_says_so(keying: Desk) -> None:
    keying.pad(".")
    keying.saved()
    assert banner(keying) != ""
    keying.pad("1111111E12")
    keying.saved()
    keying.pad(".")
    assert banner(keying) == "Please save the slip in hand first, then take the last one back."
    assert keying.entry.entry.position == 2
    assert len(slips(keying)) == 1


def test_what_was_thrown_away_comes_back_with_ctrl_z(keying: Desk) -> None:
    keying.pad("123XX")
    assert keying.entry.entry.is_untouched
    assert banner(keying) == "The slip in hand was thrown away."
    # What was keyed meanwhile is put aside, not lost.
    keying.pad("2")
    keying.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert keying.entry.entry.position == 3
    keying.pad("1111E")
    keying.saved()
    assert keying.entry.entry.position == 1
    keying.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert keying.entry.entry.position == 1
    (first,) = slips(keying)
    assert first.content.answers["danh_gia_chung"] == "rat_hai_long"


def test_esc_twice_throws_the_slip_in_hand_away_and_once_does_not(keying: Desk) -> None:
    keying.pad("12X")
    assert banner(keying) == "Press Esc again to throw the slip in hand away."
    keying.pad("3X")
    assert keying.entry.entry.position == 3
    keying.pad("X")
    assert keying.entry.entry.is_untouched
    assert keying.desktop.drafts is not None
    assert keying.desktop.drafts.all("slip") == []


def test_enter_on_a_slip_of_the_list_opens_it_and_saves_nothing(keying: Desk) -> None:
    keying.pad("1111111E2222222E")
    keying.saved()
    listed = keying.entry._side._list
    keying.tab_to(lambda widget: widget is listed)
    keying.key(Qt.Key.Key_Down)
    keying.key(Qt.Key.Key_Down)
    keying.key(Qt.Key.Key_Return)
    keying.saved()
    assert title(keying) == "Correcting slip 1"
    assert keying.focus() is keying.entry


def test_who_keys_slips_does_not_see_those_of_others(keying: Desk) -> None:
    """Or nobody would be left who could key them a second time without having seen them."""
    keying.pad("1111111E")
    keying.saved()
    page = keying.entry
    batch = page.progress.batch.id
    clerk, store = uuid4(), keying.session.store
    store.write(
        lambda tx: create_account(tx, clerk, "cán bộ", role=Role.COUNTER, unit=UNIT),
        actor=keying.session.account,
    )
    slip = uuid7(store.clock.now_ms())
    content = SlipContent({"danh_gia_chung": "khong_hai_long"})
    store.write(lambda tx: record_slip(tx, batch, slip, content), actor=clerk)
    page._follower.refresh()
    keying.rest()
    page._back._context = replace(page._back._context, role=Role.COUNTER)
    for wanted in ("correct", "undo"):
        page._banner.setVisible(False)
        page._back.want(wanted)
        assert banner(keying) == "Somebody else keyed this slip: only a reviewer may open it."
        assert page.entry.is_untouched
    page._back._context = replace(page._back._context, role=Role.REVIEWER)
    page._back.want("correct")
    assert title(keying) == "Correcting slip 2"
