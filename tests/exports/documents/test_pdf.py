"""The PDF: text, form, faces, and the same bytes every time."""

from __future__ import annotations

import re
import subprocess
import sys
import unicodedata
from dataclasses import replace
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from pypdf import PdfReader

from exports.document import Document, Letterhead, Row
from exports.report_settings import ReportSettings
from exports.satisfaction_report import satisfaction_document
from exports.writers.files import render
from models.figures import format_integer
from models.surveys.summary import SatisfactionSummary
from tests.exports.documents.case import golden_units, make_summary

MM = 72 / 25.4
ROOT = Path(__file__).parents[3]


def words(pdf: bytes) -> str:
    """Return all text of a PDF with every run of white space made one blank."""
    pages = [page.extract_text() for page in PdfReader(BytesIO(pdf)).pages]
    return re.sub(r"\s+", " ", " ".join(pages))


@pytest.fixture(scope="module")
def text(rendered: dict[str, bytes]) -> str:
    return words(rendered[".pdf"])


def test_it_holds_the_whole_narrative(text: str, document: Document) -> None:
    for paragraph in document.figures["narrative"]:
        assert paragraph in text


def test_it_holds_every_count(text: str, summary: SatisfactionSummary) -> None:
    for unit in (*summary.groups, summary.total):
        for question in unit.questions:
            assert question.text in text
            for option in question.options:
                assert option.text in text
                assert format_integer(option.n) in text


def test_it_has_the_form_of_an_official_paper(text: str) -> None:
    for part in (
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "ỦY BAN NHÂN DÂN PHƯỜNG",
        ["TRUNG TÂM PHỤC VỤ", " CHÍNH CÔNG"][0],
        "Số: /BC-TTPVHCC",
        "Uông Bí, ngày tháng năm",
        "BÁO CÁO",
        "Kết quả khảo sát mức độ hài lòng của người dân năm 2023",
        "năm 2023./.",
        "Nơi nhận:",
        "- UBND phường (để báo cáo);",
        "- Lưu: VT.",
        "GIÁM ĐỐC",
        "Người Ký Thử",
        "PHỤ LỤC",
    ):
        assert part in text, part


def test_number_and_date_are_left_blank(text: str) -> None:
    assert not re.search(r"Số:\s*\d", text)
    assert not re.search(r"ngày\s*\d+\s*tháng", text)


def test_it_never_ranks(text: str) -> None:
    assert "766" not in text
    assert "xuất sắc" not in text.casefold()


def test_the_check_code_stands_on_every_page(
    rendered: dict[str, bytes], document: Document
) -> None:
    for page in PdfReader(BytesIO(rendered[".pdf"])).pages:
        assert f"Mã kiểm tra: {document.check_code}" in page.extract_text()


def test_pages_are_numbered_from_the_second(rendered: dict[str, bytes]) -> None:
    for number, page in enumerate(pypdfium2.PdfDocument(rendered[".pdf"]), start=1):
        width, height = page.get_size()
        top = page.get_textpage().get_text_bounded(0, height - 18 * MM, width, height)
        assert top.strip() == ("" if number == 1 else str(number))


def test_nothing_but_number_and_code_stands_in_the_margins(rendered: dict[str, bytes]) -> None:
    for page in pypdfium2.PdfDocument(rendered[".pdf"]):
        width, height = page.get_size()
        assert (round(width), round(height)) == (595, 842)
        words = page.get_textpage()
        sides = [(0, 0, 29.5 * MM, height), (width - 19 * MM, 0, width, height)]
        assert all(not words.get_text_bounded(*box).strip() for box in sides)
        foot = words.get_text_bounded(0, 0, width, 19 * MM).strip()
        assert re.fullmatch(r"Mã kiểm tra: [0-9A-Z-]{12}", foot)


def test_faces_are_embedded_subsets(rendered: dict[str, bytes]) -> None:
    faces = set()
    for page in PdfReader(BytesIO(rendered[".pdf"])).pages:
        for font in page["/Resources"]["/Font"].values():
            shown = font.get_object()
            name, descriptor = str(shown["/BaseFont"]), shown.get("/FontDescriptor")
            assert re.match(r"/[A-Z]{6}\+", name), name
            assert descriptor is not None
            assert "/FontFile2" in descriptor.get_object()
            faces.add(name)
    assert len(faces) >= 3
    assert len(rendered[".pdf"]) < 200_000


def test_decomposed_names_are_composed_on_paper() -> None:
    code, name, valid, tally = golden_units()[0]
    summary = make_summary([(code, unicodedata.normalize("NFD", name), valid, tally)])
    settings = ReportSettings(issuing_body=unicodedata.normalize("NFD", "Phường Uông Bí"))
    told = words(render(satisfaction_document(summary, settings), ".pdf"))
    assert name in told
    assert "PHƯỜNG UÔNG BÍ" in told
    assert unicodedata.is_normalized("NFC", told)


def test_metadata_is_vietnamese_and_impersonal(rendered: dict[str, bytes]) -> None:
    reader = PdfReader(BytesIO(rendered[".pdf"]))
    assert reader.metadata is not None
    assert reader.metadata.title == (
        "BÁO CÁO: Kết quả khảo sát mức độ hài lòng của người dân năm 2023"
    )
    assert reader.metadata.author == "Trung tâm Phục vụ hành chính công"
    assert "Người Ký Thử" not in str(reader.metadata)
    assert reader.trailer["/Root"]["/Lang"] == "vi-VN"


def test_the_same_bytes_again_and_in_other_processes(
    document: Document, rendered: dict[str, bytes]
) -> None:
    assert render(document, ".pdf") == rendered[".pdf"]
    script = (
        "from hashlib import sha256\n"
        "from exports.satisfaction_report import satisfaction_document\n"
        "from exports.writers.files import render\n"
        "from tests.exports.documents.case import INVALID, SETTINGS, golden_units, make_summary\n"
        "document = satisfaction_document(make_summary(golden_units(), INVALID), SETTINGS)\n"
        "for suffix in ('.pdf', '.xlsx', '.docx'):\n"
        "    print(sha256(render(document, suffix)).hexdigest())\n"
    )
    expected = [sha256(rendered[s]).hexdigest() for s in (".pdf", ".xlsx", ".docx")]
    for seed in ("1", "2"):
        ran = subprocess.run(
            [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True,
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT), "HOME": str(Path.home())},
        )  # fmt: skip
        assert ran.stdout.split() == expected


def test_many_units_repeat_the_header_on_every_page() -> None:
    _, _, valid, tally = golden_units()[0]
    units = [(f"{n:05}", f"Phường số {n}", valid, tally) for n in range(1, 121)]
    summary = make_summary(units)
    summary = replace(summary, groups=(replace(summary.total, name="Các phường"),))
    pages = PdfReader(BytesIO(render(satisfaction_document(summary), ".pdf"))).pages
    with_units = [page.extract_text() for page in pages if "Phường số" in page.extract_text()]
    assert len(with_units) >= 3
    assert all("Chỉ số theo câu hỏi" in told for told in with_units)
    together = " ".join(with_units)
    assert all(f"Phường số {n}" in together for n in range(1, 121))


def test_a_question_is_never_cut_between_pages(rendered: dict[str, bytes]) -> None:
    code, name, valid, tally = golden_units()[0]
    pdf = render(satisfaction_document(make_summary([(code, name, valid, tally)])), ".pdf")
    first, second = (PdfReader(BytesIO(pdf)).pages[at].extract_text() for at in (0, 1))
    assert "Bảng số liệu khảo sát năm 2023" in first
    assert first.count("Để trống") == len(re.findall(r"\n\d\. ", first))
    assert "Câu hỏi (số phiếu có trả lời)" in second


def test_more_groups_than_fit_side_by_side_get_further_tables() -> None:
    unit = golden_units()[0]
    summary = make_summary([(str(n), f"Trung tâm {n}", *unit[2:]) for n in range(1, 6)])
    told = words(render(satisfaction_document(summary), ".pdf"))
    assert "năm 2023 (1/2)" in told
    assert "năm 2023 (2/2)" in told


def test_a_blank_letterhead_and_signature_still_print(summary: SatisfactionSummary) -> None:
    told = words(render(satisfaction_document(summary), ".pdf"))
    assert "Số: /BC-…" in told
    assert "…………, ngày tháng năm" in told


def test_a_title_of_two_lines_and_marks_of_markup() -> None:
    settings = ReportSettings(signer_title="TM. Ủy ban nhân dân\nChủ tịch", opening="a < b & c")
    told = words(render(satisfaction_document(make_summary(golden_units()), settings), ".pdf"))
    assert "TM. ỦY BAN NHÂN DÂN" in told
    assert "CHỦ TỊCH" in told
    assert "Khảo sát mức độ hài lòng của người dân: a < b & c" in told


def test_a_very_long_text_in_a_cell_is_printed_whole(document: Document) -> None:
    long = "Rất dài " * 200
    table = next(block for block in document.blocks if hasattr(block, "rows"))
    rows = (Row((long, 1, None, None)), *table.rows[:2])
    told = words(render(replace(document, blocks=(replace(table, rows=rows),)), ".pdf"))
    assert told.count("Rất dài") == 200


def test_a_document_of_nothing_prints() -> None:
    bare = Document(kind="Giấy", subject="Trống", blocks=(), letterhead=Letterhead())
    assert "GIẤY" in words(render(bare, ".pdf"))
