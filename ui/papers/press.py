"""The press: what makes and draws pages, one at a time and off the GUI thread."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from ui.papers.pages import Bitmap, bitmap

if TYPE_CHECKING:
    from ui.jobs import Progress

_WAIT: Final = 0.05
# Fonts of the PDF writer and the PDF renderer are not made for two threads at once.
_PRESS: Final = threading.Lock()


@contextmanager
def holding_press(progress: Progress) -> Iterator[None]:
    """Hold the press alone; whoever waits for it can still be cancelled."""
    while not _PRESS.acquire(timeout=_WAIT):
        progress.report(0)
    try:
        progress.report(0)
        yield
    finally:
        _PRESS.release()


def draw_page(content: bytes, index: int, dpi: int, progress: Progress) -> Bitmap:
    """Return one page of a PDF at a printer's resolution."""
    with holding_press(progress):
        return bitmap(content, index, dpi)
