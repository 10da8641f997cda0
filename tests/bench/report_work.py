"""A child: makes a unit's report as a file again and again; the first has everything to load."""

from __future__ import annotations

import sys
import time
from datetime import date
from pathlib import Path

from models.surveys.demo import CENTRE
from tests.bench.children import tell
from tests.bench.stores import Stores, open_store

_TIMES = 8


def make(folder: str, suffix: str) -> None:
    """Say how long each took from the read to the file on the disk."""
    stores = Stores(Path(folder))
    session = open_store(stores.at("demo"))
    path = Path(folder) / f"report{suffix}"
    took: list[float] = []
    for _ in range(_TIMES):
        start = time.perf_counter()
        from exports.reports import read_satisfaction
        from exports.writers.files import write

        report = session.store.read(
            lambda connection: read_satisfaction(
                connection, date(2023, 1, 1), date(2023, 12, 31), unit_codes=(CENTRE.code,)
            )
        )
        write(report.document, path)
        took.append((time.perf_counter() - start) * 1000)
    pages = _pages(path) if suffix == ".pdf" else 0
    tell(first=took[0], after=took[1:], pages=pages)


def _pages(path: Path) -> int:
    from pypdfium2 import PdfDocument

    return len(PdfDocument(path))


if __name__ == "__main__":
    make(*sys.argv[1:])
