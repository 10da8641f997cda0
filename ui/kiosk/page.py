"""What all pages of the kiosk have in common: they are made of words and tiles, and relabelled."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.kiosk.look import Kind, KioskLook, Part
from ui.kiosk.tile import TouchTile
from ui.kiosk.words import KioskText


class KioskPage(QWidget):
    """Keeps its words and tiles in one look."""

    def __init__(self, look: KioskLook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look

    def set_look(self, look: KioskLook) -> None:
        """Take other sizes and colours."""
        self.look = look
        for words in self.findChildren(KioskText):
            words.set_look(look)
        for tile in self.findChildren(TouchTile):
            tile.set_look(look)

    def say_words(self) -> None:
        """Say everything again, in the language that is chosen now."""
        raise NotImplementedError

    def take_focus(self) -> None:
        """Put the focus on what is wanted next."""
        self.setFocus()

    def words(
        self, part: Part = "option", *, is_muted: bool = False, is_centred: bool = True
    ) -> KioskText:
        """Return a new label in this page's look."""
        return KioskText(self.look, part, is_muted=is_muted, is_centred=is_centred, parent=self)

    def tile(self, kind: Kind = "plain") -> TouchTile:
        """Return a new tile in this page's look."""
        return TouchTile("", self.look, kind=kind, parent=self)
