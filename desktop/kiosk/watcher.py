"""Watches over the kiosk: it comes back by itself until somebody ended it by the PIN.

Small on purpose: no Qt, no store, nothing that could fail with it. It holds the store's key in its
memory and hands it to each new kiosk over a pipe.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from types import FrameType
from typing import IO, Any, Final, NoReturn

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
_PAUSES_S: Final = (0, 1, 2, 5, 10, 30)
_STEADY_MS: Final = 60_000
# Then nobody is there who could see it: the session that it was shown in has ended.
_MOST_FAILURES: Final = 30
_REST: Final = threading.Event()
_NO_WINDOW: Final = 0x08000000
# What commands are told in secret; no process of the kiosk asks for it.
_SECRETS: Final = frozenset({
    "MOTCUA_PASSWORD", "MOTCUA_NEW_PASSWORD", "MOTCUA_CODE", "MOTCUA_PIN", "MOTCUA_RECOVERY_KEY",
    "MOTCUA_SECOND_SECRET", "MOTCUA_DATABASE", "MOTCUA_HUB_DATABASE",
})  # fmt: skip
Starter = Callable[[KioskRequest], "subprocess.Popen[bytes]"]


def start_watcher(request: KioskRequest) -> subprocess.Popen[bytes]:
    """Start the watcher as a process that goes on when this one ends; OSError where none can be."""
    return _start(WATCH_FLAG, request)


def start_booth(request: KioskRequest) -> subprocess.Popen[bytes]:
    """Start the kiosk itself; OSError where no process can be started."""
    return _start(BOOTH_FLAG, request)


def run_watcher(stream: IO[bytes]) -> int:
    """Watch over what was asked for on `stream`; then open the window again that left for it."""
    request = KioskRequest.of(stream.read())
    code = watch(request)
    if request.opens_window:
        open_window(request)
    return code


def open_window(request: KioskRequest, *, rest: Callable[[float], object] = _REST.wait) -> None:
    """Open the window again, a few times if the system starts no process just then."""
    home = request.home or request.folder
    for pause_s in _PAUSES_S:
        rest(pause_s)
        with suppress(OSError):
            subprocess.Popen(
                [*_program(), "--data-dir", request.folder, "--home", home,
                 "--lang", request.language],
                stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                **_apart(),
            )  # fmt: skip
            return


def watch(
    request: KioskRequest, *, start: Starter = start_booth,
    rest: Callable[[float], object] = _REST.wait,
) -> int:  # fmt: skip
    """Keep a kiosk running until it ends for good; return how it did.

    Whoever ends this process in an orderly way ends the kiosk too. `rest` waits so many seconds.
    """
    forbid_memory_dumps()
    with suppress(ValueError):
        signal.signal(signal.SIGTERM, _on_terminated)
    failures = 0
    while True:
        began_ms = up_ms()
        code = _run(start, request)
        failures = 0 if up_ms() - began_ms > _STEADY_MS else failures + 1
        if code in _FINAL or failures > _MOST_FAILURES:
            return code
        rest(_PAUSES_S[min(max(failures - 1, 0), len(_PAUSES_S) - 1)])


def _run(start: Starter, request: KioskRequest) -> int:
    """Run one kiosk and return how it ended; one that cannot be started has failed like others."""
    try:
        booth = start(request)
    except OSError:
        return _NOT_STARTED
    try:
        return booth.wait()
    finally:
        if booth.poll() is None:
            booth.terminate()


def _start(flag: str, request: KioskRequest) -> subprocess.Popen[bytes]:
    child = subprocess.Popen(
        [*_program(), flag], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL, **_apart(),
    )  # fmt: skip
    assert child.stdin is not None
    with suppress(BrokenPipeError), child.stdin as stream:
        stream.write(request.to_bytes())
    return child


def _program() -> list[str]:
    return [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "desktop"]


def _apart() -> dict[str, Any]:
    """Return how a process is started that outlives this one, has no console and no passwords."""
    environment = {name: value for name, value in os.environ.items() if name not in _SECRETS}
    if sys.platform == "win32":
        return {"creationflags": _NO_WINDOW, "env": environment}
    return {"start_new_session": True, "env": environment}


def _on_terminated(_number: int, _frame: FrameType | None) -> NoReturn:
    raise SystemExit(128 + signal.SIGTERM)
