"""Automatic backups: in a process of their own, in several places, thinned, and what went wrong."""

from __future__ import annotations

import io
import json
import os
import shutil
import time
from functools import partial
from pathlib import Path

import pytest

from desktop.backup_child import NOT_ALL, run_child, start_child
from desktop.backup_log import Outcome, keep_outcomes, read_outcomes
from desktop.backup_places import back_up_to, places_of, thin
from desktop.backups import restore
from desktop.paths import DataPaths
from desktop.session import Session
from models.journal.reconcile import journal_head
from models.sentences.catalog import say
from models.store.backup_file import SUFFIX, read_manifest
from models.store.keys import load_keyring
from models.store.second_place import keep_second_place
from tests.conftest import SECRET, UNIT

HOUR = 3_600_000
NOW = 1_790_000_000_000


def head(session: Session) -> str:
    return session.store.read(journal_head).digest.hex()


def keep_second(session: Session, folder: Path) -> None:
    session.store.write(
        partial(keep_second_place, folder=folder, store=session.paths.folder),
        actor=session.account,
    )


def test_a_backup_is_made_in_a_process_of_its_own(session: Session, tmp_path: Path):
    places = [session.paths.backups, tmp_path / "second"]
    places[1].mkdir()
    keep_second(session, places[1])
    child = start_child(session.paths, session.key, UNIT, NOW)
    assert session.key.hex() not in " ".join(map(str, child.args))
    assert child.wait() == 0
    outcomes = read_outcomes(session.paths.backups_log)
    assert set(outcomes) == {str(place) for place in places}
    for place in places:
        outcome = outcomes[str(place)]
        assert (outcome.is_good, outcome.made_ms) == (True, NOW)
        assert read_manifest(Path(outcome.file)).head == head(session)
    target = DataPaths(tmp_path / "restored")
    restore(target, Path(outcomes[str(places[1])].file), password=SECRET)
    assert session.key.hex() not in session.paths.backups_log.read_text(encoding="utf-8")


def test_it_goes_on_when_the_window_has_closed(session: Session):
    """The one that starts it neither waits nor has to be there."""
    place = session.paths.backups
    reader, writer = os.pipe()
    if os.fork() == 0:
        os.close(reader)
        start_child(session.paths, session.key, UNIT, NOW)
        os.write(writer, b"started")
        os._exit(0)
    os.close(writer)
    with os.fdopen(reader, "rb") as stream:
        assert stream.read(7) == b"started"
    os.wait()
    deadline = time.monotonic() + 60
    while not read_outcomes(session.paths.backups_log):
        assert time.monotonic() < deadline
    assert read_outcomes(session.paths.backups_log)[str(place)].is_good


def test_what_is_wrong_with_one_place_keeps_no_other_from_its_backup(session, tmp_path):
    blocked = tmp_path / "file"
    blocked.write_bytes(b"no folder")
    gone = tmp_path / "stick" / "pulled"
    good = tmp_path / "good"
    outcomes = back_up_to(session.paths, session.key, UNIT, [blocked, good, gone], NOW)
    assert outcomes[str(good)].is_good
    for place in (blocked, gone):
        outcome = outcomes[str(place)]
        assert not outcome.is_good
        assert say(outcome.code, "vi", **outcome.params)
    assert not gone.exists()


def test_a_damaged_store_is_told_and_old_backups_stay(session, tmp_path):
    place = tmp_path / "place"
    good = back_up_to(session.paths, session.key, UNIT, [place], NOW)[str(place)]
    session.store.close()
    content = bytearray(session.paths.store.read_bytes())
    content[int(len(content) * 0.9)] ^= 1
    session.paths.store.write_bytes(content)
    bad = back_up_to(session.paths, session.key, UNIT, [place], NOW + HOUR)[str(place)]
    assert bad.code in {"backup.store_damaged", "store.damaged"}
    assert [str(file) for file in place.iterdir()] == [good.file]


def test_old_backups_are_thinned_and_other_files_left_alone(session, tmp_path):
    place = tmp_path / "place"
    outcome = back_up_to(session.paths, session.key, UNIT, [place], NOW)[str(place)]
    store_id = load_keyring(session.paths.keyring).store_id
    source = Path(outcome.file)
    for number in range(40):
        shutil.copy(source, place / f"copy-{number}{SUFFIX}")
    foreign = place / f"foreign{SUFFIX}"
    foreign.write_bytes(b"of somebody else")
    thin(place, "another store")
    assert len(list(place.iterdir())) == 42
    thin(place, store_id)
    left = {file.name for file in place.iterdir()}
    assert foreign.name in left
    # All of one hour: the last six, one of which stands for the day, the week and the month.
    assert len(left) == 7


def test_what_is_asked_for_comes_over_stdin_alone(session, tmp_path, monkeypatch):
    # Else whatever runs in this process from here on would be as gentle as a child.
    monkeypatch.setattr(os, "nice", lambda _by: 10)
    second = tmp_path / "second"
    second.mkdir()
    keep_second(session, second)
    request = {
        "folder": str(session.paths.folder), "key": session.key.hex(), "unit": UNIT, "now_ms": NOW,
    }  # fmt: skip
    assert run_child(io.BytesIO(json.dumps(request).encode())) == 0
    assert set(read_outcomes(session.paths.backups_log)) == {
        str(session.paths.backups), str(second),
    }  # fmt: skip
    shutil.rmtree(second)
    request["now_ms"] = NOW + HOUR
    assert run_child(io.BytesIO(json.dumps(request).encode())) == NOT_ALL
    kept = read_outcomes(session.paths.backups_log)
    assert kept[str(session.paths.backups)].is_good
    assert kept[str(second)].code == "backup.not_written"


def test_of_a_store_that_does_not_open_the_first_place_is_told(session):
    session.store.close()
    session.paths.store.write_bytes(bytes(4096))
    assert places_of(session.paths, session.key) == [session.paths.backups]


@pytest.mark.parametrize("content", [b"", b"[]", b'{"x": {"y": 1}}', bytes(9)])
def test_a_damaged_record_is_as_good_as_none(session, content):
    session.paths.backups_log.write_bytes(content)
    assert read_outcomes(session.paths.backups_log) == {}
    keep_outcomes(session.paths.backups_log, {"a": Outcome(1)})
    assert read_outcomes(session.paths.backups_log) == {"a": Outcome(1)}
