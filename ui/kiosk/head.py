"""The head of every page: who serves at which counter, and one touch for each way of reading."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from models.sentences.catalog import Language
from ui.kiosk.look import GAP_MM, KioskLook
from ui.kiosk.page import KioskPage


class KioskHead(KioskPage):
    """Shows what the staff set; the tiles ask for another language, larger letters, contrast."""

    language_chosen = Signal(str)
    size_changed = Signal()
    contrast_changed = Signal()

    def __init__(
        self, look: KioskLook, officer: str, procedure: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, parent)
        self._officer, self._procedure = officer, procedure
        self._language: Language = "vi"
        self.served = self.words("caption", is_centred=False)
        self.other_language, self.large, self.strong = (self.tile() for _ in range(3))
        self.other_language.clicked.connect(self._on_language)
        self.large.clicked.connect(self.size_changed)
        self.strong.clicked.connect(self.contrast_changed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(GAP_MM))
        row.addWidget(self.served, 1)
        for tile in (self.other_language, self.large, self.strong):
            row.addWidget(tile)

    def set_look(self, look: KioskLook) -> None:
        """Take other sizes and colours, and show which are chosen."""
        super().set_look(look)
        self.large.set_chosen(look.is_large)
        self.strong.set_chosen(look.is_strong)

    def show_language(self, language: Language) -> None:
        """Take note of the language in use."""
        self._language = language
        self.say_words()

    def say_words(self) -> None:
        """Say everything again."""
        parts = []
        if self._officer:
            parts.append(self.tr("Served by: %1").replace("%1", self._officer))
        if self._procedure:
            parts.append(self.tr("Procedure: %1").replace("%1", self._procedure))
        self.served.setText("\n".join(parts))
        # Each language is named as those who read it call it.
        self.other_language.set_words("English" if self._language == "vi" else "Tiếng Việt")
        self.large.set_words(self.tr("Large text"))
        self.strong.set_words(self.tr("Contrast"))

    def _on_language(self) -> None:
        self.language_chosen.emit("en" if self._language == "vi" else "vi")
