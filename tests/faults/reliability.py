"""Writes `docs/reliability.md` from what a run of the faults counted: `make soak` calls it last."""

from __future__ import annotations

import argparse
import platform
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from models.figures import format_integer
from tests.faults.measured import Measured, read

PAGE: Final = Path(__file__).parents[2] / "docs" / "reliability.md"
_BEGIN: Final = "<!-- measured -->\n"
_END: Final = "<!-- end of measured -->\n"
# In the order of the page, each with what it must come to in a full run.
WANTED: Final = {
    "kill -9": 1000, "power cut": 1000, "full disk": 3, "bit flip": 300,
    "clock back ten years": 1, "two processes on one store": 1, "bad input": 70_000,
}  # fmt: skip


def table(every: Sequence[Measured], day: str) -> str:
    """Return the table of what was counted."""
    from sqlcipher3 import dbapi2

    where = f"Python {platform.python_version()}, SQLite {dbapi2.sqlite_version} with SQLCipher"
    lines = [
        f"Measured {day}; {platform.system()}, {where}.", "",
        "| fault | during | times | what was under way | lost | unnoticed |",
        "|---|---|--:|---|--:|--:|",
    ]  # fmt: skip
    for fault in WANTED:
        mine = [one for one in every if one.fault == fault]
        lines += [
            f"| {one.fault} | {one.during} | {format_integer(one.times)} | {one.work} | "
            f"{format_integer(one.lost)} | {format_integer(one.unnoticed)} |"
            for one in mine
        ]
        if len(mine) > 1:
            total = sum(one.times for one in mine)
            lost, unnoticed = sum(one.lost for one in mine), sum(one.unnoticed for one in mine)
            lines.append(
                f"| **{fault}** | in all | **{format_integer(total)}** | | **{lost}** | "
                f"**{unnoticed}** |"
            )
    return "\n".join(lines) + "\n"


def missing(every: Sequence[Measured]) -> list[str]:
    """Return the faults of which fewer were counted than a full run makes."""
    return [
        fault
        for fault, wanted in WANTED.items()
        if sum(one.times for one in every if one.fault == fault) < wanted
    ]


def write_page(every: Sequence[Measured], day: str, page: Path = PAGE) -> None:
    """Put the table in its place on the page; the words around it stay."""
    text = page.read_text(encoding="utf-8")
    before, _, rest = text.partition(_BEGIN)
    _, _, after = rest.partition(_END)
    page.write_text(before + _BEGIN + table(every, day) + _END + after, encoding="utf-8")


def main(arguments: Sequence[str]) -> int:
    """Write the page and print its table; 1 where the run was not a full one."""
    parser = argparse.ArgumentParser(prog="tests.faults.reliability")
    parser.add_argument("file", type=Path)
    parser.add_argument("--page", type=Path, default=PAGE)
    options = parser.parse_args(arguments)
    every = read(options.file)
    day = f"{datetime.now(UTC):%d/%m/%Y}"
    print(table(every, day))
    if short := missing(every):
        print(f"Not a full run, so the page stays as it is; too few of: {', '.join(short)}")
        return 1
    write_page(every, day, options.page)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
