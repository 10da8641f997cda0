"""The schema: migrations and tables agree, old stores come up, newer ones are left alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, text

from desktop.session import Session, open_session
from desktop.wiring import projections
from models.errors import KnownError
from models.sentences.catalog import say
from models.store.engine import connect, open_engine
from models.store.migrate import alembic_config, migrate, revision, upgrade
from models.store.schema import HEAD, metadata
from tests.conftest import ADMIN, SECRET

KEY = bytes(32)


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    """An empty encrypted file."""
    made = open_engine(tmp_path / "s.db", KEY)
    yield made
    made.dispose()


def schema(engine: Engine) -> dict[str, str]:
    with engine.connect() as connection, connection.begin():
        rows = connection.execute(text("SELECT name, sql FROM sqlite_master WHERE sql NOT NULL"))
        return {name: re.sub(r'[\s"]+', " ", sql).strip() for name, sql in rows}


def is_ours(name: str | None, kind: str, _parents: object) -> bool:
    return kind != "table" or not str(name).startswith(("household_search", "household_digits"))


def test_head_is_the_newest_script():
    scripts = ScriptDirectory.from_config(alembic_config())
    assert scripts.get_current_head() == HEAD
    assert len(scripts.get_heads()) == 1


def test_autogenerate_finds_no_difference_between_migrations_and_tables(engine):
    migrate(engine)
    with engine.connect() as connection:
        # The search index keeps tables of its own, which no metadata knows.
        opts = {"compare_type": True, "include_name": is_ours}
        context = MigrationContext.configure(connection, opts=opts)
        assert compare_metadata(context, metadata) == []


def test_migrations_make_the_very_statements_that_the_tables_make(engine, tmp_path):
    migrate(engine)
    created = open_engine(tmp_path / "created.db", KEY)
    with created.connect() as connection, connection.begin():
        metadata.create_all(connection)
    migrated = schema(engine)
    del migrated["alembic_version"]
    assert migrated == schema(created)
    created.dispose()


def test_every_projected_table_is_in_the_schema(engine):
    migrate(engine)
    names = {table.name for part in projections() for table in part.tables}
    journal = {
        "events", "heads", "streams", "stream_units", "side_events", "held_events",
        "quarantined_events",
    }  # fmt: skip
    of_this_file = {"store_state", "heard_statements", "exchanges"}
    assert names | journal | of_this_file == set(metadata.tables)


def test_a_new_file_comes_up_and_a_second_time_nothing_is_done(engine):
    assert migrate(engine) is None
    assert migrate(engine) == HEAD


def test_all_migrations_go_down_and_up_again(engine):
    migrate(engine)
    first = schema(engine)
    with engine.connect() as connection, connection.begin():
        config = alembic_config()
        config.attributes["connection"] = connection
        command.downgrade(config, "base")
        assert revision(connection) is None
    assert set(schema(engine)) == {"alembic_version"}
    with engine.connect() as connection, connection.begin():
        upgrade(connection, None)
    assert schema(engine) == first


def test_a_migration_that_fails_leaves_the_file_as_it_was(engine, monkeypatch):
    from alembic import op

    def refuse(*_arguments, **_options):
        raise RuntimeError("half way")

    monkeypatch.setattr(op, "create_table", refuse)
    with pytest.raises(RuntimeError, match="half way"):
        migrate(engine)
    assert schema(engine) == {}


def test_a_store_of_a_newer_program_is_refused_and_left_alone(session: Session):
    session.store.close()
    raw = connect(session.paths.store, session.key)
    raw.execute("UPDATE alembic_version SET version_num = '9999'")
    raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    raw.close()
    before = session.paths.store.read_bytes()
    with pytest.raises(KnownError) as caught:
        open_session(session.paths, SECRET, ADMIN)
    assert caught.value.code == "store.newer"
    assert "newer version" in say(caught.value, "en")
    assert session.paths.store.read_bytes() == before
