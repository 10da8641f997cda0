"""From a key press to the window painted, while slips are being saved."""

from __future__ import annotations

from typing import Any

from desktop.sample_account import ACCOUNT
from models.surveys.queries import read_batch
from tests.bench.children import run_child
from tests.bench.result import Findings, Line, against_limit, median, noise, quantile
from tests.bench.stores import Stores, new_batch, open_store

_GROUP = "Key press to repaint, entry page"
_FRAME_MS = 16.0
# Quicker than any hand.
_PAUSE_MS = 10


def measure(stores: Stores) -> Findings:
    """Key 200 slips into a copy of the demo store, at a quick hand's pace and without a rest."""
    paced, quick = _keyed(stores, _PAUSE_MS), _keyed(stores, 0)
    digits, saves, bare = paced["digits"], paced["saves"], paced["reference"]
    half = len(bare) // 2
    unrested = quick["digits"] + quick["saves"]
    return Findings(
        (
            against_limit(_GROUP, "every key, p95", quantile(digits + saves, 0.95), _FRAME_MS,
                          "ms", "one frame"),
            against_limit(_GROUP, "every key without a pause, p95", quantile(unrested, 0.95),
                          _FRAME_MS, "ms", "one frame"),
            Line(_GROUP, "every key, work of the window's own thread, p95",
                 quantile(paced["worked"], 0.95), _FRAME_MS, "one frame"),
            Line(_GROUP, "every key, slowest", max(digits + saves), _FRAME_MS, "one frame"),
            Line(_GROUP, "an answer, p50", median(digits), median(bare), "a bare line edit"),
            Line(_GROUP, "an answer, p95", quantile(digits, 0.95), quantile(bare, 0.95),
                 "a bare line edit"),
            Line(_GROUP, "Enter that saves, p95", quantile(saves, 0.95), quantile(bare, 0.95),
                 "a bare line edit"),
            noise(_GROUP, "a bare line edit, p50 of each half,", median(bare[:half]),
                  median(bare[half:]), "ms"),
        ),
        (f"{len(saves)} slips saved while the next were keyed, a pause of {_PAUSE_MS} ms after each"
         f" key; {len(quick['saves'])} more without one; all are in the store",),
    )  # fmt: skip


def _keyed(stores: Stores, pause_ms: int) -> dict[str, Any]:
    paths = stores.copy(stores.demo, f"keys-{pause_ms}")
    session = open_store(paths)
    batch = new_batch(session)
    session.store.close()
    said = run_child("desk", "keys", str(paths.folder), ACCOUNT, str(pause_ms))
    session = open_store(paths)
    kept = session.store.read(lambda connection: read_batch(connection, batch)).keyed
    session.store.close()
    if kept != len(said["saves"]):
        raise RuntimeError(f"{kept} of {len(said['saves'])} slips are in the store")
    return {
        name: [value * 1000 for value in values] if isinstance(values, list) else values
        for name, values in said.items()
    }
