"""The golden case: the demo register's counts, as the report states them, in every format."""

from __future__ import annotations

import csv
import hashlib
import json
import re
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pypdf
import pytest

from tests.desktop.cli.conftest import Command

REFERENCE = Path(__file__).parents[2] / "reference" / "uong_bi_households.json"
YEAR = ("report", "households", "--from", "2024-01-01", "--to", "2024-12-31", "--out")
COUNTS = ("34.043", "14.300", "19.743", "42%")


@pytest.fixture
def figures(demo: Command, tmp_path: Path) -> dict[str, Any]:
    """The figures of the demo register as the command gives them."""
    said = demo(*YEAR, tmp_path / "x.json")
    assert said.code == 0, said.err
    return dict(said.data)


def text_of(path: Path) -> str:
    """Return a file's text as a reader sees it, white space folded."""
    if path.suffix == ".pdf":
        text = " ".join(page.extract_text() for page in pypdf.PdfReader(path).pages)
    elif path.suffix == ".docx":
        document = docx.Document(str(path))
        cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
        text = " ".join([*(paragraph.text for paragraph in document.paragraphs), *cells])
    elif path.suffix == ".xlsx":
        book = openpyxl.load_workbook(path)
        cells = (cell.value for sheet in book for row in sheet.iter_rows() for cell in row)
        text = " ".join(str(cell) for cell in cells if cell is not None)
    else:
        text = path.read_text(encoding="utf-8-sig")
    return re.sub(r"\s+", " ", text)


def test_the_register_has_every_stated_count(figures):
    stated = json.loads(REFERENCE.read_text(encoding="utf-8"))
    total = figures["total"]
    assert (total["units"], total["hamlets"]) == (10, 99)
    assert (total["households"], total["with_code"], total["without_code"]) == (
        34043, 14300, 19743,
    )  # fmt: skip
    assert total["with_code_percent"] == 42.0
    assert {34043, 14300, 19743} <= set(numbers(stated))


def numbers(data: Any) -> list[int]:
    return [int(found) for found in re.findall(r"\d+", json.dumps(data))]


def test_the_parts_add_up(figures):
    units = figures["units"]
    assert len(units) == 10
    assert sum(len(unit["hamlets"]) for unit in units) == 99
    for name in ("households", "with_code", "checked", "plate"):
        assert sum(unit[name] for unit in units) == figures["total"][name]
        for unit in units:
            assert sum(hamlet[name] for hamlet in unit["hamlets"]) == unit[name]


@pytest.mark.parametrize("suffix", ["pdf", "docx", "md"])
def test_documents_state_the_counts(demo, tmp_path, suffix):
    assert demo(*YEAR, tmp_path / f"x.{suffix}").code == 0
    text = text_of(tmp_path / f"x.{suffix}")
    for words in (*COUNTS, "10 phường, xã", "99 thôn, khu", "Phường Vàng Danh"):
        assert words in text


def test_the_workbook_holds_the_counts_as_numbers(demo, tmp_path):
    demo(*YEAR, tmp_path / "x.xlsx")
    book = openpyxl.load_workbook(tmp_path / "x.xlsx")
    cells = {cell.value for sheet in book for row in sheet.iter_rows() for cell in row}
    assert {34043, 14300} <= cells
    text = text_of(tmp_path / "x.xlsx")
    assert "34.043" in text or 19743 in cells


def test_the_table_of_values_adds_up_to_the_counts(demo, tmp_path):
    demo(*YEAR, tmp_path / "x.csv")
    lines = list(csv.reader((tmp_path / "x.csv").read_text(encoding="utf-8-sig").splitlines()))
    cells = {cell for line in lines for cell in line}
    assert {"34043", "14300"} <= cells


def test_the_json_file_holds_the_same_figures(demo, tmp_path):
    said = demo(*YEAR, tmp_path / "x.json")
    written = json.loads((tmp_path / "x.json").read_text(encoding="utf-8"))
    assert {key: said.data[key] for key in written} == written
    assert said.data["period"] == {"from": "2024-01-01", "to": "2024-12-31"}
    assert said.data["sha256"] == hashlib.sha256((tmp_path / "x.json").read_bytes()).hexdigest()


def test_the_old_units_add_up_to_the_new_ones(demo, tmp_path, figures):
    today = demo(*YEAR, tmp_path / "y.json", "--map", "today").data
    assert today["unit_map"] == "today"
    assert 1 < len(today["units"]) < 10
    same = ("households", "with_code", "without_code", "checked", "plate", "hamlets")
    assert {key: today["total"][key] for key in same} == {
        key: figures["total"][key] for key in same
    }
    for name in ("households", "with_code"):
        assert sum(unit[name] for unit in today["units"]) == figures["total"][name]
    # The one split unit lies in two of today's, the others each in one.
    old = {unit["code"]: unit for unit in figures["units"]}
    assert sum(unit["households"] for unit in old.values()) == 34043
    assert "06820" in old


def test_one_unit_alone_is_what_it_is_in_the_whole(demo, tmp_path, figures):
    one = demo(*YEAR, tmp_path / "x.json", "--unit", "06814").data
    assert [unit["name"] for unit in one["units"]] == ["Phường Bắc Sơn"]
    assert one["units"][0] in figures["units"]


def test_the_same_input_gives_the_same_bytes(demo, tmp_path):
    one, two = demo(*YEAR, tmp_path / "a.pdf"), demo(*YEAR, tmp_path / "b.pdf")
    assert one.data["sha256"] == two.data["sha256"]


def test_the_demo_register_is_searched_and_checked(demo):
    one = demo("households", "search", "HB-06814-000001").data["households"][0]
    assert one["old_unit"] == "06814"
    said = demo("households", "check", one["id"], "--outcome", "dung")
    assert (said.code, said.data["conflict"]) == (0, False)
    again = demo("households", "search", "HB-06814-000001").data["households"][0]
    assert again["outcome"] == "dung"
