"""A tap that was meant for the page before answers nothing on the next one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent

# A finger that taps twice does so within this time (Qt's and Windows' double click).
CALM_MS: Final = 400
PRESSES: Final = frozenset({
    QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick, QEvent.Type.TouchBegin,
})  # fmt: skip


class Calm:
    """Says which presses are taken; `up_ms` is for how long the machine has been running."""

    def __init__(self, up_ms: Callable[[], int]) -> None:
        self._up_ms = up_ms
        self._came_ms: int | None = None
        self._is_fresh = False

    def begin(self) -> None:
        """Take note that another page came."""
        self._came_ms = self._up_ms()
        self._is_fresh = True

    def takes(self, press: QEvent.Type) -> bool:
        """Say whether a press is meant for this page.

        The second half of a double click is not while it is the page's first press: it began on the
        page before, however long ago the system still calls that one click.
        """
        is_second_half = press == QEvent.Type.MouseButtonDblClick and self._is_fresh
        self._is_fresh = False
        is_early = self._came_ms is not None and self._up_ms() - self._came_ms < CALM_MS
        return not (is_early or is_second_half)
