"""The app at the hub's database: every station's sum, and conflicts that are settled there."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from desktop.paths import DataPaths
from desktop.session import Session, open_session
from desktop.shared import join_shared, opened_server
from exports.exchange.aggregates import state_aggregates
from exports.hub.catching_up import CatchingUp
from exports.hub.database import HUB_ACTOR, HubDatabase
from models.clock import Clock
from models.errors import KnownError
from models.households.commands import check_household, settle
from models.households.figures_query import read_register
from models.households.list_commands import import_list
from models.households.list_plan import plan_list
from models.households.queries import read_household, search_households
from models.journal.event import NewEvent
from models.periods import range_period
from models.settings.queries import read_settings
from models.store.aggregates import AGGREGATES
from models.store.doctor import examine
from models.store.store import Store
from models.surveys.summary_query import read_summary
from models.surveys.tables import responses
from tests.conftest import ADMIN, SECRET, UNIT
from tests.exchange.hub.test_sync import introduce, opened, run
from tests.models.households.conftest import row
from tests.models.store.server.facts import count, key_slips
from tests.models.store.server.facts import settle as settle_signer

__all__ = ["opened"]

YEAR = range_period(date(2026, 1, 1), date(2026, 12, 31))
TODAY = date(2026, 12, 31)
Joined = Callable[[], Session]


@pytest.fixture
def at_hub(database_url: str, tmp_path: Path) -> Iterator[Joined]:
    """Open the app at the hub's database."""
    sessions: list[Session] = []

    def join() -> Session:
        paths = DataPaths(tmp_path / "at-hub")
        if not paths.server.exists():
            join_shared(paths, database_url, admin="Thành phố", password=SECRET, unit_code="06820")
        sessions.append(open_session(paths, SECRET))
        return sessions[-1]

    yield join
    for session in sessions:
        session.store.close()


def slips(store: Store) -> int:
    """Return how many slips stand in the summary."""
    return store.read(partial(read_summary, period=YEAR)).total.valid


def household(session: Session) -> UUID:
    plan = session.store.read(lambda c: plan_list(c, [row(1, "Nguyễn Văn An", phone="0912345678")]))
    session.store.write(
        lambda tx: import_list(tx, plan, unit=UNIT, title="1", columns={}, header=[]),
        actor=session.account,
    )
    return plan.rows[0].household


def check(session: Session, which: UUID, phone: str) -> None:
    session.store.write(
        lambda tx: check_household(tx, which, outcome="sai_thong_tin", values={"phone": phone},
                                   on=date(2026, 2, 3)),
        actor=session.account,
    )  # fmt: skip


def test_the_sum_of_all_stations_stands_at_the_hub(
    database: HubDatabase, hub_url: str, opened, at_hub: Joined
) -> None:
    one, other = opened("A"), opened("B")
    for number, session in ((3, one), (6, other)):
        introduce(session, database)
        key_slips(session.store, session.account, number)
        run(session, hub_url)
    household(one)
    run(one, hub_url)
    hub = at_hub()
    # Of the three and of the six one was voided each.
    assert slips(hub.store) == slips(one.store) == 7
    assert [found.name for found in hub.store.read(partial(search_households, typed="an ngu"))] == [
        "Nguyễn Văn An"
    ]
    figures = hub.store.read(partial(read_register, period=YEAR, today=TODAY))
    assert figures.total.households == 1
    # What comes while the window is open is news to it once it was caught up.
    seen = hub.store.data_version()
    key_slips(one.store, one.account, 2)
    run(one, hub_url)
    before = slips(hub.store)
    hub.store.catch_up()
    assert slips(hub.store) == before + 2
    assert hub.store.data_version() != seen
    assert [found.name for found in examine(hub.store) if not found.ok] == []


def test_a_conflict_settled_at_the_hub_reaches_the_stations(
    database: HubDatabase, hub_url: str, opened, at_hub: Joined
) -> None:
    one, other = opened("A"), opened("B")
    introduce(one, database)
    introduce(other, database)
    which = household(one)
    run(one, hub_url)
    run(other, hub_url)
    check(one, which, "0911111111")
    check(other, which, "0922222222")
    run(one, hub_url)
    run(other, hub_url)
    hub = at_hub()
    assert hub.store.read(partial(read_household, household=which)).conflicts == 1
    hub.store.write(lambda tx: settle(tx, which, {"phone": "0933333333"}), actor=hub.account)
    for session in (one, other):
        run(session, hub_url)
        found = session.store.read(partial(read_household, household=which))
        assert (found.phone, found.conflicts) == ("0933333333", 0)


def test_a_station_enrolled_while_the_app_is_open_is_enrolled(
    database: HubDatabase, hub_url: str, opened, at_hub: Joined
) -> None:
    hub = at_hub()
    session = opened("A")
    introduce(session, database)
    key_slips(session.store, session.account, 2)
    run(session, hub_url)
    hub.store.catch_up()
    assert slips(hub.store) == 2
    hub.store.replace_projections()
    assert run(session, hub_url).pending == 0


def test_what_cannot_be_read_keeps_nobody_else_s_figures_back(
    database: HubDatabase, hub_url: str, opened, at_hub: Joined
) -> None:
    session = opened("A")
    introduce(session, database)
    broken = NewEvent("survey.response_recorded", UNIT, uuid4(), {"unit": 7}, parents=())
    # The station's own tables refuse it: it comes from a program that has another idea of a slip.
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("models.store.store.apply_all", lambda *_arguments: None)
        session.store.write(lambda tx: tx.append(broken), actor=session.account)
    key_slips(session.store, session.account, 4)
    run(session, hub_url)
    hub = at_hub()
    assert slips(hub.store) == slips(session.store) > 0
    bad = {found.name: found.code for found in examine(hub.store) if not found.ok}
    assert bad == {"projections": "store.journal_unreadable"}


def test_the_quiet_thread_catches_up_until_it_is_stopped(
    database: HubDatabase, hub_url: str, opened, database_url: str, tmp_path: Path
) -> None:
    session = opened("A")
    introduce(session, database)
    with opened_server(database_url, tmp_path / "server", Clock()) as store:
        caught = threading.Event()

        def catch_up() -> None:
            store.catch_up()
            if count(store, responses) == 3:
                caught.set()

        keeping_up = CatchingUp(catch_up, every_s=0.01)
        keeping_up.start()
        key_slips(session.store, session.account, 3)
        assert run(session, hub_url).pending == 0
        assert caught.wait(30)
        keeping_up.stop()
        assert slips(store) == slips(session.store)


@pytest.mark.parametrize("error", [KnownError("store.server_lost"), ValueError("Nguyễn Văn An")])
def test_a_thread_that_fails_goes_on_and_says_it_once(
    error: Exception, caplog: pytest.LogCaptureFixture
) -> None:
    tried = threading.Semaphore(0)

    def fail() -> None:
        tried.release()
        raise error

    keeping_up = CatchingUp(fail, every_s=0.001)
    with caplog.at_level(logging.WARNING, "motcua.hub"):
        keeping_up.start()
        assert all(tried.acquire(timeout=30) for _ in range(3))
        keeping_up.stop()
    assert len(caplog.records) == 1
    assert "Nguyễn" not in caplog.text


def test_the_hub_s_letterhead_is_its_own_unit_s(
    database: HubDatabase, hub_url: str, opened, at_hub: Joined, database_url: str, tmp_path: Path
) -> None:
    session = opened("A")
    introduce(session, database)
    settle_signer(session.store, session.account)
    run(session, hub_url)
    # The hub's own process catches up before the database belongs to any unit.
    with opened_server(database_url, tmp_path / "server", Clock()) as store:
        store.catch_up()
    hub = at_hub()
    assert (hub.unit, hub.account_name) == ("06820", "Thành phố")
    assert session.store.read(read_settings).signer_name == "Phạm Thị Tám"
    assert hub.store.read(read_settings).signer_name == ""
    assert [found.name for found in examine(hub.store) if not found.ok] == []


def test_a_station_s_account_of_the_same_name_is_another_person_s(
    database: HubDatabase, hub_url: str, opened, database_url: str, tmp_path: Path
) -> None:
    session = opened("A")
    introduce(session, database)
    run(session, hub_url)
    paths = DataPaths(tmp_path / "at-hub")
    made = join_shared(paths, database_url, admin=ADMIN, password=SECRET, unit_code="06820")
    assert made.account != session.account


def test_who_may_read_figures_only_gets_the_sum_from_the_hub(
    database: HubDatabase, hub_url: str, database_url: str, opened, tmp_path: Path
) -> None:
    one, other, city = opened("A"), opened("B"), opened("C")
    for number, session in ((3, one), (6, other)):
        introduce(session, database)
        key_slips(session.store, session.account, number)
        run(session, hub_url)
    introduce(city, database, [AGGREGATES])
    with opened_server(database_url, tmp_path / "server", Clock()) as store:
        store.catch_up()
        assert state_aggregates(store, actor=HUB_ACTOR)
        assert not state_aggregates(store, actor=HUB_ACTOR)
        expected = store.read(partial(read_summary, period=YEAR))
    run(city, hub_url)
    found = city.store.read(partial(read_summary, period=YEAR))
    assert (found.units, found.total) == (expected.units, expected.total)
    assert found.total.valid == 7
    assert count(city.store, responses) == 0
    # Nobody's figures of a unit that a station counts itself are counted twice.
    run(one, hub_url)
    assert slips(one.store) == 7
