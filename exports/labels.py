"""Plates with QR on sheets of labels: which sheets there are, and plates drawn on them.

A plate says house number, street, ward and the code in two groups; its QR opens the address on
the platform's map (DOMAIN §3).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from math import floor
from typing import Any, Final

from exports.household_values import Names, grouped_code
from exports.writers import fonts, qr
from exports.writers.lettering import Lettering
from models.errors import UserError
from models.households.records import Household

MM: Final = 72 / 25.4
PAGE: Final = (210.0, 297.0)
MAP: Final = "https://diachiso.gov.vn/#/map/"
# Below this the digits cannot be read at arm's length and the QR not scanned.
LEAST: Final = (40.0, 20.0)
_PAD: Final = 2.5
_QR_SHARE: Final = 0.44
_SMALLEST: Final = 5.0
_MARK: Final = 3.0
# Of the height: house number, street, ward, code.
_SHARES: Final = (0.36, 0.18, 0.16, 0.24)
_STEP: Final = 0.5
# Of a line's height, what its letters take.
_FILL: Final = 0.92
_ADDRESS_LINES: Final = 3

Tell = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class LabelSheet:
    """An A4 sheet of labels; all measures in millimetres, from the upper left corner.

    `across` and `down` are from one label's edge to the same edge of the next.
    """

    name: str
    columns: int
    rows: int
    width: float
    height: float
    left: float
    top: float
    across: float
    down: float

    @property
    def count(self) -> int:
        """How many labels the sheet has."""
        return self.columns * self.rows


# Measures as the makers print them on the sheets' boxes.
SHEETS: Final = (
    LabelSheet("3 × 8: 70 × 37 mm (Avery 3474)", 3, 8, 70, 37, 0, 0.5, 70, 37),
    LabelSheet("3 × 7: 63,5 × 38,1 mm (Avery L7160)", 3, 7, 63.5, 38.1, 7.2, 15.15, 66.04, 38.1),
    LabelSheet("2 × 8: 99,1 × 33,9 mm (Avery L7162)", 2, 8, 99.1, 33.9, 4.65, 12.9, 101.6, 33.9),
    LabelSheet("2 × 7: 99,1 × 38,1 mm (Avery L7163)", 2, 7, 99.1, 38.1, 4.65, 15.15, 101.6, 38.1),
    LabelSheet("2 × 4: 99,1 × 67,7 mm (Avery L7165)", 2, 4, 99.1, 67.7, 4.65, 13.1, 101.6, 67.7),
)


@dataclass(frozen=True, slots=True)
class Plate:
    """What one plate says; `code` has ten digits. Without a number, `street` is the address."""

    code: str
    house_number: str
    street: str
    unit: str

    @property
    def link(self) -> str:
        """Return what the plate's QR holds."""
        return MAP + self.code


def free_sheet(width: float, height: float, margin: float = 8.0, gap: float = 2.0) -> LabelSheet:
    """Return a sheet of as many labels of a size, in millimetres, as fit, set in the middle.

    UserError `households.label_size` for a label that is too small to read or fits no page.
    """
    columns = floor((PAGE[0] - 2 * margin + gap) / (width + gap)) if width >= LEAST[0] else 0
    rows = floor((PAGE[1] - 2 * margin + gap) / (height + gap)) if height >= LEAST[1] else 0
    if columns < 1 or rows < 1:
        raise UserError(
            "households.label_size", width=f"{width:g}", height=f"{height:g}",
            least_width=f"{LEAST[0]:g}", least_height=f"{LEAST[1]:g}",
            most_width=f"{PAGE[0] - 2 * margin:g}", most_height=f"{PAGE[1] - 2 * margin:g}",
        )  # fmt: skip
    left = (PAGE[0] - columns * width - (columns - 1) * gap) / 2
    top = (PAGE[1] - rows * height - (rows - 1) * gap) / 2
    size = f"{width:g} × {height:g}".replace(".", ",")
    name = f"{columns} × {rows}: {size} mm"
    return LabelSheet(name, columns, rows, width, height, left, top, width + gap, height + gap)


def plates(households: Iterable[Household], names: Names) -> tuple[Plate, ...]:
    """Return the plates of the households that have a code, in the order in which they come."""
    return tuple(
        Plate(one.code, one.house_number, _street(one), names.unit(one.unit))
        for one in households
        if one.code
    )


def plate_labels(
    shown: Sequence[Plate],
    sheet: LabelSheet,
    *,
    start: int = 1,
    cut_marks: bool = False,
    tell: Tell | None = None,
) -> bytes:
    """Return the plates as the bytes of a PDF file; `start` is the first free label, from 1.

    Labels count from left to right, then down. UserError `households.no_plates` where there is
    nothing to print, `households.label_start` for a label that the sheet does not have.
    """
    from reportlab import rl_config
    from reportlab.pdfgen.canvas import Canvas

    if not shown:
        raise UserError("households.no_plates")
    if not 1 <= start <= sheet.count:
        raise UserError("households.label_start", start=start, most=sheet.count)
    fonts.register()
    rl_config.useA85 = 0
    out = BytesIO()
    size = (PAGE[0] * MM, PAGE[1] * MM)
    canvas = Canvas(
        out, size, invariant=1, pageCompression=1, initialFontName=fonts.REGULAR, lang="vi-VN"
    )
    canvas.setTitle("Biển địa chỉ số")
    canvas.setCreator("motcua")
    pen = _Pen(canvas, sheet)
    for number, plate in enumerate(shown):
        at = (number + start - 1) % sheet.count
        if number and at == 0:
            canvas.showPage()
        pen.draw(plate, at)
        if cut_marks:
            pen.draw_marks(at)
        if tell is not None:
            tell(number + 1, len(shown))
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def _street(one: Household) -> str:
    if one.house_number:
        return one.street or one.hamlet
    return one.address or ", ".join(part for part in (one.street, one.hamlet) if part)


class _Pen:
    """Draws plates on the labels of one kind of sheet."""

    def __init__(self, canvas: Any, sheet: LabelSheet) -> None:
        self.canvas = canvas
        self.sheet = sheet
        self.letters: dict[tuple[str, float], Lettering] = {}

    def draw(self, plate: Plate, at: int) -> None:
        """Draw a plate on the label of a number, counted from 0."""
        x, y = self._corner(at)
        width, height = self.sheet.width * MM, self.sheet.height * MM
        pad = _PAD * MM
        side = min(height - 2 * pad, width * _QR_SHARE)
        qr.draw(self.canvas, qr.matrix(plate.link), x + pad, y + (height - side) / 2, side)
        left, room = x + pad + side + pad / 2, width - side - 2.5 * pad
        gap = (height - 2 * pad) * (1 - sum(_SHARES)) / (len(_SHARES) - 1)
        top = y + height - pad
        for text, tall, letters in self._lines(plate, height - 2 * pad, room):
            baseline = top - tall / 2 - letters.size * 0.34
            self.canvas.addLiteral(letters.at(left, baseline, letters.fitted(text, room)))
            top -= tall + gap

    def _lines(
        self, plate: Plate, inner: float, room: float
    ) -> Iterator[tuple[str, float, Lettering]]:
        """Yield each line of a plate with its height in points and its letters."""
        number, street, unit, code = (share * inner for share in _SHARES)
        if plate.house_number:
            yield self._line(plate.house_number, number, fonts.BOLD, room)
            yield self._line(plate.street, street, fonts.REGULAR, room)
        else:
            yield from self._address(plate.street, (number + street) / _ADDRESS_LINES, room)
        yield self._line(plate.unit, unit, fonts.REGULAR, room)
        yield self._line(grouped_code(plate.code), code, fonts.BOLD, room)

    def _line(self, text: str, tall: float, font: str, room: float) -> tuple[str, float, Lettering]:
        """Return a line with the largest letters, in half points, in which it fits."""
        size = tall * _FILL
        wide = fonts.width(text, font, size)
        return text, tall, self._letters(font, size * room / wide if wide > room else size)

    def _address(
        self, text: str, tall: float, room: float
    ) -> Iterator[tuple[str, float, Lettering]]:
        """Yield an address in lines of the largest letters in which it is whole, if in any."""
        size = tall * _FILL
        while True:
            letters = self._letters(fonts.REGULAR, size)
            lines = letters.lines(text, room, _ADDRESS_LINES)
            if " ".join(lines) == text or size <= _SMALLEST:
                break
            size -= _STEP
        lines += [""] * (_ADDRESS_LINES - len(lines))
        yield from ((line, tall, letters) for line in lines)

    def draw_marks(self, at: int) -> None:
        """Draw a short line outside each corner of a label."""
        x, y = self._corner(at)
        right, top, long = x + self.sheet.width * MM, y + self.sheet.height * MM, _MARK * MM
        self.canvas.setLineWidth(0.3)
        ends = ((x, -1), (right, 1))
        sides = ((y, -1), (top, 1))
        self.canvas.lines([(cx, cy, cx + s * long, cy) for cx, s in ends for cy, _ in sides])
        self.canvas.lines([(cx, cy, cx, cy + s * long) for cx, _ in ends for cy, s in sides])

    def _corner(self, at: int) -> tuple[float, float]:
        """Return the lower left corner of a label, in points."""
        row, column = divmod(at, self.sheet.columns)
        x = self.sheet.left + column * self.sheet.across
        y = PAGE[1] - self.sheet.top - row * self.sheet.down - self.sheet.height
        return x * MM, y * MM

    def _letters(self, font: str, size: float) -> Lettering:
        size = max(_SMALLEST, floor(size / _STEP) * _STEP)
        key = (font, size)
        if key not in self.letters:
            self.letters[key] = Lettering(self.canvas, font, size)
        return self.letters[key]
