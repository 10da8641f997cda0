"""No hidden count can be worked out from what is published: solved for, and by whole tables."""

from __future__ import annotations

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from models.suppression import ALL, Tree, hidden_cells, hidden_rows, is_small, sums

CATEGORIES = ("a", "b", "c")
COUNTS = st.one_of(st.integers(0, 6), st.integers(0, 60))
TABLES = st.lists(st.tuples(COUNTS, COUNTS, COUNTS), min_size=1, max_size=4)
GROUPS = st.lists(st.integers(0, 1), min_size=4, max_size=4)


def built(rows, groups):
    tree = Tree({leaf: groups[leaf] for leaf in range(len(rows))})
    return tree, {
        leaf: dict(zip(CATEGORIES, row, strict=True)) for leaf, row in enumerate(rows)
    }


def moved(counts, moves):
    """Return a table in which some are counted elsewhere, None where that is none."""
    made = {leaf: dict(row) for leaf, row in counts.items()}
    for leaf, category, by in moves:
        made[leaf][category] += by
    return made if all(n >= 0 for row in made.values() for n in row.values()) else None


def alternatives(counts):
    """Yield tables one or two steps away with the same sums of rows."""
    steps = [
        (leaf, one, other)
        for leaf in counts for one, other in product(CATEGORIES, repeat=2) if one != other
    ]  # fmt: skip
    for leaf, one, other in steps:
        yield moved(counts, [(leaf, one, -1), (leaf, other, 1)])
    for (leaf, one, other), (second, third, fourth) in product(steps, steps):
        if leaf < second:
            yield moved(counts, [(leaf, one, -1), (leaf, other, 1),
                                 (second, third, -1), (second, fourth, 1)])  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(rows=TABLES, groups=GROUPS)
def test_each_small_count_could_be_another_for_all_that_is_published(rows, groups):
    tree, counts = built(rows, groups)
    cells = sums(tree, counts)
    hidden = hidden_cells(tree, counts)
    small = {cell for cell, number in cells.items() if is_small(number)}
    assert small <= hidden
    open_ = set(small)
    for other in alternatives(counts):
        if other is None or not open_:
            continue
        theirs = sums(tree, other)
        if all(theirs[cell] == cells[cell] for cell in cells if cell not in hidden):
            open_ -= {cell for cell in open_ if theirs[cell] != cells[cell]}
    assert not open_


@settings(max_examples=100, deadline=None)
@given(rows=TABLES, groups=GROUPS)
def test_the_bounds_of_a_hidden_count_hold_two_values(rows, groups):
    """Rows, columns and groups solved against each other narrow no small count to one value."""
    tree, counts = built(rows, groups)
    cells = sums(tree, counts)
    hidden = hidden_cells(tree, counts)
    low = {cell: 0 if cell in hidden else n for cell, n in cells.items()}
    high = {cell: 10**6 if cell in hidden else n for cell, n in cells.items()}
    nodes = {node for node, _ in cells}
    equations = []
    for node in nodes:
        size = sum(cells[node, one] for one in CATEGORIES)
        equations.append(([(node, one) for one in CATEGORIES], None, size))
    for group in {groups[leaf] for leaf in counts}:
        below = [("leaf", leaf) for leaf in counts if groups[leaf] == group]
        for one in CATEGORIES:
            equations.append(([(node, one) for node in below], (("group", group), one), 0))
    for one in CATEGORIES:
        parts = [(("group", group), one) for group in {groups[leaf] for leaf in counts}]
        equations.append((parts, (ALL, one), 0))
    for _ in range(20):
        for parts, whole, size in equations:
            most = high[whole] if whole else size
            least = low[whole] if whole else size
            for part in parts:
                rest_low = sum(low[one] for one in parts if one != part)
                rest_high = sum(high[one] for one in parts if one != part)
                high[part] = min(high[part], most - rest_low)
                low[part] = max(low[part], least - rest_high)
            if whole:
                low[whole] = max(low[whole], sum(low[one] for one in parts))
                high[whole] = min(high[whole], sum(high[one] for one in parts))
    for cell, number in cells.items():
        if is_small(number):
            assert low[cell] < high[cell], cell


@given(rows=TABLES, groups=GROUPS)
def test_where_nothing_is_small_nothing_is_hidden(rows, groups):
    tree, counts = built([tuple(5 * n for n in row) for row in rows], groups)
    assert hidden_cells(tree, counts) == set()
    assert hidden_rows(tree, {leaf: sum(row.values()) for leaf, row in counts.items()}) == set()


@given(
    sizes=st.lists(COUNTS, min_size=1, max_size=5),
    groups=st.lists(st.integers(0, 1), min_size=5, max_size=5),
)
def test_no_row_of_a_few_is_left_alone_under_a_published_sum(sizes, groups):
    tree = Tree({leaf: groups[leaf] for leaf in range(len(sizes))})
    gone = hidden_rows(tree, dict(enumerate(sizes)))
    counted = sums(tree, {leaf: {"": n} for leaf, n in enumerate(sizes)})
    assert {node for (node, _), n in counted.items() if is_small(n)} <= gone
    if ALL in gone:
        return
    for group in {groups[leaf] for leaf in range(len(sizes))}:
        below = [("leaf", leaf) in gone for leaf in range(len(sizes)) if groups[leaf] == group]
        assert sum(below) != 1 or ("group", group) in gone
    assert sum(kind == "group" for kind, _ in gone) != 1


def test_what_protects_a_small_cell_is_as_little_as_can_be():
    tree = Tree({"x": 0, "y": 0})
    counts = {"x": {"a": 2, "b": 50}, "y": {"a": 20, "b": 30}}
    hidden = hidden_cells(tree, counts)
    # A square: both rows, both columns, and no sum above them.
    assert hidden == {(("leaf", leaf), one) for leaf in "xy" for one in "ab"}
