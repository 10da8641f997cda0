"""Writes a file whole or not at all: beside its place first, then put there in one step."""

from __future__ import annotations

import os
from pathlib import Path

from models.errors import KnownError


def write_whole(path: Path, content: bytes) -> None:
    """Write the bytes through `NAME.part`, flushed; KnownError `sheets.disk` if it fails.

    A file that was there before stays untouched until the new one is complete.
    """
    part = path.with_name(path.name + ".part")
    try:
        try:
            with part.open("wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        raise KnownError("sheets.disk", file=path.name) from error
