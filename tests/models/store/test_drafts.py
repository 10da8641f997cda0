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
from models.store.engine import connect

KEY = bytes(range(32))
OWNER = UUID(int=7)


@pytest.fixture
def box(tmp_path: Path) -> Iterator[DraftBox]:
    """An empty box."""
    made = DraftBox(tmp_path / "drafts.db", KEY, OWNER)
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
        DraftBox(tmp_path / "drafts.db", bytes(32), OWNER)


def test_a_killed_process_loses_no_keystroke(tmp_path):
    code = (
        "import os, sys; from pathlib import Path; from uuid import UUID\n"
        "from models.store.drafts import DraftBox\n"
        "box = DraftBox(Path(sys.argv[1]), bytes(range(32)), UUID(int=7))\n"
        "for n in range(50): box.put('slip', UUID(int=1), {'n': n})\n"
        "os._exit(9)"
    )
    path = tmp_path / "drafts.db"
    done = subprocess.run([sys.executable, "-c", code, str(path)], check=False)
    assert done.returncode == 9
    box = DraftBox(path, KEY, OWNER)
    assert box.all("slip") == [(UUID(int=1), {"n": 49})]
    box.close()


def test_nobody_else_finds_a_draft_even_under_the_same_id(box, tmp_path):
    draft = uuid7(1)
    box.put("check", draft, {"note": "mine"})
    other = DraftBox(tmp_path / "drafts.db", KEY, UUID(int=8))
    assert other.all("check") == []
    other.put("check", draft, {"note": "theirs"})
    other.drop(uuid7(2))
    other.drop(draft)
    other.close()
    assert box.all("check") == [(draft, {"note": "mine"})]


def test_drafts_from_before_they_had_owners_are_taken_over_by_the_first(tmp_path):
    path = tmp_path / "drafts.db"
    draft = uuid7(1)
    old = connect(path, KEY)
    old.execute("CREATE TABLE drafts (id BLOB PRIMARY KEY, kind TEXT NOT NULL,"
                " content TEXT NOT NULL) WITHOUT ROWID")  # fmt: skip
    old.execute("INSERT INTO drafts VALUES (?, 'slip', '{}')", (draft.bytes,))
    old.close()
    first = DraftBox(path, KEY, OWNER)
    assert first.all("slip") == [(draft, {})]
    first.close()
    second = DraftBox(path, KEY, UUID(int=8))
    assert second.all("slip") == []
    second.close()
