"""Trials of a restore: that one was made, of which backup, and what it held is a fact."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sqlalchemy import Connection, delete, insert, select

from models.ids import uuid7
from models.journal.event import NewEvent
from models.permissions import Permission, permitted
from models.store.schema import own_unit, store_state
from models.store.store import Transaction

if TYPE_CHECKING:
    from models.store.backup import Backup

# `drill.made` 1: made_ms (of the backup), events, head, sha256
DRILLED: Final = "drill.made"
_KEY: Final = "last_drill"


@permitted(Permission.BACK_UP)
def note_drill(tx: Transaction, backup: Backup) -> None:
    """Record that a backup was unpacked, opened and proven, as a restore would do it."""
    held = backup.manifest
    content = {
        "made_ms": held.made_ms, "events": held.events, "head": held.head,
        "sha256": backup.sha256,
    }  # fmt: skip
    now_ms = tx.clock.now_ms()
    drill = uuid7(now_ms)
    unit = own_unit(tx.connection) or ""
    tx.append(NewEvent(DRILLED, unit, drill, content, parents=(), is_creation=True))
    tx.connection.execute(delete(store_state).where(store_state.c.key == _KEY))
    tx.connection.execute(insert(store_state), {"key": _KEY, "value": str(now_ms)})


def last_drill(connection: Connection) -> int | None:
    """Return when a restore was tried last, in milliseconds since 1970, None for never."""
    query = select(store_state.c.value).where(store_state.c.key == _KEY)
    kept = connection.execute(query).scalar()
    return int(kept) if kept else None
