"""What the window tells the audit: who came in, locked, handed over and left, and what they saw."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt

from desktop.accounts import add_account, change_own_password
from desktop.audit import note_sign_in, untold
from desktop.backup_log import Outcome, keep_outcomes
from desktop.machine import machine_mark
from desktop.paths import DataPaths
from desktop.session import Session, open_session
from desktop.untold import leave_untold, read_untold
from models.accounts.attempts import load_attempts
from models.accounts.presence import ADMINISTRATOR_LOCK_AFTER_MS
from models.audit import events
from models.audit.happenings import restored, signed_in
from models.audit.queries import read_audit
from models.audit.records import AuditEntry, AuditFilter
from models.audit.views import MANY_HOUSEHOLDS
from models.clock import Clock
from models.errors import UserError
from tests.conftest import ADMIN, SECRET
from tests.scenarios.desk import Desk, at_desk

CLERK, GIVEN, OWN = "Lan Hương", "Dat-tam-cho-Lan-2026", "Cua-rieng-Lan-2026!"
KEY, CONTROL = Qt.Key, Qt.KeyboardModifier.ControlModifier


@pytest.fixture(autouse=True)
def _no_bugs(no_bugs: object, themed: object) -> None:
    """Nothing escapes from a slot in any of these tests."""


@pytest.fixture
def clerk(paths: DataPaths) -> DataPaths:
    """A store with a clerk beside the administrator."""
    session = open_session(paths, SECRET, ADMIN)
    add_account(session, CLERK, "counter", GIVEN)
    session.store.close()
    session = open_session(paths, GIVEN, CLERK)
    change_own_password(session, GIVEN, OWN)
    session.store.close()
    return paths


def told(paths: DataPaths) -> list[AuditEntry]:
    """Return the entries, the oldest first."""
    session = open_session(paths, SECRET, ADMIN)
    try:
        return session.store.read(lambda c: read_audit(c, AuditFilter(), limit=500))[::-1]
    finally:
        session.store.close()


def own_kinds(paths: DataPaths, after: str = events.SIGNED_IN) -> list[str]:
    kinds = [one.type for one in told(paths) if one.type.startswith(events.PREFIX)]
    return kinds[kinds.index(after) :]


def test_coming_in_locking_coming_back_and_leaving_are_told(paths: DataPaths):
    with at_desk(paths) as desk:
        desk.sign_in()
        desk.rest()
        desk.key(KEY.Key_L, CONTROL)
        desk.wait(lambda: desk.desktop.door.is_locked)
        desk.give_password("Sai-mat-khau-2026")
        desk.wait(lambda: page(desk)._password_row.error(), "the wrong password is told")
        desk.give_password(SECRET)
        desk.wait(lambda: not desk.desktop.door.is_locked)
        desk.rest()
    assert own_kinds(paths) == [
        events.SIGNED_IN, events.LOCKED, events.SIGN_IN_FAILED, events.UNLOCKED,
        events.SIGNED_OUT,
    ]  # fmt: skip
    last = told(paths)[-1]
    assert last.facts["is_handing_over"] is False
    assert last.machine == machine_mark_of(paths)


def page(desk: Desk) -> Any:
    assert desk.desktop.door.sign_in is not None
    return desk.desktop.door.sign_in


def machine_mark_of(paths: DataPaths) -> str:
    session = open_session(paths, SECRET, ADMIN)
    session.store.close()
    return session.machine


def test_a_screen_that_covers_itself_is_told_as_that(paths: DataPaths):
    time = [1_770_000_000_000]
    with at_desk(paths, Clock(lambda: time[0]), lambda: time[0]) as desk:
        desk.sign_in()
        desk.rest()
        time[0] += ADMINISTRATOR_LOCK_AFTER_MS
        desk.desktop.idle.look()
        desk.wait(lambda: desk.desktop.door.is_locked)
    [lock] = [one for one in told(paths) if one.type == events.LOCKED]
    assert lock.facts["is_idle"] is True


def test_a_hand_over_is_told_of_both(clerk: DataPaths):
    with at_desk(clerk) as desk:
        desk.sign_in()
        desk.rest()
        desk.key(KEY.Key_L, CONTROL)
        desk.wait(lambda: desk.desktop.door.is_locked)
        desk.give_password(OWN, CLERK)
        desk.wait(lambda: desk.desktop.session is not None and desk.session.account_name == CLERK)
        desk.rest()
        assert "audit" not in desk.window._rail.pages()
    entries = [one for one in told(clerk) if one.type.startswith(events.PREFIX)][-5:]
    assert [one.type for one in entries] == [
        events.SIGNED_IN, events.LOCKED, events.SIGNED_OUT, events.SIGNED_IN, events.SIGNED_OUT,
    ]  # fmt: skip
    assert entries[2].facts["is_handing_over"] is True
    assert entries[0].account == entries[2].account != entries[3].account


def test_failures_stay_untold_until_they_are_in_the_journal(
    session: Session, monkeypatch: pytest.MonkeyPatch
):
    """A sign-in that could not be recorded forgets nothing."""
    paths = session.paths
    for _ in range(2):
        with pytest.raises(UserError):
            open_session(paths, "sai", ADMIN)
    leave_untold(paths.untold, restored(1, 2, 3))
    again = open_session(paths, SECRET, ADMIN)
    assert [kept.untold for kept in load_attempts(paths.attempts).values()] == [2]

    def refuse(*_arguments: object, **_options: object) -> None:
        raise UserError("audit.unknown_group", group="", groups="")

    with monkeypatch.context() as patch:
        patch.setattr("desktop.audit.note", refuse)
        with pytest.raises(UserError):
            note_sign_in(again)
    assert [one.type for one in untold(again)] == [events.RESTORED, events.SIGN_IN_FAILED]
    note_sign_in(again)
    assert untold(again) == []
    assert [kept.untold for kept in load_attempts(paths.attempts).values()] == [0]
    again.store.close()


def test_a_backup_made_as_the_window_closed_is_told_next_time(session: Session):
    keep_outcomes(session.paths.backups_log, {"here": Outcome(1_770_000_000_000, "a")})
    assert [one.type for one in untold(session)] == [events.BACKED_UP]
    note_sign_in(session)
    assert untold(session) == []


def test_what_waits_beside_the_store_can_be_nothing_else(paths: DataPaths):
    """Who can write beside the store must not be able to write sign-ins of others."""
    leave_untold(paths.untold, restored(1, 2, 3))
    text = paths.untold.read_text(encoding="utf-8").replace(events.RESTORED, events.SIGNED_IN)
    paths.untold.write_text(text, encoding="utf-8")
    assert read_untold(paths.untold) == []
    for damage in ("", "[]x", "5", '[{"type": 1}]'):
        paths.untold.write_text(damage, encoding="utf-8")
        assert read_untold(paths.untold) == []
    assert signed_in().facts == {"command": ""}


def test_very_many_households_are_told_once(desk: Desk):
    context = desk.desktop.work._context
    for number in range(MANY_HOUSEHOLDS + 20):
        context.note_view(UUID(int=number))
    desk.rest()
    found = desk.session.store.read(lambda c: read_audit(c, AuditFilter(group="viewing")))
    assert [one.facts["households"] for one in found] == [MANY_HOUSEHOLDS + 1]


@pytest.fixture
def desk(paths: DataPaths) -> Any:
    """A window on a fresh store, signed in."""
    with at_desk(paths) as opened:
        opened.sign_in()
        yield opened


def test_a_machine_bears_another_mark_in_another_store():
    assert machine_mark("a") == machine_mark("a")
    assert machine_mark("a") != machine_mark("b")
