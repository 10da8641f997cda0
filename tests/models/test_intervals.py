"""Intervals against the values that were published with the methods, and what they promise."""

from __future__ import annotations

from decimal import Decimal
from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.figures import Untold, is_untold, percent
from models.intervals import Interval, change, share_interval

WHOLES = st.integers(1, 2000)


@st.composite
def shares(draw: st.DrawFn) -> tuple[int, int]:
    whole = draw(WHOLES)
    return draw(st.integers(0, whole)), whole


@pytest.mark.parametrize(
    ("part", "whole", "low", "high"),
    [
        # Newcombe, Statistics in Medicine 17, 1998, p. 857, table I, method 3.
        (81, 263, "25.5", "36.6"), (15, 148, "6.2", "16.0"), (0, 20, "0.0", "16.1"),
        (1, 29, "0.6", "17.2"),
        # All and none are kept for exactly all and none.
        (20, 20, "83.9", "100.0"), (1, 20_000, "0.1", "0.1"), (19_999, 20_000, "99.9", "99.9"),
    ],
)  # fmt: skip
def test_the_interval_of_a_share_is_wilson_s(part: int, whole: int, low: str, high: str) -> None:
    assert share_interval(part, whole) == Interval(Decimal(low), Decimal(high))


@pytest.mark.parametrize(
    ("counts", "points", "low", "high", "verdict"),
    [
        # The same, p. 873, table II, method 10.
        ((56, 70, 48, 80), "20.0", "5.2", "33.4", "higher"),
        ((48, 80, 56, 70), "-20.0", "-33.4", "-5.2", "lower"),
        ((9, 10, 3, 10), "60.0", "17.1", "80.9", "higher"),
        ((6, 7, 2, 7), "57.1", "5.8", "80.6", "higher"),
        ((5, 56, 0, 29), "8.9", "-3.8", "19.3", "noise"),
        ((10, 10, 0, 10), "100.0", "60.8", "100.0", "higher"),
        ((10, 10, 20, 20), "0.0", "-27.8", "16.1", "noise"),
    ],
)
def test_the_interval_of_a_change_is_newcombe_s(
    counts: tuple[int, int, int, int], points: str, low: str, high: str, verdict: str
) -> None:
    found = change(*counts)
    assert found is not None
    ends = Interval(Decimal(low), Decimal(high))
    assert (found.points, found.interval) == (Decimal(points), ends)
    assert found.verdict == verdict


def test_of_nothing_there_is_no_interval() -> None:
    assert share_interval(0, 0) is None
    assert change(1, 2, 0, 0) is None
    assert change(0, 0, 1, 2) is None


@given(st.permutations([3, 9, 4, Untold()]))
def test_what_is_hidden_gives_nothing_away(counts: list[int]) -> None:
    found = change(*counts)
    assert found is not None
    assert found.verdict == "untold"
    assert all(map(is_untold, (found.points, found.interval.low, found.interval.high)))
    hidden = share_interval(Untold(), 9)
    assert hidden is not None
    assert is_untold(hidden.low)


@given(shares())
def test_an_interval_holds_the_share_and_stays_within_all(share: tuple[int, int]) -> None:
    found = share_interval(*share)
    assert found is not None
    assert 0 <= found.low <= percent(*share) <= found.high <= 100


@given(shares())
def test_a_share_beside_itself_is_noise(share: tuple[int, int]) -> None:
    found = change(*share, *share)
    assert found is not None
    assert (found.points, found.verdict) == (0, "noise")


@given(shares(), shares())
def test_a_change_is_the_opposite_the_other_way(
    share: tuple[int, int], before: tuple[int, int]
) -> None:
    there, back = change(*share, *before), change(*before, *share)
    assert there is not None
    assert back is not None
    assert (back.points, back.interval.low) == (-there.points, -there.interval.high)
    opposite = {"higher": "lower", "lower": "higher", "noise": "noise"}
    assert back.verdict == opposite[there.verdict]


@given(shares(), shares())
def test_what_is_no_noise_points_where_the_shares_do(
    share: tuple[int, int], before: tuple[int, int]
) -> None:
    found = change(*share, *before)
    assert found is not None
    assert found.interval.low <= found.points <= found.interval.high
    if found.verdict == "higher":
        assert share[0] * before[1] > before[0] * share[1]


@pytest.mark.parametrize("whole", [10, 40, 150])
@pytest.mark.parametrize("truth", [0.02, 0.1, 0.5, 0.9, 0.97])
def test_so_many_of_a_hundred_intervals_hold_the_truth(whole: int, truth: float) -> None:
    """Counted over every possible sample; Wilson's mean is 95 %, single shares stray around it."""
    held = 0.0
    for part in range(whole + 1):
        found = share_interval(part, whole)
        assert found is not None
        # The ends are rounded to a tenth.
        if found.low / 100 - Decimal("0.0005") <= Decimal(str(truth)) <= found.high / 100:
            held += comb(whole, part) * truth**part * (1 - truth) ** (whole - part)
    assert 0.91 < held < 0.995


@pytest.mark.parametrize(("whole", "before"), [(30, 30), (60, 20)])
@pytest.mark.parametrize("truth", [0.5, 0.9, 0.97])
def test_where_nothing_changed_few_samples_say_that_something_did(
    whole: int, before: int, truth: float
) -> None:
    def chance(part: int, of: int) -> float:
        return comb(of, part) * truth**part * (1 - truth) ** (of - part)

    false = sum(
        chance(part, whole) * chance(earlier, before)
        for part in range(whole + 1)
        for earlier in range(before + 1)
        if (found := change(part, whole, earlier, before)) and found.verdict != "noise"
    )
    assert false < 0.06
