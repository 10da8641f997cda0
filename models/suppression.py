"""Which cells of a table are hidden so that no count from 1 to 4 can be worked out.

Hiding the small ones alone (primary suppression) is not enough: a row's sum gives them back. So
others are hidden with them (complementary suppression), by certificate: each small cell is hidden
together with all that changes when one slip or household is counted elsewhere. The table in which
it is counted there has the same published cells and sums and no negative one; so whoever knows all
that is published finds at least two values possible. What is hidden in a row comes to 5 or more,
if anything there is as large: else its sum would tell that there are few. A cell is exactly known
only where there is no such way round (a cycle of hidden cells: D. Gusfield, SIAM J. Comput. 17,
1988; A. Hundepool et al., Statistical Disclosure Control, 2012, ch. 4). Sums over all categories of
a row are published.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Set
from itertools import chain, islice
from typing import Any, Final, NamedTuple

LEAST: Final = 5
TOTAL: Final = "total"
# So many ways are compared for each cell: a province has thousands of rows.
_MOST_WAYS: Final = 200
_MOST_ROWS: Final = 20

# Whatever names a row: a number, or a pair of them.
Leaf = Any
Category = str
# A row of a table: ("leaf", its name), ("group", its name) or the total.
Node = tuple[str, Hashable]
Cell = tuple[Node, Category]
ALL: Final[Node] = (TOTAL, "")


class Tree(NamedTuple):
    """Rows that add up: leaves, `{leaf: its group}`, and all groups to the total."""

    groups: Mapping[Leaf, Hashable]

    def above(self, leaf: Leaf) -> tuple[Node, ...]:
        """Return the rows that a leaf counts in, itself first."""
        return ("leaf", leaf), ("group", self.groups[leaf]), ALL


def is_small(number: int) -> bool:
    """Say whether a count is one of those that are hidden: 0 tells of nobody."""
    return 0 < number < LEAST


def sums(
    tree: Tree, counts: Mapping[Leaf, Mapping[Category, int]]
) -> dict[Cell, int]:
    """Return every cell of a table: those of the leaves, the groups and the total."""
    found: dict[Cell, int] = {}
    for leaf, row in counts.items():
        for category, number in row.items():
            for node in tree.above(leaf):
                found[node, category] = found.get((node, category), 0) + number
    return found


def hidden_cells(
    tree: Tree, counts: Mapping[Leaf, Mapping[Category, int]], also: Iterable[Cell] = ()
) -> set[Cell]:
    """Return the cells to hide: the small ones, those of `also`, and what protects them.

    `counts` holds at least two categories a leaf, the same for all.
    """
    cells = sums(tree, counts)
    small = [cell for cell, number in cells.items() if is_small(number)]
    hidden: set[Cell] = set()
    # What is hidden in each row comes to.
    hidden_sums: dict[Node, int] = {}
    certified: set[Cell] = set()
    # Leaves first: what protects them often protects the sums above.
    order = {"leaf": 0, "group": 1, TOTAL: 2}
    wanted = sorted({*small, *also}, key=lambda cell: (order[cell[0][0]], repr(cell)))
    for cell in wanted:
        if cell in certified:
            continue
        ways = islice(_ways(tree, counts, cell), _MOST_WAYS)
        changed = _cheapest(cells, hidden_sums, hidden, ways) or frozenset({cell})
        certified |= changed
        for one in changed - hidden:
            hidden_sums[one[0]] = hidden_sums.get(one[0], 0) + cells[one]
        hidden |= changed
    return hidden | set(wanted)


def _cheapest(
    cells: Mapping[Cell, int], hidden_sums: Mapping[Node, int], hidden: Set[Cell],
    ways: Iterable[frozenset[Cell]],
) -> frozenset[Cell]:  # fmt: skip
    """Return the way that hides least besides, of equal ones the first by name; none of none."""
    least: tuple[int, int, int] | None = None
    found: list[frozenset[Cell]] = []
    for way in ways:
        new = way - hidden
        cost = (
            _few(cells, hidden_sums, new, way), len(new), sum([cells[one] for one in new])
        )  # fmt: skip
        if least is None or cost < least:
            least, found = cost, [way]
        elif cost == least:
            found.append(way)
    # Names are long: only those that are as good are put in order.
    return min(found, key=lambda way: sorted(map(repr, way)), default=frozenset())


def _few(
    cells: Mapping[Cell, int], hidden_sums: Mapping[Node, int], new: Set[Cell], way: Set[Cell]
) -> int:
    """Return how many cells of a way are in rows whose hidden cells come to a small count.

    `hidden_sums` is what was hidden before comes to, `new` what the way would hide besides.
    """
    found = {node: hidden_sums.get(node, 0) for node, _ in way}
    for cell in new:
        found[cell[0]] += cells[cell]
    return sum(found[node] < LEAST for node, _ in way)


def hidden_rows(tree: Tree, sizes: Mapping[Leaf, int]) -> set[Node]:
    """Return the rows of which nothing is published: those whose own sum is small, and others.

    One slip or household counted in another row changes all that is said of both, and no row above
    both. A total that is small hides all.
    """
    counted = sums(tree, {leaf: {"": size} for leaf, size in sizes.items()})
    small = [node for (node, _), size in counted.items() if is_small(size)]
    if ALL in small:
        return {node for node, _ in counted}
    gone: set[Node] = set()
    for node in sorted(small, key=repr):
        if node in gone:
            continue
        mine = [leaf for leaf in sizes if node in tree.above(leaf) and sizes[leaf]]
        others = [other for other in sizes if node not in tree.above(other)]
        # Those of the same sum first, and no more than are worth comparing.
        others.sort(key=lambda one: tree.groups[one] != tree.groups[mine[0]])
        ways = [
            frozenset({*tree.above(leaf)} ^ {*tree.above(other)})
            for leaf in mine[:_MOST_ROWS] for other in others[:_MOST_ROWS]
        ]  # fmt: skip
        gone |= min(
            ways, default=frozenset(one for one, _ in counted),
            key=lambda way: (len(way - gone), sum(counted[one, ""] for one in way),
                             sorted(map(repr, way))),
        )  # fmt: skip
    return gone | set(small)


def _ways(
    tree: Tree, counts: Mapping[Leaf, Mapping[Category, int]], cell: Cell
) -> Iterator[frozenset[Cell]]:
    """Yield what changes in each way of counting one elsewhere by which a cell changes.

    What hides least comes first: another row of the same sum, then the row alone, then any other.
    """
    node, category = cell
    if node[0] == "leaf":
        mine = [node[1]]
        near = [one for one in counts if tree.groups[one] == tree.groups[node[1]]]
    else:
        mine, near = [leaf for leaf in counts if node in tree.above(leaf)], []
    for leaf in mine:
        yield from _pairs(tree, counts, leaf, near, category)
    for leaf in mine:
        for other in counts[leaf]:
            if other != category and (counts[leaf][category] or counts[leaf][other]):
                yield _changed(tree, {leaf}, {category, other})
    for leaf in mine:
        # Both rows in the same sum: it would stay as it is.
        far = [one for one in counts if one not in near and node not in tree.above(one)]
        yield from _pairs(tree, counts, leaf, far, category)


def _pairs(
    tree: Tree, counts: Mapping[Leaf, Mapping[Category, int]], leaf: Leaf,
    partners: Iterable[Leaf], category: Category,
) -> Iterator[frozenset[Cell]]:  # fmt: skip
    mine = counts[leaf]
    for partner in partners:
        theirs = counts[partner]
        for other in mine if partner != leaf else ():
            is_there = (mine[other] and theirs[category]) or (mine[category] and theirs[other])
            if other != category and is_there:
                yield _changed(tree, {leaf, partner}, {category, other})


def _changed(tree: Tree, leaves: Set[Leaf], categories: Set[Category]) -> frozenset[Cell]:
    """Return the cells that change: what two leaves have in common above them does not."""
    above = [set(tree.above(leaf)) for leaf in leaves]
    nodes = above[0] if len(above) == 1 else above[0] ^ above[1]
    return frozenset(chain.from_iterable(((node, one) for one in categories) for node in nodes))
