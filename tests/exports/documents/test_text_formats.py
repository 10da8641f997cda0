"""CSV and Markdown."""

from __future__ import annotations

import csv
from dataclasses import replace
from decimal import Decimal
from io import StringIO

import pytest

from exports.document import Cell, Document, Paragraph
from exports.recovery_sheet import recovery_document
from exports.writers.delimited import neutral
from exports.writers.files import render


def test_csv_is_what_spreadsheets_expect(rendered: dict[str, bytes], document: Document) -> None:
    raw = rendered[".csv"]
    assert raw.startswith(b"\xef\xbb\xbf")
    assert raw.count(b"\r\n") == raw.count(b"\n")
    rows = list(csv.reader(StringIO(raw.decode("utf-8-sig"), newline="")))
    assert document.records is not None
    assert tuple(rows[0]) == document.records.headings
    assert len(rows) == 1 + 2 * 7 * 4
    assert rows[1] == [
        "00001", "Trung tâm Hành chính công thành phố", "cong_khai",
        "Việc công khai thủ tục hành chính", "rat_tot", "Rất tốt", "1519", "100.0",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("=SUM(A1)", "'=SUM(A1)"),
        ("+84", "'+84"),
        ("-1", "'-1"),
        ("@a", "'@a"),
        ("\tx", "'\tx"),
        ("\rx", "'\rx"),
        ("a=b", "a=b"),
        ("", ""),
        (-1, "-1"),
        (Decimal("-0.5"), "-0.5"),
        (None, ""),
    ],
)
def test_formula_characters_are_neutralised_and_numbers_are_not(cell: Cell, written: str) -> None:
    assert neutral(cell) == written


def test_a_document_without_records_gives_an_empty_csv() -> None:
    assert render(recovery_document("AB12", "x", "y"), ".csv") == b"\xef\xbb\xbf"


def test_markdown_reads_well(rendered: dict[str, bytes], document: Document) -> None:
    told = rendered[".md"].decode()
    for paragraph in document.figures["narrative"]:
        assert paragraph in told
    assert "\n# BÁO CÁO\n" in told
    assert f"Mã kiểm tra: `{document.check_code}`" in told
    assert "| Để trống | 6 | 0,4 |  | 0 | 0 |  | 6 | 0,1 |  |" in told
    tables = [line for line in told.splitlines() if line.startswith("|")]
    assert {line.count("|") for line in tables} == {11, 13}
    assert "- Rất hài lòng: ███████████████████ 4.361 phiếu (96,8%)" in told


@pytest.mark.parametrize(
    ("text", "written"),
    [("a | b", r"a \| b"), ("*x*", r"\*x\*"), ("1. Một", r"1\. Một"), ("# a", r"\# a")],
)
def test_markdown_marks_are_taken_as_text(text: str, written: str) -> None:
    document = Document(kind="K", subject="S", blocks=(Paragraph(text),))
    assert render(document, ".md").decode().splitlines()[-1] == written


def test_markdown_keeps_everything_else(document: Document) -> None:
    bare = replace(document, signature=None, letterhead=None, annexes=(), check_code="")
    told = render(bare, ".md").decode()
    assert "Nơi nhận" not in told
    assert told.startswith("# BÁO CÁO")
