"""Which questions each question waits for, in what order to compute them, and where they circle."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from graphlib import CycleError, TopologicalSorter

from models.questionnaires.form import Expression, Node


def references(expression: Expression | None, own: str = "") -> Iterator[str]:
    """Yield every path that an expression reads; `.` counts as `own`."""
    if not expression:
        return
    if expression[0] == ".":
        yield own
    elif expression[0] in {"path", "position"}:
        yield expression[1]
    else:
        for part in expression[1:]:
            if isinstance(part, list):
                yield from references(part, own)


def needs(nodes: Iterable[Node]) -> dict[str, set[str]]:
    """Return, by path, the paths whose value or relevance decides about each node's own.

    Constraints, choice filters and requirements decide about nothing but a message, so a question
    may name itself there.
    """
    found: dict[str, set[str]] = {}
    for node in nodes:
        parent = node.path.rpartition("/")[0]
        found[node.path] = {
            path
            for rule in (node.relevant, node.calculation, node.repeat_count)
            for path in references(rule, node.path)
        } | ({parent} if parent in found else set())
    return found


def in_order(graph: dict[str, set[str]]) -> tuple[str, ...]:
    """Return the paths so that each comes after those it needs; raise CycleError if they circle."""
    return tuple(TopologicalSorter(graph).static_order())


def cycles(graph: dict[str, set[str]]) -> tuple[tuple[str, ...], ...]:
    """Return each circle of paths that wait for one another, () when there is none."""
    left = dict(graph)
    found: list[tuple[str, ...]] = []
    while True:
        try:
            in_order(left)
        except CycleError as error:
            circle = tuple(dict.fromkeys(error.args[1]))
            found.append(tuple(path for path in graph if path in circle))
            left |= {path: set() for path in circle}
        else:
            return tuple(found)
