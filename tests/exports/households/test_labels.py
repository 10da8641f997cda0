"""Plates on label sheets: what they say, where they lie, and where a used sheet goes on."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from math import ceil

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports.labels import (
    LEAST,
    MM,
    PAGE,
    SHEETS,
    LabelSheet,
    Plate,
    free_sheet,
    plate_labels,
    plates,
)
from models.errors import UserError
from models.sentences.catalog import say
from tests.exports.households.case import NAMES, forty, make_household
from tests.exports.households.reading import pages, words


def shown() -> tuple[Plate, ...]:
    return plates(forty(), NAMES)


def text_of(raw: bytes, sheet: LabelSheet, at: int, page: int = 0) -> str:
    """Return the text within a label of a number, counted from 0."""
    row, column = divmod(at, sheet.columns)
    left = (sheet.left + column * sheet.across) * MM
    top = (PAGE[1] - sheet.top - row * sheet.down) * MM
    box = (left, top - sheet.height * MM, left + sheet.width * MM, top)
    found = pypdfium2.PdfDocument(BytesIO(raw))[page].get_textpage().get_text_bounded(*box)
    return " ".join(found.split())


def test_only_households_with_a_code_have_a_plate():
    made = shown()
    assert len(made) == 16
    assert {plate.code for plate in made} == {one.code for one in forty() if one.code}


def test_the_qr_opens_the_map():
    assert shown()[0].link == f"https://diachiso.gov.vn/#/map/{shown()[0].code}"


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_each_plate_lies_on_its_own_label(sheet):
    raw = plate_labels(shown(), sheet)
    for at, plate in enumerate(shown()):
        page, place = divmod(at, sheet.count)
        told = text_of(raw, sheet, place, page)
        assert f"{plate.code[:5]} {plate.code[5:]}" in told
        assert plate.unit in told
        if plate.house_number:
            assert told.startswith(f"{plate.house_number} {plate.street}")
    assert len(pages(raw)) == ceil(len(shown()) / sheet.count)


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_the_labels_fill_the_page_and_no_more(sheet):
    right = sheet.left + (sheet.columns - 1) * sheet.across + sheet.width
    bottom = sheet.top + (sheet.rows - 1) * sheet.down + sheet.height
    assert right <= PAGE[0]
    assert bottom <= PAGE[1]
    # The maker's sheets are even: what is left over is the same on both sides, to a millimetre.
    assert abs((PAGE[0] - right) - sheet.left) < 1
    assert abs((PAGE[1] - bottom) - sheet.top) < 2.6
    assert sheet.across >= sheet.width
    assert sheet.down >= sheet.height


def test_a_used_sheet_goes_on_where_it_is_told_to():
    sheet = SHEETS[0]
    raw = plate_labels(shown(), sheet, start=20)
    assert [text_of(raw, sheet, at) for at in range(19)] == [""] * 19
    assert text_of(raw, sheet, 19).endswith("02030 00000")
    assert text_of(raw, sheet, 0, page=1)
    assert len(pages(raw)) == 2
    assert len(pages(plate_labels(shown()[:5], sheet, start=20))) == 1


@pytest.mark.parametrize("start", [0, 25, -1])
def test_a_label_that_the_sheet_has_not_is_refused(start):
    with pytest.raises(UserError) as caught:
        plate_labels(shown(), SHEETS[0], start=start)
    assert "1 đến 24" in say(caught.value)


def test_nothing_to_print_is_said():
    without = [make_household(2)]
    with pytest.raises(UserError) as caught:
        plate_labels(plates(without, NAMES), SHEETS[0])
    assert "chưa có mã" in say(caught.value)


@given(st.floats(LEAST[0], 194), st.floats(LEAST[1], 281))
def test_a_free_size_lies_within_the_page(width, height):
    sheet = free_sheet(width, height)
    assert sheet.count >= 1
    assert sheet.left >= 8 - 1e-6
    assert sheet.top >= 8 - 1e-6
    assert sheet.left + (sheet.columns - 1) * sheet.across + sheet.width <= PAGE[0] - 8 + 1e-6
    assert sheet.top + (sheet.rows - 1) * sheet.down + sheet.height <= PAGE[1] - 8 + 1e-6


@pytest.mark.parametrize("size", [(39.9, 30), (50, 19), (195, 50), (50, 282), (0, 0), (-5, 40)])
def test_a_size_that_cannot_be_printed_is_refused(size):
    with pytest.raises(UserError) as caught:
        free_sheet(*size)
    assert "40 đến 194 mm" in say(caught.value)


def test_cut_marks_are_off_unless_asked_for():
    def lines(raw: bytes) -> int:
        page = pypdfium2.PdfDocument(BytesIO(raw))[0]
        return sum(1 for _ in page.get_objects())

    plain, marked = (plate_labels(shown()[:1], SHEETS[1], cut_marks=on) for on in (False, True))
    assert lines(marked) > lines(plain)
    assert plain == plate_labels(shown()[:1], SHEETS[1])


def test_an_address_without_a_number_is_broken_into_lines():
    one = replace(make_household(1), house_number="")
    [plate] = plates([one], NAMES)
    told = words(plate_labels([plate], free_sheet(120, 60)))
    assert told.startswith("Số 1 ngõ 1 đường Trần Phú, khu 5, phường Bắc Sơn Phường Vàng Danh")
    bare = replace(one, address="", street="Ngõ 1")
    assert plates([bare], NAMES)[0].street == "Ngõ 1, Khu 5"
