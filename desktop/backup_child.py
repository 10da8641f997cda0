"""A backup in a process of its own: proving it takes seconds in which nobody's keys may wait.

It is started with nothing on its command line; what to do, and the store's key, come over stdin.
How it went is left in a file beside the store, so that a window that has closed need not wait.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import IO, Any, Final

from desktop.backup_log import keep_outcomes
from desktop.memory_dumps import forbid_memory_dumps
from desktop.paths import DataPaths

FLAG: Final = "--backup-child"
# It came to its end, and what was wrong with a place is in the log.
NOT_ALL: Final = 3
# How Windows is told to be gentle, and to open no console.
_BELOW_NORMAL, _NO_WINDOW = 0x4000, 0x08000000


def start_child(
    paths: DataPaths, key: bytes, unit: str, now_ms: int
) -> subprocess.Popen[bytes]:
    """Start a backup to all places and return its process, which goes on when this one ends.

    OSError where no process can be started.
    """
    request = {
        "folder": str(paths.folder), "key": key.hex(), "unit": unit, "now_ms": now_ms,
    }  # fmt: skip
    return start_process(FLAG, request)


def start_process(flag: str, request: Mapping[str, Any]) -> subprocess.Popen[bytes]:
    """Start this program for the work that `flag` names, and hand it `request` over stdin.

    It goes on when this process ends. OSError where no process can be started.
    """
    program = [sys.executable]
    if not getattr(sys, "frozen", False):
        program += ["-m", "desktop"]
    options: dict[str, Any] = {"start_new_session": True}
    if sys.platform == "win32":
        options = {"creationflags": _BELOW_NORMAL | _NO_WINDOW}
    child = subprocess.Popen(
        [*program, flag], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL, **options,
    )  # fmt: skip
    assert child.stdin is not None
    with suppress(BrokenPipeError), child.stdin as stream:
        stream.write(json.dumps(request).encode())
    return child


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
