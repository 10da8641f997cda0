"""Text in its roles; the stylesheet knows them by the `role` and `tone` properties."""

from __future__ import annotations

import re
from typing import Final, Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.theme.colours import Tone
from ui.theme.sizes import Role

TextTone = Literal["muted"] | Tone

# The last space of a line of five words or more, before a word that is short enough to be joined.
_LAST_SPACE: Final = re.compile(r"(?<=\S) (?=\S{1,12}$)", re.MULTILINE)
_LEAST_SPACES: Final = 4
_UNBROKEN: Final = "\N{NO-BREAK SPACE}"


def bound(text: str) -> str:
    """Return a text to wrap of which no line ends in a single word on a line of its own."""
    return "\n".join(
        _LAST_SPACE.sub(_UNBROKEN, line) if line.count(" ") >= _LEAST_SPACES else line
        for line in text.split("\n")
    )


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
        super().__init__(parent)
        self._said = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        if tone is not None:
            self.setProperty("tone", tone)
        self.setWordWrap(is_wrapped)
        if is_wrapped:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        self.setText(text)

    def text(self) -> str:
        """Return what was said, as it was said."""
        return self._said

    def setText(self, text: str) -> None:
        """Say something else."""
        self._said = text
        super().setText(bound(text) if self.wordWrap() else text)

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
