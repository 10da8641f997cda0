"""Keeps what is in this program's memory, the store's key above all, off the disk after a crash."""

from __future__ import annotations

import sys
from contextlib import suppress
from typing import Final

# linux/prctl.h
_PR_SET_DUMPABLE: Final = 4
# errhandlingapi.h: no report of a fault, and so no dump that goes with it.
_NO_FAULT_REPORT: Final = 0x0001 | 0x0002


def forbid_memory_dumps() -> None:
    """Have the system write no image of this process, and let no other one read its memory.

    A system that does not know how is left as it is; what it swaps out is not ours to guard.
    """
    import ctypes

    if sys.platform == "win32":
        ctypes.windll.kernel32.SetErrorMode(_NO_FAULT_REPORT)
        return
    import resource

    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    # A limit does not bind what hands the image to another program, as many systems do.
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
