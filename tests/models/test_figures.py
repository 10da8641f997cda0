"""Percentages and numbers as they are counted and printed."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.figures import (
    format_decimal,
    format_integer,
    format_percent,
    one_decimal,
    percent,
)

COUNTS = st.integers(0, 10**7)


@pytest.mark.parametrize(
    ("part", "whole", "printed"),
    [
        (1513, 1519, "99,6%"), (1428, 1519, "94%"), (91, 1519, "6%"), (161, 259, "62,2%"),
        (1519, 1519, "100%"), (0, 1519, "0%"), (0, 0, "0%"), (5, 0, "0%"),
        (9_999, 10_000, "99,9%"), (1, 10_000, "0,1%"), (1, 2_000_000, "0,1%"),
        (1, 3, "33,3%"), (2, 3, "66,7%"), (1, 16, "6,3%"), (1, 800, "0,1%"), (3, 2, "150%"),
    ],
)  # fmt: skip
def test_percentages_print_as_counted(part, whole, printed):
    assert format_percent(percent(part, whole)) == printed


@given(COUNTS, COUNTS)
def test_all_and_none_are_said_only_when_exact(part, whole):
    part = min(part, whole)
    found = percent(part, whole)
    assert (found == 100) == (part == whole > 0)
    assert (found == 0) == (part == 0)
    assert 0 <= found <= 100
    assert found == found.quantize(Decimal("0.1"))
    if whole and Decimal("0.1") < found < Decimal("99.9"):
        assert abs(found - Decimal(100 * part) / whole) <= Decimal("0.05")


@given(COUNTS, COUNTS, st.integers(1, 10**7))
def test_more_never_gives_a_smaller_share(one, other, whole):
    low, high = sorted((min(one, whole), min(other, whole)))
    assert percent(low, whole) <= percent(high, whole)


@pytest.mark.parametrize(
    ("total", "count", "mean"),
    [(3, 2, "1.5"), (5, 4, "1.3"), (0, 7, "0.0"), (Decimal("2.5"), 2, "1.3"), (1, 8, "0.1")],
)
def test_means_round_half_up_to_one_decimal(total, count, mean):
    assert one_decimal(total, count) == Decimal(mean)


def test_there_is_no_mean_of_nothing():
    assert one_decimal(0, 0) is None


@pytest.mark.parametrize(
    ("number", "printed"), [(0, "0"), (999, "999"), (34043, "34.043"), (1_000_000, "1.000.000")]
)
def test_thousands_have_a_dot(number, printed):
    assert format_integer(number) == printed


@pytest.mark.parametrize(
    ("number", "printed"),
    [
        ("1234567.89", "1.234.567,89"), ("99.60", "99,6"), ("100.0", "100"), ("100", "100"),
        ("0.0", "0"), ("1E+3", "1.000"), ("0.05", "0,05"), ("20", "20"),
    ],
)  # fmt: skip
def test_decimals_have_a_comma_and_no_trailing_nought(number, printed):
    assert format_decimal(Decimal(number)) == printed


@given(st.decimals(0, 10**9, places=3))
def test_a_printed_number_reads_back(number):
    assert Decimal(format_decimal(number).replace(".", "").replace(",", ".")) == number
