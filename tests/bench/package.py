"""The folder that offices get: its size and how fast it starts, against the same from the sources.

It is built where it is not there yet, which takes some minutes; `make package` builds it anew.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from tests.bench.result import Findings, Line
from tests.bench.stores import Stores
from tests.package.__main__ import (
    BUILD,
    CONSOLE,
    FOLDER,
    ROOT,
    WINDOW,
    Office,
    build,
    start_ms,
    window_ms,
)

_GROUP = "The built folder"
_SOURCES = "from the sources"


def measure(_stores: Stores) -> Findings:
    """Build the folder if need be, weigh it and start both programs."""
    is_fresh = not CONSOLE.exists()
    if is_fresh:
        build()
    with tempfile.TemporaryDirectory(prefix="office-") as folder:
        office = Office(Path(folder))
        office.console("demo")
        sources = {**office.bare, "PYTHONPATH": str(ROOT)}
        console = start_ms([str(CONSOLE), "--help"], office.bare)
        plain_console = start_ms([sys.executable, "-m", "desktop", "--help"], sources)
        window = window_ms([str(WINDOW)], office)
        plain_window = window_ms([sys.executable, "-m", "desktop"], office)
    lines = (
        Line(_GROUP, "size", _megabytes(FOLDER), _megabytes(BUILD / "venv"),
             "the packages that it is made of", "MB"),
        Line(_GROUP, "console, until it answered", console, plain_console, _SOURCES),
        Line(_GROUP, "window, until it stands", window, plain_window, _SOURCES),
    )  # fmt: skip
    said = "built for this" if is_fresh else "as the last `make package` left it"
    return Findings(lines, (f"the folder was {said}",))


def _megabytes(folder: Path) -> float:
    files = (file for file in folder.rglob("*") if file.is_file() and not file.is_symlink())
    return sum(file.stat().st_size for file in files) / 1e6
