"""Pages of a PDF as pictures: drawn by pdfium beside the GUI thread, shown as Qt's images on it."""

from __future__ import annotations

from typing import Final, NamedTuple

from PySide6.QtGui import QImage

_POINTS_PER_INCH: Final = 72
_INCHES_PER_METRE: Final = 39.37


class Bitmap(NamedTuple):
    """One page, a byte of grey for each pixel: the paper is printed black on white."""

    width: int
    height: int
    stride: int
    pixels: bytes
    dpi: int


def count_pages(content: bytes) -> int:
    """Return how many pages a PDF has."""
    from pypdfium2 import PdfDocument

    from exports.pdfium import PDFIUM

    with PDFIUM, PdfDocument(content) as document:
        return len(document)


def bitmap(content: bytes, index: int, dpi: int) -> Bitmap:
    """Draw one page of a PDF."""
    from pypdfium2 import PdfDocument

    from exports.pdfium import PDFIUM

    # Closing a document closes its pages and their bitmaps with it.
    with PDFIUM, PdfDocument(content) as document:
        page = document[index]
        drawn = page.render(scale=dpi / _POINTS_PER_INCH, grayscale=True)
        return Bitmap(drawn.width, drawn.height, drawn.stride, bytes(drawn.buffer), dpi)


def image_of(page: Bitmap) -> QImage:
    """Return a page as an image that owns its pixels."""
    grey = QImage.Format.Format_Grayscale8
    image = QImage(page.pixels, page.width, page.height, page.stride, grey).copy()
    image.setDotsPerMeterX(round(page.dpi * _INCHES_PER_METRE))
    image.setDotsPerMeterY(round(page.dpi * _INCHES_PER_METRE))
    return image
