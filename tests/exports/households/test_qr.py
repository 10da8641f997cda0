"""The drawn QR is segno's, module for module."""

from __future__ import annotations

from io import BytesIO

import pypdfium2
import pytest
import segno
from reportlab.pdfgen.canvas import Canvas

from exports.writers import qr

TEXTS = ("0203012345", "https://diachiso.gov.vn/#/map/0203012345",
         "motcua:0190f0e2-7b1c-7d9a-9c3e-0123456789ab")  # fmt: skip
PIXELS = 6


def drawn(text: str, mask: int | None) -> list[list[int]]:
    """Return the modules as they stand on the page, quiet zone included, 1 for dark."""
    modules = qr.matrix(text, mask)
    size = len(modules) + 2 * qr.QUIET
    out = BytesIO()
    canvas = Canvas(out, (size, size))
    qr.draw(canvas, modules, 0, 0, size)
    canvas.showPage()
    canvas.save()
    with pypdfium2.PdfDocument(out.getvalue()) as pdf:
        picture = pdf[0].render(scale=PIXELS, grayscale=True).to_pil()
    half = PIXELS // 2
    return [
        [int(picture.getpixel((x * PIXELS + half, y * PIXELS + half)) < 128) for x in range(size)]
        for y in range(size)
    ]


@pytest.mark.parametrize("mask", [None, qr.FAST_MASK])
@pytest.mark.parametrize("text", TEXTS)
def test_what_is_drawn_is_what_segno_says(text, mask):
    wanted = segno.make(text, error="m", micro=False, mask=mask)
    border = [[int(module) for module in row] for row in wanted.matrix_iter(border=qr.QUIET)]
    assert drawn(text, mask) == border


@pytest.mark.parametrize("text", TEXTS)
def test_errors_are_corrected_at_level_m_or_better(text):
    assert segno.make(text, error="m", micro=False).error in ("M", "Q", "H")
