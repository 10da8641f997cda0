"""A unit's report from the click to the file."""

from __future__ import annotations

from tests.bench.children import run_child
from tests.bench.result import Findings, Line, against_limit, median
from tests.bench.stores import Stores

ROUNDS = 3
_GROUP = "One unit's report, from click to file"
_LIMIT_MS = 500.0
_SUFFIXES = (".pdf", ".docx", ".xlsx")


def measure(stores: Stores) -> Findings:
    """Make each kind in fresh processes: once with all to load, then again."""
    folder = str(stores.demo.folder.parent)
    first: dict[str, list[float]] = {suffix: [] for suffix in _SUFFIXES}
    after: dict[str, list[float]] = {suffix: [] for suffix in _SUFFIXES}
    pages = 0
    for _ in range(ROUNDS):
        for suffix in _SUFFIXES:
            said = run_child("report_work", folder, suffix)
            first[suffix].append(said["first"])
            after[suffix] += said["after"]
            pages = said["pages"] or pages
    lines = [
        line
        for suffix in _SUFFIXES
        for line in (
            against_limit(_GROUP, f"{suffix}, after the first, median", median(after[suffix]),
                          _LIMIT_MS, "ms", "aim"),
            Line(_GROUP, f"{suffix}, the first, median", median(first[suffix]), _LIMIT_MS, "aim"),
        )
    ]  # fmt: skip
    note = f"{ROUNDS} fresh processes of each kind, 7 more files in each; the PDF has {pages} page"
    return Findings(tuple(lines), (f"{note}{'' if pages == 1 else 's'}",))
