"""Drafts: kept per keystroke, encrypted, oldest first, there again after a kill."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest

from models.errors import KnownError
from models.ids import uuid7
from models.store.drafts import DraftBox

KEY = bytes(range(32))


@pytest.fixture
def box(tmp_path: Path) -> Iterator[DraftBox]:
    """An empty box."""
    made = DraftBox(tmp_path / "drafts.db", KEY)
    yield made
    made.close()


def test_the_last_content_of_a_draft_stands(box):
    draft = uuid7(1)
    box.put("slip", draft, {"answers": {"q": "1"}})
    box.put("slip", draft, {"answers": {"q": "2"}, "note": "ặ"})
    assert box.all("slip") == [(draft, {"answers": {"q": "2"}, "note": "ặ"})]


def test_drafts_come_by_kind_and_oldest_first(box):
    made = [uuid7(ms) for ms in (3, 1, 2)]
    for draft in made:
        box.put("slip", draft, {})
    box.put("header", uuid7(0), {})
    assert [draft for draft, _ in box.all("slip")] == sorted(made)
    assert len(box.all("header")) == 1
    assert box.all("other") == []


def test_a_dropped_draft_is_gone_and_dropping_twice_is_no_fault(box):
    draft = uuid7(1)
    box.put("slip", draft, {})
    box.drop(draft)
    box.drop(draft)
    assert box.all("slip") == []


def test_nothing_typed_can_be_read_from_the_file(box, tmp_path):
    box.put("slip", uuid7(1), {"note": "Nguyen Thi Bi Mat"})
    box.settle()
    for child in tmp_path.iterdir():
        assert b"Nguyen Thi Bi Mat" not in child.read_bytes()


def test_another_key_does_not_open_it(box, tmp_path):
    box.put("slip", uuid7(1), {})
    with pytest.raises(KnownError):
        DraftBox(tmp_path / "drafts.db", bytes(32))


def test_a_killed_process_loses_no_keystroke(tmp_path):
    code = (
        "import os, sys; from pathlib import Path; from uuid import UUID\n"
        "from models.store.drafts import DraftBox\n"
        "box = DraftBox(Path(sys.argv[1]), bytes(range(32)))\n"
        "for n in range(50): box.put('slip', UUID(int=1), {'n': n})\n"
        "os._exit(9)"
    )
    path = tmp_path / "drafts.db"
    done = subprocess.run([sys.executable, "-c", code, str(path)], check=False)
    assert done.returncode == 9
    box = DraftBox(path, KEY)
    assert box.all("slip") == [(UUID(int=1), {"n": 49})]
    box.close()
