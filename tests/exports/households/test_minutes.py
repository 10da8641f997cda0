"""Minutes in the form of NĐ 30: who took part, what the list says beside what was found."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader

from exports.document import Document, Table
from exports.household_minutes import hamlet_minutes, household_minutes
from exports.writers.files import SUFFIXES, render
from models.households.records import Household, Progress
from tests.exports.households.case import (
    HAMLET,
    NAMES,
    OFFICER,
    SETTINGS,
    UNIT,
    forty,
    household_id,
    make_household,
)
from tests.exports.households.reading import book_rows, csv_rows, docx_words, words

DIFFERING = {"name": "Nguyễn Văn Cũ", "phone": None, "plate_on": None}


def one() -> Document:
    return household_minutes(make_household(10), NAMES, SETTINGS, DIFFERING)


def counted(households: Sequence[Household]) -> Progress:
    """Return how far a hamlet of these households is."""
    outcomes = Counter(one.outcome for one in households if one.outcome)
    return Progress(
        len(households), sum(bool(one.code) for one in households), outcomes.total(),
        sum(one.has_plate for one in households), 0, outcomes,
    )  # fmt: skip


def rows(document: Document) -> dict[str, tuple[str, str]]:
    [table] = [block for block in document.blocks if isinstance(block, Table)]
    return {str(row.cells[0]): (str(row.cells[1]), str(row.cells[2])) for row in table.rows}


@pytest.mark.parametrize(("suffix", "read"), [(".pdf", words), (".docx", docx_words)])
def test_they_have_the_form_of_minutes(suffix, read):
    text = read(render(one(), suffix))
    for part in (
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "/BB-UBND", "BIÊN BẢN",
        "Rà soát, xác minh địa chỉ số của hộ gia đình",
        "Hôm nay, ngày 11/11/2026, tại 10 Ngõ 2, Khu 5, Phường Vàng Danh.",
        "Ông/bà Đỗ Thị Ưu, cán bộ rà soát.", "trưởng thôn, khu (Khu 5).",
        "Ông/bà Nguyễn Thị Ỷ 10, đại diện hộ gia đình.", "Kết quả rà soát: Sai thông tin.",
        "ĐẠI DIỆN HỘ GIA ĐÌNH", "TRƯỞNG THÔN, KHU", "CÁN BỘ RÀ SOÁT", "(Ký, ghi rõ họ tên)",
        "ký tên./.",
    ):  # fmt: skip
        assert part in text, part
    # Minutes say the day in their text; no paper but a report leaves it blank at the head.
    assert "ngày tháng năm" not in " ".join(text.replace("\u00a0", " ").split())


def test_only_what_differs_is_told_twice():
    told = rows(one())
    assert told["Chủ hộ"] == ("Nguyễn Văn Cũ", "Nguyễn Thị Ỷ 10")
    assert told["Điện thoại"] == ("", "0912300010")
    assert told["Mã địa chỉ số"] == ("0203000010", "Như danh sách")
    assert told["Gắn biển"] == ("Đã gắn 11/10/2026", "Như danh sách")
    assert told["Tọa độ"] == ("", "")


def test_an_unchecked_household_gets_a_form_to_fill_in():
    document = household_minutes(make_household(8), NAMES)
    text = render(document, ".md").decode()
    assert "ngày …… tháng …… năm ………" in text
    assert text.count("\\[\u00a0\u00a0\u00a0\\]") == 7
    assert {found for _, found in rows(document).values()} == {""}


def test_a_household_that_no_list_names_is_told_so():
    found = replace(make_household(10), list=None)
    told = rows(household_minutes(found, NAMES))
    assert {listed for listed, _ in told.values()} == {"–"}
    assert told["Chủ hộ"] == ("–", "Nguyễn Thị Ỷ 10")


def test_one_household_fits_one_page():
    for document in (one(), household_minutes(make_household(8), NAMES)):
        assert len(PdfReader(BytesIO(render(document, ".pdf"))).pages) == 1


def test_a_hamlet_has_its_counts_and_every_household():
    document = hamlet_minutes(UNIT, HAMLET, forty(), counted(forty()), NAMES, SETTINGS)
    text = words(render(document, ".pdf"))
    assert "Từ ngày 01/11/2026 đến ngày 20/11/2026, tại Khu 5, Phường Vàng Danh." in text
    assert (
        "Tổng số 40 hộ; có mã địa chỉ số 16 hộ (40%); đã rà soát tại chỗ 35 hộ (87,5%); đã gắn "
        "biển 8 hộ (20%)."
    ) in text
    assert "Kết quả rà soát 35 hộ: đúng 5 hộ (14,3%)" in text
    assert "ĐẠI DIỆN CÁC HỘ DÂN" in text
    for household in forty():
        assert household.name in text
    [table] = [block for block in document.blocks if isinstance(block, Table)]
    assert [row.cells[0] for row in table.rows] == list(range(1, 41))
    assert [row.cells[2] for row in table.rows][:3] == [
        "4 Đường Trần Phú", "8 Đường Trần Phú", "12 Đường Trần Phú",
    ]  # fmt: skip


def test_who_was_erased_counts_on_and_is_not_named():
    progress = counted(forty())
    document = hamlet_minutes(UNIT, HAMLET, forty()[1:], progress, NAMES, SETTINGS)
    text = words(render(document, ".pdf"))
    assert "Tổng số 40 hộ; có mã địa chỉ số 16 hộ (40%); đã rà soát tại chỗ 35 hộ" in text
    assert "Trong tổng số có 1 hộ đã xóa dữ liệu cá nhân theo yêu cầu" in text
    assert "đã xóa dữ liệu" not in words(
        render(hamlet_minutes(UNIT, HAMLET, forty(), progress, NAMES, SETTINGS), ".pdf")
    )


def test_a_hamlet_nobody_went_to_still_prints():
    unchecked = [replace(one, outcome="", checked_on=None, checked_by=None) for one in forty()]
    text = words(render(hamlet_minutes(UNIT, "", unchecked, counted(unchecked), NAMES), ".pdf"))
    assert "Hôm nay, ngày …… tháng …… năm ………, tại Chưa rõ thôn, khu, Phường Vàng Danh." in text
    assert "đã rà soát tại chỗ 0 hộ (0%)" in text
    assert render(hamlet_minutes(UNIT, HAMLET, [], Progress(), NAMES), ".pdf")


def test_two_officers_are_both_named_and_neither_signs_for_the_other():
    other = household_id(99)
    names = replace(NAMES, officers={OFFICER: "Đỗ Thị Ưu", other: "Bùi Văn Ý"})
    mixed = [replace(make_household(1), checked_by=other), make_household(2)]
    text = words(render(hamlet_minutes(UNIT, HAMLET, mixed, counted(mixed), names), ".pdf"))
    assert "Ông/bà Bùi Văn Ý, Đỗ Thị Ưu, cán bộ rà soát." in text
    assert text.count("Đỗ Thị Ưu") == text.count("Bùi Văn Ý") == 1


def test_all_formats_hold_the_same_rows():
    document = hamlet_minutes(UNIT, HAMLET, forty(), counted(forty()), NAMES, SETTINGS)
    files = {suffix: render(document, suffix) for suffix in SUFFIXES}
    table = csv_rows(files[".csv"])
    assert [[str(cell or "") for cell in row] for row in book_rows(files[".xlsx"])["Biên bản"]] == (
        table
    )
    data = json.loads(files[".json"])["rows"]
    assert [[str(cell) for cell in row.values()] for row in data] == table[1:]
    assert len(table) == 41


@pytest.mark.parametrize("suffix", [".docx", ".xlsx", ".pdf"])
def test_a_hamlet_may_have_a_name_longer_than_a_file_s_properties(suffix):
    name = "Khu & " + "dân cư " * 60
    two = forty()[:2]
    assert render(hamlet_minutes(UNIT, name, two, counted(two), NAMES, SETTINGS), suffix)
