"""Codes and identifiers: read as plates and people write them, completed only where proven."""

from __future__ import annotations

import math
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.households.codes import read_code, read_place_id, restore_code, restore_place_id
from models.households.readings import Reading

CODE = "0212345678"
PLACE_ID = "221234567890"
CODES = st.text("0123456789", min_size=10, max_size=10)


@pytest.mark.parametrize(
    "text",
    [
        CODE, f" {CODE}\r\n", "02123 45678", "02123.45678", "02123-45678", "0212 345 678",
        "02.12.34.56.78", "0 2 1 2 3 4 5 6 7 8", "02123 – 45678", f"\u200b{CODE}\ufeff",
        f"https://diachiso.gov.vn/#/map/{CODE}", f"HTTPS://DIACHISO.GOV.VN/#/map/{CODE}/",
        f"diachiso.gov.vn/map?ma={CODE}&t=1699999999", f"https://www.diachiso.gov.vn/#/map/{CODE}",
        f"https://diachiso.gov.vn/#/map/{CODE} LH 0912345678, 0987654321",
        # A Vietnamese keyboard was on while the plate was scanned.
        f"https://diachío.gov.vn/#/map/{CODE}",
        f"https://diachiso.quangninh.gov.vn/?ma={CODE}", f"Mã địa chỉ số: {CODE}.",
        f"Mã {CODE}, mã {CODE}", f"Mã {CODE}, ĐT: 0912345678", f"{CODE} (SĐT +84 912345678)",
        f"{CODE} - điện thoại 0912345678", f"dien thoai số: 0912345678 ma {CODE}",
        f"{PLACE_ID} và {CODE}", f"{CODE}; 21.0345123456, 106.7712345678",
    ],
)  # fmt: skip
def test_a_code_is_found(text):
    assert read_code(text) == CODE


@pytest.mark.parametrize(
    "text",
    [
        "", "  ", "Nguyễn Văn A", "212345678", "02123456789", PLACE_ID, "0212345678 0212345679",
        "https://diachiso.gov.vn/#/map/", "https://diachiso.gov.vn/#/map/02123456789",
        f"https://diachiso.gov.vn/#/map/{CODE} https://diachiso.gov.vn/#/map/0212345679",
        "ĐT: 0912345678", "SĐT 0912345678 / Zalo 0987654321", "liên hệ (0912345678)",
        "21.0345123456, 106.7712345678", "21,0345123456", "02123 4567",
        # A number with a fraction is no code in two groups.
        "210123456.0", "210123456.7", "21012345.00", "２１２３４５６７８９",
    ],
)  # fmt: skip
def test_no_code_or_no_single_one_is_refused(text):
    assert read_code(text) is None


def test_a_second_half_of_zeros_is_no_fraction():
    assert read_code("02123.00000") == "0212300000"


@given(CODES, st.sampled_from(["{}", " {}\t", "'{}", "https://diachiso.gov.vn/#/map/{}", "Mã {}"]))
def test_every_code_survives_its_frame(code, frame):
    assert read_code(frame.format(code)) == code
    assert restore_code(frame.format(code)) == Reading(code)


@given(CODES, st.lists(st.integers(2, 8), max_size=2, unique=True), st.sampled_from(" .-"))
def test_every_grouping_gives_the_same_code(code, cuts, between):
    groups = [code[a:b] for a, b in zip([0, *sorted(cuts)], [*sorted(cuts), 10], strict=True)]
    # A dot before nothing but zeros may be a fraction and is not taken for a group.
    if between != "." or not (len(groups) == 2 and set(groups[-1]) == {"0"}):
        assert read_code(between.join(groups)) in {code, None}
        if all(len(group) > 1 for group in groups):
            assert read_code(between.join(groups)) == code


@given(st.text(max_size=60))
def test_whatever_is_found_stands_in_the_text(text):
    for found, length in ((read_code(text), 10), (read_place_id(text), 12)):
        if found is not None:
            assert found.isascii()
            assert found.isdigit()
            assert len(found) == length
            assert "".join(mark for mark in text if mark in "0123456789").count(found)


@pytest.mark.parametrize("text", [PLACE_ID, "2212 3456 7890", f"Mã định danh địa điểm: {PLACE_ID}"])
def test_a_place_identifier_is_found(text):
    assert read_place_id(text) == PLACE_ID
    assert restore_place_id(text) == Reading(PLACE_ID)


@pytest.mark.parametrize(
    "text",
    ["", CODE, f"CCCD {PLACE_ID}", f"số CCCD: {PLACE_ID}", f"căn cước công dân số {PLACE_ID}",
     f"{PLACE_ID}, {PLACE_ID[::-1]}", "2" + PLACE_ID],
)  # fmt: skip
def test_an_identity_cards_number_is_no_place_identifier(text):
    assert read_place_id(text) is None


def bad(problem: str) -> Reading:
    return Reading(None, problem=f"households.{problem}")


RESTORED = Reading("0212345678", is_restored=True)


@pytest.mark.parametrize(
    ("cell", "wanted"),
    [
        (None, Reading(None)), ("", Reading(None)), (" - ", Reading(None)),
        (math.nan, Reading(None)), (CODE, Reading(CODE)), ("'" + CODE, Reading(CODE)),
        (f'="{CODE}"', Reading(CODE)), ("’" + CODE, Reading(CODE)),
        (2112345678, Reading("2112345678")), (2112345678.0, Reading("2112345678")),
        ("2112345678.0", Reading("2112345678")), ("2.112.345.678", Reading("2112345678")),
        # Nine digits lost one zero: no postcode begins with 00.
        (212345678, RESTORED), (212345678.0, RESTORED), ("212345678", RESTORED),
        ("212345678.0", RESTORED), ("212.345.678", RESTORED), ("'212345678", RESTORED),
        # Text that still has its zero lacks another digit.
        ("012345678", bad("code_short")),
        (21234567, bad("code_short")), ("21234567", bad("code_short")), (5, bad("code_short")),
        (0, bad("code_short")), ("21012345.00", bad("code_short")),
        ("2.10123E+09", bad("digits_lost")), ("2,10123e+09", bad("digits_lost")),
        ("2.101234567E+09", bad("digits_lost")), ("2E9", bad("digits_lost")),
        (21123456789, bad("bad_code")), (PLACE_ID, bad("bad_code")), (-2112345678, bad("bad_code")),
        (2112345.678, bad("bad_code")), ("210123456.7", bad("bad_code")),
        (math.inf, bad("bad_code")), (True, bad("bad_code")), (date(2026, 1, 2), bad("bad_code")),
        ("chưa có", bad("bad_code")), ("ĐT: 0912345678", bad("bad_code")),
    ],
)  # fmt: skip
def test_a_cell_is_restored_only_where_its_length_proves_it(cell, wanted):
    assert restore_code(cell) == wanted


@given(st.integers(10**8, 10**10 - 1).map(lambda number: f"{number:010d}"))
def test_a_code_comes_back_from_a_number_cell(code):
    for cell in (int(code), float(int(code)), str(int(code)), f"{int(code)}.0"):
        assert restore_code(cell) == Reading(code, is_restored=code.startswith("0"))


@given(st.integers(0, 10**8 - 1))
def test_fewer_digits_are_never_completed(number):
    assert restore_code(number) == restore_code(str(number)) == bad("code_short")


@pytest.mark.parametrize(
    ("cell", "wanted"),
    [
        (None, Reading(None)), (221234567890.0, Reading(PLACE_ID)),
        (int(PLACE_ID), Reading(PLACE_ID)),
        ("2.21235E+11", bad("digits_lost")), (22123456789, bad("bad_place_id")),
        (True, bad("bad_place_id")), ("không", bad("bad_place_id")),
    ],
)  # fmt: skip
def test_a_place_identifiers_cell_is_never_completed(cell, wanted):
    assert restore_place_id(cell) == wanted
