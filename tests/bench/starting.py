"""A cold start to the first key accepted, against bare Qt windows."""

from __future__ import annotations

from desktop.sample_account import ACCOUNT
from tests.bench.children import run_child
from tests.bench.result import Findings, Line, median, noise, quantile
from tests.bench.stores import Stores

ROUNDS = 11
_GROUP = "Cold start to the first key accepted"


def measure(stores: Stores) -> Findings:
    """Start each kind of window in turns, a fresh process every time."""
    window = ("window", str(stores.fresh.folder), ACCOUNT)
    kinds = {"ours": window, "field": ("field",), "empty": ("empty",), "field2": ("field",)}
    for arguments in kinds.values():
        run_child("first_key", *arguments)
    times: dict[str, list[float]] = {name: [] for name in kinds}
    for place in range(ROUNDS):
        names = list(kinds)
        for name in names[place % 4 :] + names[: place % 4]:
            said = run_child("first_key", *kinds[name])
            times[name].append((said["at"] - said["started"]) * 1000)
    mid = {name: median(values) for name, values in times.items()}
    worst = quantile(times["ours"], 1)
    return Findings(
        (
            Line(_GROUP, "start, median", mid["ours"], mid["field"], "bare window, one field",
                 "ms", "at most", 1.6),
            Line(_GROUP, "start, median (2)", mid["ours"], mid["empty"], "empty widget, painted"),
            Line(_GROUP, "start, slowest", worst, quantile(times["field"], 1),
                 "bare window, one field"),
            noise(_GROUP, "bare window, one field", mid["field2"], mid["field"], "ms"),
        ),
        (f"{ROUNDS} fresh processes of each kind, in turns, files in the page cache",),
    )  # fmt: skip
