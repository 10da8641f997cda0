from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from models.surveys.queries import list_batches
from tests.scenarios.desk import PAD, Desk
from tests.ui.keying.seen import banner, slips, title
from ui.widgets.choice_option import ChoiceOption

BEST = ("rat_tot", "dung_cong_khai", "truoc_hen", "khong_lan_nao", "dung_quy_dinh", "than_thien",
        "rat_hai_long")  # fmt: skip


@pytest.fixture(autouse=True)
def _no_bugs(no_bugs: object) -> None:
    """Nothing escapes from a slot in any of these tests."""


def test_a_complete_slip_takes_eight_keys(keying: Desk) -> None:
    for pressed, key in enumerate("1111111E", 1):
        keying.pad(key)
        assert keying.entry._saver.waiting == (pressed == 8)
    (slip,) = slips(keying)
    assert set(slip.content.answers.values()) == set(BEST)
    assert slip.number == 1
    assert title(keying) == "Slip 2"
    assert keying.entry.entry.is_untouched


def test_the_row_of_digits_does_the_same_as_the_pad(keying: Desk) -> None:
    for digit in (1, 2, 3, 1, 2, 3, 1):
        keying.key(Qt.Key(Qt.Key.Key_0.value + digit))
    keying.key(Qt.Key.Key_Return)
    (slip,) = slips(keying)
    assert slip.content.answers["cong_khai"] == "rat_tot"
    assert slip.content.answers["thai_do"] == "gay_phien_ha"


def test_blank_back_and_more_digits_than_questions(keying: Desk) -> None:
    keying.pad("103--2111111999E")
    (slip,) = slips(keying)
    assert slip.content.answers["thanh_phan_ho_so"] == "dung_kho_thuc_hien"
    assert len(slip.content.answers) == 7


def test_enter_before_the_end_saves_nothing(keying: Desk) -> None:
    keying.pad("111EEE")
    assert slips(keying) == []
    assert keying.entry.entry.position == 3


def test_an_invalid_slip_needs_its_reason(keying: Desk) -> None:
    keying.pad("11*E")
    assert slips(keying) == []
    keying.pad("3E")
    (slip,) = slips(keying)
    assert (slip.status, slip.content.reason, slip.content.answers) == ("invalid", "rach_mo", {})


def test_only_reasons_are_offered_for_an_invalid_slip(keying: Desk) -> None:
    keying.pad("11*")
    reasons = keying.entry._view._reasons
    offered = [item.text() for item in reasons.findChildren(ChoiceOption) if item.isVisible()]
    assert offered == list(reasons.row(0)._options)
    assert offered


def press_at(desk: Desk, moment: int, *, is_repeat: bool) -> None:
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_1, PAD, "1", is_repeat)
    event.setTimestamp(moment)
    QApplication.sendEvent(desk.focus(), event)


def test_a_key_held_down_answers_once(keying: Desk) -> None:
    press_at(keying, 1000, is_repeat=False)
    for moment in range(1300, 2300, 33):
        press_at(keying, moment, is_repeat=True)
    assert keying.entry.entry.position == 1


def test_a_quick_second_press_that_looks_like_a_repeat_counts(keying: Desk) -> None:
    press_at(keying, 1000, is_repeat=False)
    press_at(keying, 1012, is_repeat=True)
    assert keying.entry.entry.position == 2


def test_a_note_is_typed_with_accents_by_keys_and_by_an_input_method(keying: Desk) -> None:
    keying.pad("1111111/")
    keying.write("Ghế ")
    keying.compose("ha", "hẹp")
    keying.pad("E")
    assert keying.focus() is keying.entry
    keying.pad("E")
    (slip,) = slips(keying)
    assert slip.content.note == "Ghế hẹp"
    keying.pad("/")
    assert keying.entry._view.note.text() == ""
    keying.pad("X")
    assert keying.focus() is keying.entry


def test_a_contradiction_is_said_and_saved_all_the_same(keying: Desk) -> None:
    keying.pad("1111131")
    assert keying.entry._view._warning.isVisible()
    assert keying.entry._view._warning.message() != ""
    keying.pad("E")
    assert len(slips(keying)) == 1
    assert not keying.entry._view._warning.isVisible()


def rate(desk: Desk, dossier: str) -> None:
    desk.pad("1111111/")
    desk.key(Qt.Key.Key_Tab)
    desk.write(dossier)
    desk.key(Qt.Key.Key_Return)
    desk.pad("E")


def test_a_dossier_rated_twice_is_said_and_the_slip_comes_back(keying: Desk) -> None:
    rate(keying, "H15.1")
    rate(keying, "H15.1")
    assert len(slips(keying)) == 1
    assert "H15.1" in banner(keying)
    assert keying.entry.entry.dossier == "H15.1"
    assert keying.entry.entry.is_at_end
    keying.pad("/")
    keying.key(Qt.Key.Key_Tab)
    keying.key(Qt.Key.Key_End)
    keying.write("2")
    keying.key(Qt.Key.Key_Return)
    keying.pad("E")
    assert [slip.content.dossier for slip in slips(keying)] == ["H15.1", "H15.12"]


def test_a_slip_refused_while_the_next_is_keyed_waits_behind_it(keying: Desk) -> None:
    rate(keying, "H15.1")
    keying.saved()
    rate(keying, "H15.1")
    keying.pad("22")
    keying.saved()
    assert keying.entry.entry.position == 2
    assert "H15.1" in banner(keying)
    keying.pad("22222E")
    keying.saved()
    assert keying.entry.entry.dossier == "H15.1"
    assert len(slips(keying)) == 2


def options(desk: Desk) -> list[ChoiceOption]:
    return [item for item in desk.entry._view._answers.findChildren(ChoiceOption)
            if item.isVisible() and item.text() != "No answer"]  # fmt: skip


def test_the_mouse_alone_keys_a_slip(keying: Desk) -> None:
    for _ in range(6):
        keying.click(options(keying)[0])
    everything = keying.entry._view._answers.findChildren(ChoiceOption)
    shown = {item.text(): item for item in everything if item.isVisible()}
    keying.click(shown["No answer"])
    keying.click(keying.button("Save"))
    (slip,) = slips(keying)
    assert set(slip.content.answers.values()) == set(BEST[:6])
    keying.click(keying.button("Correct last slip"))
    assert title(keying) == "Correcting slip 1"
    keying.click(keying.button("Back"))
    keying.click(options(keying)[1])
    keying.click(keying.button("Save"))
    assert slips(keying)[0].content.answers["danh_gia_chung"] == "hai_long"
    keying.click(keying.button("Take back last slip"))
    keying.saved()
    keying.click(keying.button("Not valid"))
    reasons = keying.entry._view._reasons.findChildren(ChoiceOption)
    keying.click(next(item for item in reasons if item.isVisible()))
    keying.click(keying.button("Save"))
    assert slips(keying)[0].status == "invalid"


def test_tab_and_space_alone_key_a_slip(keying: Desk) -> None:
    for position in range(7):
        keying.tab_to(lambda widget: widget in options(keying))
        keying.key(Qt.Key.Key_Space)
        assert keying.entry.entry.position == position + 1
    keying.tab_to(lambda widget: widget is keying.button("Save"))
    keying.key(Qt.Key.Key_Space)
    (slip,) = slips(keying)
    assert len(slip.content.answers) == 7


def test_coming_back_to_the_page_the_digits_answer_again(keying: Desk) -> None:
    keying.pad("12")
    for number in (1, 2):
        keying.key(Qt.Key(Qt.Key.Key_0.value + number), Qt.KeyboardModifier.AltModifier)
        keying.rest()
    keying.pad("3")
    assert keying.entry.entry.position == 3


def test_a_batch_left_half_keyed_is_taken_up_again(keying: Desk) -> None:
    keying.pad("12")
    keying.click(keying.button("All batches"))
    keying.wait(keying.batches.isVisible)
    keying.rest()
    keying.key(Qt.Key.Key_Return)
    keying.wait_for_entry()
    assert banner(keying) == "The slip that was half keyed is back. Please go on."
    keying.pad("31111E")
    assert slips(keying)[0].content.answers["thoi_gian"] == "sau_hen"


def test_the_panel_shows_progress_and_tally(keying: Desk) -> None:
    keying.pad("1111111E*1E")
    keying.saved()
    assert keying.entry._side._count.text() == "2 slip(s) saved"
    assert "1 not valid" in keying.entry._side._detail.text()
    assert keying.entry._side._list.count() == 2


def test_two_enters_open_one_batch(desk: Desk) -> None:
    desk.new_batch()
    desk.click(desk.button("All batches"))
    desk.wait(desk.batches.isVisible)
    desk.rest()
    desk.key(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    desk.wait(desk.batches._form.isVisible)
    desk.key(Qt.Key.Key_Return)
    desk.key(Qt.Key.Key_Return)
    desk.wait_for_entry()
    desk.rest()
    assert len(desk.session.store.read(list_batches)) == 2
