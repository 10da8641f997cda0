"""Walk sheets: order, pages, what is said of each household, and its QR."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO

import pypdfium2
import pytest

from exports import walk_sheets as sheets
from exports.household_values import walk_key
from exports.walk_sheets import Walk, mark, walk_sheets
from models.households.fields import OUTCOME_CODES, OUTCOMES
from models.households.marks import read_mark
from tests.exports.households.case import HAMLET, NAMES, UNIT, forty, make_household
from tests.exports.households.reading import pages

ON = date(2026, 11, 22)
WALK = Walk(UNIT, HAMLET, forty(), "Đỗ Thị Ưu")


@pytest.fixture(scope="module")
def printed() -> bytes:
    return walk_sheets([WALK, Walk(UNIT, "Khu 6", forty()[:3])], NAMES, ON)


def test_every_page_has_its_head_and_foot(printed):
    told = pages(printed)
    assert len(told) == 6
    for number, text in enumerate(told[:5], start=1):
        assert f"Trang {number}/5" in text
        assert "Khu 5, Phường Vàng Danh" in text
        assert "40 hộ · In ngày 22/11/2026" in text
        assert "Cán bộ rà soát: Đỗ Thị Ưu" in text
        assert "Trưởng thôn, khu ký: ......" in text
        for key, option in enumerate(OUTCOMES, start=1):
            assert f"{key} {option.vi}" in text
    assert "Trang 1/1" in told[5]
    assert "Khu 6, Phường Vàng Danh" in told[5]


def test_households_stand_in_street_order(printed):
    text = " ".join(pages(printed)[:5])
    names = [one.name for one in sorted(forty(), key=walk_key)]
    places = [text.index(f"{number} {name} ") for number, name in enumerate(names, start=1)]
    assert places == sorted(places)
    assert len(set(places)) == 40


def test_the_old_values_stand_beside_the_room_for_new_ones():
    checked = make_household(26)
    [text] = pages(walk_sheets([Walk(UNIT, HAMLET, (checked, make_household(8)))], NAMES, ON))
    assert "26 Ngõ 2" in text
    assert "Mã: 02030 00026 ĐT: 0912300026" in text
    assert "Biển: đã gắn 27/10/2026 · Lần trước: Sai thông tin (07/11/2026, Đỗ Thị Ưu)" in text
    assert "Mã: chưa có ĐT: 0912300008" in text
    assert "Biển: chưa gắn · Chưa rà soát" in text


def test_every_outcome_has_a_short_name():
    assert set(sheets._SHORT) == set(OUTCOME_CODES)


def test_a_qr_holds_the_code_or_a_mark_of_the_household():
    assert mark(make_household(1)) == "0203000001"
    without = make_household(2)
    assert without.code is None
    assert read_mark(mark(without)) == without.id


def test_a_hamlet_without_households_is_one_page():
    [text] = pages(walk_sheets([Walk(UNIT, HAMLET, ())], NAMES, ON))
    assert "0 hộ" in text
    assert "Cán bộ rà soát: ......" in text


@pytest.mark.parametrize(("count", "expected"), [(8, 1), (9, 2), (16, 2), (17, 3)])
def test_pages_are_counted_before_they_are_drawn(count, expected):
    walk = Walk(UNIT, HAMLET, forty()[:count])
    heard: list[tuple[int, int]] = []
    raw = walk_sheets([walk], NAMES, ON, lambda done, of: heard.append((done, of)))
    assert walk.pages == len(pages(raw)) == expected
    assert heard == [(number, expected) for number in range(1, expected + 1)]


def test_long_values_stay_within_their_field():
    long = replace(make_household(1), name="Rất dài " * 30, street="", address="Dài " * 90)
    raw = walk_sheets([Walk(UNIT, HAMLET, (long,))], NAMES, ON)
    shown = pypdfium2.PdfDocument(BytesIO(raw))[0].get_textpage()
    # No letter of the values may cross the line before the room for corrections.
    edge = sheets._LEFT + sheets._FIX
    top = sheets._TOP - sheets._HEAD
    bottom = top - sheets._BLOCK + sheets._TICKS + sheets._BOX + 4
    assert shown.get_text_bounded(edge - 2, bottom, edge + 4, top).strip() == ""
    values = shown.get_text_bounded(sheets._LEFT, bottom, edge, top)
    assert values.count("…") == 2


def test_the_same_bytes_again(printed):
    assert walk_sheets([WALK, Walk(UNIT, "Khu 6", forty()[:3])], NAMES, ON) == printed
