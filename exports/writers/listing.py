"""Writes a long list as PDF: A4 across, rows of one height, head and page number on every page.

Made for tens of thousands of rows: lines and headings of a page are drawn once and referred to,
and a page's column is one text object (`exports.writers.lettering`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from itertools import accumulate
from typing import Any, Final

from exports.writers import fonts
from exports.writers.lettering import Lettering

MM: Final = 72 / 25.4
PAGE: Final = (297 * MM, 210 * MM)
LEFT: Final = 10 * MM
TOP: Final = PAGE[1] - 16 * MM
SIZE: Final = 9.0
PITCH: Final = 12.0
ROWS: Final = 40
_HEAD: Final = 27.0
_PAD: Final = 2.5
_DROP: Final = 3.3
_SHADE: Final = 0.92

Tell = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class ListColumn:
    """A column's heading and its width in millimetres."""

    heading: str
    width: float


@dataclass(frozen=True, slots=True)
class Listing:
    """A list to print: what it is, its columns (together 277 mm wide at most), its rows.

    `printed_on` stands on every page; None leaves it out.
    """

    title: str
    columns: tuple[ListColumn, ...]
    rows: Sequence[Sequence[str]]
    printed_on: date | None = None

    @property
    def pages(self) -> int:
        """How many pages it fills; an empty list is one page."""
        return max(1, -(-len(self.rows) // ROWS))

    @property
    def edges(self) -> tuple[float, ...]:
        """Where the columns' lines stand, in points from the left edge of the page."""
        return tuple(accumulate((c.width * MM for c in self.columns), initial=LEFT))


def render(listing: Listing, tell: Tell | None = None) -> bytes:
    """Return the list as the bytes of a PDF file; equal lists give equal bytes.

    `tell` is called after each page with how many are done and how many there are.
    """
    from reportlab import rl_config
    from reportlab.pdfgen.canvas import Canvas

    fonts.register()
    rl_config.useA85 = 0
    out = BytesIO()
    canvas = Canvas(
        out, PAGE, invariant=1, pageCompression=1, initialFontName=fonts.REGULAR, lang="vi-VN"
    )
    canvas.setTitle(listing.title)
    canvas.setCreator("motcua")
    pen = _Pen(canvas, listing)
    for number in range(listing.pages):
        pen.draw(number)
        canvas.showPage()
        if tell is not None:
            tell(number + 1, listing.pages)
    canvas.save()
    return out.getvalue()


class _Pen:
    """Draws the pages of one list."""

    def __init__(self, canvas: Any, listing: Listing) -> None:
        self.canvas = canvas
        self.listing = listing
        self.text = Lettering(canvas, fonts.REGULAR, SIZE)
        self.bold = Lettering(canvas, fonts.BOLD, SIZE)
        self.title = Lettering(canvas, fonts.BOLD, 12.0)
        self.edges = listing.edges
        self.rooms = [c.width * MM - 2 * _PAD for c in listing.columns]
        # Hamlets, wards and outcomes repeat: each text is measured and cut once for its column.
        self.cut: list[dict[str, str]] = [{} for _ in listing.columns]
        self.frames: set[int] = set()

    def draw(self, number: int) -> None:
        """Draw the page of a number, counted from 0."""
        rows = self.listing.rows[number * ROWS : (number + 1) * ROWS]
        self.canvas.doForm(self._frame(len(rows)))
        self._draw_number(number)
        first = TOP - _HEAD - PITCH + _DROP
        for place, texts in enumerate(zip(*rows, strict=True)):
            column = self.text.column(
                self.edges[place] + _PAD, first, PITCH, self._fitted(place, texts)
            )
            self.canvas.addLiteral(column)

    def _fitted(self, place: int, texts: Sequence[str]) -> list[str]:
        known, room = self.cut[place], self.rooms[place]
        made = []
        for text in texts:
            fit = known.get(text)
            if fit is None:
                fit = known[text] = self.text.fitted(text, room)
            made.append(fit)
        return made

    def _draw_number(self, number: int) -> None:
        text = f"Trang {number + 1}/{self.listing.pages}"
        x = self.edges[-1] - self.text.width(text)
        self.canvas.addLiteral(self.text.at(x, TOP + 8, text))

    def _frame(self, rows: int) -> str:
        """Return the name of what stands on every page of so many rows, drawn at its first use."""
        name = f"rows-{rows}"
        if rows not in self.frames:
            self.frames.add(rows)
            self.canvas.beginForm(name, *(0, 0), *PAGE)
            self._draw_title()
            self._draw_lines(rows)
            self._draw_headings()
            self.canvas.endForm()
        return name

    def _draw_title(self) -> None:
        on = self.listing.printed_on
        words = f"In ngày {on:%d/%m/%Y}" if on else ""
        right = self.edges[-1] - self.text.width("Trang 99999/99999") - self.text.width(words)
        title = self.title.fitted(self.listing.title, right - LEFT - 12)
        self.canvas.addLiteral(self.title.at(LEFT, TOP + 8, title))
        self.canvas.addLiteral(self.text.at(right, TOP + 8, words))

    def _draw_lines(self, rows: int) -> None:
        left, right = self.edges[0], self.edges[-1]
        bottom = TOP - _HEAD - rows * PITCH
        self.canvas.setFillGray(_SHADE)
        self.canvas.rect(left, TOP - _HEAD, right - left, _HEAD, stroke=0, fill=1)
        self.canvas.setFillGray(0)
        self.canvas.setLineWidth(0.4)
        levels = [TOP, *(TOP - _HEAD - row * PITCH for row in range(rows + 1))]
        self.canvas.lines([(left, y, right, y) for y in levels])
        self.canvas.lines([(x, TOP, x, bottom) for x in self.edges])

    def _draw_headings(self) -> None:
        for edge, room, column in zip(self.edges, self.rooms, self.listing.columns, strict=False):
            lines = self.bold.lines(column.heading, room, 2)
            y = TOP - (_HEAD - len(lines) * 11) / 2 - 8.5
            for text in lines:
                x = edge + _PAD + (room - self.bold.width(text)) / 2
                self.canvas.addLiteral(self.bold.at(x, y, text))
                y -= 11
