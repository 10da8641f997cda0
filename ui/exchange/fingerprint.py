"""A station's fingerprint, large enough to be read out by telephone."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.widgets.text import Text

_IN_A_LINE: Final = 3


class FingerprintView(Text):
    """Six groups of five digits, three in a line; it can be reached by Tab and copied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "display", parent, is_wrapped=False)
        flags = Qt.TextInteractionFlag
        self.setTextInteractionFlags(
            flags.TextSelectableByMouse | flags.TextSelectableByKeyboard
        )
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_fingerprint(self, fingerprint: str) -> None:
        """Show groups of digits that are parted by spaces."""
        groups = fingerprint.split()
        lines = [groups[:_IN_A_LINE], groups[_IN_A_LINE:]]
        self.setText("\n".join("  ".join(line) for line in lines))
        self.setAccessibleName(self.tr("Fingerprint: %1").replace("%1", fingerprint))
