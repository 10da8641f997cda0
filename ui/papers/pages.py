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

    document = PdfDocument(content)
    try:
        return len(document)
    finally:
        document.close()


def bitmap(content: bytes, index: int, dpi: int) -> Bitmap:
    """Draw one page of a PDF; not for two threads at once."""
    from pypdfium2 import PdfDocument

    document = PdfDocument(content)
    try:
        page = document[index]
        drawn = page.render(scale=dpi / _POINTS_PER_INCH, grayscale=True)
        return Bitmap(drawn.width, drawn.height, drawn.stride, bytes(drawn.buffer), dpi)
    finally:
        # Closing a document closes its pages and their bitmaps with it.
        document.close()


def image_of(page: Bitmap) -> QImage:
    """Return a page as an image that owns its pixels."""
    grey = QImage.Format.Format_Grayscale8
    image = QImage(page.pixels, page.width, page.height, page.stride, grey).copy()
    image.setDotsPerMeterX(round(page.dpi * _INCHES_PER_METRE))
    image.setDotsPerMeterY(round(page.dpi * _INCHES_PER_METRE))
    return image
