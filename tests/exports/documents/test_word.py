"""The Word file, read back."""

from __future__ import annotations

import re
import shutil
import subprocess
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import docx
import pytest
from docx.oxml.ns import qn
from docx.shared import Mm

from exports.document import Document, Table, cell_text
from exports.recovery_sheet import recovery_document
from exports.writers.files import render


@pytest.fixture
def word(rendered: dict[str, bytes]) -> Any:
    return docx.Document(BytesIO(rendered[".docx"]))


def test_it_says_what_the_document_says(word: Any, document: Document) -> None:
    told = [paragraph.text for paragraph in word.paragraphs]
    for paragraph in document.figures["narrative"]:
        assert paragraph in told
    assert any(text.endswith("./.") for text in told)


def test_the_table_is_a_real_one_with_every_figure(word: Any, document: Document) -> None:
    printed = [block for block in (*document.blocks, *document.annexes) if isinstance(block, Table)]
    tables = [table for table in word.tables if table.style.name == "Table Grid"]
    assert len(tables) == len(printed) == 2
    for table, block in zip(tables, printed, strict=True):
        kinds = [column.kind for column in block.columns]
        for row, cells in zip(block.rows, table.rows[len(block.header) :], strict=True):
            wanted = [cell_text(cell, kind) for cell, kind in zip(row.cells, kinds, strict=True)]
            assert [cell.text for cell in cells.cells] == wanted


def test_header_rows_are_repeated_and_no_row_is_cut(word: Any) -> None:
    rows = word.tables[1].rows
    marked = [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in rows]
    assert marked == [True, True] + [False] * (len(rows) - 2)
    assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in rows)


def test_page_margins_and_page_number(word: Any) -> None:
    section = word.sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    margins = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    assert [round(margin.mm) for margin in margins] == [20, 20, 30, 20]
    assert section.different_first_page_header_footer
    assert "PAGE" in section.header.paragraphs[0]._p.xml
    assert "PAGE" not in section.first_page_header.paragraphs[0]._p.xml
    for footer in (section.footer, section.first_page_footer):
        assert footer.paragraphs[0].text.startswith("Mã kiểm tra: ")


def test_every_chart_is_a_picture_with_its_figures_in_words(word: Any) -> None:
    shapes = word.inline_shapes
    assert len(shapes) == 7
    told = [shape._inline.docPr.get("descr") for shape in shapes]
    assert told[5].startswith("6. Thái độ ứng xử")
    assert "Thân thiện, trách nhiệm 4.500 phiếu (99,9%)" in told[5]
    assert all(shape.width == Mm(160) for shape in shapes)


def test_one_face_for_all_scripts(word: Any) -> None:
    for name in ("Normal", "Body Text", "Heading 1", "Caption", "No Spacing"):
        face = word.styles[name].element.rPr.find(qn("w:rFonts"))
        assert {face.get(qn(f"w:{script}")) for script in ("ascii", "hAnsi", "eastAsia", "cs")} == {
            "Times New Roman"
        }
        assert not any("Theme" in key for key in face.keys())  # noqa: SIM118


def test_properties_hold_no_day_and_no_person(
    word: Any, rendered: dict[str, bytes], document: Document
) -> None:
    core = word.core_properties
    assert core.created == core.modified
    assert core.created is not None
    assert core.created.year == 2000
    assert core.last_modified_by == core.comments == ""
    assert render(document, ".docx") == rendered[".docx"]
    with ZipFile(BytesIO(rendered[".docx"])) as packed:
        assert {entry.date_time[0] for entry in packed.infolist()} == {1980}
        assert not any("thumbnail" in name for name in packed.namelist())


def test_a_recovery_sheet_in_word() -> None:
    word = docx.Document(BytesIO(render(recovery_document("AB12-CD34", "Đơn vị", "qt"), ".docx")))
    assert any(paragraph.text == "AB12  CD34" for paragraph in word.paragraphs)


@pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice")
def test_libreoffice_opens_it_and_keeps_the_pages(
    rendered: dict[str, bytes], tmp_path: Path
) -> None:
    source = tmp_path / "report.docx"
    source.write_bytes(rendered[".docx"])
    subprocess.run(
        ["soffice", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless",
         "--convert-to", "pdf", "--outdir", str(tmp_path), str(source)],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    from pypdf import PdfReader

    pages = PdfReader(tmp_path / "report.pdf").pages
    assert len(pages) == 4
    told = re.sub(r"\s+", " ", " ".join(page.extract_text() for page in pages))
    assert "Năm 2023, Trung tâm Hành chính công thành phố đã nhận được 1.519 phiếu" in told
