"""A table of contents in a PDF: its lines, the pages they name, and where they lead."""

from __future__ import annotations

from typing import Any, Final

from reportlab.lib.utils import simpleSplit
from reportlab.platypus import Flowable
from reportlab.platypus import Paragraph as Flowing

from exports.document import Contents
from exports.writers import fonts

_SIZE: Final = 13.0
_LEADING: Final = 16.5
_INDENT: Final = 28.35
_NUMBER: Final = 28.0
_DOTS: Final = " ."


class Anchored(Flowing):  # type: ignore[misc]
    """A heading that notes in `pages` on which page its anchor stands; it fits one page."""

    def __init__(self, text: str, style: Any, anchor: str, pages: dict[str, int]) -> None:
        super().__init__(text, style)
        self.anchor = anchor
        self.pages = pages

    def draw(self) -> None:
        """Draw the paragraph, and note where it is."""
        self.pages[self.anchor] = self.canv.getPageNumber()
        self.canv.bookmarkHorizontal(self.anchor, 0, self.height)
        self.canv.addOutlineEntry(self.getPlainText(), self.anchor)
        super().draw()


class ContentsTable(Flowable):  # type: ignore[misc]
    """One line an entry: its text, dots, and the page that `pages` names."""

    def __init__(self, contents: Contents, width: float, pages: dict[str, int]) -> None:
        super().__init__()
        self.pages = pages
        self.width = width
        room = width - _INDENT - _NUMBER
        self.entries = [
            (simpleSplit(text, fonts.REGULAR, _SIZE, room), anchor)
            for text, anchor in contents.entries
        ]
        self.height = sum(len(lines) for lines, _ in self.entries) * _LEADING + 6

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Return the size, in points."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw the entries from the top down, each leading to its page."""
        y = self.height - 6
        for lines, anchor in self.entries:
            top = y
            self.canv.setFont(fonts.REGULAR, _SIZE)
            for line in lines:
                y -= _LEADING
                self.canv.drawString(_INDENT, y + 4, line)
            self._lead(_INDENT + fonts.width(lines[-1], fonts.REGULAR, _SIZE), y + 4)
            self.canv.drawRightString(self.width, y + 4, str(self.pages.get(anchor, "")))
            if anchor in self.pages:
                area = (_INDENT, y, self.width, top)
                self.canv.linkRect("", anchor, area, relative=1, thickness=0)

    def _lead(self, left: float, y: float) -> None:
        dots = int((self.width - 18 - left) / fonts.width(_DOTS, fonts.REGULAR, _SIZE))
        if dots > 0:
            self.canv.drawRightString(self.width - 18, y, _DOTS * dots)
