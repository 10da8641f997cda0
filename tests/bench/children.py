"""Starts measurements that need a fresh process; each prints one line of JSON."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

_ROOT = Path(__file__).parents[2]
_LONGEST_S = 180


def run_child(module: str, *arguments: str) -> dict[str, Any]:
    """Run `tests.bench.<module>` and return what it said, with `started` on the shared clock."""
    started = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-m", f"tests.bench.{module}", *arguments],
        cwd=_ROOT, env=_environment(), capture_output=True, text=True, timeout=_LONGEST_S,
        check=False,
    )  # fmt: skip
    lines = done.stdout.strip().splitlines()
    if not lines or not lines[-1].startswith("{"):
        raise RuntimeError(f"{module} {arguments}: {done.stderr.strip()[-2000:]}")
    return {"started": started, **json.loads(lines[-1])}


def tell(**said: Any) -> None:
    """Print what a child found and end it at once: closing down is not measured."""
    print(json.dumps(said), flush=True)
    os._exit(0)


def _environment() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("MOTCUA_")}
    # An installed program has its bytecode; without this each start would compile our own again.
    kept.pop("PYTHONDONTWRITEBYTECODE", None)
    kept["QT_QPA_PLATFORM"] = "offscreen"
    return kept
