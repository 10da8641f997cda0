"""Writes a document as DOCX in the form of the PDF, to be pasted into larger reports.

Charts are pictures of the same drawings, with their figures as alternative text. The pages
that a table of contents names are those of the PDF until Word counts its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO
from typing import Any, Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.shared import Mm, Pt

from exports.document import (
    BarChart,
    Block,
    Chart,
    Contents,
    Document,
    IntervalChart,
    KeepTogether,
    KeyBlock,
    PageBreak,
    Paragraph,
    Signers,
    Table,
)
from exports.writers.charts import pictures
from exports.writers.pdf import contents_pages
from exports.writers.word_parts import (
    TEXT_WIDTH,
    add_anchor,
    add_entry,
    add_head,
    add_signature,
    add_signers,
    add_subject,
    add_table,
)
from exports.writers.word_setup import BODY, HEADING, REMARK, set_up

_POINTS_A_MM: Final = 72 / 25.4
_STYLES: Final = {"body": BODY, "heading": HEADING, "remark": REMARK}


def render(document: Document) -> bytes:
    """Return `document` as the bytes of a Word file; equal documents give equal bytes."""
    word = docx.Document()
    set_up(word, document)
    if document.letterhead is not None:
        add_head(word, document.letterhead)
    add_subject(word, document.kind, document.subject)
    page = _Page(word, _pictures(document), contents_pages(document))
    page.add(document.blocks)
    if document.signature is not None:
        if document.blocks:
            word.paragraphs[-1].paragraph_format.keep_with_next = True
        add_signature(word, document.signature)
    page.add(document.annexes)
    out = BytesIO()
    word.save(out)
    return _without_times(out.getvalue())


class _Page:
    """Adds blocks one after the other to a Word document."""

    def __init__(self, word: Any, shown: Iterator[bytes], pages: Mapping[str, int]) -> None:
        self.word = word
        self.shown = shown
        self.pages = pages
        self.breaks = False
        self.anchors = 0

    def add(self, blocks: Iterable[Block]) -> None:
        """Add `blocks` at the end."""
        for block in blocks:
            self._add(block)

    def _add(self, block: Block) -> None:
        match block:
            case Paragraph():
                self._add_paragraph(block)
            case Table():
                add_table(self.word, block)
            case BarChart() | IntervalChart():
                self._add_chart(block)
            case KeyBlock():
                self._add_key(block)
            case Signers():
                add_signers(self.word, block)
            case Contents():
                for text, anchor in block.entries:
                    line = self.word.add_paragraph(style=BODY)
                    add_entry(line, text, anchor, self.pages.get(anchor))
            case PageBreak():
                self.breaks = True
            case KeepTogether():
                self.add(block.blocks)

    def _add_paragraph(self, block: Paragraph) -> None:
        paragraph = self.word.add_paragraph(style=_STYLES[block.kind])
        paragraph.paragraph_format.page_break_before = self.breaks
        self.breaks = False
        if block.lead:
            paragraph.add_run(f"{block.lead} ").font.bold = True
        paragraph.add_run(block.text)
        if block.anchor:
            self.anchors += 1
            add_anchor(paragraph, block.anchor, self.anchors)

    def _add_chart(self, chart: Chart) -> None:
        paragraph = self.word.add_paragraph()
        shape = paragraph.add_run().add_picture(BytesIO(next(self.shown)), width=Mm(TEXT_WIDTH))
        shape._inline.docPr.set("descr", chart.description)
        shape._inline.docPr.set("name", chart.title)

    def _add_key(self, block: KeyBlock) -> None:
        for at in range(0, len(block.groups), 4):
            paragraph = self.word.add_paragraph()
            paragraph.alignment = ALIGN.CENTER
            paragraph.paragraph_format.space_before = Pt(6)
            run = paragraph.add_run("  ".join(block.groups[at : at + 4]))
            run.font.name, run.font.size, run.font.bold = "Courier New", Pt(20), True


def _pictures(document: Document) -> Iterator[bytes]:
    charts = list(_charts((*document.blocks, *document.annexes)))
    return iter(pictures(charts, TEXT_WIDTH * _POINTS_A_MM))


def _charts(blocks: Iterable[Block]) -> Iterator[Chart]:
    for block in blocks:
        if isinstance(block, (BarChart, IntervalChart)):
            yield block
        elif isinstance(block, KeepTogether):
            yield from _charts(block.blocks)


def _without_times(packed: bytes) -> bytes:
    """Return the same package without the time of day that its entries were given."""
    out = BytesIO()
    with ZipFile(BytesIO(packed)) as source, ZipFile(out, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            entry = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = ZIP_DEFLATED
            target.writestr(entry, source.read(name))
    return out.getvalue()
