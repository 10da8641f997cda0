"""Makes a backup that was proven to be readable, and makes a store of one.

The copy is one consistent view of the store (VACUUM INTO), whoever writes meanwhile. It is opened
with the store's own key, its pages and its chain are proven, and only then is it put into a file.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from models.errors import KnownError, UserError
from models.journal.chain import verify_chain
from models.journal.reconcile import JournalHead, journal_head
from models.store.backup_file import (
    Manifest,
    file_digest,
    read_keyring,
    read_manifest,
    unpack_store,
    write_backup_file,
)
from models.store.engine import READ_ONLY, connect, open_engine, told
from models.store.keys import Keyring, load_keyring
from models.store.migrate import migrate
from models.store.pages import page_faults
from models.store.schema import HEAD, own_unit

# Copying, proving, writing and reading back: each goes through the file once.
_PARTS: Final = 4
# What a backup needs at least beside the store's own length.
_SLACK_BYTES: Final = 16 * 1024 * 1024
Progress = Callable[[int, int], object]
KeyOf = Callable[[Keyring], bytes]


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup on the disk: where it is, what it holds, and the file's SHA-256."""

    file: Path
    manifest: Manifest
    sha256: str


def write_backup(
    store: Path, keyring: Path, key: bytes, out: Path, *, work: Path, now_ms: int,
    progress: Progress = lambda _done, _total: None,
) -> Backup:  # fmt: skip
    """Write a backup of an encrypted store to `out`, in place of what is there by that name.

    `work` is a folder on a disk of this machine in which the copy is proven; it is removed. The
    store may be in use. KnownError when the store is damaged (`backup.store_damaged`), or a disk is
    full or refuses; what `progress` raises ends it. Nothing half written is left.
    """
    size = store.stat().st_size if store.exists() else 0
    _check_room(out.parent, size)
    _check_room(work.parent, size)
    total = size * _PARTS
    with _working(work):
        copy = work / "copy.db"
        progress(0, total)
        _copy(store, key, copy)
        progress(size, total)
        head, unit = _proven(copy, key, migrates=False)
        progress(size * 2, total)
        manifest = Manifest(
            load_keyring(keyring).store_id, unit, HEAD, now_ms, head.events, head.digest.hex(),
            copy.stat().st_size, file_digest(copy),
        )  # fmt: skip
        digest = write_backup_file(
            out, manifest, keyring.read_bytes(), copy,
            lambda done: progress(min(size * 2 + done, total), total),
        )  # fmt: skip
    progress(total, total)
    return Backup(out, manifest, digest)


def check_backup(
    file: Path, key_of: KeyOf, *, work: Path, progress: Progress = lambda _done, _total: None
) -> Backup:
    """Return what a backup holds once it was unpacked, opened and proven: a restore without one.

    `key_of` opens the keyring in it. UserError for a file that is none, is damaged, or that the key
    does not open; KnownError when the disk refuses.
    """
    with unpacked_backup(file, key_of, work=work, progress=progress) as (backup, _):
        return backup


@contextmanager
def unpacked_backup(
    file: Path, key_of: KeyOf, *, work: Path, progress: Progress = lambda _done, _total: None
) -> Iterator[tuple[Backup, Path]]:
    """Unpack and prove a backup in the folder `work`, for as long as the context lasts.

    Gives the backup and its store; its keyring lies beside that. Errors as of `check_backup`.
    """
    with _working(work):
        yield _unpacked(file, key_of, work, progress), work / "copy.db"


def restore_backup(
    file: Path, key_of: KeyOf, store: Path, keyring: Path, *, work: Path,
    make_way: Callable[[], object], progress: Progress = lambda _done, _total: None,
) -> Backup:  # fmt: skip
    """Make a store of a backup where there is none; it is proven before it gets its name.

    `make_way` sets aside what an earlier store left beside it, once the backup is proven. Errors as
    of `check_backup`; `store.exists` where there is a store already.
    """
    if store.exists():
        raise UserError("store.exists", folder=str(store.parent))
    with _working(work):
        backup = _unpacked(file, key_of, work, progress)
        try:
            make_way()
            (work / "keyring.json").replace(keyring)
            # Last: without it there is no store, whatever else was moved.
            (work / "copy.db").replace(store)
        except OSError as error:
            raise KnownError("store.disk", path=str(store)) from error
    return backup


def _copy(store: Path, key: bytes, copy: Path) -> None:
    with closing(connect(store, key)) as connection, told(store):
        connection.execute("VACUUM INTO ?", (str(copy),))


def _unpacked(file: Path, key_of: KeyOf, work: Path, progress: Progress) -> Backup:
    manifest = read_manifest(file)
    (work / "keyring.json").write_bytes(read_keyring(file))
    key = key_of(load_keyring(work / "keyring.json"))
    _check_room(work.parent, manifest.store_bytes)
    total = manifest.store_bytes * 2
    unpack_store(file, manifest, work / "copy.db", lambda done: progress(done, total))
    try:
        head, _ = _proven(work / "copy.db", key, migrates=manifest.schema != HEAD)
    except KnownError as error:
        if error.code in {"backup.store_damaged", "store.damaged"}:
            raise UserError("backup.damaged", file=file.name) from error
        raise
    if (head.events, head.digest.hex()) != (manifest.events, manifest.head):
        raise UserError("backup.damaged", file=file.name)
    progress(total, total)
    return Backup(file, manifest, file_digest(file))


def _proven(copy: Path, key: bytes, *, migrates: bool) -> tuple[JournalHead, str]:
    """Return a copy's head and unit once its pages and its chain were proven."""
    engine = open_engine(copy, key)
    try:
        with told(copy):
            if migrates:
                migrate(engine)
            reader = engine.execution_options(**{READ_ONLY: True})
            with reader.connect() as connection, connection.begin():
                if page_faults(connection) or verify_chain(connection):
                    raise KnownError("backup.store_damaged")
                return journal_head(connection), own_unit(connection) or ""
    finally:
        engine.dispose()


def _check_room(folder: Path, needed: int) -> None:
    try:
        free = shutil.disk_usage(folder).free
    except OSError as error:
        raise KnownError("backup.no_folder", folder=str(folder)) from error
    if free < needed + _SLACK_BYTES:
        raise KnownError(
            "backup.no_room", folder=str(folder), free=free // 2**20,
            needed=(needed + _SLACK_BYTES) // 2**20,
        )  # fmt: skip


@contextmanager
def _working(work: Path) -> Iterator[None]:
    """Make a folder for the time of one work, in place of what an interrupted one left."""
    try:
        shutil.rmtree(work, ignore_errors=True)
        work.mkdir(parents=True, mode=0o700)
    except OSError as error:
        raise KnownError("store.disk", path=str(work)) from error
    try:
        yield
    finally:
        with suppress(OSError):
            shutil.rmtree(work)
