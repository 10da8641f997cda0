"""A second list of 14.300 rows against the register of 34.043 households, at levels of noise."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Sequence
from typing import Final

import numpy as np
from rapidfuzz.fuzz import ratio
from rapidfuzz.process import cdist

from models.households.demo import demo_rows
from models.households.matching import Candidate, Matching, duplicates, match
from models.text import search_key
from tests.bench.noise import LEVELS, Trial, trial
from tests.bench.result import Findings, Line, against_limit, median
from tests.bench.stores import Stores

ROUNDS = 3
ROWS = 14_300
_SEED = 5
_GROUP = "Matching"
_AIMED_AT = ("light", "medium")
_MOST_WRONG, _MOST_MISSED, _MOST_SECONDS = 0.5, 3.0, 1.5
_PLAIN_LEAST: Final = 80.0
# A share of nothing has no ratio to its limit.
_LEAST = 0.001


def measure(stores: Stores) -> Findings:
    """Match lists of every level with and without years of birth; time the lightest one."""
    register = demo_rows()
    lines: list[Line] = []
    notes: list[str] = []
    for level in LEVELS:
        for years in (False, True):
            made = trial(register, ROWS, level, years=years, seed=_SEED)
            lines += _quality(level, made, match(made.rows, made.register), years=years)
            plain = _plain(made.rows, made.register)
            right = sum(made.truth.get(row) == household for row, household in plain.items())
            notes.append(
                f"{_named(level, years)}: of what the plain way joins at its threshold of"
                f" {_PLAIN_LEAST:g}, {right / len(plain):.2%} is right, which is"
                f" {right / len(made.truth):.2%} of what there is to find"
            )
    made = trial(register, ROWS, "light", years=False, seed=_SEED)
    return Findings((*_times(made), *lines), tuple(notes))


def _times(made: Trial) -> list[Line]:
    ours, plain, doubles = [], [], []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        match(made.rows, made.register)
        ours.append(time.perf_counter() - start)
        start = time.perf_counter()
        _plain(made.rows, made.register)
        plain.append(time.perf_counter() - start)
        start = time.perf_counter()
        duplicates(made.register)
        doubles.append(time.perf_counter() - start)
    return [
        against_limit(_GROUP, f"{ROWS:,} rows against {len(made.register):,} households",
                      median(ours), _MOST_SECONDS, "s", "aim"),
        Line(_GROUP, "the same beside the plain way", median(ours), median(plain),
             "two scores a pair by hamlet, greedy", "s"),
        Line(_GROUP, "duplicates within the register", median(doubles), unit="s"),
    ]  # fmt: skip


def _quality(level: str, made: Trial, found: Matching, *, years: bool) -> list[Line]:
    named = _named(level, years)
    right = sum(made.truth.get(row) == household for row, household in found.joined.items())
    shown = sum(made.truth.get(pair.row) == pair.household for pair in found.likely)
    wrong = 100 * (1 - right / len(found.joined))
    missed = 100 * (1 - (right + shown) / len(made.truth))
    asked = len({pair.row for pair in found.likely})
    figures = [
        (f"{named}: joined unasked and wrong", wrong, _MOST_WRONG, "%"),
        (f"{named}: neither joined nor shown", missed, _MOST_MISSED, "%"),
    ]
    lines = [
        against_limit(_GROUP, what, max(value, _LEAST), limit, unit, "aim")
        if level in _AIMED_AT
        else Line(_GROUP, what, value, unit=unit)
        for what, value, limit, unit in figures
    ]
    return [
        *lines,
        Line(_GROUP, f"{named}: joined unasked", 100 * right / len(made.truth), unit="%"),
        Line(_GROUP, f"{named}: shown, of which {shown:,} hold the right one", asked, unit="rows"),
    ]


def _named(level: str, years: bool) -> str:
    return f"{level} noise, {'with' if years else 'no'} years of birth"


def _plain(rows: Sequence[Candidate], register: Sequence[Candidate]) -> dict[int, int]:
    """Return what the usual recipe joins: folded texts, half name, a third address, greedy."""
    found: list[tuple[float, int, int]] = []
    texts = [
        [(search_key(item.name), " ".join(sorted(search_key(item.address).split(" "))))
         for item in items]
        for items in (rows, register)
    ]  # fmt: skip
    blocks: dict[tuple[str, str], tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for side, items in enumerate((rows, register)):
        for place, item in enumerate(items):
            blocks[item.unit, item.hamlet][side].append(place)
    for mine, theirs in blocks.values():
        if mine and theirs:
            found += _scored(mine, theirs, rows, register, texts)
    joined: dict[int, int] = {}
    taken: set[int] = set()
    for _, row, household in sorted(found, reverse=True):
        if row not in joined and household not in taken:
            joined[row] = household
            taken.add(household)
    return joined


def _scored(
    mine: list[int], theirs: list[int], rows: Sequence[Candidate],
    register: Sequence[Candidate], texts: list[list[tuple[str, str]]],
) -> list[tuple[float, int, int]]:  # fmt: skip
    names, addresses = (
        cdist([texts[0][place][part] for place in mine],
              [texts[1][place][part] for place in theirs], scorer=ratio, dtype=np.float32)
        for part in (0, 1)
    )  # fmt: skip
    born = np.array([rows[place].birth_year or -1 for place in mine])
    known = np.array([register[place].birth_year or -2 for place in theirs])
    has_years = (born >= 0).any()
    scores = 0.5 * names + 0.35 * addresses
    scores = scores + 15 * (born[:, None] == known) if has_years else scores / 0.85
    first, second = np.nonzero(scores >= _PLAIN_LEAST)
    return [
        (float(scores[one, other]), mine[one], theirs[other])
        for one, other in zip(first, second, strict=True)
    ]
