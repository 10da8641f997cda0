"""The workbook, read back."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from typing import Any

import openpyxl
import pytest

from exports.document import Document
from exports.writers.files import render


@pytest.fixture(scope="module")
def book(rendered: dict[str, bytes]) -> Any:
    return openpyxl.load_workbook(BytesIO(rendered[".xlsx"]))


def test_sheets_have_filters_and_a_frozen_header(book: Any) -> None:
    assert book.sheetnames == ["Tổng hợp", "Theo câu hỏi", "Theo đơn vị", "Chi tiết", "Thuyết minh"]
    for sheet in book:
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref == sheet.dimensions
        assert all(cell.font.bold for cell in sheet[1])


def test_every_value_is_a_real_one(book: Any, document: Document) -> None:
    for sheet, wanted in zip(book, document.sheets, strict=True):
        assert tuple(cell.value for cell in sheet[1]) == wanted.headings
        rows = list(sheet.iter_rows(min_row=2, values_only=True))
        assert len(rows) == len(wanted.rows)
        for row, cells in zip(rows, wanted.rows, strict=True):
            for value, cell, kind in zip(row, cells, wanted.kinds, strict=True):
                assert _same(value, cell, kind)


def _same(value: Any, cell: Any, kind: str) -> bool:
    if cell is None or cell == "":
        return value is None
    if kind == "text":
        return bool(value == cell)
    number = cell / 100 if kind == "percent" else cell
    return isinstance(value, int | float) and abs(Decimal(str(value)) - number) < Decimal("1e-9")


def test_percentages_are_fractions_shown_as_percent(book: Any) -> None:
    sheet = book["Tổng hợp"]
    assert sheet["G2"].value == 1
    assert sheet["G2"].number_format.endswith("0.0%")
    assert sheet["F2"].value == 1519
    assert sheet["F2"].number_format.endswith("#,##0")


def test_text_is_never_a_formula_or_a_link(document: Document) -> None:
    sheet = document.sheets[0]
    evil = ("=1+1", "http://x.vn", "@a", "+84", "-1", 1, Decimal(1))
    changed = replace(document, sheets=(replace(sheet, rows=(evil,)),))
    book = openpyxl.load_workbook(BytesIO(render(changed, ".xlsx")))
    row = book.worksheets[0][2]
    assert [cell.value for cell in row[:5]] == list(evil[:5])
    assert all(cell.data_type == "s" and cell.hyperlink is None for cell in row[:5])


def test_codes_keep_their_leading_zeros(book: Any) -> None:
    assert book["Chi tiết"]["A2"].value == "00001"


def test_the_same_bytes_again(document: Document, rendered: dict[str, bytes]) -> None:
    assert render(document, ".xlsx") == rendered[".xlsx"]
