"""Words that are only read."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.kiosk.look import KioskLook, Part
from ui.widgets.text import Text


class KioskText(Text):
    """A wrapped label in one of the kiosk's sizes."""

    def __init__(
        self, look: KioskLook, part: Part = "option", *, is_muted: bool = False,
        is_centred: bool = False, parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent=parent)
        self._part: Part = part
        self._is_muted = is_muted
        if is_centred:
            self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.set_look(look)

    def set_look(self, look: KioskLook) -> None:
        """Take other sizes and colours."""
        font = look.font(self._part)
        colour = look.colours.muted if self._is_muted else look.colours.ink
        # The window's own sheet speaks of every label; this one is said of it alone.
        self.setStyleSheet(
            f"font-size: {font.pixelSize()}px; font-weight: {font.weight().value};"
            f" color: {colour.name()}; background: transparent;"
        )

    def set_words(self, text: str) -> None:
        """Say something else; nothing takes no room."""
        self.setText(text)
        self.setVisible(bool(text))
