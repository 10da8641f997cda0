"""The parts of an official paper in Word: head, subject, tables and signature."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT as VERTICAL
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.enum.text import WD_LINE_SPACING, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from exports.document import Letterhead, Row, Signature, Signers, Table, cell_text
from exports.layout import placed, recipient_lines
from exports.wording import (
    COUNTRY,
    FILED,
    MOTTO,
    RECIPIENTS,
    SIGN_HERE,
    date_line,
    number_line,
)
from exports.writers import fonts
from exports.writers.lines import even_lines
from exports.writers.word_setup import CAPTION, CELL

TEXT_WIDTH: Final = 160.0
_LEFT: Final = 66.0
_ENTRY_INDENT: Final = 10.0
_POINT: Final = 25.4 / 72
_SHADE: Final = "EBEBEB"


def add_head(word: Any, letterhead: Letterhead) -> None:
    """Add the letterhead as a table without lines: bodies on the left, country on the right."""
    left, right = _two_columns(word, _LEFT)
    parent = [line for line in letterhead.parent_body.upper().split("\n") if line]
    issuing = [line for line in letterhead.issuing_body.upper().split("\n") if line]
    for line in parent:
        _line(left, line, 12)
    for line in issuing:
        _line(left, line, 12, bold=True)
    _rule(left, _LEFT, 0.4 * min(_LEFT, max((_width(line, 12) for line in issuing), default=0)))
    _line(right, COUNTRY, 12, bold=True)
    _line(right, MOTTO, 13, bold=True)
    _rule(right, TEXT_WIDTH - _LEFT, _width(MOTTO, 13))
    below = left._parent.add_row().cells
    _line(below[0], number_line(letterhead.number_suffix), 13, before=6)
    dated = date_line(letterhead.place) if letterhead.is_dated else ""
    _line(below[1], dated, 13, italic=True, before=6)
    for cell in below:
        _drop_first(cell)


def add_subject(word: Any, kind: str, subject: str) -> None:
    """Add the kind of paper and its subject, with the short rule below."""
    lines = even_lines(subject, fonts.BOLD, 14, 0.86 * TEXT_WIDTH / _POINT)
    for text, before in ((kind.upper(), 16), ("\n".join(lines), 0)):
        _styled(word.add_paragraph(), text, 14, bold=True, before=before)
    _rule(word, TEXT_WIDTH, 0.4 * _width(lines[-1], 14) if lines else 0)


def add_signature(word: Any, signature: Signature) -> None:
    """Add recipients and signer side by side, kept on one page."""
    gap = word.add_paragraph()
    gap.paragraph_format.keep_with_next = True
    left, right = _two_columns(word, TEXT_WIDTH / 2)
    _line(left, RECIPIENTS, 12, bold=True, italic=True, align=ALIGN.LEFT)
    for text in (*recipient_lines(signature), FILED):
        _line(left, text, 11, align=ALIGN.LEFT)
    for text in signature.title.upper().split("\n"):
        _line(right, text, 13, bold=True)
    _line(right, signature.name, 13, bold=True, before=70)


def add_signers(word: Any, signers: Signers) -> None:
    """Add those who sign together as a table without lines, on one page with the last words."""
    if word.paragraphs:
        word.paragraphs[-1].paragraph_format.keep_with_next = True
    gap = word.add_paragraph()
    gap.paragraph_format.keep_with_next = True
    count = max(1, len(signers.signers))
    table = _unruled(word, [TEXT_WIDTH / count] * count)
    below = table.add_row().cells
    for cell, under, signer in zip(table.rows[0].cells, below, signers.signers, strict=False):
        _line(cell, signer.title.upper(), 12, bold=True)
        _line(under, SIGN_HERE, 12, italic=True)
        _line(under, signer.name, 12, bold=True, before=70)


def add_table(word: Any, table: Table) -> None:
    """Add the caption and a real table: header repeated, rows uncut, groups kept together."""
    word.add_paragraph(table.caption, CAPTION)
    grid = word.add_table(len(table.header) + len(table.rows), len(table.columns), "Table Grid")
    grid.alignment = WD_TABLE_ALIGNMENT.CENTER
    grid.autofit = False
    _set_margins(grid, 45, 15)
    whole = sum(column.share for column in table.columns)
    widths = [Mm(TEXT_WIDTH * column.share / whole) for column in table.columns]
    for column, width in zip(grid.columns, widths, strict=True):
        column.width = width
    rows = list(grid.rows)
    cells = [list(row.cells) for row in rows]
    for line in cells:
        for cell, width in zip(line, widths, strict=True):
            cell.width = width
    _fill_header(rows, cells, table)
    for place, row in enumerate(table.rows):
        number = len(table.header) + place
        _mark_row(rows[number], "w:cantSplit")
        _fill_row(cells[number], row, table, keep=_stays(table.rows, place))


def add_anchor(paragraph: Any, name: str, number: int) -> None:
    """Mark a paragraph so that a link leads to it; `number` is its own within the document."""
    begin, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    for mark in (begin, end):
        mark.set(qn("w:id"), str(number))
    begin.set(qn("w:name"), name)
    first = paragraph._p.find(qn("w:r"))
    first.addprevious(begin)
    paragraph._p.append(end)


def add_entry(paragraph: Any, text: str, anchor: str, page: int | None) -> None:
    """Put an entry of a table of contents into a paragraph: its text, dots, and its page.

    Both lead to the marked paragraph. The page is a field that Word computes when it is asked
    to, or prints; until then it shows `page`, so that nobody is asked anything at opening.
    """
    place = paragraph.paragraph_format
    place.first_line_indent = Mm(0)
    place.left_indent = Mm(_ENTRY_INDENT)
    place.alignment = ALIGN.LEFT
    place.tab_stops.add_tab_stop(Mm(TEXT_WIDTH), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)
    link = OxmlElement("w:hyperlink")
    link.set(qn("w:anchor"), anchor)
    paragraph._p.append(link)
    link.append(paragraph.add_run(text)._r)
    if page is None:
        return
    paragraph.add_run("\t")
    asked = OxmlElement("w:instrText")
    asked.set(qn("xml:space"), "preserve")
    asked.text = f" PAGEREF {anchor} \\h "
    # It leads to the page by itself, and stands beside the link.
    for mark in (_field_mark("begin"), asked, _field_mark("separate")):
        paragraph.add_run()._r.append(mark)
    paragraph.add_run(str(page))
    paragraph.add_run()._r.append(_field_mark("end"))


def _field_mark(kind: str) -> Any:
    mark = OxmlElement("w:fldChar")
    mark.set(qn("w:fldCharType"), kind)
    return mark


def _fill_header(rows: Sequence[Any], cells: Sequence[Sequence[Any]], table: Table) -> None:
    for number, line in enumerate(placed(table.header)):
        for mark in ("w:cantSplit", "w:tblHeader"):
            _mark_row(rows[number], mark)
        for column, cell in line:
            last = cells[number + cell.rows - 1][column + cell.columns - 1]
            box = cells[number][column]
            box = box if box is last else box.merge(last)
            _put(box, cell.text, ALIGN.CENTER, bold=True, keep=True, size=12)
            _shade(box)


def _fill_row(cells: Sequence[Any], row: Row, table: Table, keep: bool) -> None:
    if len(row.cells) == 1 and len(cells) > 1:
        cells[0].merge(cells[-1])
    for cell, value, column in zip(cells, row.cells, table.columns, strict=False):
        align = ALIGN.LEFT if column.kind == "text" else ALIGN.RIGHT
        text = cell_text(value, column.kind)
        _put(cell, text, align, bold=row.kind != "body", keep=keep)
    if row.kind == "section":
        for cell in cells:
            _shade(cell)


def _stays(rows: Sequence[Row], place: int) -> bool:
    """Return whether a row stays with the next: inside a group that a section row opens."""
    if all(row.kind != "section" for row in rows):
        return False
    return place + 1 < len(rows) and rows[place + 1].kind != "section"


def _put(cell: Any, text: str, align: Any, *, bold: bool, keep: bool, size: int = 11) -> None:
    paragraph = cell.paragraphs[0]
    # By its identifier: looking a style up by name takes longer than all the rest of a cell.
    paragraph._p.style = CELL
    paragraph.alignment = align
    paragraph.paragraph_format.keep_with_next = keep
    cell.vertical_alignment = VERTICAL.CENTER
    run = paragraph.add_run(text)
    run.font.size, run.font.bold = Pt(size), bold


def _two_columns(word: Any, left: float) -> tuple[Any, Any]:
    cells = _unruled(word, [left, TEXT_WIDTH - left]).rows[0].cells
    return cells[0], cells[1]


def _unruled(word: Any, widths: Sequence[float]) -> Any:
    """Return a new table of one row without lines, its columns `widths` mm wide."""
    table = word.add_table(1, len(widths))
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
        column.cells[0].width = Mm(width)
    _set_margins(table, 0, 0)
    _mark_row(table.rows[0], "w:cantSplit")
    return table


def _line(
    cell: Any,
    text: str,
    size: int,
    *,
    bold: bool = False,
    italic: bool = False,
    before: int = 0,
    align: Any = ALIGN.CENTER,
) -> None:
    first = cell.paragraphs[0]
    fresh = not first.runs and len(cell.paragraphs) == 1
    paragraph = first if fresh else cell.add_paragraph()
    _styled(paragraph, text, size, bold=bold, italic=italic, before=before, align=align)
    paragraph.paragraph_format.keep_with_next = True


def _styled(
    paragraph: Any,
    text: str,
    size: int,
    *,
    bold: bool = False,
    italic: bool = False,
    before: int = 0,
    align: Any = ALIGN.CENTER,
) -> None:
    paragraph.alignment = align
    paragraph.paragraph_format.space_before = Pt(before)
    run = paragraph.add_run(text)
    run.font.size, run.font.bold, run.font.italic = Pt(size), bold, italic


def _rule(parent: Any, room: float, length: float) -> None:
    """Add a centred line `length` mm long: the upper border of an empty, indented paragraph."""
    if length <= 0:
        return
    paragraph = parent.add_paragraph()
    layout = paragraph.paragraph_format
    layout.left_indent = layout.right_indent = Mm((room - length) / 2)
    layout.line_spacing_rule, layout.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(4)
    layout.space_before = Pt(2)
    borders = OxmlElement("w:pBdr")
    top = OxmlElement("w:top")
    for name, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "000000")):
        top.set(qn(f"w:{name}"), value)
    borders.append(top)
    paragraph._p.get_or_add_pPr().insert_element_before(
        borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr"
    )


def _width(text: str, size: float) -> float:
    fonts.register()
    return fonts.width(text, fonts.BOLD, size) * _POINT


def _set_margins(table: Any, sides: int, ends: int) -> None:
    """Set the room around every cell's text, in twentieths of a point."""
    margins = OxmlElement("w:tblCellMar")
    for side, width in (("top", ends), ("left", sides), ("bottom", ends), ("right", sides)):
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), str(width))
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    properties = table._tbl.tblPr
    look = properties.find(qn("w:tblLook"))
    if look is None:
        properties.append(margins)
    else:
        look.addprevious(margins)


def _mark_row(row: Any, name: str) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement(name))


def _shade(cell: Any) -> None:
    properties = cell._tc.get_or_add_tcPr()
    for old in properties.findall(qn("w:shd")):
        properties.remove(old)
    shade = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", _SHADE)):
        shade.set(qn(f"w:{name}"), value)
    # The schema wants shading before the vertical alignment.
    place = properties.find(qn("w:vAlign"))
    if place is None:
        properties.append(shade)
    else:
        place.addprevious(shade)


def _drop_first(cell: Any) -> None:
    """Remove the empty paragraph that a new cell begins with, once it has another."""
    first = cell.paragraphs[0]
    if len(cell.paragraphs) > 1 and not first.runs:
        first._p.getparent().remove(first._p)
