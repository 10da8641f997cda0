"""A child: makes the register's files once each, ours and in the plain ways."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from io import BytesIO
from typing import Any

import _rl_accel  # noqa: F401 - the plain way must have it: ReportLab takes it up by itself
import reportlab.rl_config
import xlsxwriter
from reportlab.pdfgen.canvas import Canvas

from exports.household_list import PRINTED, cells_of, list_csv, list_pdf, list_xlsx, printed_rows
from exports.household_values import Names
from exports.writers import fonts
from exports.writers.listing import PAGE, PITCH, ROWS, SIZE, TOP, Listing
from models.households.demo import demo_rows
from models.units.unit import shipped_units
from tests.bench.children import tell
from tests.exports.households.demo_register import household_of

_HEAD = 27.0


def plain_pdf(title: str, rows: Sequence[Sequence[str]]) -> bytes:
    """Return the same pages by ReportLab's canvas: one text object a column, nothing cut."""
    listing = Listing(title, PRINTED, rows)
    out = BytesIO()
    canvas = Canvas(out, PAGE, invariant=1, pageCompression=1, initialFontName=fonts.REGULAR)
    for number in range(listing.pages):
        canvas.setFont(fonts.BOLD, 12)
        canvas.drawString(listing.edges[0], TOP + 8, title)
        canvas.setFont(fonts.REGULAR, SIZE)
        canvas.drawRightString(listing.edges[-1], TOP + 8, f"Trang {number + 1}/{listing.pages}")
        shown = rows[number * ROWS : (number + 1) * ROWS]
        for edge, column, texts in zip(
            listing.edges, listing.columns, zip(*shown, strict=True), strict=False
        ):
            canvas.drawString(edge, TOP - 12, column.heading)
            pen = canvas.beginText(edge, TOP - _HEAD - PITCH)
            pen.setFont(fonts.REGULAR, SIZE, PITCH)
            for text in texts:
                pen.textLine(text)
            canvas.drawText(pen)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def plain_xlsx(rows: Sequence[Sequence[Any]], option: str) -> bytes:
    """Return the same values by `write_row`, without heading, formats or filter."""
    out = BytesIO()
    options = {option: True, "default_date_format": "dd/mm/yyyy"}
    with xlsxwriter.Workbook(out, options) as book:
        page = book.add_worksheet()
        for number, row in enumerate(rows):
            page.write_row(number, 0, row)
    return out.getvalue()


def make() -> None:
    """Say how many milliseconds each took."""
    fonts.register()
    reportlab.rl_config.useA85 = 0
    households = [household_of(row) for row in demo_rows()]
    names = Names({unit.code: unit.full_name for unit in shipped_units()})
    title = "Danh sách hộ dân cư"
    took: dict[str, float] = {}
    made: dict[str, bytes] = {}

    def timed(name: str, work: Callable[[], bytes]) -> None:
        start = time.perf_counter()
        made[name] = work()
        took[name] = (time.perf_counter() - start) * 1000

    texts = printed_rows(households, names, is_personal=True)
    cells = list(cells_of(households, names, is_personal=True))
    timed("plain_pdf", lambda: plain_pdf(title, texts))
    timed("pdf", lambda: list_pdf(households, names, title, is_personal=True))
    timed("plain_pdf_again", lambda: plain_pdf(title, texts))
    timed("plain_xlsx", lambda: plain_xlsx(cells, "in_memory"))
    timed("xlsx", lambda: list_xlsx(households, names, title, is_personal=True))
    timed("constant_xlsx", lambda: plain_xlsx(cells, "constant_memory"))
    timed("csv", lambda: list_csv(households, names, is_personal=True))
    tell(
        took=took, households=len(households), columns=len(cells[0]) + 1,
        pages=Listing(title, PRINTED, texts).pages, pdf_bytes=len(made["pdf"]),
        plain_bytes=len(made["plain_pdf"]),
    )  # fmt: skip


if __name__ == "__main__":
    make()
