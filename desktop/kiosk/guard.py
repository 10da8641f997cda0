"""The kiosk watches its watcher in turn: where that was killed it starts another for itself.

No Qt here: it waits on a thread of its own, and starts processes as others do.
"""

from __future__ import annotations

import os
import subprocess
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from typing import Final

from desktop.kiosk.request import KioskRequest
from desktop.kiosk.watcher import PAUSES_S, start_watcher

Waiting = Callable[[], object]
Starter = Callable[[KioskRequest], "subprocess.Popen[bytes]"]
_REST: Final = threading.Event()


class WatcherGuard:
    """Keeps a watcher beside the kiosk; `wait` returns when the first has gone."""

    def __init__(
        self, request: KioskRequest, wait: Waiting, *, start: Starter = start_watcher,
        rest: Callable[[float], object] = _REST.wait,
    ) -> None:  # fmt: skip
        self._request = replace(request, adopts=os.getpid())
        self._wait = wait
        self._start = start
        self._rest = rest
        self._watcher: subprocess.Popen[bytes] | None = None
        self._lock = threading.Lock()
        self._is_over = False

    def begin(self) -> None:
        """Wait beside everything else."""
        threading.Thread(target=self.watch, daemon=True).start()

    def watch(self) -> None:
        """Start a watcher whenever there is none, until the kiosk has ended."""
        self._wait()
        failures = 0
        while True:
            with self._lock:
                if self._is_over:
                    return
                with suppress(OSError):
                    self._watcher = self._start(self._request)
            if self._watcher is not None:
                self._watcher.wait()
            self._rest(PAUSES_S[min(failures, len(PAUSES_S) - 1)])
            failures += 1

    def tell(self, code: int) -> None:
        """Tell the watcher that was started from here how the kiosk ends; there is no other."""
        with self._lock:
            self._is_over = True
            stream = self._watcher.stdin if self._watcher is not None else None
            if stream is not None:
                with suppress(OSError), stream:
                    stream.write(str(code).encode())
