"""Says whether a store is whole: each page, and the chain of the journal."""

from __future__ import annotations

from pathlib import Path

from models.errors import KnownError
from models.journal.chain import verify_chain
from models.store.damage import DAMAGE
from models.store.engine import READ_ONLY, open_engine, told
from models.store.look import last_events_hold
from models.store.pages import page_faults


def is_whole(store: Path, key: bytes, *, with_chain: bool = True) -> bool:
    """Say whether every page of a store holds, and its chain, or but the end of that.

    Reads only; False without a file. KnownError where the disk or another program stands in the
    way: that says nothing of the store.
    """
    if not store.exists():
        return False
    engine = open_engine(store, key).execution_options(**{READ_ONLY: True})
    try:
        with told(store), engine.connect() as connection, connection.begin():
            if page_faults(connection):
                return False
            return not verify_chain(connection) if with_chain else last_events_hold(connection)
    except KnownError as error:
        if error.code not in DAMAGE:
            raise
        return False
    finally:
        engine.dispose()
