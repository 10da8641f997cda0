"""Reads back what was written, by programs of other makers."""

from __future__ import annotations

import csv
import re
from io import BytesIO, StringIO

import docx
import openpyxl
from pypdf import PdfReader


def pages(pdf: bytes) -> list[str]:
    """Return the text of each page of a PDF, every run of white space one blank."""
    return [re.sub(r"\s+", " ", page.extract_text()) for page in PdfReader(BytesIO(pdf)).pages]


def words(pdf: bytes) -> str:
    """Return all text of a PDF."""
    return " ".join(pages(pdf))


def docx_words(raw: bytes) -> str:
    """Return the text of a Word file: paragraphs, then tables cell by cell."""
    word = docx.Document(BytesIO(raw))
    cells = [cell.text for table in word.tables for row in table.rows for cell in row.cells]
    return " ".join([*(paragraph.text for paragraph in word.paragraphs), *cells])


def book_rows(raw: bytes) -> dict[str, list[tuple[object, ...]]]:
    """Return the rows of each sheet of a workbook."""
    book = openpyxl.load_workbook(BytesIO(raw))
    return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book}


def csv_rows(raw: bytes) -> list[list[str]]:
    """Return the rows of a CSV file that begins with its mark."""
    return list(csv.reader(StringIO(raw.decode("utf-8-sig"), newline="")))
