"""An examination in a process of its own, as backups are: it reads the whole file.

What to do, and the store's key, come over stdin. Where it finds damage it marks the store, so that
nobody writes to it any more; the window sees the mark.
"""

from __future__ import annotations

import json
import os
import subprocess
from contextlib import suppress
from pathlib import Path
from typing import IO, Final

from desktop.check_log import keep_examined
from desktop.children import start_child
from desktop.memory_dumps import forbid_memory_dumps
from desktop.paths import DataPaths

FLAG: Final = "--check-child"
DAMAGED: Final = 3


def start_check(
    paths: DataPaths, key: bytes, now_ms: int, *, with_chain: bool
) -> subprocess.Popen[bytes]:
    """Start an examination of all pages, and of the chain, and return its process.

    OSError where no process can be started.
    """
    request = {
        "folder": str(paths.folder), "key": key.hex(), "now_ms": now_ms, "with_chain": with_chain,
    }  # fmt: skip
    return start_child(FLAG, json.dumps(request).encode(), is_gentle=True)


def run_check(stream: IO[bytes]) -> int:
    """Examine what was asked for over `stream`; return 0 where all is whole, else `DAMAGED`."""
    # Whoever only starts a child need not load what it takes.
    from models.store.damage import note_damage
    from models.store.files import identity
    from models.store.whole import is_whole

    with suppress(AttributeError, OSError):
        os.nice(10)
    forbid_memory_dumps()
    request = json.loads(stream.read())
    paths, now_ms = DataPaths(Path(request["folder"])), request["now_ms"]
    with_chain, examined = bool(request["with_chain"]), identity(paths.store)
    if not is_whole(paths.store, bytes.fromhex(request["key"]), with_chain=with_chain):
        if identity(paths.store) != examined:
            # A repair was faster: what was damaged is not the store any more.
            return 0
        note_damage(paths.store, paths.keyring, now_ms)
        return DAMAGED
    keep_examined(paths.checks_log, now_ms, with_chain=with_chain)
    return 0
