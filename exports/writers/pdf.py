"""Writes a document as PDF in the form of NĐ 30/2020; equal documents give equal bytes.

No date of the day, no random identifier and no compression that varies goes into the file; the
faces are embedded as subsets, so it prints the same everywhere and can be signed later.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import Any, Final
from xml.sax.saxutils import escape

from reportlab import rl_config
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    PageTemplate,
)
from reportlab.platypus import KeepTogether as Kept
from reportlab.platypus import PageBreak as NewPage
from reportlab.platypus import Paragraph as Flowing

from exports.document import (
    BarChart,
    Block,
    Contents,
    Document,
    IntervalChart,
    KeepTogether,
    KeyBlock,
    PageBreak,
    Paragraph,
    ParagraphKind,
    Signers,
    Table,
)
from exports.signing.places import MOST, mark
from exports.wording import CHECK_CODE
from exports.writers import fonts
from exports.writers.charts import drawing
from exports.writers.pdf_contents import Anchored, ContentsTable
from exports.writers.pdf_parts import Head, KeyBoxes, Signed, SignedTogether, Subject
from exports.writers.pdf_table import grid

LEFT: Final = 30 * mm
RIGHT: Final = 20 * mm
TOP: Final = 20 * mm
BOTTOM: Final = 20 * mm
_WIDTH: Final = A4[0] - LEFT - RIGHT
_HEIGHT: Final = A4[1] - TOP - BOTTOM


def render(document: Document) -> bytes:
    """Return `document` as the bytes of a PDF file."""
    return _build(document, contents_pages(document))


def contents_pages(document: Document) -> dict[str, int]:
    """Return on which page each anchor stands; nothing where no table of contents asks for it."""
    pages: dict[str, int] = {}
    if _has_contents(document.blocks):
        # Where things come to stand is known only once all of it was laid out.
        _build(document, pages)
    return pages


def _has_contents(blocks: Iterable[Block]) -> bool:
    return any(
        isinstance(block, Contents)
        or (isinstance(block, KeepTogether) and _has_contents(block.blocks))
        for block in blocks
    )


def _build(document: Document, pages: dict[str, int]) -> bytes:
    """Return the file; `pages`, on which page each anchor is, is read for contents and noted."""
    fonts.register()
    rl_config.invariant = 1
    rl_config.useA85 = 0
    out = BytesIO()
    template = BaseDocTemplate(
        out,
        pagesize=A4,
        title=f"{document.kind}: {document.subject}",
        author=document.letterhead.issuing_body if document.letterhead else "",
        subject=document.subject,
        creator="motcua",
        lang=document.language,
        invariant=1,
        initialFontName=fonts.REGULAR,
    )
    frame = Frame(LEFT, BOTTOM, _WIDTH, _HEIGHT, 0, 0, 0, 0)
    furniture = _Furniture(document.check_code, is_signed=document.signature is not None)
    template.addPageTemplates(PageTemplate("page", [frame], onPage=furniture.draw))
    template.build(list(_story(document, pages)))
    return out.getvalue()


class _Furniture:
    """What stands outside the margins: the page number from page 2 on, and the check code.

    Above the first page's head is room for those who sign after the signer, as for an office's own
    signature (NĐ 30/2020, annex I): the first at the right, the next beside it.
    """

    def __init__(self, check_code: str, *, is_signed: bool) -> None:
        self.check_code = check_code
        self.is_signed = is_signed

    def draw(self, canvas: Any, _template: Any) -> None:
        """Draw on the page that has just begun."""
        canvas.saveState()
        if canvas.getPageNumber() > 1:
            canvas.setFont(fonts.REGULAR, 13)
            middle = LEFT + _WIDTH / 2
            canvas.drawCentredString(middle, A4[1] - 13 * mm, str(canvas.getPageNumber()))
        if self.check_code:
            canvas.setFont(fonts.REGULAR, 9)
            canvas.drawRightString(A4[0] - RIGHT, 11 * mm, f"{CHECK_CODE} {self.check_code}")
        if self.is_signed and canvas.getPageNumber() == 1:
            self._mark_top(canvas)
        canvas.restoreState()

    @staticmethod
    def _mark_top(canvas: Any) -> None:
        step = _WIDTH / (MOST - 1)
        for place in range(MOST - 1):
            right = A4[0] - RIGHT - place * step
            mark(canvas, place + 2, right - step + 2 * mm, A4[1] - 18 * mm, right, A4[1] - 5 * mm)


def _story(document: Document, pages: dict[str, int]) -> Iterator[Flowable]:
    if document.letterhead is not None:
        yield Head(document.letterhead, _WIDTH)
    yield Subject(document.kind, document.subject, _WIDTH)
    blocks = [_flowable(block, pages) for block in document.blocks]
    if document.signature is not None:
        # A signature alone on a page could be set under any text: the last words stay with it.
        blocks[-1:] = [Kept([*blocks[-1:], Signed(document.signature, _WIDTH)])]
    yield from blocks
    yield from (_flowable(block, pages) for block in document.annexes)


def _flowable(block: Block, pages: dict[str, int]) -> Flowable:
    match block:
        case Paragraph():
            text, style = _markup(block), _style(block.kind)
            if block.anchor:
                return Anchored(text, style, block.anchor, pages)
            return Flowing(text, style)
        case Table():
            return grid(block, _WIDTH, _HEIGHT)
        case BarChart() | IntervalChart():
            return drawing(block, _WIDTH)
        case KeyBlock():
            return KeyBoxes(block.groups, _WIDTH)
        case Signers():
            return SignedTogether(block, _WIDTH)
        case Contents():
            return ContentsTable(block, _WIDTH, pages)
        case PageBreak():
            return NewPage()
        case KeepTogether():
            return Kept([_flowable(inner, pages) for inner in block.blocks])


def _markup(paragraph: Paragraph) -> str:
    lead = f"<b>{escape(paragraph.lead)}</b> " if paragraph.lead else ""
    return lead + escape(paragraph.text)


def _style(kind: ParagraphKind) -> ParagraphStyle:
    style = ParagraphStyle(
        kind,
        fontName=fonts.REGULAR,
        fontSize=13,
        leading=16.5,
        alignment=TA_JUSTIFY,
        firstLineIndent=10 * mm,
        spaceBefore=6,
        spaceAfter=0,
        allowWidows=0,
        allowOrphans=0,
    )
    if kind == "heading":
        style.fontName = fonts.BOLD
        style.alignment = TA_CENTER
        style.firstLineIndent = 0
        style.keepWithNext = 1
        style.spaceBefore, style.spaceAfter = 10, 6
    if kind == "remark":
        style.fontName = fonts.ITALIC
        style.fontSize, style.leading = 12, 15
    return style
