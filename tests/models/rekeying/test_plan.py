"""The plan's arithmetic: against Dodge's formula, against a walk, and the rule at one error."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.rekeying.plan import (
    Plan,
    Standing,
    after,
    checked_share,
    left_share,
    limit,
    plan_for,
    standing_after,
    standing_from,
)

PLAN = Plan(0.5, 3, 100)


def test_it_comes_down_a_level_after_a_run_without_an_error():
    standing = standing_after(PLAN, [(8, 0)] * 12)
    assert standing == Standing(0, 96)
    standing = after(PLAN, standing, 8, 0)
    assert standing == Standing(1, 0)
    lowest = standing_after(PLAN, [(8, 0)] * 100)
    assert (lowest.level, PLAN.share(lowest.level)) == (3, 0.125)


@given(st.lists(st.tuples(st.integers(1, 9), st.integers(0, 1)), max_size=80))
def test_one_error_leads_to_all_at_once(checked):
    assert standing_after(PLAN, [*checked, (8, 1)]) == Standing(0, 0)
    assert PLAN.share(0) == 1.0


@given(
    st.lists(st.tuples(st.integers(1, 9), st.sampled_from([0, 0, 0, 0, 0, 1])), max_size=120),
    st.integers(0, 3),
)
def test_read_the_other_way_round_a_clerk_stands_at_the_same_level(checked, levels):
    plan = Plan(0.5, levels, 20 if levels else 1)
    assert standing_from(plan, reversed(checked)).level == standing_after(plan, checked).level


def test_no_more_is_read_than_tells_where_a_clerk_stands():
    read = []
    many = ((8, read.append(n) or 0) for n in range(10_000))
    assert standing_from(PLAN, many).level == 3
    assert len(read) <= 3 * 108 // 8 + 1
    read.clear()
    standing_from(PLAN, ((8, read.append(n) or int(n == 2)) for n in range(100)))
    assert read == [0, 1, 2]


@pytest.mark.parametrize("error", [0.0001, 0.0005, 0.0025, 0.01])
def test_with_one_level_it_is_dodge_s_plan(error):
    clear = (1 - error) ** 200
    assert checked_share(Plan(0.5, 1, 200), error) == pytest.approx(
        0.5 / (0.5 + 0.5 * clear), rel=1e-9
    )


def test_a_walk_over_many_fields_checks_the_share_that_the_formula_says():
    plan, error, chance = Plan(0.5, 3, 6), 0.1, random.Random(7)
    standing, checked, passed = Standing(), 0, 400_000
    for _ in range(passed):
        if chance.random() < plan.share(standing.level):
            checked += 1
            standing = after(plan, standing, 1, int(chance.random() < error))
    assert checked / passed == pytest.approx(checked_share(plan, error), abs=0.01)


@pytest.mark.parametrize("target", [0.0002, 0.0005, 0.001])
def test_whatever_the_clerk_s_error_not_more_than_the_target_stays(target):
    plan = plan_for(target, 0.5, 3)
    assert limit(plan) <= target
    assert limit(Plan(0.5, 3, plan.clearance - 1)) > target
    assert max(left_share(plan, k / 20_000) for k in range(1, 400)) <= target * 1.0001


def test_the_default_plan_is_that_of_the_decision_page():
    assert plan_for(0.0005, 0.5, 3) == Plan(0.5, 3, 912)


def test_without_levels_all_is_checked_and_what_is_left_is_what_the_check_misses():
    plan = plan_for(0.0005, 0.5, 0)
    assert standing_after(plan, [(8, 0)] * 999).level == 0
    assert checked_share(plan, 0.0025) == 1
    assert left_share(plan, 0.0025, found=0.98) == pytest.approx(0.00005)


@pytest.mark.parametrize("error", [0.5, 0.54, 0.55, 0.56, 0.6, 0.9])
def test_who_errs_all_the_time_is_checked_whole(error):
    assert checked_share(Plan(0.5, 3, 912), error) == pytest.approx(1)
