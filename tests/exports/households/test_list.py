"""The register as a list: the same rows on paper, in the workbook and as CSV."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from functools import partial
from io import BytesIO

import openpyxl
import pytest
from pypdf import PdfReader

from exports import household_list
from exports.writers.listing import ROWS
from models.households.demo import made_rows
from tests.exports.households.case import NAMES, forty, make_household
from tests.exports.households.demo_register import household_of
from tests.exports.households.reading import book_rows, csv_rows, pages, words

# With all there is to a household; without names and telephones at the end.
list_pdf, list_xlsx, list_csv, cells_of, printed_rows = (
    partial(function, is_personal=True)
    for function in (
        household_list.list_pdf, household_list.list_xlsx, household_list.list_csv,
        household_list.cells_of, household_list.printed_rows,
    )
)  # fmt: skip
TITLE = "Danh sách hộ dân cư Phường Vàng Danh"
ON = date(2026, 11, 22)
ODD = replace(
    make_household(1), name="=1+1", phone="+84912300001", code="0000000001", note="a,\n\"b\"",
    house_number="(12)\\A", street="Ngõ Ω 漢",
)  # fmt: skip


def test_every_page_has_its_head_and_number():
    told = pages(list_pdf([*forty(), *forty(), ODD], NAMES, TITLE, ON))
    assert len(told) == 3
    for number, text in enumerate(told, start=1):
        assert f"Trang {number}/3" in text
        assert TITLE in text
        assert "In ngày 22/11/2026" in text
        assert "STT Chủ hộ Điện thoại Số nhà" in text
        assert "Mã địa chỉ số" in text


def test_the_pdf_holds_every_value():
    told = words(list_pdf(forty(), NAMES, TITLE))
    for row in printed_rows(forty(), NAMES):
        for text in row:
            assert text in told


def test_letters_of_every_kind_are_drawn():
    told = words(list_pdf([ODD], NAMES, TITLE))
    assert "=1+1" in told
    assert "(12)\\A" in told
    assert "+84912300…" in told


def test_a_long_text_ends_in_an_ellipsis():
    long = replace(make_household(1), name="Nguyễn Thị Ỷ " * 20)
    told = words(list_pdf([long], NAMES, TITLE))
    assert "Nguyễn Thị Ỷ Nguyễn" in told
    assert "…" in told
    assert told.count("Nguyễn") < 5


@pytest.mark.parametrize("count", [0, 1, ROWS - 1, ROWS, ROWS + 1, 2 * ROWS, 2 * ROWS + 1])
def test_no_row_is_lost_between_pages(count):
    rows = [make_household(number) for number in range(count)]
    heard: list[tuple[int, int]] = []
    raw = list_pdf(rows, NAMES, TITLE, tell=lambda done, of: heard.append((done, of)))
    text = words(raw)
    of = max(1, -(-count // ROWS))
    assert heard == [(number, of) for number in range(1, of + 1)]
    assert len(PdfReader(BytesIO(raw)).pages) == of
    assert text.count("Nguyễn Thị Ỷ") == count


def test_the_workbook_holds_real_values():
    book = openpyxl.load_workbook(BytesIO(list_xlsx([*forty(), ODD], NAMES, TITLE)))
    [sheet] = book
    assert sheet.freeze_panes == "D2"
    assert sheet.auto_filter.ref == sheet.dimensions
    head, *rows = sheet.iter_rows(values_only=True)
    wanted = list(cells_of([*forty(), ODD], NAMES))
    assert len(rows) == 41
    for number, (row, cells) in enumerate(zip(rows, wanted, strict=True), start=1):
        assert row[0] == number
        for value, cell in zip(row[1:], cells, strict=True):
            if isinstance(cell, date):
                assert value == datetime(cell.year, cell.month, cell.day)  # noqa: DTZ001
            else:
                assert value == (cell or None)
    odd = dict(zip(head, sheet[42], strict=True))
    assert odd["Mã địa chỉ số"].value == "0000000001"
    for name in ("Chủ hộ", "Điện thoại", "Mã địa chỉ số"):
        assert odd[name].data_type == "s"
    assert odd["Mã địa chỉ số"].number_format == "@"
    days = [cell for cell in sheet["P"][1:] if cell.value is not None]
    assert len(days) == 8
    assert {cell.number_format for cell in days} == {"dd/mm/yyyy"}


def test_the_csv_holds_the_same_rows_and_no_formula():
    head, *rows = csv_rows(list_csv([*forty(), ODD], NAMES))
    book = book_rows(list_xlsx([*forty(), ODD], NAMES, TITLE))["Danh sách hộ"]
    assert tuple(head) == book[0]
    for row, cells in zip(rows, book[1:], strict=True):
        for text, cell in zip(row, cells, strict=True):
            if isinstance(cell, datetime):
                assert text == f"{cell:%d/%m/%Y}"
            else:
                assert text.removeprefix("'") == ("" if cell is None else str(cell))
    assert dict(zip(head, rows[-1], strict=True))["Chủ hộ"] == "'=1+1"


def test_the_demo_register_is_printed_whole():
    households = [household_of(row) for row in made_rows(300, 120, 1)]
    text = words(list_pdf(households, NAMES, TITLE))
    for household in households:
        assert household.code is None or f"{household.code[:5]} {household.code[5:]}" in text
    assert sum(1 for household in households if household.code) == 120


def test_equal_lists_give_equal_bytes():
    for make in (partial(list_pdf, printed_on=ON), list_xlsx):
        assert make(iter(forty()), NAMES, title=TITLE) == make(forty(), NAMES, title=TITLE)
    assert list_csv(iter(forty()), NAMES) == list_csv(forty(), NAMES)


def test_nothing_of_a_household_lies_in_a_temporary_file(tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    seen: list[str] = []
    list_xlsx(forty(), NAMES, TITLE, lambda done, of: seen.extend(map(str, tmp_path.iterdir())))
    assert seen == []
    assert list(tmp_path.iterdir()) == []


def test_without_being_asked_no_list_names_anybody():
    rows = [replace(one, note=f"Gặp {one.name}") for one in forty()]
    pdf = words(household_list.list_pdf(rows, NAMES, TITLE, ON))
    [sheet] = openpyxl.load_workbook(BytesIO(household_list.list_xlsx(rows, NAMES, TITLE)))
    book = [[str(cell) for cell in row] for row in sheet.iter_rows(values_only=True)]
    file = csv_rows(household_list.list_csv(rows, NAMES))
    assert (len(file), len(file[0])) == (len(book), len(book[0]))
    for told in (pdf, "\n".join(map("|".join, book)), "\n".join(map("|".join, file))):
        for one in rows:
            assert one.name not in told
            assert one.phone is None or one.phone not in told
        for heading in ("Chủ hộ", "Điện thoại", "Ghi chú"):
            assert heading not in told
        assert "Mã địa chỉ số" in told
    assert sum(column.width for column in household_list.ANONYMOUS) == sum(
        column.width for column in household_list.PRINTED
    )
