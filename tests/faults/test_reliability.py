"""The page on reliability is written from what was counted, and only from a full run."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults.measured import FILE, Measured, keep, read
from tests.faults.power import Disk
from tests.faults.reliability import PAGE, WANTED, main, missing, table

FULL = [Measured(fault, "keying", times, "work") for fault, times in WANTED.items()]


@pytest.fixture
def counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    file = tmp_path / "counted.jsonl"
    monkeypatch.setenv(FILE, str(file))
    return file


def test_what_is_kept_is_read_again_the_last_word_of_each(counted: Path):
    keep(Measured("bit flip", "at rest", 3, "first"))
    keep(Measured("bit flip", "at rest", 300, "second"))
    assert read(counted) == [Measured("bit flip", "at rest", 300, "second")]


def test_a_full_run_writes_the_page_and_leaves_its_words(counted: Path, tmp_path: Path):
    page = tmp_path / "reliability.md"
    page.write_text(PAGE.read_text(encoding="utf-8"), encoding="utf-8")
    for one in FULL:
        keep(one)
    keep(Measured("kill -9", "import", 350, "lists"))
    assert main([str(counted), "--page", str(page)]) == 0
    text = page.read_text(encoding="utf-8")
    assert "| kill -9 | import | 350 | lists | 0 | 0 |" in text
    assert "| **kill -9** | in all | **1.350** |" in text
    assert text.split("<!-- measured -->")[0] == PAGE.read_text("utf-8").split("<!-- measured")[0]
    assert text.endswith(PAGE.read_text("utf-8")[-200:])
    # And again: what was there is replaced.
    assert main([str(counted), "--page", str(page)]) == 0
    assert page.read_text(encoding="utf-8") == text


@pytest.mark.parametrize("left_out", sorted(WANTED))
def test_a_run_that_lacks_a_fault_writes_nothing(
    counted: Path, tmp_path: Path, left_out: str
):
    page = tmp_path / "reliability.md"
    for one in FULL:
        if one.fault != left_out:
            keep(one)
    assert main([str(counted), "--page", str(page)]) == 1
    assert missing(read(counted)) == [left_out]
    assert not page.exists()
    assert left_out not in table(read(counted), "1/1/2026").split("\n", 1)[1]


class Chance:
    """Draws what a test says."""

    def __init__(self, chance: float) -> None:
        self._chance = chance

    def choice(self, _of: object) -> float:
        return self._chance

    def random(self) -> float:
        return 0.99


def test_what_was_synced_outlives_a_cut_and_nothing_else_need():
    disk = Disk({"store.db": b"before"})
    disk.step(("write", "store.db", 0, b"synced"))
    disk.step(("sync", "store.db"))
    disk.step(("said", "one"))
    disk.step(("write", "store.db", 2, b"later"))
    disk.step(("truncate", "store.db", 3))
    none, every = Chance(0.0), Chance(1.0)
    assert disk.cut(none) == {"store.db": b"synced"}  # type: ignore[arg-type]
    assert disk.cut(every) == {"store.db": b"syl"}  # type: ignore[arg-type]
    assert disk.said == ["one"]
    disk.step(("delete", "store.db"))
    assert disk.cut(none) == {"store.db": b"synced"}  # type: ignore[arg-type]
    assert disk.cut(every) == {}  # type: ignore[arg-type]
