"""Backs a session's store up, and makes a store of a backup; the key is found here."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from desktop.paths import DataPaths
from desktop.session import Session, set_aside
from desktop.untold import leave_untold
from models.audit.happenings import restored
from models.clock import Clock, local_time
from models.errors import UserError
from models.ids import uuid7
from models.store.backup import Backup, restore_backup, write_backup
from models.store.backup_file import SUFFIX
from models.store.damage import clear_damage
from models.store.keys import Keyring, recover, unlock
from models.store.location import check_location
from models.text import search_key

Progress = Callable[[int, int], object]


def backup_name(unit: str, made_ms: int) -> str:
    """Return the name of a backup made at a time: of whom, and when, and nothing of anybody."""
    code = "".join(letter if letter.isalnum() else "-" for letter in search_key(unit))
    return f"motcua-{code}-{local_time(made_ms):%Y%m%d-%H%M%S}{SUFFIX}"


def back_up(
    session: Session, out: Path, progress: Progress = lambda _done, _total: None
) -> Backup:
    """Write a proven backup to the file `out`, or into the folder `out` under a name of its own.

    UserError for a store on a server; KnownError as of `write_backup`.
    """
    if not session.paths.store.exists():
        raise UserError("backup.on_server")
    now_ms = session.store.clock.now_ms()
    file = out / backup_name(session.unit, now_ms) if out.is_dir() else out
    return write_backup(
        session.paths.store, session.paths.keyring, session.key, file.absolute(),
        work=session.paths.folder / ".backup", now_ms=now_ms, progress=progress,
    )  # fmt: skip


def restore(
    paths: DataPaths, file: Path, *, password: str | None = None, account: str | None = None,
    recovery_key: str | None = None, progress: Progress = lambda _done, _total: None,
) -> Backup:  # fmt: skip
    """Make a store of a backup in a folder without one; opened by a password or the recovery key.

    UserError for a wrong name, password or recovery key, and as of `restore_backup`.
    """
    check_location(paths.folder)
    if paths.server.exists():
        raise UserError("store.exists", folder=str(paths.folder))

    def key_of(keyring: Keyring) -> bytes:
        if recovery_key is not None:
            return recover(keyring, recovery_key)
        return unlock(keyring, account or keyring.only_name(), password or "")[1]

    clock = Clock()
    before = paths.folder / f"before-{uuid7(clock.now_ms())}"
    backup = restore_backup(
        file, key_of, paths.store, paths.keyring, work=paths.folder / ".restoring",
        make_way=lambda: set_aside(paths, before), progress=progress,
    )  # fmt: skip
    clear_damage(paths.store)
    # A folder that held sample data once: what was restored is real.
    paths.sample_mark.unlink(missing_ok=True)
    held = backup.manifest
    leave_untold(paths.untold, restored(held.made_ms, held.events, clock.now_ms()))
    return backup
