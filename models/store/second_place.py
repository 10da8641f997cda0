"""Where backups go besides the folder beside the store: this machine's matter, no fact."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from sqlalchemy import Connection, delete, insert, select

from models.errors import UserError
from models.permissions import Permission, permitted
from models.store.schema import store_state
from models.store.store import Transaction

_KEY: Final = "second_backup_place"


def read_second_place(connection: Connection) -> Path | None:
    """Return the second folder for backups, None before one was chosen."""
    query = select(store_state.c.value).where(store_state.c.key == _KEY)
    kept = connection.execute(query).scalar()
    return Path(kept) if kept else None


@permitted(Permission.BACK_UP)
def keep_second_place(tx: Transaction, folder: Path | None, *, store: Path) -> None:
    """Keep a second folder for backups, None for no second one; `store` is the store's own folder.

    UserError for a folder that is not there, or that lies where the store lies: what takes one
    takes the other.
    """
    if folder is not None:
        if not folder.is_dir():
            raise UserError("backup.no_such_folder", folder=str(folder))
        if folder.resolve().is_relative_to(store.resolve()):
            raise UserError("backup.beside_store", folder=str(folder))
    tx.connection.execute(delete(store_state).where(store_state.c.key == _KEY))
    if folder is not None:
        tx.connection.execute(
            insert(store_state), {"key": _KEY, "value": str(folder.absolute())}
        )
