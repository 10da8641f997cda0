"""From the password to the entry page that takes a digit, in fresh processes."""

from __future__ import annotations

import time

from desktop.paths import DataPaths
from desktop.sample_account import ACCOUNT, PASSWORD
from models.store.keys import load_keyring, unlock
from tests.bench.children import run_child
from tests.bench.result import Findings, Line, against_limit, median, quantile
from tests.bench.stores import Stores, new_batch, open_store

ROUNDS = 5
_GROUP = "Password to the entry page ready"
_LIMIT_MS = 800.0


def measure(stores: Stores) -> Findings:
    """Sign in to a demo store: by way of Today to its open batch, and back to a half-keyed slip."""
    today, half = (stores.copy(stores.demo, f"sign-in-{name}") for name in ("today", "half"))
    for paths in (today, half):
        session = open_store(paths)
        new_batch(session)
        session.store.close()
    run_child("desk", "leave", str(half.folder), ACCOUNT)
    runs = {
        "by way of Today": (today, "warm"),
        "back to the half-keyed slip": (half, "warm"),
        "by way of Today, nothing loaded yet": (today, "cold"),
    }
    times: dict[str, list[float]] = {name: [] for name in runs}
    argon: list[float] = []
    for _ in range(ROUNDS):
        for name, (paths, state) in runs.items():
            folder = str(stores.copy(paths, "sign-in").folder)
            said = run_child("desk", "entry", folder, ACCOUNT, state)
            times[name].append(said["took"] * 1000)
        argon.append(_argon(today))
    floor = median(argon)
    lines = [
        against_limit(_GROUP, f"{name}, median", median(values), _LIMIT_MS, "ms", "aim")
        for name, values in times.items()
    ]
    lines.append(
        Line(_GROUP, "by way of Today, median (2)", median(times["by way of Today"]), floor,
             "Argon2id alone")
    )  # fmt: skip
    spread = Line(_GROUP, "noise: Argon2id alone, slowest to quickest", quantile(argon, 1),
                  min(argon), "the same")  # fmt: skip
    return Findings(
        (*lines, spread),
        (f"{ROUNDS} fresh processes of each; the demo store; the first digit's answer painted",),
    )


def _argon(paths: DataPaths) -> float:
    keyring = load_keyring(paths.keyring)
    start = time.perf_counter()
    unlock(keyring, ACCOUNT, PASSWORD)
    return (time.perf_counter() - start) * 1000
