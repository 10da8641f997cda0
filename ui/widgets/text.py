"""Text in its roles; the stylesheet knows them by the `role` and `tone` properties."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.theme.colours import Tone
from ui.theme.sizes import Role

TextTone = Literal["muted"] | Tone


class Text(QLabel):
    """A label in one role of the type scale; plain text, wrapped unless told otherwise."""

    def __init__(
        self,
        text: str = "",
        role: Role = "body",
        parent: QWidget | None = None,
        *,
        tone: TextTone | None = None,
        is_wrapped: bool = True,
    ) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        if tone is not None:
            self.setProperty("tone", tone)
        self.setWordWrap(is_wrapped)
        if is_wrapped:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)

    def set_tone(self, tone: TextTone | None) -> None:
        """Colour the text by its meaning."""
        if self.property("tone") != tone:
            self.setProperty("tone", tone)
            self._polish_again()

    def _polish_again(self) -> None:
        self.style().unpolish(self)
        self.style().polish(self)


class Heading(Text):
    """The title of a page or of a part of it."""

    def __init__(self, text: str = "", role: Role = "title", parent: QWidget | None = None) -> None:
        super().__init__(text, role, parent)
