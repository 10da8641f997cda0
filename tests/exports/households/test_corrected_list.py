"""The corrected list goes back in the layout it came in, every change marked and told."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from typing import Any
from uuid import UUID

import openpyxl
import pytest

from exports.corrected_list import corrected_list
from exports.household_changes import COMPARED, Change, CorrectedRow, changes
from exports.household_values import current
from models.households.records import Household, HouseholdList, Place
from tests.exports.households.case import NAMES, UNIT, forty, make_household

FIELDS = (
    "list_code", "name", "phone", "address", "hamlet", "unit", "old_unit", "code", "place",
    "plate_on", "house_number", "street", "has_plate",
)  # fmt: skip
SOURCE = HouseholdList(
    UUID(int=1), "Danh sách hộ khu 5", datetime(2026, 1, 1, tzinfo=UTC), 40,
    {"index": 0, "list_code": 1, "name": 2, "phone": 3, "address": 4, "unit": 5, "code": 6,
     "lat": 8, "lon": 9, "plate_on": 10, "has_plate": 11, "note": 12},
    (
        ("DANH SÁCH HỘ KHU 5", "", ""),
        ("STT", "Mã hộ", "Chủ hộ", "SĐT", "Địa chỉ", "Phường", "Mã ĐCS", "CCCD", "Tọa độ", "",
         "Ngày gắn", "Gắn biển", "Ghi chú"),
        ("", "", "", "", "", "", "", "", "Vĩ độ", "Kinh độ", "", "", ""),
    ),
)  # fmt: skip


def listed(household: Household, **said: Any) -> CorrectedRow:
    """Return a row whose list says what stands, but for `said`."""
    original = {name: current(household, name) for name in FIELDS} | said
    assert household.list_row is not None
    extra = {0: str(household.list_row), 12: "=ghi chú"}
    return CorrectedRow(household.list_row, original, household, extra)


def book_of(rows: list[CorrectedRow], added: tuple[Household, ...] = ()) -> Any:
    return openpyxl.load_workbook(BytesIO(corrected_list(SOURCE, rows, NAMES, added)))


@pytest.fixture(scope="module")
def book() -> Any:
    rows = [
        listed(one, name="Nguyễn Văn Cũ", phone=None) if one.name.endswith(" 10") else listed(one)
        for one in forty()
    ]
    return book_of(rows, (replace(make_household(71), list=None, list_code=None),))


def values(sheet: Any, start: int = 1) -> list[tuple[Any, ...]]:
    return list(sheet.iter_rows(min_row=start, values_only=True))


def test_the_layout_is_the_one_it_came_in(book):
    assert book.sheetnames == ["Danh sách", "Thay đổi", "Không tìm thấy"]
    for row, texts in zip(values(book["Danh sách"])[:3], SOURCE.header, strict=True):
        assert tuple(text or "" for text in row) == (*texts, *[""] * (13 - len(texts)))
    assert book["Danh sách"].freeze_panes == "A4"


def test_unchanged_rows_come_back_as_they_were(book):
    *rows, _new = values(book["Danh sách"], 4)
    assert len(rows) == 40
    assert [row[0] for row in rows] == [str(number) for number in range(2, 42)]
    third = make_household(3)
    assert rows[3] == (
        "5", "H0003", third.name, None, third.address, "Phường Bắc Sơn", None, None, None, None,
        None, "Không", "=ghi chú",
    )  # fmt: skip
    sixth = rows[6]
    assert sixth[5] == "Phường Vàng Danh"
    assert sixth[8:10] == pytest.approx((21.0351, 106.7712))
    assert sixth[10] == datetime(2026, 10, 7)  # noqa: DTZ001
    assert sixth[11] == "Có"


def test_changed_cells_are_filled_and_say_what_stood_there(book):
    sheet = book["Danh sách"]
    marked = {
        cell.coordinate: cell.comment.text
        for row in sheet.iter_rows(min_row=4, max_row=43)
        for cell in row
        if cell.comment is not None
    }
    assert marked == {"C14": "Trước: Nguyễn Văn Cũ", "D14": "Trước: (trống)"}
    filled = {
        cell.coordinate
        for row in sheet.iter_rows(min_row=4, max_row=43)
        for cell in row
        if cell.fill.fill_type == "solid"
    }
    assert filled == set(marked)
    assert sheet["C14"].value == "Nguyễn Thị Ỷ 10"


def test_the_sheet_of_changes_says_who_found_what(book):
    rows = [row for row in values(book["Thay đổi"], 2) if row[3] == "Nguyễn Thị Ỷ 10"]
    end = ("Sai thông tin", "Đỗ Thị Ưu", datetime(2026, 11, 11), None)  # noqa: DTZ001
    assert rows == [
        (12, 14, "H0010", "Nguyễn Thị Ỷ 10", "Chủ hộ", "Nguyễn Văn Cũ", "Nguyễn Thị Ỷ 10", *end),
        (12, 14, "H0010", "Nguyễn Thị Ỷ 10", "Điện thoại", None, "0912300010", *end),
    ]


def test_an_outcome_without_a_changed_field_is_told_unless_it_is_right(book):
    told = {row[3] for row in values(book["Thay đổi"], 2)}
    for one in forty():
        assert (one.name in told) == (one.outcome not in ("", "dung"))


def test_households_that_were_not_found_have_a_sheet(book):
    rows = values(book["Không tìm thấy"], 2)
    gone = [one for one in forty() if one.outcome in ("khong_tim_thay", "nha_trong")]
    assert {row[3] for row in rows} == {one.name for one in gone}
    assert len(rows) == len(gone) == 10


def test_households_that_no_list_named_come_last_and_are_marked(book):
    sheet, new = book["Danh sách"], replace(make_household(71), list=None, list_code=None)
    last = sheet[44]
    assert sheet.max_row == 44
    assert (last[2].value, last[4].value, last[6].value) == (new.name, new.address, new.code)
    assert all(cell.fill.fill_type == "solid" for cell in last if cell.value is not None)
    (comment,) = [cell.comment.text for cell in last if cell.comment is not None]
    assert comment == "Hộ mới: danh sách chưa có"
    (told,) = [row for row in values(book["Thay đổi"], 2) if row[4] == "Hộ mới"]
    assert told[:7] == (None, 44, None, new.name, "Hộ mới", None, new.address)


def test_a_name_in_two_columns_is_parted_again():
    source = replace(SOURCE, columns={"name": 0, "given_name": 1}, header=(("Họ đệm", "Tên"),))
    raw = corrected_list(source, [listed(make_household(1))], NAMES)
    [row] = values(openpyxl.load_workbook(BytesIO(raw))["Danh sách"], 2)
    assert row == ("Nguyễn Thị Ỷ", "1")


def test_a_place_found_in_another_way_is_no_change():
    one = make_household(6)
    assert one.place is not None
    listing = {"lat": one.place.lat, "lon": one.place.lon, "source": "list", "accuracy": None}
    assert list(changes(listed(one, place=listing), NAMES)) == []
    moved = replace(one, place=Place(21.5, 106.5))
    assert list(changes(listed(moved, place=listing), NAMES)) == [
        Change("place", "21.035100, 106.771200", "21.500000, 106.500000")
    ]


def test_where_a_household_belongs_is_no_change_when_the_list_says_it_nowhere():
    one = make_household(1)
    original = {name: current(one, name) for name in FIELDS if name not in ("unit", "hamlet")}
    assert list(changes(CorrectedRow(3, original, one), NAMES)) == []


@pytest.mark.parametrize("name", [name for name in COMPARED if name != "place"])
def test_every_field_that_differs_is_told(name):
    one = make_household(6)
    other = {"has_plate": False, "plate_on": "2020-01-02", "unit": "06811"}.get(name, "khác")
    [found] = changes(listed(one, **{name: other}), NAMES)
    assert found.field == name
    assert found.old != found.new


def test_a_merged_household_is_told_with_the_one_it_went_to():
    one, into = make_household(1), make_household(2)
    rows = [listed(replace(one, merged_into=into.id)), listed(into)]
    told = [row for row in values(book_of(rows)["Thay đổi"], 2) if row[4] == "Gộp vào hộ"]
    assert [row[6] for row in told] == ["H0002 Nguyễn Thị Ỷ 2"]


def test_an_empty_list_and_a_moved_household_still_write():
    assert book_of([]).sheetnames[0] == "Danh sách"
    moved = listed(replace(make_household(2), unit="06811"), unit=UNIT)
    sheet = book_of([moved])["Danh sách"]
    assert sheet["F4"].value == "06811"
    assert sheet["F4"].comment.text == "Trước: Phường Vàng Danh"


def test_the_same_bytes_again():
    rows = [listed(one) for one in forty()]
    assert corrected_list(SOURCE, rows, NAMES) == corrected_list(SOURCE, rows[::-1], NAMES)
