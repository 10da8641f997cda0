"""Keeps what a run of the faults counted, for the page on reliability.

Each test adds one line to the file that `MOTCUA_RELIABILITY` names; without it nothing is kept.
"""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

FILE: Final = "MOTCUA_RELIABILITY"
IS_SOAK: Final = bool(os.environ.get("MOTCUA_SOAK"))


@dataclass(frozen=True, slots=True)
class Measured:
    """What one test did and found.

    `times` is how often the fault was made, `work` what was under way in words, `lost` how much of
    what had been acknowledged was gone afterwards, `unnoticed` how many faults nobody told of.
    """

    fault: str
    during: str
    times: int
    work: str
    lost: int = 0
    unnoticed: int = 0


def keep(measured: Measured) -> None:
    """Add a line of what was counted; it is called only after everything held."""
    print(f"{measured.fault}, {measured.during}: {measured.times} times, {measured.work}")
    if file := os.environ.get(FILE):
        with Path(file).open("a", encoding="utf-8") as stream:
            stream.write(json.dumps(asdict(measured), ensure_ascii=False) + "\n")


def read(file: Path) -> list[Measured]:
    """Return what was counted, the last word on each fault."""
    lines = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
    every = [Measured(**json.loads(line)) for line in lines]
    return list({(one.fault, one.during): one for one in every}.values())
