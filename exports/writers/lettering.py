"""Text set straight into a page's content stream, many times faster than by drawString.

ReportLab splits every text anew into the subsets of an embedded face. Here a character is looked
up once (by `splitString` and `getSubsetInternalName`, ReportLab's interface of dynamic fonts);
after that a whole text is one `str.translate`.
"""

from __future__ import annotations

from typing import Any, Final

ELLIPSIS: Final = "…"
_ESCAPED: Final = {ord(sign): f"\\{sign}" for sign in "()\\"}
_FIRST_PLAIN: Final = 32
_LAST_PLAIN: Final = 126


class Lettering:
    """A face at a size, in points, on one canvas."""

    def __init__(self, canvas: Any, font: str, size: float) -> None:
        from reportlab.pdfbase.pdfmetrics import getFont

        self._signs = _Signs(canvas, getFont(font), size)
        self._widths = _Widths(getFont(font), size)
        self._ellipsis = self._widths[ELLIPSIS]
        self.size = size

    @property
    def choice(self) -> str:
        """Return the operators that choose this face and size within BT and ET."""
        return self._signs.choice(0)

    def shown(self, text: str) -> str:
        """Return the operators that show `text` where the pen stands."""
        return f"({text.translate(self._signs)}) Tj"

    def width(self, text: str) -> float:
        """Return how wide `text` is, in points."""
        return sum(map(self._widths.__getitem__, text))

    def fitted(self, text: str, room: float) -> str:
        """Return `text`, cut and ended by an ellipsis where it is wider than `room` points."""
        if self.width(text) <= room:
            return text
        left = room - self._ellipsis
        for place, letter in enumerate(text):
            left -= self._widths[letter]
            if left < 0:
                return text[:place].rstrip() + ELLIPSIS
        return text

    def lines(self, text: str, room: float, most: int) -> list[str]:
        """Return `text` in at most `most` lines broken between words; the last one is cut."""
        words = text.split()
        made: list[str] = []
        while words and len(made) < most - 1:
            line = words.pop(0)
            while words and self.width(f"{line} {words[0]}") <= room:
                line = f"{line} {words.pop(0)}"
            made.append(self.fitted(line, room))
        return [*made, self.fitted(" ".join(words), room)] if words else made

    def at(self, x: float, y: float, text: str) -> str:
        """Return a whole text object that shows `text` from (x, y), in points."""
        return f"BT {self.choice} {x:.2f} {y:.2f} Td {self.shown(text)} ET"

    def column(self, x: float, y: float, pitch: float, texts: list[str]) -> str:
        """Return a text object with `texts` one below the other, `pitch` points apart."""
        shown = " T*\n".join([self.shown(text) for text in texts])
        return f"BT {self.choice} {pitch:.2f} TL {x:.2f} {y:.2f} Td\n{shown} ET"


class _Signs(dict[int, str]):
    """A translation of characters to what stands between the brackets of a shown text.

    A character outside the first subset brings the operators that change to its face and back.
    """

    def __init__(self, canvas: Any, font: Any, size: float) -> None:
        super().__init__()
        self._document = canvas._doc
        self._font = font
        self._size = f"{size:g}"
        # The first subset must exist before it can be named.
        font.splitString(" ", self._document)

    def choice(self, subset: int) -> str:
        """Return the operators that choose a subset of the face."""
        return f"{self._font.getSubsetInternalName(subset, self._document)} {self._size} Tf"

    def __missing__(self, code: int) -> str:
        [(subset, [byte])] = self._font.splitString(chr(code), self._document)
        sign = _ESCAPED.get(byte) or _byte(byte)
        if subset:
            sign = f") Tj {self.choice(subset)} ({sign}) Tj {self.choice(0)} ("
        self[code] = sign
        return sign


class _Widths(dict[str, float]):
    """The width of each character, in points."""

    def __init__(self, font: Any, size: float) -> None:
        super().__init__()
        self._font = font
        self._size = size

    def __missing__(self, letter: str) -> float:
        self[letter] = width = float(self._font.stringWidth(letter, self._size))
        return width


def _byte(byte: int) -> str:
    return chr(byte) if _FIRST_PLAIN <= byte <= _LAST_PLAIN else f"\\{byte:03o}"
