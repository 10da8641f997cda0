"""Files written so that a crash leaves the old or the new one, never a half."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from models.errors import KnownError


def identity(file: Path) -> tuple[int, int] | None:
    """Return what stays the same while a file is the same one, whatever is written to it.

    None where there is none. A file that another one took the place of has the other's.
    """
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def write_atomically(path: Path, data: bytes, *, refused: str = "store.disk") -> None:
    """Write `data` to `path` through a `.part` file, on the disk before it gets its name.

    Raises KnownError with the code `refused` (its sentence may use `path` and `file`) when the
    disk refuses; nothing half written is left then, and a file that was there stays as it was.
    """
    part = path.with_name(path.name + ".part")
    try:
        with part.open("wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        _rename(part, path)
    except OSError as error:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise KnownError(refused, path=str(path), file=path.name) from error


def put_in_place(written: Path, path: Path, *, refused: str = "store.disk") -> None:
    """Give a file that `write_atomically` wrote on the same disk the name `path`.

    Raises KnownError as that does; a file that was there stays as it was then.
    """
    try:
        _rename(written, path)
    except OSError as error:
        raise KnownError(refused, path=str(path), file=path.name) from error


def _rename(written: Path, path: Path) -> None:
    written.replace(path)
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    """Put the folder's own entries on the disk, where the system lets a folder be opened."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
