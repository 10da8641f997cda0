"""Writes down what the folder for offices is made of: `python -m tests.licences`."""

from __future__ import annotations

import sys

from tests.licences.gather import LOCK, TABLE, as_json, as_table, gather
from ui.about.parts import LIST


def main() -> int:
    """Write the list that the window shows and the table that people read."""
    parts = gather(LOCK.read_text(encoding="utf-8"))
    LIST.write_text(as_json(parts), encoding="utf-8")
    TABLE.write_text(as_table(parts), encoding="utf-8")
    print(f"{len(parts)} parts")
    return 0


if __name__ == "__main__":
    sys.exit(main())
