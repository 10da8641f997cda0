"""Puts a drawn stamp into pyHanko's signature field."""

from __future__ import annotations

from io import BytesIO

from pyhanko.pdf_utils.content import PdfContent
from pyhanko.pdf_utils.layout import AxisAlignment as Align
from pyhanko.pdf_utils.layout import BoxConstraints, Margins, SimpleBoxLayoutRule
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.stamp import StaticStampStyle


class _Drawn(PdfContent):
    """The first page of a PDF that is held in memory."""

    def __init__(self, pdf: bytes, width: float, height: float) -> None:
        super().__init__(box=BoxConstraints(width=width, height=height))
        self._pdf = pdf

    def render(self) -> bytes:
        """Bring the page into the file and return the operator that draws it."""
        page = self._ensure_writer.import_page_as_xobject(PdfFileReader(BytesIO(self._pdf)))
        self.resources.xobject["/Stamp"] = page
        return b"/Stamp Do"


def stamp_style(pdf: bytes, width: float, height: float) -> StaticStampStyle:
    """Return the style that fills a field of `width` × `height` points with a drawn page."""
    whole = SimpleBoxLayoutRule(
        x_align=Align.ALIGN_MIN, y_align=Align.ALIGN_MIN, margins=Margins(0, 0, 0, 0)
    )
    return StaticStampStyle(
        border_width=0, background=_Drawn(pdf, width, height), background_layout=whole
    )
