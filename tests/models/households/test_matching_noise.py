"""On a small noisy list little is joined wrongly and little is lost; the same each time."""

from __future__ import annotations

import pytest

from models.households.demo import demo_rows
from models.households.matching import match
from tests.bench.noise import trial


@pytest.fixture(scope="module")
def register():
    # One of today's wards, with its hamlets of one name from several old wards.
    return [row for row in demo_rows() if row.unit == "06820"]


@pytest.mark.parametrize("years", [False, True])
@pytest.mark.parametrize("level", ["light", "medium"])
def test_what_is_joined_is_right_and_little_is_lost(register, level, years):
    made = trial(register, 3000, level, years=years, seed=3)
    found = match(made.rows, made.register)
    right = sum(made.truth.get(row) == household for row, household in found.joined.items())
    shown = sum(made.truth.get(pair.row) == pair.household for pair in found.likely)
    assert right >= 0.995 * len(found.joined)
    assert right + shown >= 0.97 * len(made.truth)
    # Most is joined unasked, and hardly more is shown than there is to decide.
    assert right >= 0.85 * len(made.truth)
    assert len({pair.row for pair in found.likely}) <= 0.15 * len(made.rows)


def test_every_row_is_in_one_place_and_every_household_in_one_pair(register):
    made = trial(register, 2000, "heavy", years=False, seed=4)
    found = match(made.rows, made.register)
    shown = {pair.row for pair in found.likely}
    placed = [*found.joined, *shown, *found.alone]
    assert sorted(placed) == sorted(row.key for row in made.rows)
    assert len(set(found.joined.values())) == len(found.joined)
    assert not set(found.joined.values()) & {pair.household for pair in found.likely}
    assert found == match(made.rows, made.register)
    assert trial(register, 2000, "heavy", years=False, seed=4) == made
