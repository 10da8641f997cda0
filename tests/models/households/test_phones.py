"""Telephone numbers in one form: separators off, a lost zero back, old prefixes renewed."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.households.phones import read_phone
from models.households.readings import Reading

MOBILE = "0912345678"
MOBILES = st.from_regex(r"\A0[35789][0-9]{8}\Z")
# The ministry's table of 2018: old prefix, new prefix.
RENEWED = [
    ("0120", "070"), ("0121", "079"), ("0122", "077"), ("0126", "076"), ("0128", "078"),
    ("0123", "083"), ("0124", "084"), ("0125", "085"), ("0127", "081"), ("0129", "082"),
    ("0162", "032"), ("0163", "033"), ("0164", "034"), ("0165", "035"), ("0166", "036"),
    ("0167", "037"), ("0168", "038"), ("0169", "039"), ("0186", "056"), ("0188", "058"),
    ("0199", "059"),
]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [MOBILE, "0912 345 678", "0912.345.678", "0912-345-678", "(0912) 345678", "+84912345678",
     "+84 912 345 678", "+84 (0) 912 345 678", "84912345678", "0084 912345678", "840912345678",
     "ĐT: 0912345678", "sđt 0912345678", "'0912345678", "\u200e0912345678", "0912 – 345 – 678",
     "Điện thoại: 0912.345.678", "0912/345678"],
)  # fmt: skip
def test_a_mobile_number_has_one_form(text):
    assert read_phone(text) == Reading(MOBILE)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("0203 3850 123", "02033850123"), ("0203.385012", "0203385012"),
        ("+84 203 3850123", "02033850123"), ("842033850123", "02033850123"),
        ("(024) 3825 1234", "02438251234"), ("0203/3850123", "02033850123"),
    ],
)
def test_a_landline_has_one_form(text, wanted):
    assert read_phone(text) == Reading(wanted)


@pytest.mark.parametrize(
    ("cell", "wanted"),
    [
        (912345678, MOBILE), (912345678.0, MOBILE), ("912345678", MOBILE), ("912345678.0", MOBILE),
        ("912 345 678", MOBILE), (2033850123, "02033850123"), (1681234567, "0381234567"),
        # 84 in front of seven digits is a prefix of 084 that lost its zero.
        ("849123456", "0849123456"),
    ],
)  # fmt: skip
def test_a_lost_zero_is_put_back(cell, wanted):
    assert read_phone(cell) == Reading(wanted, is_restored=True)


@pytest.mark.parametrize(("old", "new"), RENEWED)
def test_mobile_numbers_of_before_2018_are_renewed(old, new):
    wanted = Reading(f"{new}1234567", is_restored=True)
    assert read_phone(f"{old}1234567") == wanted
    assert read_phone(f"+84{old[1:]}1234567") == wanted
    assert read_phone(f"84{old}1234567") == wanted


@pytest.mark.parametrize("cell", [None, "", " ", "-", "--", ".", math.nan])
def test_blank_is_no_number_and_no_problem(cell):
    assert read_phone(cell) == Reading(None)


@pytest.mark.parametrize(
    ("cell", "problem"),
    [
        ("091234567", "bad_phone"), ("09123456789", "bad_phone"), ("0412345678", "bad_phone"),
        ("0112345678", "bad_phone"), ("212345678", "bad_phone"), ("412345678", "bad_phone"),
        ("01901234567", "bad_phone"), ("không có", "bad_phone"), ("0912 345 67x", "bad_phone"),
        ("+1 912 345 6789", "bad_phone"), (True, "bad_phone"), (0.5, "bad_phone"),
        ("0912345678 (Lan)", "bad_phone"), ("0912345678; con trai", "bad_phone"),
        ("203385012", "bad_phone"), ("9.12346E+08", "digits_lost"),
        ("0912345678/0987654321", "several_phones"), ("0912345678, 02033850123", "several_phones"),
        ("0912 345 678 - 0987 654 321", "several_phones"),
        ("0912345678 hoặc 0987654321", "several_phones"),
    ],
)  # fmt: skip
def test_what_is_no_single_number_is_flagged(cell, problem):
    assert read_phone(cell) == Reading(None, problem=f"households.{problem}")


@given(MOBILES, st.sampled_from(["", "+84", "84", "0084"]), st.sampled_from(["", " ", ".", "-"]))
def test_every_mobile_number_comes_back(number, abroad, between):
    written = abroad + number[1 if abroad else 0 :]
    grouped = between.join((written[:-6], written[-6:-3], written[-3:]))
    assert read_phone(grouped) == Reading(number)
    assert read_phone(int(number)) == Reading(number, is_restored=True)


@given(st.text(max_size=30) | st.from_regex(r"\A[+0-9 ./-]{6,16}\Z"))
def test_what_is_read_reads_as_itself(text):
    found = read_phone(text)
    assert found.value is None or found.problem is None
    if found.value is not None:
        assert read_phone(found.value) == Reading(found.value)
