"""`python -m tests.bench`: every measurement in one run, as one table of ratios."""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from tests.bench.result import Findings, as_markdown, as_text
from tests.bench.stores import Stores

GROUPS = (
    "saving", "keying", "starting", "signing_in", "million", "reports", "memory", "throughput",
    "household_import", "matching", "household_files", "exchange", "hub",
    "register", "package",
)  # fmt: skip
_BUSY_S = 0.5


def main() -> int:
    """Measure, print the table, write it where that is asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench")
    parser.add_argument(
        "--only", action="append", choices=GROUPS, type=lambda name: name.replace("-", "_"),
        help="measure this group alone",
    )  # fmt: skip
    parser.add_argument("--json", type=Path, help="write the figures to this file")
    parser.add_argument("--markdown", type=Path, help="write the table to this file")
    options = parser.parse_args()
    began = time.monotonic()
    shares: list[float] = []
    found: list[Findings] = []
    with tempfile.TemporaryDirectory(prefix="motcua-bench-") as folder:
        stores = Stores(Path(folder))
        for name in options.only or GROUPS:
            shares.append(_share_of_core())
            found.append(_measured(name, stores))
    lines = [line for part in found for line in part.lines]
    notes = [note for part in found for note in part.notes]
    notes.append(
        f"{time.monotonic() - began:.0f} s in all; a busy loop got {min(shares):.0%} to"
        f" {max(shares):.0%} of a core: below 95 % other work was going on, and lines against a"
        " limit say less than those against a reference"
    )
    print("\n".join([as_text(lines), "", *(f"· {note}" for note in notes)]))
    if options.json:
        data = {"lines": [line.data() for line in lines], "notes": notes}
        options.json.write_text(json.dumps(data, ensure_ascii=False, indent=1), encoding="utf-8")
    if options.markdown:
        said = "\n".join(f"- {note}" for note in notes)
        options.markdown.write_text(f"{as_markdown(lines)}\n{said}\n", encoding="utf-8")
    return 0


def _share_of_core() -> float:
    """Return how much of a core this program gets while it wants all of one."""
    start, worked = time.perf_counter(), time.process_time()
    while time.perf_counter() - start < _BUSY_S:
        pass
    return (time.process_time() - worked) / (time.perf_counter() - start)


def _measured(name: str, stores: Stores) -> Findings:
    print(f"{name} …", end="", file=sys.stderr, flush=True)
    start = time.monotonic()
    measure: Callable[[Stores], Findings] = import_module(f"tests.bench.{name}").measure
    try:
        found = measure(stores)
    except Exception as error:  # noqa: BLE001 - the others are measured all the same
        found = Findings((), (f"{name} WAS NOT MEASURED: {error!r}",))
    print(f" {time.monotonic() - start:.0f} s", file=sys.stderr, flush=True)
    return found


if __name__ == "__main__":
    sys.exit(main())
