"""The same figures in all six files, each read back by a program of another maker."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable
from decimal import Decimal
from io import BytesIO, StringIO

import docx
import openpyxl
import pytest
from pypdf import PdfReader

from models.figures import format_decimal, format_integer
from models.surveys.summary import SatisfactionSummary, UnitFigures

# unit name, question code or text, option text, n, percent
Figure = tuple[str, str, int, Decimal]
Figures = set[Figure]


def wanted(summary: SatisfactionSummary) -> Figures:
    return {
        (unit.name, option.text, option.n, option.percent)
        for unit in summary.units
        for question in unit.questions
        for option in question.options
    } | {
        (unit.name, f"Để trống {question.text}", question.blank, question.blank_percent)
        for unit in summary.units
        for question in unit.questions
    }


def from_json(raw: bytes) -> Figures:
    told: Figures = set()
    for unit in json.loads(raw)["units"]:
        for question in unit["questions"]:
            blank = Decimal(str(question["blank_percent"]))
            told.add((unit["name"], f"Để trống {question['text']}", question["blank"], blank))
            for option in question["options"]:
                percent = Decimal(str(option["percent"]))
                told.add((unit["name"], option["text"], option["n"], percent))
    return told


def from_csv(raw: bytes) -> Figures:
    rows = list(csv.reader(StringIO(raw.decode("utf-8-sig"), newline="")))[1:]
    return {
        (unit, text if code else f"{text} {question}", int(n), Decimal(percent))
        for _, unit, _, question, code, text, n, percent in rows
    }


def from_xlsx(raw: bytes) -> Figures:
    rows = openpyxl.load_workbook(BytesIO(raw))["Chi tiết"].iter_rows(min_row=2, values_only=True)
    return {
        (
            str(unit),
            str(text) if code else f"{text} {question}",
            int(str(n)),
            round(Decimal(str(percent)) * 100, 1),
        )
        for _, unit, _, question, code, text, n, percent in rows
    }


def _from_rows(names: list[str], rows: list[list[str]]) -> Figures:
    """Return the figures of a printed table's rows: label, then n, %, index for each name."""
    told: Figures = set()
    question = ""
    for label, *cells in rows:
        if re.match(r"\d\. ", label):
            question = label.split(". ", 1)[1]
            continue
        text = f"Để trống {question}" if label == "Để trống" else label
        for at, name in enumerate(names):
            n, percent, _ = cells[at * 3 : at * 3 + 3]
            if percent and question:
                told.add((name, text, int(n.replace(".", "")), Decimal(percent.replace(",", "."))))
    return told


def from_docx(raw: bytes) -> Figures:
    table = docx.Document(BytesIO(raw)).tables[1]
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    return _from_rows(list(dict.fromkeys(rows[0][1:]))[:2], rows[2:])


def from_md(raw: bytes) -> Figures:
    lines = [line for line in raw.decode().splitlines() if line.startswith("| ")]
    rows = [[cell.strip().strip("*") for cell in line[1:-1].split("|")] for line in lines]
    first = [row for row in rows if len(row) == 10]
    names = list(dict.fromkeys(name.rsplit(" – ", 1)[0] for name in first[0][1:]))[:2]
    return _from_rows(names, [[row[0].replace("\\", ""), *row[1:]] for row in first[2:]])


READERS: dict[str, Callable[[bytes], Figures]] = {
    ".json": from_json, ".csv": from_csv, ".xlsx": from_xlsx, ".docx": from_docx, ".md": from_md,
}  # fmt: skip


@pytest.mark.parametrize("suffix", READERS)
def test_a_file_holds_exactly_the_figures(
    suffix: str, rendered: dict[str, bytes], summary: SatisfactionSummary
) -> None:
    told = {
        (unit, " ".join(text.split()), n, percent.normalize())
        for unit, text, n, percent in READERS[suffix](rendered[suffix])
    }
    assert told == {(u, t, n, p.normalize()) for u, t, n, p in wanted(summary)}


def test_the_pdf_holds_exactly_the_figures(
    rendered: dict[str, bytes], summary: SatisfactionSummary
) -> None:
    page = PdfReader(BytesIO(rendered[".pdf"])).pages[1].extract_text()
    text = re.sub(r"\s+", " ", page)
    columns = (*summary.groups, summary.total)
    for number, question in enumerate(summary.total.questions):
        for place, option in enumerate(question.options):
            cells = " ".join(_printed(unit, number, place) for unit in columns)
            assert f"{option.text} {cells}" in text


def _printed(unit: UnitFigures, question: int, option: int) -> str:
    figures = unit.questions[question].options[option]
    return f"{format_integer(figures.n)} {format_decimal(figures.percent)}"
