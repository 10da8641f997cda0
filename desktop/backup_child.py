"""A backup in a process of its own: proving it takes seconds in which nobody's keys may wait.

It is started with nothing on its command line; what to do, and the store's key, come over stdin.
How it went is left in a file beside the store, so that a window that has closed need not wait.
"""

from __future__ import annotations

import json
import os
import subprocess
from contextlib import suppress
from pathlib import Path
from typing import IO, Final

from desktop import children
from desktop.backup_log import keep_outcomes
from desktop.memory_dumps import forbid_memory_dumps
from desktop.paths import DataPaths

FLAG: Final = "--backup-child"
# It came to its end, and what was wrong with a place is in the log.
NOT_ALL: Final = 3


def start_child(
    paths: DataPaths, key: bytes, unit: str, now_ms: int
) -> subprocess.Popen[bytes]:
    """Start a backup to all places and return its process, which goes on when this one ends.

    OSError where no process can be started.
    """
    request = {
        "folder": str(paths.folder), "key": key.hex(), "unit": unit, "now_ms": now_ms,
    }  # fmt: skip
    return children.start_child(FLAG, json.dumps(request).encode(), is_gentle=True)


def run_child(stream: IO[bytes]) -> int:
    """Do what was asked for over `stream`; return 0 where every place has its backup."""
    # Whoever only starts a child need not load what it takes.
    from desktop.backup_places import back_up_to, places_of

    with suppress(AttributeError, OSError):
        os.nice(10)
    forbid_memory_dumps()
    request = json.loads(stream.read())
    paths, key = DataPaths(Path(request["folder"])), bytes.fromhex(request["key"])
    places = places_of(paths, key)
    outcomes = back_up_to(paths, key, request["unit"], places, request["now_ms"])
    keep_outcomes(paths.backups_log, outcomes)
    return 0 if all(outcome.is_good for outcome in outcomes.values()) else NOT_ALL
