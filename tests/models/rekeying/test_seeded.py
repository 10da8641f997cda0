"""Seeded errors: what is left of a known error rate, at 100 % and where the plan lets it fall."""

from __future__ import annotations

import os

import pytest

from models.rekeying.plan import plan_for
from tests.models.rekeying.seeded import FIELDS, PER, People, simulate

IS_SOAK = bool(os.environ.get("MOTCUA_SOAK"))
ALL = plan_for(0.0005, 0.5, 0)
USUAL = plan_for(0.0005, 0.5, 3)


def test_of_25_errors_in_10_000_at_most_half_a_one_is_left_where_all_is_keyed_again():
    found = simulate(ALL, People(), fields=10 * FIELDS if IS_SOAK else FIELDS)
    assert found.fields >= FIELDS
    assert found.share == 1
    assert found.single == pytest.approx(25, abs=6)
    assert found.residual <= 0.5


def test_without_second_keying_they_would_all_be_left():
    found = simulate(ALL, People(second=0, decider=1.0), fields=20_000)
    assert found.residual > 20


def test_one_who_decides_carelessly_is_seen_in_what_is_left():
    assert simulate(ALL, People(decider=0.1), fields=20_000).residual > 2


def test_two_who_err_alike_are_not_found_by_keying_again():
    alike, apart = (
        simulate(ALL, People(first=0.05, second=0.05, decider=0, alike=share), fields=20_000)
        for share in (1, 0)
    )
    assert alike.residual > apart.residual + 5


@pytest.mark.parametrize("error", [5, 10, 25, 50])
def test_where_the_share_falls_not_more_than_the_target_is_left(error):
    found = simulate(USUAL, People(first=error / PER))
    assert found.residual <= 5
    assert (found.share < 0.7) == (error <= 10)
