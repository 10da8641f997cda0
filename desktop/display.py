"""Whether a window can be shown at all, asked before Qt is loaded: Qt would end the process."""

from __future__ import annotations

import os
import sys


def has_display() -> bool:
    """Say whether there is a screen to show a window on."""
    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
