"""Walk sheets: a hamlet's households in street order, to be ticked at the door with a pen.

A4 upright, eight households a page in large print, each with its QR, its values as they stand,
boxes numbered as the keys that choose the outcomes, and room for a correction and a signature.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import Any, Final

from exports.household_values import (
    Names,
    address_line,
    day_text,
    grouped_code,
    outcome_text,
    plate_text,
    walk_key,
)
from exports.household_wording import hamlet_label
from exports.writers import fonts, qr
from exports.writers.lettering import Lettering
from models.households.fields import OUTCOMES
from models.households.marks import household_mark
from models.households.records import Household

MM: Final = 72 / 25.4
PAGE: Final = (210 * MM, 297 * MM)
A_PAGE: Final = 8
_LEFT: Final = 12 * MM
_WIDTH: Final = 188 * MM
_TOP: Final = PAGE[1] - 8 * MM
_HEAD: Final = 31 * MM
_BLOCK: Final = 30 * MM
_QR: Final = 23 * MM
_TEXT: Final = 26 * MM
_FIX: Final = 128 * MM
_BOX: Final = 5 * MM
_TICKS: Final = 1.4 * MM
_DOTS: Final = "." * 200
_FORM: Final = "household"
# What stands beside a box; the head of each page says it in full.
_SHORT: Final = {
    "dung": "Đúng", "sai_thong_tin": "Sai", "trung_ma": "Trùng", "khong_tim_thay": "K. thấy",
    "nha_trong": "Trống", "de_nghi_cap_ma": "Xin mã", "tu_choi": "Từ chối",
}  # fmt: skip
_PLATE: Final = "Gắn biển"
_TICK_WIDTH: Final = 20.2 * MM

Tell = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Walk:
    """The households of one hamlet and who goes there; `unit` is a code, `officer` a name."""

    unit: str
    hamlet: str
    households: tuple[Household, ...]
    officer: str = ""

    @property
    def pages(self) -> int:
        """How many pages it fills; a hamlet without households is one page."""
        return max(1, -(-len(self.households) // A_PAGE))


def walk_sheets(
    walks: Sequence[Walk], names: Names, printed_on: date, tell: Tell | None = None
) -> bytes:
    """Return the sheets of all hamlets as the bytes of one PDF file, pages counted by hamlet.

    `tell` hears after each page how many are done, of how many.
    """
    from reportlab import rl_config
    from reportlab.pdfgen.canvas import Canvas

    fonts.register()
    rl_config.useA85 = 0
    out = BytesIO()
    canvas = Canvas(
        out, PAGE, invariant=1, pageCompression=1, initialFontName=fonts.REGULAR, lang="vi-VN"
    )
    canvas.setTitle("Phiếu rà soát địa chỉ số")
    canvas.setCreator("motcua")
    pen = _Pen(canvas, names, printed_on)
    whole, done = sum(walk.pages for walk in walks), 0
    for walk in walks:
        walked = sorted(walk.households, key=walk_key)
        for number in range(walk.pages):
            pen.draw(walk, number, walked[number * A_PAGE : (number + 1) * A_PAGE])
            canvas.showPage()
            done += 1
            if tell is not None:
                tell(done, whole)
    canvas.save()
    return out.getvalue()


def mark(household: Household) -> str:
    """Return what a household's QR holds: its code, or its id where it has none."""
    return household.code or household_mark(household.id)


class _Pen:
    """Draws the pages of all walks on one canvas."""

    def __init__(self, canvas: Any, names: Names, printed_on: date) -> None:
        self.canvas = canvas
        self.names = names
        self.printed_on = printed_on
        self.title = Lettering(canvas, fonts.BOLD, 15)
        self.name = Lettering(canvas, fonts.BOLD, 14)
        self.large = Lettering(canvas, fonts.REGULAR, 12)
        self.plain = Lettering(canvas, fonts.REGULAR, 10)
        self.small = Lettering(canvas, fonts.ITALIC, 9)
        self._draw_form()

    def draw(self, walk: Walk, number: int, households: Sequence[Household]) -> None:
        """Draw one page; `number` counts the walk's pages from 0."""
        self._draw_head(walk, number)
        top = _TOP - _HEAD
        for place, one in enumerate(households):
            self._draw_household(number * A_PAGE + place + 1, one, top - _BLOCK * (place + 1))
        self._draw_foot()

    def _write(self, letters: Lettering, x: float, y: float, text: str) -> None:
        self.canvas.addLiteral(letters.at(x, y, text))

    def _draw_head(self, walk: Walk, number: int) -> None:
        where = f"{hamlet_label(walk.hamlet)}, {self.names.unit(walk.unit)}"
        page = f"Trang {number + 1}/{walk.pages}"
        right = _LEFT + _WIDTH
        self._write(self.large, right - self.large.width(page), _TOP - 14, page)
        self._write(self.title, _LEFT, _TOP - 14, "PHIẾU RÀ SOÁT ĐỊA CHỈ SỐ")
        self._write(self.name, _LEFT, _TOP - 32, self.name.fitted(where, _WIDTH * 0.62))
        told = f"{len(walk.households)} hộ · In ngày {day_text(self.printed_on)}"
        self._write(self.large, right - self.large.width(told), _TOP - 32, told)
        officer = f"Cán bộ rà soát: {walk.officer or _DOTS[:40]}"
        on = "Ngày rà soát: ......./......./.............."
        self._write(self.large, _LEFT, _TOP - 49, self.large.fitted(officer, _WIDTH * 0.6))
        self._write(self.large, right - self.large.width(on), _TOP - 49, on)
        legend = ";  ".join(f"{key} {option.vi}" for key, option in enumerate(OUTCOMES, start=1))
        for line, text in enumerate(self.plain.lines(f"Ô đánh dấu:  {legend}.", _WIDTH, 2)):
            self._write(self.plain, _LEFT, _TOP - 64 - line * 12, text)

    def _draw_household(self, number: int, one: Household, bottom: float) -> None:
        self.canvas.saveState()
        self.canvas.translate(_LEFT, bottom)
        self.canvas.doForm(_FORM)
        modules = qr.matrix(mark(one), qr.FAST_MASK)
        qr.draw(self.canvas, modules, 0.8 * MM, 0.8 * MM, _QR)
        self._write(self.name, 2 * MM, _BLOCK - 14, str(number))
        room = _FIX - _TEXT - 2 * MM
        self._write(self.name, _TEXT, _BLOCK - 14, self.name.fitted(one.name or "…", room))
        self._write(self.large, _TEXT, _BLOCK - 29, self.large.fitted(address_line(one), room))
        known = f"Mã: {grouped_code(one.code) or 'chưa có'}    ĐT: {one.phone or 'không có'}"
        self._write(self.large, _TEXT, _BLOCK - 43, self.large.fitted(known, room))
        self._write(self.small, _TEXT, _BLOCK - 55, self.small.fitted(self._stands(one), room))
        self.canvas.restoreState()

    def _stands(self, one: Household) -> str:
        plate = f"Biển: {plate_text(one).lower()}"
        if not one.outcome:
            return f"{plate} · {outcome_text('')}"
        by = self.names.officer(one.checked_by)
        told = f"{outcome_text(one.outcome)} ({day_text(one.checked_on)}{', ' if by else ''}{by})"
        return " · ".join(part for part in (plate, f"Lần trước: {told}", one.note) if part)

    def _draw_foot(self) -> None:
        y = 10 * MM
        self._write(self.large, _LEFT, y, f"Cán bộ rà soát ký: {_DOTS[:52]}")
        self._write(self.large, _LEFT + _WIDTH / 2, y, f"Trưởng thôn, khu ký: {_DOTS[:50]}")

    def _draw_form(self) -> None:
        """Draw once what is the same for every household: frame, boxes, dotted lines."""
        self.canvas.beginForm(_FORM, 0, 0, _WIDTH, _BLOCK)
        self.canvas.setLineWidth(0.7)
        self.canvas.rect(0, 0, _WIDTH, _BLOCK)
        self.canvas.setLineWidth(0.4)
        self.canvas.line(_FIX, _BLOCK, _FIX, _TICKS + _BOX + 1.2 * MM)
        room = _WIDTH - _FIX - 4 * MM
        x = _FIX + 2 * MM
        for line, label in enumerate(("Sửa lại:", "", "Chủ hộ ký:")):
            dots = self.plain.width(".")
            rest = int((room - self.plain.width(f"{label} ")) / dots)
            self._write(self.plain, x, _BLOCK - 14 - line * 19, f"{label} {_DOTS[:rest]}".strip())
        for place, option in enumerate(OUTCOMES):
            self._draw_tick(place, str(place + 1), _SHORT.get(option.code, option.vi))
        self._draw_tick(len(OUTCOMES), "", _PLATE)
        self.canvas.endForm()

    def _draw_tick(self, place: int, key: str, label: str) -> None:
        x = _TEXT + place * _TICK_WIDTH
        self.canvas.setLineWidth(0.9)
        self.canvas.rect(x, _TICKS, _BOX, _BOX)
        self.canvas.setFillGray(0.55)
        middle = x + (_BOX - self.plain.width(key)) / 2
        self._write(self.plain, middle, _TICKS + 3.8, key)
        self.canvas.setFillGray(0)
        text = self.plain.fitted(label, _TICK_WIDTH - _BOX - 1.2 * MM)
        self._write(self.plain, x + _BOX + 1 * MM, _TICKS + 3.8, text)
