"""A damaged store: nothing is written to it any more, and its files are copied aside.

That it is damaged is said by a file beside it, which everybody looks for before writing: other
processes too, and the next start. Only a repair takes it away.
"""

from __future__ import annotations

import errno
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass
from io import RawIOBase
from pathlib import Path
from typing import Final

from models.clock import local_time
from models.errors import KnownError
from models.json_text import parse_json
from models.store.files import write_atomically

# What says that a store is damaged, by whatever it was found.
DAMAGE: Final = frozenset({"store.damaged", "journal.unreadable", "backup.store_damaged"})
_MARKER: Final = "damaged.json"
_UNREADABLE: Final = (OSError, ValueError, TypeError)
# How much is read at once; what a failing disk refuses is tried again in the next smaller steps.
_STEPS: Final = (1024 * 1024, 64 * 1024, 4 * 1024)
_NO_ROOM: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


@dataclass(frozen=True, slots=True)
class Damage:
    """When a store was found damaged, in milliseconds since 1970, and where its files were copied.

    `aside` is the folder's name beside the store, "" where there was no room yet.
    """

    found_ms: int = 0
    aside: str = ""


def is_damaged(store: Path) -> bool:
    """Say whether a store was found damaged and not repaired since."""
    return marker_of(store).exists()


def refuse_damaged(store: Path) -> None:
    """Raise KnownError for a store that was found damaged."""
    if is_damaged(store):
        raise KnownError("store.damaged", path=str(store))


def read_damage(store: Path) -> Damage | None:
    """Return what is known of a store's damage, None where none was found."""
    try:
        found = Damage(**parse_json(marker_of(store).read_bytes()))
        if type(found.found_ms) is not int or type(found.aside) is not str:
            raise TypeError(found)
        return found
    except FileNotFoundError:
        return None
    except _UNREADABLE:
        return Damage()


def note_damage(store: Path, keyring: Path, now_ms: int) -> None:
    """Keep everybody from writing to a store, then copy its files aside; the first one does.

    A disk without room for the copy is no reason to go on writing: it is made before the repair.
    """
    try:
        marker_of(store).touch(exist_ok=False)
    except OSError as error:
        if isinstance(error, FileExistsError):
            return
        # Not raised: who calls tells of the damage itself. The file is tried once more below.
    aside = ""
    with suppress(KnownError):
        aside = copy_aside(store, keyring, now_ms).name
    with suppress(KnownError):
        _keep(store, Damage(now_ms, aside))


def copied_aside(store: Path, keyring: Path, now_ms: int) -> Path:
    """Return the folder with the copy of a damaged store's files, made now if it is missing.

    KnownError as of `copy_aside`.
    """
    known = read_damage(store) or Damage(now_ms)
    if known.aside and (folder := store.with_name(known.aside)).is_dir():
        return folder
    folder = copy_aside(store, keyring, now_ms)
    _keep(store, Damage(known.found_ms or now_ms, folder.name))
    return folder


def copy_aside(store: Path, keyring: Path, now_ms: int) -> Path:
    """Copy the complete set of a store's files into a folder that bears the time; return that.

    What a failing disk no longer gives back is zeros in the copy. KnownError when the disk has no
    room (`repair.not_aside`) or refuses (`store.disk`); nothing is left of the copy then.
    """
    folder = store.with_name(f"damaged-{local_time(now_ms):%Y%m%d-%H%M%S}")
    files = [file for file in (*parts_of(store), keyring) if file.exists()]
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        for file in files:
            with file.open("rb", buffering=0) as source, (folder / file.name).open("wb") as target:
                for piece in _pieces(source, 0, file.stat().st_size, _STEPS):
                    target.write(piece)
                target.flush()
                os.fsync(target.fileno())
    except OSError as error:
        shutil.rmtree(folder, ignore_errors=True)
        if error.errno in _NO_ROOM:
            raise KnownError("repair.not_aside", folder=str(store.parent)) from error
        raise KnownError("store.disk", path=str(store)) from error
    return folder


def _pieces(source: RawIOBase, start: int, end: int, steps: tuple[int, ...]) -> Iterator[bytes]:
    """Yield what lies between two places of a file, zeros where the disk does not give it back."""
    at = start
    while at < end:
        stop = min(at + steps[0], end)
        try:
            source.seek(at)
            found = source.read(stop - at)
        except OSError:
            yield from _pieces(source, at, stop, steps[1:]) if steps[1:] else [bytes(stop - at)]
        else:
            if not found:
                # It has become shorter since.
                return
            yield found
            stop = at + len(found)
        at = stop


def parts_of(store: Path) -> tuple[Path, ...]:
    """Return the files of a store: the database, its log and the log's index."""
    return (store, store.with_name(f"{store.name}-wal"), store.with_name(f"{store.name}-shm"))


def clear_damage(store: Path) -> None:
    """Let a store be written to again: it was repaired, or proven whole."""
    marker_of(store).unlink(missing_ok=True)


def _keep(store: Path, damage: Damage) -> None:
    write_atomically(marker_of(store), json.dumps(asdict(damage)).encode())


def marker_of(store: Path) -> Path:
    """Return the file that says that a store was found damaged, there or not."""
    return store.with_name(_MARKER)
