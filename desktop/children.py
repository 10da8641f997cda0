"""Starts this program again for work that outlives its window: backups, examinations, the kiosk.

What to do, and the store's key, go over stdin: nothing secret stands on a command line, nor in the
environment, which other programs of the same person can read.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import Any, Final

# What commands are told in secret; no child asks for it.
_SECRETS: Final = frozenset({
    "MOTCUA_PASSWORD", "MOTCUA_NEW_PASSWORD", "MOTCUA_CODE", "MOTCUA_PIN", "MOTCUA_RECOVERY_KEY",
    "MOTCUA_SECOND_SECRET", "MOTCUA_DATABASE", "MOTCUA_HUB_DATABASE",
})  # fmt: skip
# How Windows is told to open no console, and to be gentle.
_NO_WINDOW, _BELOW_NORMAL = 0x08000000, 0x4000


def start_child(
    flag: str, request: bytes, *, is_gentle: bool = False, keeps_line: bool = False
) -> subprocess.Popen[bytes]:
    """Start this program for the work that `flag` names, and hand it `request` over stdin.

    It goes on when this process ends. Where the line is kept, `request` is its first line, and the
    child finds the end of it when this process is gone. OSError where no process can be started.
    """
    child = _start([flag], subprocess.PIPE, is_gentle=is_gentle)
    assert child.stdin is not None
    if keeps_line:
        with suppress(BrokenPipeError):
            child.stdin.write(request + b"\n")
            child.stdin.flush()
        return child
    with suppress(BrokenPipeError), child.stdin as stream:
        stream.write(request)
    return child


def start_window(options: Sequence[str]) -> subprocess.Popen[bytes]:
    """Open this program's window with some options; OSError where no process can be started."""
    return _start(options, subprocess.DEVNULL)


def _start(
    arguments: Sequence[str], stdin: int, *, is_gentle: bool = False
) -> subprocess.Popen[bytes]:
    program = [sys.executable]
    if not getattr(sys, "frozen", False):
        program += ["-m", "desktop"]
    apart: dict[str, Any] = {"start_new_session": True}
    if sys.platform == "win32":
        apart = {"creationflags": _NO_WINDOW | (_BELOW_NORMAL if is_gentle else 0)}
    return subprocess.Popen(
        [*program, *arguments], stdin=stdin, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        env={name: value for name, value in os.environ.items() if name not in _SECRETS}, **apart,
    )  # fmt: skip
