"""How much room a disk must have left, so that it is said before it is full."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

# A month's slips (some 5.000 of 1 KB), a commune's list of 34.043 households (60 MB), the log, a
# report and the drafts, three times over.
_MONTH_BYTES: Final = 200 * 2**20
# Beside the store lie the copy that is proven and the backup that is made of it.
_COPIES_HERE, _COPIES_ELSEWHERE = 2, 1


@dataclass(frozen=True, slots=True)
class Room:
    """What is free in a folder and what will be needed there, in bytes."""

    folder: Path
    free: int
    needed: int

    @property
    def is_low(self) -> bool:
        """Say whether the next month's work, or a backup of it, may not fit."""
        return self.free < self.needed


def rooms(store: Path, elsewhere: Sequence[Path] = ()) -> list[Room]:
    """Return the room beside a store, and in the other places of its backups.

    A place that cannot be looked at is left out: whoever backs up there says so.
    """
    size = store.stat().st_size if store.exists() else 0
    wanted = {
        store.parent: _COPIES_HERE * size + _MONTH_BYTES,
        **dict.fromkeys(elsewhere, _COPIES_ELSEWHERE * size + _MONTH_BYTES),
    }
    found = []
    for folder, needed in wanted.items():
        with suppress(OSError):
            found.append(Room(folder, shutil.disk_usage(folder).free, needed))
    return found
