"""Collects circular rubbish on the window's thread alone.

Python collects on whatever thread makes the next object. Work beside the window would then take
away widgets that only a circle held, and Qt's things may be destroyed on Qt's thread only.
"""

from __future__ import annotations

import gc
from typing import Final

from PySide6.QtCore import QObject, QTimer, Slot

_PERIOD_MS: Final = 500


class Collector(QObject):
    """Does by a timer what Python would do by itself, by the same thresholds."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setInterval(_PERIOD_MS)
        self._timer.timeout.connect(self.collect)

    def start(self) -> None:
        """Take collecting over."""
        gc.disable()
        self._timer.start()

    def stop(self) -> None:
        """Give collecting back."""
        self._timer.stop()
        gc.enable()

    @Slot()
    def collect(self) -> None:
        """Collect the oldest generation whose turn it is, and the younger ones with it."""
        counts, thresholds = gc.get_count(), gc.get_threshold()
        due = [
            generation
            for generation, (count, threshold) in enumerate(zip(counts, thresholds, strict=True))
            if count > threshold
        ]
        if due:
            gc.collect(due[-1])
