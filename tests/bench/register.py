"""The register: its page opened, and its search through the real query at every key press."""

from __future__ import annotations

import random
import time
from functools import partial
from typing import Final

from desktop.paths import DataPaths
from desktop.sample_account import ACCOUNT
from desktop.session import Session
from models.households.progress import WorkFilter
from models.households.queries import search_households, walk_page
from models.households.records import Household
from tests.bench.children import run_child
from tests.bench.register_store import fill
from tests.bench.result import Findings, Line, against_limit, median, quantile
from tests.bench.stores import Stores, open_store

ROUNDS: Final = 5
SEARCHES: Final = 40
_OPENING: Final = "Opening the register page, from the click to all of it painted"
_SEARCH: Final = "Search as typed, each key press through the real query"
_SEED: Final = 375
_OPENING_MS: Final = 150.0
_FRAME_MS: Final = 16.0
_SEARCH_MS: Final = {"34.043": 3.0, "1.000.000": _FRAME_MS}


def measure(stores: Stores) -> Findings:
    """Open and search a register of a town and one of a province."""
    town = stores.copy(stores.demo, "register-town")
    province = stores.copy(stores.demo, "register-province")
    session = open_store(province)
    began = time.perf_counter()
    households = fill(session)
    filled = time.perf_counter() - began
    session.store.close()
    registers = {"34.043": town, "1.000.000": province}
    lines = [*_opened(registers), *_searched(registers)]
    size = province.store.stat().st_size / 2**20
    notes = (
        f"{households:,} households made in {filled:.0f} s from the demo's, seed fixed; the file"
        f" holds {size:,.0f} MB",
        f"{ROUNDS} fresh processes of each register; typed are names, a name with a house number,"
        " parts of telephones and codes, whole from the first letter on",
    )
    return Findings(tuple(lines), notes)


def _opened(registers: dict[str, DataPaths]) -> list[Line]:
    first: dict[str, list[float]] = {name: [] for name in registers}
    again: dict[str, list[float]] = {name: [] for name in registers}
    keys: dict[str, list[float]] = {name: [] for name in registers}
    for _ in range(ROUNDS):
        for name, paths in registers.items():
            said = run_child("desk", "register", str(paths.folder), ACCOUNT)
            first[name].append(said["first"] * 1000)
            again[name].append(said["again"] * 1000)
            keys[name] += [value * 1000 for value in said["keys"]]
    lines = []
    for name in registers:
        what = f"{name} households"
        lines += [
            against_limit(_OPENING, f"{what}, first time, median", median(first[name]),
                          _OPENING_MS, "ms", "aim"),
            against_limit(_OPENING, f"{what}, again, median", median(again[name]), _OPENING_MS,
                          "ms", "aim"),
            against_limit(_OPENING, f"{what}, key to painted rows, p95",
                          quantile(keys[name], 0.95), 2 * _FRAME_MS, "ms", "two frames"),
        ]  # fmt: skip
    small, large = (median(first[name]) for name in registers)
    lines.append(Line(_OPENING, "1.000.000 against 34.043", large, small, "34.043 households",
                      "ms", "at most", 1.1))  # fmt: skip
    return lines


def _searched(registers: dict[str, DataPaths]) -> list[Line]:
    lines = []
    for name, paths in registers.items():
        session = open_store(paths)
        times = [took for text in _typed(session) for took in _keys(session, text)]
        session.store.close()
        what = f"{name} households, {len(times)} key presses"
        lines += [
            against_limit(_SEARCH, f"{what}, p95", quantile(times, 0.95), _SEARCH_MS[name], "ms",
                          "aim"),
            Line(_SEARCH, f"{name} households, median", median(times)),
            Line(_SEARCH, f"{name} households, slowest", max(times)),
        ]  # fmt: skip
    return lines


def _typed(session: Session) -> list[str]:
    """Return what is typed: what households of the register are found by."""
    pick = random.Random(_SEED)
    page = session.store.read(partial(walk_page, wanted=WorkFilter(), limit=3000))
    return [_said(household, pick) for household in pick.sample(page.households, SEARCHES)]


def _said(household: Household, pick: random.Random) -> str:
    ways = [
        household.name, household.name.casefold(), f"{household.name} {household.house_number}",
        f"{household.house_number} {household.street}", household.phone or household.name,
        (household.code or household.address)[:20],
        " ".join(reversed(household.name.split())), f"{household.hamlet} {household.name}",
    ]  # fmt: skip
    return pick.choice(ways).strip()


def _keys(session: Session, text: str) -> list[float]:
    times = []
    for end in range(1, len(text) + 1):
        query = partial(search_households, typed=text[:end])
        start = time.perf_counter()
        session.store.read(query)
        times.append((time.perf_counter() - start) * 1000)
    return times
