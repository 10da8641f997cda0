"""What the window holds in memory."""

from __future__ import annotations

from desktop.sample_account import ACCOUNT
from tests.bench.children import run_child
from tests.bench.result import Findings, Line
from tests.bench.stores import Stores, new_batch, open_store

_GROUP = "Memory of the window"
_STAGES = {
    "shown": "sign-in page on show",
    "signed in": "signed in, entry page ready",
    "keyed": "after 200 slips",
    "report": "after a report's preview",
}


def measure(stores: Stores) -> Findings:
    """Work on a copy of the demo store and look at each stage."""
    paths = stores.copy(stores.demo, "memory")
    session = open_store(paths)
    new_batch(session)
    session.store.close()
    bare = run_child("first_key", "field")["held"]
    said = run_child("desk", "memory", str(paths.folder), ACCOUNT)
    lines = [
        Line(_GROUP, _STAGES[stage], held, bare, "a bare window", "MB")
        for stage, held in said["stages"].items()
    ]
    if said["peak"] is not None:
        lines.append(Line(_GROUP, "peak", said["peak"], bare, "a bare window", "MB"))
    return Findings(tuple(lines))
