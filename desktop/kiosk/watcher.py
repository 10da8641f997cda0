"""Watches over the kiosk: it comes back by itself until somebody ended it by the PIN.

Small on purpose: no Qt, no store, nothing that could fail with it. It holds the store's key in its
memory and hands it to each new kiosk over a pipe.
"""

from __future__ import annotations

import os
import signal
import subprocess
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from types import FrameType
from typing import IO, Final, NoReturn, Protocol

from desktop.children import start_child, start_window
from desktop.kiosk.request import KioskRequest
from desktop.memory_dumps import forbid_memory_dumps
from models.clock import up_ms

WATCH_FLAG: Final = "--kiosk-watch"
BOOTH_FLAG: Final = "--kiosk-booth"
# How a kiosk ends that is not to come back: by the PIN, because its store opens no more, because a
# window works on that store, or because there is no screen.
ENDED: Final = 0
REFUSED: Final = 3
OCCUPIED: Final = 4
NO_SCREEN: Final = 5
_NOT_STARTED: Final = 1
_FINAL: Final = frozenset({ENDED, REFUSED, OCCUPIED, NO_SCREEN})
# Seconds before it comes back: at once, and later where it fails again and again.
PAUSES_S: Final = (0, 1, 2, 5, 10, 30)
_STEADY_MS: Final = 60_000
# Then nobody is there who could see it: the session that it was shown in has ended.
_MOST_FAILURES: Final = 30
_REST: Final = threading.Event()
_CRASHED: Final = -1


class Running(Protocol):
    """A kiosk that runs: a process of this one, or one that was adopted."""

    stdin: IO[bytes] | None

    def wait(self) -> int:
        """Wait until it ends, and return how it did."""

    def poll(self) -> int | None:
        """Return how it ended, None while it runs."""

    def terminate(self) -> None:
        """End it."""


Starter = Callable[[KioskRequest], Running]


class Adopted:
    """A kiosk that another watcher started: it says on `stream` how it ends, or that just ends."""

    stdin: IO[bytes] | None = None

    def __init__(self, process: int, stream: IO[bytes]) -> None:
        self._process = process
        self._stream = stream
        self._code: int | None = None

    def wait(self) -> int:
        """Wait until it ends, and return how it did."""
        said = self._stream.read()
        self._code = int(said) if said.isdigit() else _CRASHED
        return self._code

    def poll(self) -> int | None:
        """Return how it ended, None while it runs."""
        return self._code

    def terminate(self) -> None:
        """End it."""
        with suppress(OSError):
            os.kill(self._process, signal.SIGTERM)


def start_watcher(request: KioskRequest) -> subprocess.Popen[bytes]:
    """Start the watcher as a process that goes on when this one ends; OSError where none can be."""
    return start_child(WATCH_FLAG, request.to_bytes(), keeps_line=bool(request.adopts))


def start_booth(request: KioskRequest) -> subprocess.Popen[bytes]:
    """Start the kiosk itself; OSError where no process can be started.

    It finds out by the line that is kept to it when this process is killed.
    """
    return start_child(BOOTH_FLAG, request.to_bytes(), keeps_line=True)


def run_watcher(stream: IO[bytes]) -> int:
    """Watch over what was asked for on `stream`; then open the window again that left for it."""
    request = KioskRequest.of(stream.readline())
    adopted = Adopted(request.adopts, stream) if request.adopts else None
    code = watch(replace(request, adopts=0), running=adopted)
    if request.opens_window:
        open_window(request)
    return code


def open_window(request: KioskRequest, *, rest: Callable[[float], object] = _REST.wait) -> None:
    """Open the window again, a few times if the system starts no process just then."""
    home = request.home or request.folder
    for pause_s in PAUSES_S:
        rest(pause_s)
        with suppress(OSError):
            start_window(
                ["--data-dir", request.folder, "--home", home, "--lang", request.language]
            )
            return


def watch(
    request: KioskRequest, *, start: Starter = start_booth,
    rest: Callable[[float], object] = _REST.wait, running: Running | None = None,
) -> int:  # fmt: skip
    """Keep a kiosk running until it ends for good; return how it did.

    One that is `running` already is waited for first. Whoever ends this process in an orderly way
    ends the kiosk too. `rest` waits so many seconds.
    """
    forbid_memory_dumps()
    with suppress(ValueError):
        signal.signal(signal.SIGTERM, _on_terminated)
    failures = 0
    while True:
        began_ms = up_ms()
        code = _run(start, request, running)
        running = None
        failures = 0 if up_ms() - began_ms > _STEADY_MS else failures + 1
        if code in _FINAL or failures > _MOST_FAILURES:
            return code
        rest(PAUSES_S[min(max(failures - 1, 0), len(PAUSES_S) - 1)])


def _run(start: Starter, request: KioskRequest, running: Running | None) -> int:
    """Run one kiosk and return how it ended; one that cannot be started has failed like others."""
    try:
        booth = running or start(request)
    except OSError:
        return _NOT_STARTED
    try:
        return booth.wait()
    finally:
        if booth.poll() is None:
            booth.terminate()
        if booth.stdin is not None:
            with suppress(OSError):
                booth.stdin.close()


def _on_terminated(_number: int, _frame: FrameType | None) -> NoReturn:
    raise SystemExit(128 + signal.SIGTERM)
