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
)  # fmt: skip


def main() -> int:
    """Measure, print the table, write it where that is asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench")
    parser.add_argument("--only", action="append", choices=GROUPS, help="measure this group alone")
    parser.add_argument("--json", type=Path, help="write the figures to this file")
    parser.add_argument("--markdown", type=Path, help="write the table to this file")
    options = parser.parse_args()
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="motcua-bench-") as folder:
        stores = Stores(Path(folder))
        found = [_measured(name, stores) for name in options.only or GROUPS]
    lines = [line for part in found for line in part.lines]
    notes = [note for part in found for note in part.notes]
    foot = f"{time.monotonic() - began:.0f} s in all; trust the ratios, not the times"
    print("\n".join([as_text(lines), "", *(f"· {note}" for note in [*notes, foot])]))
    if options.json:
        data = {"lines": [line.data() for line in lines], "notes": notes}
        options.json.write_text(json.dumps(data, ensure_ascii=False, indent=1), encoding="utf-8")
    if options.markdown:
        said = "\n".join(f"- {note}" for note in notes)
        options.markdown.write_text(f"{as_markdown(lines)}\n{said}\n", encoding="utf-8")
    return 0


def _measured(name: str, stores: Stores) -> Findings:
    print(f"{name} …", end="", file=sys.stderr, flush=True)
    start = time.monotonic()
    measure: Callable[[Stores], Findings] = import_module(f"tests.bench.{name}").measure
    found = measure(stores)
    print(f" {time.monotonic() - start:.0f} s", file=sys.stderr, flush=True)
    return found


if __name__ == "__main__":
    sys.exit(main())
