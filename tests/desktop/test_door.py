"""Who comes in at the window: codes, passwords set by somebody else, locks and hand-overs."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QWidget

from desktop.accounts import (
    add_account,
    change_own_password,
    give_password,
    give_role,
    set_up_second_factor,
    take_account_away,
)
from desktop.idle_lock import IdleLock
from desktop.known_accounts import known_accounts
from desktop.paths import DataPaths
from desktop.session import Session, open_session
from models.accounts.presence import ADMINISTRATOR_LOCK_AFTER_MS, LOCK_AFTER_MS
from models.accounts.queries import standing_accounts
from models.accounts.second_factor import _code, new_secret
from models.clock import Clock
from tests.conftest import ADMIN, SECRET
from tests.scenarios.desk import Desk, at_desk

CLERK = "Lan Hương"
GIVEN = "Dat-tam-cho-Lan-2026"
OWN = "Cua-rieng-Lan-2026!"
KEY = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(autouse=True)
def _no_bugs(no_bugs: object, themed: object) -> None:
    """Nothing escapes from a slot in any of these tests."""


class Time:
    """A clock that is set by hand; both kinds of time go together."""

    def __init__(self) -> None:
        self.ms = 1_770_000_000_000

    def clock(self) -> Clock:
        return Clock(lambda: self.ms)

    def up_ms(self) -> int:
        return self.ms


def administer(paths: DataPaths, work: Callable[[Session], None]) -> None:
    session = open_session(paths, SECRET, ADMIN)
    work(session)
    session.store.close()


@pytest.fixture
def clerk(paths: DataPaths) -> DataPaths:
    """A store with a clerk beside the administrator, who has a password of her own."""
    administer(paths, lambda session: add_account(session, CLERK, "counter", GIVEN) and None)
    session = open_session(paths, GIVEN, CLERK)
    change_own_password(session, GIVEN, OWN)
    session.store.close()
    return paths


def texts(desk: Desk) -> str:
    """Return every word that can be read in the window."""
    labels = desk.window.findChildren(QWidget)
    said = [getattr(label, "text", str)() for label in labels if label.isVisible()]
    return " ".join(str(text) for text in [*said, desk.window.windowTitle()])


def lock(desk: Desk) -> None:
    desk.key(KEY.Key_L, CONTROL)
    desk.wait(lambda: desk.desktop.door.is_locked, "the screen is covered")
    desk.wait(lambda: desk.desktop.door.sign_in._password.hasFocus())


def unlocked(desk: Desk) -> None:
    desk.wait(lambda: not desk.desktop.door.is_locked, "the screen is open")
    desk.rest()


def test_a_code_is_asked_for_and_the_password_kept(paths: DataPaths) -> None:
    time, secret = Time(), new_secret()

    def set_up(session: Session) -> None:
        now = session.store.clock.now_ms()
        set_up_second_factor(session, secret, _code(secret, now // 30_000), SECRET)

    session = open_session(paths, SECRET, ADMIN, time.clock())
    set_up(session)
    session.store.close()
    with at_desk(paths, time.clock()) as desk:
        desk.give_password(SECRET)
        page = desk.desktop.door.sign_in
        desk.wait(page._code.hasFocus, "the code is asked for")
        assert page._password.text() == SECRET
        desk.key(KEY.Key_Return)
        assert page._code_row.error() == "Please type the 6 digits."
        desk.write("000000")
        desk.key(KEY.Key_Return)
        desk.wait(lambda: "not right" in (page._code_row.error() or ""))
        assert page._code.hasFocus()
        desk.write(_code(secret, time.ms // 30_000))
        desk.key(KEY.Key_Return)
        desk.wait(lambda: desk.desktop.session is not None, "the store is open")
        desk.rest()


def test_another_password_is_no_longer_asked_for_a_code(paths: DataPaths) -> None:
    with at_desk(paths) as desk:
        page = desk.desktop.door.sign_in
        page.ask_code()
        page._password.setFocus()
        desk.write("x")
        assert not page._code_row.isVisible()


def test_a_locked_account_is_told_for_how_long(paths: DataPaths) -> None:
    with at_desk(paths) as desk:
        page = desk.desktop.door.sign_in
        for _ in range(5):
            page._password.setText("wrong")
            desk.key(KEY.Key_Return)
            desk.wait(lambda: not page._is_busy)
        page._password.setText(SECRET)
        desk.key(KEY.Key_Return)
        desk.wait(lambda: "locked" in (page._password_row.error() or ""))


def test_the_account_that_came_in_last_is_offered_first(clerk: DataPaths) -> None:
    assert known_accounts(clerk) == [CLERK, ADMIN]
    open_session(clerk, SECRET, ADMIN).store.close()
    assert known_accounts(clerk) == [ADMIN, CLERK]
    with at_desk(clerk) as desk:
        page = desk.desktop.door.sign_in
        assert (page._name.text(), page._password.hasFocus()) == (ADMIN, True)


def test_a_password_that_somebody_else_set_is_changed_before_anything_is_shown(
    paths: DataPaths,
) -> None:
    administer(paths, lambda session: add_account(session, CLERK, "counter", GIVEN) and None)
    with at_desk(paths) as desk:
        desk.give_password(GIVEN, CLERK)
        desk.wait(lambda: desk.desktop.door.new_password is not None)
        page = desk.desktop.door.new_password
        desk.wait(page.pair.new.hasFocus)
        assert desk.desktop.session is None
        for typed, said in (("kurz", "14"), (GIVEN, "the old one")):
            page.pair.clear()
            page.pair.new.setFocus()
            desk.write(typed)
            desk.key(KEY.Key_Return)
            desk.write(typed)
            desk.key(KEY.Key_Return)
            desk.wait(lambda wanted=said: wanted in (page.pair.new_row.error() or ""))
        page.pair.clear()
        page.pair.new.setFocus()
        desk.write(OWN)
        desk.key(KEY.Key_Return)
        desk.write(OWN + "x")
        desk.key(KEY.Key_Return)
        assert page.pair.again_row.error() == "The two passwords differ."
        desk.write(OWN)
        desk.key(KEY.Key_Return)
        desk.wait(lambda: desk.desktop.session is not None, "the work begins")
        desk.rest()
        assert desk.session.account_name == CLERK
    open_session(paths, OWN, CLERK).store.close()


def test_escape_signs_out_of_the_page_that_asks_for_a_new_password(paths: DataPaths) -> None:
    administer(paths, lambda session: add_account(session, CLERK, "counter", GIVEN) and None)
    with at_desk(paths) as desk:
        desk.give_password(GIVEN, CLERK)
        desk.wait(lambda: desk.desktop.door.new_password is not None)
        desk.wait(desk.desktop.door.new_password.pair.new.hasFocus)
        desk.key(KEY.Key_Escape)
        desk.wait(lambda: desk.desktop.door.sign_in is not None)
        assert desk.desktop.session is None
        desk.sign_in()


def test_a_locked_screen_shows_nothing_and_opens_where_it_was(clerk: DataPaths) -> None:
    with at_desk(clerk) as desk:
        desk.sign_in(OWN, CLERK)
        desk.new_batch()
        desk.pad("12")
        lock(desk)
        assert "slip" not in texts(desk).replace("Satisfaction slips", "").lower()
        assert not desk.entry.isVisible()
        # Keys of the pages are dead.
        desk.key(KEY.Key_2, Qt.KeyboardModifier.AltModifier)
        assert not desk.entry.isVisible()
        desk.give_password("wrong", CLERK)
        desk.wait(lambda: desk.desktop.door.sign_in._password_row.error())
        assert desk.desktop.door.is_locked
        desk.give_password(OWN, CLERK)
        unlocked(desk)
        desk.wait_for_entry()
        assert desk.entry.entry.position == 2
        desk.pad("11111E")
        desk.saved()


def test_nothing_is_left_open_before_a_locked_screen(clerk: DataPaths) -> None:
    with at_desk(clerk) as desk:
        desk.sign_in(OWN, CLERK)
        desk.new_batch()
        desk.pad("1111111E")
        desk.saved()
        desk.answer_dialog(lambda _dialog: desk.desktop.lock())
        desk.click(desk.button("Close the batch"))
        assert desk.desktop.door.is_locked
        assert not [one for one in desk.window.findChildren(QDialog) if one.isVisible()]
        desk.window.show_problem("Nguyễn Văn Bí Mật")
        assert "Bí Mật" not in texts(desk)
        desk.come_back()
        desk.give_password(OWN, CLERK)
        unlocked(desk)
        assert any("Bí Mật" in label.text() for label in desk.window.findChildren(QLabel)
                   if label.isVisible())  # fmt: skip


def test_another_account_takes_over_and_each_keeps_the_own_drafts(clerk: DataPaths) -> None:
    with at_desk(clerk) as desk:
        desk.sign_in(OWN, CLERK)
        desk.new_batch()
        desk.pad("1111111E12")
        lock(desk)
        desk.give_password(SECRET, ADMIN)
        unlocked(desk)
        desk.wait(lambda: desk.session.account_name == ADMIN)
        desk.rest()
        # The slip that was sent is saved; the one in hand is nobody else's.
        assert desk.desktop.drafts.all("slip") == []
        assert desk.window.page is desk.window._page("home")
        lock(desk)
        desk.give_password(OWN, CLERK)
        unlocked(desk)
        desk.wait_for_entry()
        assert desk.entry.entry.position == 2
        assert desk.entry.progress.batch.keyed == 1


def test_whose_password_was_set_anew_meanwhile_changes_it_before_the_screen_opens(
    clerk: DataPaths,
) -> None:
    with at_desk(clerk) as desk:
        desk.sign_in(OWN, CLERK)
        desk.new_batch()
        desk.pad("12")
        lock(desk)

        def reset(session: Session) -> None:
            (account,) = [one for one in session.store.read(standing_accounts)
                          if one.name == CLERK]  # fmt: skip
            give_password(session, account.id, GIVEN)

        administer(clerk, reset)
        desk.give_password(GIVEN, CLERK)
        desk.wait(lambda: desk.desktop.door.new_password is not None)
        desk.wait(desk.desktop.door.new_password.pair.new.hasFocus)
        assert not desk.entry.isVisible()
        desk.key(KEY.Key_Escape)
        desk.wait(lambda: desk.desktop.door.sign_in is not None)
        assert desk.desktop.door.is_locked
        desk.give_password(GIVEN, CLERK)
        desk.wait(lambda: desk.desktop.door.new_password is not None)
        desk.wait(desk.desktop.door.new_password.pair.new.hasFocus)
        for _ in range(2):
            desk.write("Lai-mot-mat-khau-9!")
            desk.key(KEY.Key_Return)
        unlocked(desk)
        desk.wait_for_entry()
        assert desk.entry.entry.position == 2


def test_an_account_that_is_taken_away_while_it_works_is_signed_out(clerk: DataPaths) -> None:
    with at_desk(clerk) as desk:
        desk.sign_in(OWN, CLERK)

        def remove(session: Session) -> None:
            (account,) = [one for one in session.store.read(standing_accounts)
                          if one.name == CLERK]  # fmt: skip
            take_account_away(session, account.id)

        administer(clerk, remove)
        desk.wait(lambda: desk.desktop.session is None, "the work has ended")
        assert "was removed" in desk.desktop.door.sign_in._password_row.error()


def test_another_role_brings_other_pages(clerk: DataPaths) -> None:
    with at_desk(clerk) as desk:
        desk.sign_in(OWN, CLERK)
        assert "register" not in desk.window._rail.pages()

        def promote(session: Session) -> None:
            (account,) = [one for one in session.store.read(standing_accounts)
                          if one.name == CLERK]  # fmt: skip
            give_role(session, account.id, "head")

        administer(clerk, promote)
        desk.wait(lambda: "register" in desk.window._rail.pages(), "other pages")
        desk.rest()
        desk.window.show_page("register")
        desk.rest()


@pytest.mark.parametrize(
    ("role", "holds_ms"),
    [("counter", LOCK_AFTER_MS), ("administrator", ADMINISTRATOR_LOCK_AFTER_MS)],
)
def test_a_screen_that_nobody_is_at_is_covered(
    clerk: DataPaths, role: str, holds_ms: int
) -> None:
    time = Time()
    with at_desk(clerk, up_ms=time.up_ms) as desk:
        desk.sign_in(*((OWN, CLERK) if role == "counter" else (SECRET, ADMIN)))
        idle = desk.desktop.idle
        time.ms += holds_ms - 1
        idle.look()
        assert not desk.desktop.door.is_locked
        QTest.keyClick(desk.window.windowHandle(), KEY.Key_Shift)
        time.ms += holds_ms - 1
        idle.look()
        assert not desk.desktop.door.is_locked
        time.ms += 1
        idle.look()
        assert desk.desktop.door.is_locked


def test_the_key_that_wakes_a_machine_after_hours_only_covers_the_screen(
    clerk: DataPaths,
) -> None:
    time = Time()
    with at_desk(clerk, up_ms=time.up_ms) as desk:
        desk.sign_in(OWN, CLERK)
        desk.new_batch()
        desk.pad("1")
        time.ms += 8 * 3_600_000
        QTest.keyClick(desk.window.windowHandle(), KEY.Key_2)
        assert desk.desktop.door.is_locked
        assert desk.entry.entry.position == 1
        assert desk.desktop.door.sign_in._password.text() == ""


def test_what_an_input_method_composes_counts_as_somebody_there(
    qtbot: object, themed: object
) -> None:
    time = Time()
    idle = IdleLock(time.up_ms)
    idle.start("counter")
    time.ms += LOCK_AFTER_MS - 1
    idle.touch()
    time.ms += LOCK_AFTER_MS - 1
    assert not idle.look()
    idle.stop()
    time.ms += LOCK_AFTER_MS
    assert not idle.look()
