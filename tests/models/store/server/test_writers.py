"""Several processes on one database: nothing lost, everything noticed, a cut connection told."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from sqlalchemy import Connection, insert, select, text, update

from models.clock import Clock
from models.errors import KnownError, UserError
from models.journal.chain import verify_chain
from models.journal.event import NO_PREVIOUS
from models.journal.tables import events, streams
from models.store.doctor import compare_projections
from models.store.server import open_server, server_error
from models.store.server_schema import SCHEMA, prepare, projected_streams
from models.store.store import Store
from models.surveys.tables import responses
from tests.exchange.hub.server import Cluster, running_cluster
from tests.models.store.server.conftest import Opener
from tests.models.store.server.facts import count, key_slips, table_rows

ACCOUNT = UUID(int=7)

KEYER = """
import sys
from pathlib import Path
from uuid import UUID
from desktop.wiring import projections
from models.clock import Clock
from models.store.server import open_server
from models.store.store import Store
from tests.models.store.server.facts import key_slips
url, number = sys.argv[1:]
store = Store(open_server(url, Path("server")), Clock(), projections())
print("open", flush=True)
sys.stdin.readline()
key_slips(store, UUID(int=7), int(number))
store.close()
"""


@pytest.fixture
def own_cluster() -> Iterator[Cluster]:
    """A server that a test may stop."""
    with running_cluster() as running:
        yield running


def test_two_processes_that_key_at_once_lose_nothing(open_store: Opener, database_url: str):
    keyers = [
        subprocess.Popen(
            [sys.executable, "-c", KEYER, database_url, "25"], text=True,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=Path(__file__).parents[4],
        )
        for _ in range(2)
    ]  # fmt: skip
    for keyer in keyers:
        assert keyer.stdout is not None
        assert keyer.stdout.readline() == "open\n"
    for keyer in keyers:
        assert keyer.stdin is not None
        keyer.stdin.write("\n")
        keyer.stdin.flush()
    for keyer in keyers:
        keyer.communicate(timeout=120)
        assert keyer.returncode == 0
    store = open_store()
    assert count(store, responses) == 50
    numbers = store.read(lambda c: c.execute(select(responses.c.batch, responses.c.number)).all())
    assert len(set(numbers)) == 50
    assert store.read(verify_chain) == []
    assert compare_projections(store, store.projections) == []


def test_each_stream_goes_on_from_another_event(open_store: Opener):
    """Two streams with the same predecessor would betray a restored copy, and there is none."""
    ahead, behind = open_store(), open_store(Clock(lambda: 1_780_000_000_000))
    key_slips(ahead, ACCOUNT, 2)
    key_slips(behind, ACCOUNT, 2)
    key_slips(open_store(Clock(lambda: 1_780_000_000_000)), ACCOUNT, 2)
    first = select(events.c.prev).where(events.c.seq == 1)
    before = ahead.read(lambda connection: connection.execute(first).scalars().all())
    assert len(before) == 3
    assert len(set(before)) == 3
    assert NO_PREVIOUS in before


def test_what_another_wrote_is_news_and_our_own_is_not(open_store: Opener):
    one, other = open_store(), open_store()
    first = one.data_version()
    assert one.data_version() == first
    key_slips(one, ACCOUNT, 1)
    assert one.data_version() == first
    key_slips(other, ACCOUNT, 1)
    assert one.data_version() != first


def test_who_looks_for_news_never_waits_for_a_writer(open_store: Opener):
    one, other = open_store(), open_store()
    seen: list[int | None] = []
    one.write(lambda tx: seen.append(other.data_version()), actor=ACCOUNT)
    one.write(lambda tx: seen.append(one.data_version()), actor=ACCOUNT)
    assert seen[0] is not None
    assert seen[1] is None


def test_who_waits_too_long_is_told(open_store: Opener, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(
        "models.store.server._SETTINGS", "-c synchronous_commit=on -c lock_timeout=100ms"
    )
    one, other = open_store(), open_store()

    def meanwhile(_tx: object) -> None:
        with pytest.raises(KnownError) as caught:
            key_slips(other, ACCOUNT, 1)
        assert caught.value.code == "store.busy"

    one.write(meanwhile, actor=ACCOUNT)
    key_slips(other, ACCOUNT, 1)
    assert count(one, responses) == 1


@pytest.mark.parametrize(
    "lost", ["DELETE FROM projected_streams", "UPDATE projected_streams SET events = events - 1"]
)
def test_nobody_goes_on_in_a_database_that_was_restored(open_store: Opener, lost: str):
    store = open_store()
    key_slips(store, ACCOUNT, 2)
    with store._database.connect_writer() as connection, connection.begin():
        connection.execute(text(lost))
    before = table_rows(store)
    with pytest.raises(KnownError) as caught:
        key_slips(store, ACCOUNT, 1)
    assert caught.value.code == "store.server_restored"
    assert table_rows(store) == before
    # Whoever opens it anew begins a stream of its own.
    key_slips(open_store(), ACCOUNT, 1)
    assert count(store, responses) == 3


def test_a_command_that_fails_leaves_nothing(open_store: Opener):
    store = open_store()
    before = table_rows(store)

    def fail(tx: object) -> None:
        tx.connection.execute(insert(streams).values(  # type: ignore[attr-defined]
            stream=bytes(16), is_local=True, events=1, digest=b"", last_hash=b"", last_hlc=0
        ))  # fmt: skip
        raise UserError("surveys.no_batch")

    with pytest.raises(UserError):
        store.write(fail, actor=ACCOUNT)
    key_slips(store, ACCOUNT, 1)
    assert table_rows(store) != before
    assert count(store, streams) == 1


def test_commits_wait_for_the_disk(open_store: Opener):
    store = open_store()
    said = store.write(
        lambda tx: tx.connection.execute(text("SHOW synchronous_commit")).scalar(), actor=ACCOUNT
    )
    assert said == "on"


def test_reading_sees_one_moment_and_writes_nothing(open_store: Opener):
    store, other = open_store(), open_store()

    def look_twice(connection):
        counted = text("SELECT count(*) FROM responses")
        before = connection.execute(counted).scalar()
        key_slips(other, ACCOUNT, 1)
        return before, connection.execute(counted).scalar()

    assert store.read(look_twice) == (0, 0)
    with pytest.raises(KnownError):
        store.read(lambda connection: connection.execute(text("DELETE FROM responses")))


def test_a_server_that_stops_is_told_and_found_again(own_cluster: Cluster, tmp_path: Path):
    from desktop.wiring import projections

    url = own_cluster.database()
    store = Store(open_server(url, tmp_path / "server"), Clock(), projections())
    key_slips(store, ACCOUNT, 1)
    own_cluster.stop()
    for fails in (
        lambda: key_slips(store, ACCOUNT, 1), store.data_version,
        lambda: count(store, responses), store.catch_up, lambda: open_server(url, tmp_path),
    ):  # fmt: skip
        with pytest.raises(KnownError) as caught:
            fails()
        assert caught.value.code == "store.server_lost"
    own_cluster.start()
    assert count(store, responses) == 1
    key_slips(store, ACCOUNT, 1)
    own_cluster.stop()
    own_cluster.start()
    # Of a restart between two slips nobody hears.
    key_slips(store, ACCOUNT, 1)
    assert count(store, responses) == 3
    assert store.read(verify_chain) == []
    store.close()


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("sqlite://", "store.bad_url"), ("postgresql+psycopg://host", "store.bad_url"),
        ("nonsense", "store.bad_url"), ("postgresql+psycopg://u:geheim@h:port/db", "store.bad_url"),
        ("mysql://u:geheim@h/db", "store.bad_url"),
    ],
)  # fmt: skip
def test_another_address_is_refused_and_not_repeated(url: str, code: str, tmp_path: Path):
    with pytest.raises(UserError) as caught:
        open_server(url, tmp_path)
    assert caught.value.code == code
    assert "geheim" not in f"{caught.value!r} {caught.value.params}"


def test_a_plain_scheme_means_the_same_driver(database_url: str, tmp_path: Path):
    plain = database_url.replace("postgresql+psycopg:", "postgresql:")
    open_server(plain, tmp_path).close()


def test_an_unknown_database_is_said_without_its_password(database_url: str, tmp_path: Path):
    url = database_url.replace("/hub_", "/none_").replace("postgres@", "postgres:geheim@")
    with pytest.raises(KnownError) as caught:
        open_server(url, tmp_path)
    assert caught.value.code in {"store.server_lost", "store.server_refused"}
    assert "geheim" not in f"{caught.value!r} {caught.value.params}"


def test_a_database_of_a_newer_program_is_left_alone(
    open_store: Opener, database_url: str, tmp_path: Path
):
    open_store().write(lambda tx: _set_schema(tx.connection, 99), actor=ACCOUNT)
    with pytest.raises(KnownError) as caught:
        open_server(database_url, tmp_path)
    assert caught.value.code == "store.newer"


def test_another_programs_database_is_left_alone(
    open_store: Opener, database_url: str, tmp_path: Path
):
    forget = text("DELETE FROM store_state")
    open_store().write(lambda tx: tx.connection.execute(forget), actor=ACCOUNT)
    with pytest.raises(KnownError) as caught:
        open_server(database_url, tmp_path)
    assert caught.value.code == "store.not_ours"


def test_a_database_of_before_is_upgraded_in_place(open_store: Opener):
    """The first hubs kept a journal and no projections, in the database's own language."""
    store = open_store()
    key_slips(store, ACCOUNT, 5)
    rows = table_rows(store)

    with store._database.connect_writer() as connection, connection.begin():
        _make_older(connection)
    upgraded = open_store()
    assert upgraded.read(lambda c: c.execute(text(_LANGUAGES)).scalars().all()) == ["C"]
    upgraded.catch_up()
    assert table_rows(upgraded) == rows
    assert count(upgraded, projected_streams) == 1


_LANGUAGES = (
    "SELECT DISTINCT collation_name FROM information_schema.columns"
    " WHERE table_schema = current_schema() AND data_type = 'text'"
    " AND table_name IN ('events', 'responses', 'households', 'store_state')"
)


_FIRST_TABLES = frozenset({
    "events", "heads", "streams", "stream_units", "side_events", "held_events",
    "quarantined_events", "stations", "heard_statements", "exchanges", "store_state",
})  # fmt: skip


def _make_older(connection: Connection) -> None:
    every = text("SELECT tablename FROM pg_tables WHERE schemaname = current_schema()")
    for name in connection.execute(every).scalars().all():
        if name not in _FIRST_TABLES:
            connection.execute(text(f'DROP TABLE "{name}"'))
    other = 'ALTER TABLE events ALTER COLUMN unit TYPE text COLLATE "default"'
    connection.execute(text(other))
    # What is in the journal came from stations.
    connection.execute(update(streams).values(is_local=False))
    _set_schema(connection, 1)


def _set_schema(connection: Connection, number: int) -> None:
    connection.execute(
        text("UPDATE store_state SET value = :value WHERE key = 'hub_schema'"),
        {"value": str(number)},
    )


def test_two_who_find_an_empty_database_make_its_tables_once(database_url: str, tmp_path: Path):
    one, other = (open_server(database_url, tmp_path) for _ in range(2))
    with one.connect_writer() as connection:
        assert not prepare(connection)
        connection.rollback()
    assert SCHEMA == 4
    one.close()
    other.close()


def test_what_is_no_error_of_the_database_stays_what_it_is():
    assert server_error(ValueError(str(uuid4()))) is None
