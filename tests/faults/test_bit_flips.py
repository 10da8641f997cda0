"""One bit of the store's file turns over: it is noticed, wherever it lies."""

from __future__ import annotations

import random
import shutil
from collections import Counter
from pathlib import Path

from desktop.paths import DataPaths
from desktop.session import open_session
from models.errors import KnownError
from models.store.doctor import examine
from tests.conftest import ADMIN, SECRET
from tests.faults.hands import Clerk
from tests.faults.measured import IS_SOAK, Measured, keep

FLIPS = 300 if IS_SOAK else 12
SLIPS = 60
SEED = 17


def flip(file: Path, bit: int) -> None:
    """Turn one bit of a file over."""
    with file.open("r+b") as stream:
        stream.seek(bit // 8)
        (byte,) = stream.read(1)
        stream.seek(bit // 8)
        stream.write(bytes([byte ^ 1 << bit % 8]))


def noticed(paths: DataPaths) -> str:
    """Return where a damaged store was noticed: when it was opened, or by which examination."""
    try:
        session = open_session(paths, SECRET, ADMIN)
    except KnownError as error:
        return "opening" if error.code == "store.damaged" else error.code
    try:
        failed = {check.name for check in examine(session.store) if not check.ok}
    finally:
        session.store.close()
    return "integrity" if "integrity" in failed else ", ".join(sorted(failed))


def test_every_bit_that_turns_over_is_noticed(paths: DataPaths, tmp_path: Path) -> None:
    session = open_session(paths, SECRET, ADMIN)
    clerk = Clerk.at(session)
    for _ in range(SLIPS):
        clerk.key()
    session.store.close()
    draw = random.Random(SEED)
    size = paths.store.stat().st_size
    found: Counter[str] = Counter()
    copy = DataPaths(tmp_path / "flipped")
    for _ in range(FLIPS):
        shutil.rmtree(copy.folder, ignore_errors=True)
        shutil.copytree(paths.folder, copy.folder)
        bit = draw.randrange(size * 8)
        flip(copy.store, bit)
        place = noticed(copy)
        assert place in {"opening", "integrity"}, (bit, place)
        found[place] += 1
    said = ", ".join(f"{times} by {place}" for place, times in found.most_common())
    keep(Measured("bit flip", "at rest", FLIPS, f"noticed: {said}"))
