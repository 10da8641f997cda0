"""Votes by touch through the real page, and what the store holds of them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from models.kiosk.codes import check_code, make_codes
from models.kiosk.votes import LEFT, REPEATED, WHOLLY_BLANK
from models.questionnaires.builtin import builtin_path
from models.questionnaires.xlsform import read_xlsform
from models.settings.commands import change_settings
from tests.ui.kiosk.standing import PIN, Citizen, standing
from tests.waiting import settle, wait_until

FIRST = [
    "rat_tot", "dung_cong_khai", "truoc_hen", "khong_lan_nao", "dung_quy_dinh", "than_thien",
    "rat_hai_long",
]  # fmt: skip


def test_a_whole_vote_by_touch_is_a_valid_slip_of_the_kiosks_batch(citizen: Citizen):
    citizen.vote(0, 0, 0, 0, 0, 0, 1)
    assert citizen.booth.page is citizen.booth.thanks
    (batch,) = citizen.batches()
    assert (batch.header.channel, batch.valid, batch.invalid) == ("kiosk", 1, 0)
    (slip,) = citizen.slips()
    keys = [node.key for node in citizen.form.form.questions()]
    assert [slip.content.answers[key] for key in keys] == [*FIRST[:6], "hai_long"]
    assert citizen.drafts.all("vote") == []
    citizen.touch(citizen.booth.thanks.done)
    assert citizen.booth.page is citizen.booth.start_page


def test_back_changes_an_answer_and_a_question_may_be_left_blank(citizen: Citizen):
    booth = citizen.booth
    citizen.touch(booth.start_page.begin)
    citizen.answer(2)
    citizen.touch(booth.question.back)
    assert [tile.is_chosen for tile in booth.question.options] == [False, False, True]
    citizen.answer(1)
    citizen.touch(booth.question.skip)
    for _ in range(5):
        citizen.answer(0)
    citizen.rest()
    (slip,) = citizen.slips()
    assert slip.content.answers["cong_khai"] == "dap_ung"
    assert "thanh_phan_ho_so" not in slip.content.answers
    assert slip.status == "valid"


def test_a_vote_without_any_answer_is_no_valid_slip(citizen: Citizen):
    citizen.touch(citizen.booth.start_page.begin)
    for _ in range(7):
        citizen.touch(citizen.booth.question.skip)
    citizen.rest()
    (slip,) = citizen.slips()
    assert (slip.status, slip.content.reason) == ("invalid", WHOLLY_BLANK)


def test_nobody_there_leads_back_to_the_start_and_keeps_what_was_said(citizen: Citizen):
    booth = citizen.booth
    assert booth.idle.interval() == 30_000
    citizen.touch(booth.start_page.begin)
    citizen.answer(1)
    citizen.answer(2)
    citizen.touch(booth.head.large)
    citizen.touch(booth.head.other_language)
    assert booth.idle.isActive()
    booth.idle.timeout.emit()
    citizen.rest()
    assert booth.page is booth.start_page
    assert not booth.idle.isActive()
    assert (booth.language, booth.look.is_large) == ("vi", False)
    (slip,) = citizen.slips()
    assert (slip.status, slip.content.reason) == ("invalid", LEFT)
    assert slip.content.answers == {
        "cong_khai": "dap_ung", "thanh_phan_ho_so": slip.content.answers["thanh_phan_ho_so"],
    }  # fmt: skip
    citizen.vote()
    assert [one.status for one in citizen.slips()] == ["valid", "invalid"]


def test_who_only_looked_leaves_nothing(citizen: Citizen):
    citizen.touch(citizen.booth.start_page.begin)
    citizen.booth.idle.timeout.emit()
    citizen.rest()
    assert citizen.batches() == []


def test_a_touch_begins_the_half_minute_anew(citizen: Citizen):
    citizen.touch(citizen.booth.start_page.begin)
    citizen.booth.idle.stop()
    citizen.answer(0)
    assert citizen.booth.idle.isActive()


def test_the_idle_time_is_a_setting(session, themed, no_bugs):
    session.store.write(
        lambda tx: change_settings(tx, unit="06811", values={"kiosk_idle_s": 45}),
        actor=session.account,
    )
    with standing(session) as citizen:
        assert citizen.booth.idle.interval() == 45_000


def test_the_same_answers_within_five_seconds_count_once(citizen: Citizen):
    for wait_ms in (0, 1_000, 6_000):
        citizen.up_ms += wait_ms
        citizen.vote()
        citizen.touch(citizen.booth.thanks.done)
    third, second, first = citizen.slips()
    assert [first.status, second.status, third.status] == ["valid", "invalid", "valid"]
    assert second.content.reason == REPEATED
    assert second.content.answers == first.content.answers


def test_other_answers_within_five_seconds_count(citizen: Citizen):
    citizen.vote()
    citizen.touch(citizen.booth.thanks.done)
    citizen.vote(0, 0, 0, 0, 0, 0, 1)
    assert citizen.batches()[0].valid == 2


@pytest.mark.parametrize("is_there", [True, False])
def test_what_was_answered_survives_a_kill(session, themed, no_bugs, is_there):
    with standing(session) as killed:
        killed.touch(killed.booth.start_page.begin)
        killed.answer(0)
        killed.answer(1)
        # The process is gone here: the drafts are all that is left.
    clock = session.store.clock
    later = clock.now_ms() + (5_000 if is_there else 60_000)
    clock._now_ms = lambda: later
    with standing(session) as citizen:
        booth = citizen.booth
        if is_there:
            assert booth.page is booth.question
            assert booth.in_hand.vote.position == 2
            for _ in range(5):
                citizen.answer(0)
            citizen.rest()
            (slip,) = citizen.slips()
            assert slip.status == "valid"
            assert len(slip.content.answers) == 7
        else:
            assert booth.page is booth.start_page
            (slip,) = citizen.slips()
            assert (slip.content.reason, len(slip.content.answers)) == (LEFT, 2)
        assert citizen.drafts.all("vote") == []


def test_a_code_lets_one_vote_in(session, themed, no_bugs):
    (code,) = session.store.write(lambda tx: make_codes(tx, 1), actor=session.account)
    with standing(session, asks_code=True) as citizen:
        booth = citizen.booth
        enter_code(citizen, code)
        assert booth.page is booth.question
        for _ in range(7):
            citizen.answer(0)
        citizen.rest()
        citizen.touch(booth.thanks.done)
        enter_code(citizen, code)
        assert booth.page is booth.code
        assert booth.code.said.text().startswith("Mã này đã được dùng")
        citizen.touch(booth.code.back)
        assert citizen.batches()[0].keyed == 1
        mark_is_gone(citizen, session)


def mark_is_gone(citizen: Citizen, session) -> None:
    """No draft file holds a vote beside the mark of its code."""
    assert citizen.drafts.all("vote") == []
    files = session.paths.folder.glob("drafts.db*")
    assert all(b'"mark":"' not in file.read_bytes() for file in files)


def enter_code(citizen: Citizen, code: str) -> None:
    """Scan a code: a scanner types it, blanks and all, and presses Enter."""
    citizen.touch(citizen.booth.start_page.begin)
    QTest.keyClicks(citizen.booth.code, code)
    QTest.keyClick(citizen.booth.code, Qt.Key.Key_Return)
    citizen.rest()


def test_an_unfinished_vote_uses_up_no_code(session, themed, no_bugs):
    (code,) = session.store.write(lambda tx: make_codes(tx, 1), actor=session.account)
    with standing(session, asks_code=True) as citizen:
        enter_code(citizen, code)
        citizen.answer(0)
        citizen.booth.idle.timeout.emit()
        citizen.rest()
        enter_code(citizen, code)
        assert citizen.booth.page is citizen.booth.question
        assert session.store.read(lambda c: check_code(c, code))


def test_wrong_codes_have_to_wait(session, themed, no_bugs):
    with standing(session, asks_code=True) as citizen:
        enter_code(citizen, "1" * 16)
        for _ in range(5):
            QTest.keyClicks(citizen.booth.code, "1" * 16)
            QTest.keyClick(citizen.booth.code, Qt.Key.Key_Return)
            citizen.rest()
        assert "chờ 60 giây" in citizen.booth.code.said.text()


def test_the_right_pin_ends_it_and_a_wrong_one_does_not(citizen: Citizen):
    citizen.type_pin("111222")
    assert citizen.left == []
    assert citizen.booth.pin.said.text() == "Mã PIN không đúng. Hãy nhập lại."
    assert "1" not in citizen.booth.pin.shown.text()
    citizen.type_pin(PIN)
    assert citizen.left == [True]


def test_wrong_pins_wait_longer_each_time_over_a_restart_too(session, themed, no_bugs):
    with standing(session) as citizen:
        for _ in range(5):
            citizen.type_pin("111222")
        setting = citizen.setting
        citizen.type_pin(PIN)
        assert citizen.left == []
        assert "chờ 58 giây" in citizen.booth.pin.said.text()
    again = Citizen(session)
    again.setting = setting
    again.up_ms = citizen.up_ms
    again.stand()
    again.type_pin(PIN)
    assert again.left == []
    again.up_ms += 60_000
    again.type_pin("111222")
    assert "120 giây" in again.booth.pin.said.text()
    again.up_ms += 120_000
    again.type_pin(PIN)
    assert again.left == [True]
    again.walk_away()


@pytest.mark.parametrize(
    "keys", ["Alt+F4", "Esc", "Ctrl+Q", "Ctrl+W", "Alt+Tab", "Meta+D", "F1", "F11", "Ctrl+P", "A"]
)
def test_no_key_leads_out(citizen: Citizen, keys):
    combination = QKeySequence(keys)[0]
    for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
        event = QKeyEvent(kind, combination.key(), combination.keyboardModifiers())
        assert citizen.window.eventFilter(citizen.window, event)
    QTest.keySequence(citizen.window, QKeySequence(keys))
    settle()
    assert citizen.window.isVisible()
    assert citizen.booth.page is citizen.booth.start_page
    assert citizen.left == []


def test_the_window_neither_closes_nor_hides_nor_shrinks(citizen: Citizen):
    window = citizen.window
    assert not window.close()
    event = QCloseEvent()
    QApplication.sendEvent(window, event)
    assert not event.isAccepted()
    assert window.isFullScreen()
    flags = window.windowFlags()
    assert flags & Qt.WindowType.WindowStaysOnTopHint
    assert flags & Qt.WindowType.FramelessWindowHint
    window.showMinimized()
    wait_until(window.isFullScreen, "the window fills the screen again")
    window.hide()
    wait_until(window.isVisible, "the window is back")
    assert citizen.left == []


def test_a_keyboard_alone_gives_a_vote(citizen: Citizen):
    page = citizen.booth.question
    QTest.keyClick(citizen.booth.start_page.begin, Qt.Key.Key_Return)
    for number in range(7):
        assert not any(tile.hasFocus() for tile in page.options), "no answer is proposed"
        assert page.place.text() == f"Câu {number + 1} / 7"
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert page.options[0].hasFocus()
        QTest.keyClick(page.options[0], Qt.Key.Key_Space)
        settle()
    citizen.rest()
    assert citizen.slips()[0].content.answers["danh_gia_chung"] == "rat_hai_long"


def test_the_language_is_one_touch(citizen: Citizen):
    booth = citizen.booth
    assert booth.start_page.begin.text() == "Chạm vào đây để bắt đầu"
    citizen.touch(booth.head.other_language)
    assert booth.start_page.begin.text() == "Touch here to begin"
    citizen.touch(booth.start_page.begin)
    assert booth.question.question.text() == "Publication of the administrative procedures"
    assert booth.question.options[0].text() == "Very good"
    citizen.touch(booth.head.other_language)
    assert booth.question.question.text() == "Việc công khai thủ tục hành chính"
    assert booth.question.options[0].text() == "Rất tốt"


def test_a_store_that_refuses_the_vote_says_so(citizen: Citizen, monkeypatch):
    from models.errors import UserError

    def refuse(tx, vote):
        raise UserError("accounts.may_not_key_slips")

    monkeypatch.setattr("ui.kiosk.saver.record_vote", refuse)
    citizen.vote()
    assert citizen.booth.page is citizen.booth.closed
    assert len(citizen.drafts.all("vote")) == 1


def test_the_form_is_the_published_one(citizen: Citizen):
    assert citizen.form.form == read_xlsform(builtin_path("qn-18-2021"))
