"""Brings a store's schema up to what this program reads and writes.

Alembic is loaded only when there is something to do: an up-to-date store opens without it.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine, inspect, select

from models.errors import KnownError
from models.store.engine import READ_ONLY
from models.store.schema import HEAD, alembic_version

if TYPE_CHECKING:
    from alembic.config import Config

_SCRIPTS = Path(__file__).with_name("migrations")


def migrate(engine: Engine) -> str | None:
    """Upgrade the schema in one transaction; return the revision it had, None for a new file.

    KnownError when the store was written by a newer program: nothing is touched then.
    """
    # Asked in a reading transaction first: opening a store must not wait for who writes to it.
    reader = engine.execution_options(**{READ_ONLY: True})
    with reader.connect() as connection, connection.begin():
        found = revision(connection)
    if found != HEAD:
        with engine.connect() as connection, connection.begin():
            upgrade(connection, found)
    return found


def revision(connection: Connection) -> str | None:
    """Return the schema revision of an open store, None for an empty file."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(select(alembic_version.c.version_num)).scalar()


def upgrade(connection: Connection, found: str | None) -> None:
    """Run the migrations that lie between `found` and this program's revision."""
    from alembic import command
    from alembic.script import ScriptDirectory

    config = alembic_config()
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    if found is not None and found not in known:
        raise KnownError("store.newer")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def alembic_config() -> Config:
    """Return the configuration of the migrations, with no file of its own."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_SCRIPTS))
    return config
