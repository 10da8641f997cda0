from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from desktop.session import Session
from models.accounts.queries import Account
from models.accounts.standing import Standing
from models.clock import local_time
from models.permissions import Permission
from models.rekeying.commands import rekey_slip
from tests.models.rekeying.conftest import GOOD, WORSE, Staff
from tests.scenarios.desk import Desk
from ui.home.backup_line import backup_text, is_calm
from ui.home.loading import read_overview
from ui.home.needs import NEEDS, Look, Need, Waiting, count_needs
from ui.home.needs_card import NeedsCard
from ui.settings.safekeeping import BackupState, PlaceState

DAY_MS = 24 * 3600 * 1000
NOW_MS = 1_700_000_000_000


class People:
    def __init__(self, *minutes: int) -> None:
        self.minutes = minutes

    def every(self) -> list[Standing]:
        account = Account(UUID(int=1), "lan", "counter", "06811")
        return [Standing(account, is_here=True, locked_minutes=one) for one in self.minutes]


class Keeping:
    def __init__(self, *places: PlaceState) -> None:
        self.kept = BackupState(places, has_second=len(places) > 1, drilled_ms=None,
                                is_running=False)  # fmt: skip

    def state(self) -> BackupState:
        return self.kept


def place(days: int | None, code: str = "") -> PlaceState:
    made = None if days is None else NOW_MS - days * DAY_MS
    return PlaceState(Path("noi-luu"), made, code)


def counted(session: Session, people: Any, keeping: Any, *allowed: Permission) -> dict[str, int]:
    today = local_time(NOW_MS).date()
    overview = session.store.read(partial(read_overview, today=today, officer=""))
    look = Look(session.store, overview, session.account, NOW_MS, people, keeping)
    return {one.need.place: one.number for one in count_needs(look, lambda one: one in allowed)}


def test_nothing_waits_in_a_new_store(session: Session) -> None:
    assert counted(session, People(0), Keeping(place(0)), *Permission) == {}


@pytest.mark.parametrize(
    ("places", "waits"),
    [
        ((place(7),), False), ((place(8),), True), ((place(0, "backup.no_folder"),), True),
        ((place(0), place(0, "backup.no_folder")), True), ((place(None),), False),
    ],
)  # fmt: skip
def test_a_backup_that_failed_or_is_old_waits(
    session: Session, places: tuple[PlaceState, ...], waits: bool
) -> None:
    found = counted(session, People(), Keeping(*places), Permission.BACK_UP)
    assert found == ({"settings/backups": 1} if waits else {})
    assert counted(session, People(), None, Permission.BACK_UP) == {}


def test_only_who_may_help_is_told(session: Session) -> None:
    people = People(0, 5, 1)
    assert counted(session, people, None, Permission.KEY_SLIPS) == {}
    assert counted(session, people, None, Permission.MANAGE_ACCOUNTS) == {"settings/accounts": 2}


def test_each_kind_has_a_place_of_its_own_and_says_how_many(desk: Desk) -> None:
    assert len({need.place for need in NEEDS}) == len(NEEDS)
    for need in NEEDS:
        assert Waiting(need, 1200).sentence
        assert "%" not in Waiting(need, 1200).sentence
        desk.window.open_place(need.place)
        desk.rest()
        assert desk.window._rail.current() == need.place.partition("/")[0]


def test_a_line_that_has_the_focus_stays_when_its_number_changes(qtbot: Any) -> None:
    card = NeedsCard()
    qtbot.addWidget(card)
    slips = Need(Permission.REVIEW_SLIPS, lambda _look: 0, lambda: "Phiếu: %1", "keying/decisions")
    card.show_waiting((Waiting(slips, 1),))
    row = card._shown["keying/decisions"]
    with qtbot.waitSignal(card.place_chosen) as chosen:
        row.click()
    assert chosen.args == ["keying/decisions"]
    card.show_waiting((Waiting(slips, 1200),))
    assert card._shown["keying/decisions"] is row
    assert row.text() == "Phiếu: 1.200"
    urgent = replace(slips, place="exchange", is_urgent=True)
    card.show_waiting((Waiting(urgent, 1), Waiting(slips, 1)))
    assert list(card._shown) == ["exchange", "keying/decisions"]
    card.show_waiting(())
    assert card._shown == {}
    assert card._calm.isVisibleTo(card)


@pytest.mark.parametrize(
    ("places", "said", "calm"),
    [
        ((place(None),), "No backup yet  ·  no second place", False),
        ((place(0), place(0)), "Backup: today 05:13  ·  with a second place", True),
        ((place(2),), "Backup: 13/11/2023, 2 day(s) ago  ·  no second place", False),
        ((place(2), place(0, "x")), "Backup: 13/11/2023, 2 day(s) ago  ·  with a second place",
         False),
    ],
)  # fmt: skip
def test_the_last_good_backup_is_told(
    places: tuple[PlaceState, ...], said: str, calm: bool
) -> None:
    state = Keeping(*places).kept
    assert backup_text(state, NOW_MS) == said
    assert is_calm(state, NOW_MS) == calm


def test_second_keying_and_differences_wait_for_who_may_do_them(session: Session) -> None:
    staff = Staff(session)
    batch = staff.batch(GOOD, GOOD)
    slips = staff.drawn(batch)
    staff.write(staff.second, rekey_slip, slips[0], WORSE)
    found = counted(session, People(0), Keeping(place(0)), Permission.KEY_SLIPS)
    assert found == {"keying/differences": 1, "keying/second": 1}
