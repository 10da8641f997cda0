"""The one broadcast of what changed; views refresh because of it, not because a page told them."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from models.store.changes import Changes


class Bus(QObject):
    """Carries `Changes` from whichever thread wrote to the GUI thread."""

    changed = Signal(object)

    def announce(self, changes: Changes) -> None:
        """Tell every view; may be called from any thread."""
        self.changed.emit(changes)
