"""A damaged store is written to no more, and comes back whole: what is gone is counted."""

from __future__ import annotations

import shutil
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import select

from desktop.accounts import add_account
from desktop.backup_places import back_up_to
from desktop.backups import restore
from desktop.paths import DataPaths
from desktop.repair import Secret, repair
from desktop.repair_offer import can_repair, offers
from desktop.repair_words import repair_sentences
from desktop.session import create_store, open_session
from desktop.untold import read_untold
from models.accounts.attempts import load_attempts
from models.accounts.lockout import FREE_FAILURES
from models.audit.happenings import restored as happened
from models.clock import Clock, local_time
from models.errors import CodedError, KnownError
from models.journal.tables import events
from models.store.damage import clear_damage, is_damaged, note_damage, read_damage
from models.store.doctor import examine
from models.store.salvage import named_events, readable
from tests.conftest import ADMIN, SECRET, UNIT
from tests.exports.exchange.pair import Station
from tests.faults.hands import Clerk, opened_station
from tests.faults.test_work_kills import slips_of

NOW = 1_790_000_000_000
PAGE = 4096
PASSWORD = Secret(ADMIN, SECRET)


def work_a_day(paths: DataPaths, before: int = 30, after: int = 40) -> tuple[list[str], list[str]]:
    """Key slips, back up, key more; return the slips of both."""
    session = open_session(paths, SECRET, ADMIN)
    clerk = Clerk.at(session)
    first = [clerk.key() for _ in range(before)]
    back_up_to(paths, session.key, UNIT, [paths.backups], NOW)
    second = [clerk.key() for _ in range(after)]
    session.store.close()
    return first, second


def spoil(file: Path, pages: list[int]) -> None:
    """Turn a few bits over in each of these pages, counted from 1."""
    with file.open("r+b") as stream:
        for page in pages:
            stream.seek((page - 1) * PAGE + 1000)
            found = stream.read(8)
            stream.seek(-8, 1)
            stream.write(bytes(byte ^ 0x55 for byte in found))


def code_of(act) -> str:
    with pytest.raises(CodedError) as caught:
        act()
    return caught.value.code


def whole(paths: DataPaths) -> set[str]:
    """Return the slips of a store in which every examination finds nothing."""
    session = open_session(paths, SECRET, ADMIN)
    try:
        assert [one.code for one in examine(session.store) if not one.ok] == []
        return slips_of(session)
    finally:
        session.store.close()


def opening(paths: DataPaths) -> str:
    return code_of(lambda: open_session(paths, SECRET, ADMIN))


def spoil_slips(paths: DataPaths, slips: list[str]) -> None:
    """Spoil the pages of the journal that hold these slips, and no page of the index over them.

    They are found by trying: a page is one of them if without it a slip cannot be read.
    """
    session = open_session(paths, SECRET, ADMIN)
    key = session.key
    session.store.close()
    wanted = [(UNIT, UUID(slip)) for slip in slips]
    trial = paths.folder.parent / "trial.db"
    for page in range(paths.store.stat().st_size // PAGE, 1, -1):
        shutil.copy(paths.store, trial)
        spoil(trial, [page])
        if named_events(trial, key).is_complete and not list(readable(trial, key, wanted)):
            spoil(paths.store, [page])
            return
    raise AssertionError("no such page")


def test_nothing_more_is_written_and_the_files_lie_aside(paths):
    work_a_day(paths)
    session = open_session(paths, SECRET, ADMIN)
    clerk = Clerk.at(session)
    other = open_session(paths, SECRET, ADMIN)
    spoil(paths.store, list(range(2, paths.store.stat().st_size // PAGE)))
    assert code_of(lambda: session.store.read(lambda one: one.execute(select(events)).all())) == (
        "store.damaged"
    )
    assert is_damaged(paths.store)
    assert code_of(clerk.key) == "store.damaged"
    # Whoever had it open too, and whoever comes.
    assert code_of(Clerk(other, clerk.batch).key) == "store.damaged"
    assert opening(paths) == "store.damaged"
    damage = read_damage(paths.store)
    assert damage is not None
    aside = paths.folder / damage.aside
    assert {file.name for file in aside.iterdir()} >= {"store.db", "store.db-wal", "keyring.json"}
    assert (aside / "store.db").read_bytes() == paths.store.read_bytes()
    session.store.close()
    other.store.close()


def test_what_the_damaged_file_still_says_comes_back_and_the_rest_is_counted(paths):
    first, second = work_a_day(paths)
    spoil_slips(paths, second[5:6])
    assert not is_damaged(paths.store)
    done = repair(paths, PASSWORD)
    kept = whole(paths)
    assert set(first) <= kept
    gone = set(second) - kept
    lost = sum(done.lost.values())
    # Every one that is gone was counted, on its day, and nothing else; after the first of them
    # the others can be read, but what they stand on is gone.
    assert (done.is_whole, done.is_exact, lost + done.waiting) == (False, True, len(gone))
    assert lost
    assert done.waiting
    assert list(done.lost) == [f"{local_time(Clock().now_ms()):%Y-%m-%d}"]
    assert not is_damaged(paths.store)
    said = " ".join(repair_sentences(done, "vi"))
    assert f"Thiếu {lost} sự kiện" in said
    assert f"{done.waiting} sự kiện nữa đọc được" in said
    assert done.aside in said


def test_a_file_that_opens_no_more_is_told_by_the_times_between(paths):
    first, _ = work_a_day(paths)
    spoil(paths.store, [1])
    assert opening(paths) == "store.damaged"
    done = repair(paths, PASSWORD)
    assert set(first) == whole(paths)
    assert (done.came_back, done.is_exact, done.made_ms) == (0, False, NOW)
    said = "không còn cho biết hết những gì đã ghi"
    assert any(said in line and "đối chiếu" in line for line in repair_sentences(done, "vi"))


def test_a_damaged_keyring_costs_nothing_but_itself(paths):
    first, second = work_a_day(paths)
    paths.keyring.write_bytes(b"{")
    assert opening(paths) == "store.keyring_damaged"
    assert can_repair(paths)
    done = repair(paths, PASSWORD)
    assert (done.is_whole, done.was_keyring_replaced) == (True, True)
    assert whole(paths) == {*first, *second}


def test_a_store_that_is_gone_comes_from_its_backup(paths):
    first, _ = work_a_day(paths)
    paths.store.unlink()
    assert can_repair(paths)
    done = repair(paths, PASSWORD)
    assert whole(paths) == set(first)
    assert not done.is_exact


def test_a_false_alarm_replaces_nothing(paths):
    first, second = work_a_day(paths)
    assert not can_repair(paths)
    note_damage(paths.store, paths.keyring, NOW)
    assert can_repair(paths)
    assert opening(paths) == "store.damaged"
    assert repair(paths, PASSWORD).is_whole
    assert whole(paths) == {*first, *second}


def test_who_may_not_back_up_may_not_repair(paths):
    work_a_day(paths)
    session = open_session(paths, SECRET, ADMIN)
    add_account(session, "Lan", "counter", SECRET + "x")
    session.store.close()
    shutil.rmtree(paths.backups)
    session = open_session(paths, SECRET, ADMIN)
    back_up_to(paths, session.key, UNIT, [paths.backups], NOW)
    session.store.close()
    spoil(paths.store, [1])
    before = paths.store.read_bytes()
    assert code_of(lambda: repair(paths, Secret("Lan", SECRET + "x"))) == "accounts.may_not_back_up"
    assert code_of(lambda: repair(paths, Secret(ADMIN, "x"))) == "accounts.wrong_password"
    assert is_damaged(paths.store)
    assert paths.store.read_bytes() == before
    assert {file.name for file in paths.folder.iterdir() if file.name.startswith(".")} == set()


def test_the_recovery_key_repairs_too(tmp_path):
    paths = DataPaths(tmp_path / "made")
    key = create_store(paths, unit_code=UNIT, admin=ADMIN, password=SECRET).recovery_key
    first, _ = work_a_day(paths)
    spoil(paths.store, [1])
    repair(paths, Secret(recovery_key=key))
    assert whole(paths) == set(first)


def test_a_backup_that_is_damaged_too_gives_way_to_the_one_before(paths):
    first, _ = work_a_day(paths)
    session = open_session(paths, SECRET, ADMIN)
    back_up_to(paths, session.key, UNIT, [paths.backups], NOW + 1000)
    session.store.close()
    newest, older = (one.file for one in offers(paths))
    with newest.open("r+b") as stream:
        stream.seek(newest.stat().st_size // 2)
        stream.write(b"damaged")
    spoil(paths.store, [1])
    assert repair(paths, PASSWORD).made_ms == NOW
    assert whole(paths) == set(first)
    assert older.exists()


def test_without_any_backup_nothing_is_touched(paths):
    spoil(paths.store, [1])
    assert code_of(lambda: repair(paths, PASSWORD)) == "repair.no_backup"
    assert is_damaged(paths.store)


def test_what_others_stated_to_hold_is_told(paths):
    session = open_session(paths, SECRET, ADMIN)
    here = Station.made(session, "Quầy 1")
    other = DataPaths(paths.folder.parent / "other")
    create_store(other, unit_code=UNIT, admin=ADMIN, password=SECRET)
    there = Station.made(open_session(other, SECRET, ADMIN), "Quầy 2")
    here.enrols(there)
    there.enrols(here)
    session.store.close()
    _, second = work_a_day(paths)
    here = opened_station(str(paths.folder))
    there.takes(here.writes(there).sealed)
    here.takes(there.writes(here).sealed)
    here.session.store.close()
    spoil_slips(paths, second[5:6])
    done = repair(paths, PASSWORD)
    gone = sum(done.lost.values())
    assert gone
    # It has all of them, and gives them back.
    assert set(done.stated) == {"Quầy 2"}
    assert done.stated["Quầy 2"] >= gone
    here = opened_station(str(paths.folder))
    there.takes(here.writes(there).sealed)
    here.takes(there.writes(here).sealed)
    assert slips_of(here.session) == slips_of(there.session)
    for station in (here, there):
        station.session.store.close()


def test_a_repair_that_is_broken_off_is_begun_anew(paths, monkeypatch):
    first, _ = work_a_day(paths)
    spoil(paths.store, [1])
    monkeypatch.setattr("desktop.repair.clear_damage", _no_power)
    with pytest.raises(KeyboardInterrupt):
        repair(paths, PASSWORD)
    assert opening(paths) == "store.damaged"
    monkeypatch.undo()
    assert repair(paths, PASSWORD).is_whole
    assert whole(paths) == set(first)


def _no_power(_store: Path) -> None:
    raise KeyboardInterrupt


def test_pages_beyond_the_journal_cost_nothing(paths):
    first, second = work_a_day(paths)
    session = open_session(paths, SECRET, ADMIN)
    key = session.key
    session.store.close()
    trial = paths.folder.parent / "trial.db"
    wanted = [(UNIT, UUID(slip)) for slip in second]
    for page in range(2, paths.store.stat().st_size // PAGE):
        shutil.copy(paths.store, trial)
        spoil(trial, [page])
        is_named = named_events(trial, key).is_complete
        if is_named and len(list(readable(trial, key, wanted))) == len(second):
            spoil(paths.store, [page])
            break
    done = repair(paths, PASSWORD)
    assert (done.is_whole, done.lost, done.waiting, done.is_exact) == (False, {}, 0, True)
    assert done.came_back >= len(second)
    assert whole(paths) == {*first, *second}
    assert any("Không thiếu" in line for line in repair_sentences(done, "vi"))


def test_another_store_s_backup_takes_no_store_s_place(paths, tmp_path):
    other = DataPaths(tmp_path / "other")
    create_store(other, unit_code=UNIT, admin=ADMIN, password=SECRET)
    work_a_day(other)
    (backup,) = offers(other)
    spoil(paths.store, [1])
    assert code_of(lambda: repair(paths, PASSWORD, file=backup.file)) == "repair.other_store"
    assert is_damaged(paths.store)


def test_a_folder_that_a_repair_failed_in_takes_a_new_store_or_a_backup(paths, tmp_path):
    first, _ = work_a_day(paths)
    (backup,) = (one.file for one in offers(paths))
    kept = backup.rename(tmp_path / backup.name)
    paths.store.unlink()
    assert code_of(lambda: repair(paths, PASSWORD)) == "repair.no_backup"
    restore(paths, kept, password=SECRET)
    assert whole(paths) == set(first)
    paths.store.unlink()
    assert code_of(lambda: repair(paths, PASSWORD)) == "repair.no_backup"
    create_store(paths, unit_code=UNIT, admin=ADMIN, password=SECRET)
    assert whole(paths) == set()


def test_a_store_that_another_program_holds_is_not_taken_for_damaged(paths, monkeypatch):
    first, second = work_a_day(paths)
    note_damage(paths.store, paths.keyring, NOW)

    def held(_store: Path, _key: bytes) -> bool:
        raise KnownError("store.busy")

    monkeypatch.setattr("desktop.repair.is_whole", held)
    assert code_of(lambda: repair(paths, PASSWORD)) == "store.busy"
    monkeypatch.undo()
    assert repair(paths, PASSWORD).is_whole
    assert whole(paths) == {*first, *second}


def test_wrong_passwords_count_as_at_the_sign_in(paths):
    note_damage(paths.store, paths.keyring, NOW)
    for _ in range(FREE_FAILURES + 1):
        assert code_of(lambda: repair(paths, Secret(ADMIN, "x"))) == "accounts.wrong_password"
    # The right one opens nothing either while it is locked, here and at the sign-in.
    assert code_of(lambda: repair(paths, PASSWORD)) == "accounts.locked"
    clear_damage(paths.store)
    assert opening(paths) == "accounts.locked"


def test_a_repair_forgives_no_wrong_passwords(paths):
    note_damage(paths.store, paths.keyring, NOW)
    assert code_of(lambda: repair(paths, Secret(ADMIN, "x"))) == "accounts.wrong_password"
    repair(paths, PASSWORD)
    (kept,) = load_attempts(paths.attempts).values()
    assert (kept.failures.count, kept.untold) == (1, 1)


LAN = Secret("Lan", SECRET + "x")


def with_lan(paths: DataPaths) -> None:
    """Add an account that may not back up, and a backup that holds it."""
    session = open_session(paths, SECRET, ADMIN)
    add_account(session, "Lan", "counter", SECRET + "x")
    back_up_to(paths, session.key, UNIT, [paths.backups], NOW)
    session.store.close()


def test_who_may_not_back_up_calls_off_no_alarm(paths):
    with_lan(paths)
    note_damage(paths.store, paths.keyring, NOW)
    assert code_of(lambda: repair(paths, LAN)) == "accounts.may_not_back_up"
    assert is_damaged(paths.store)
    assert repair(paths, PASSWORD).is_whole
    # Nothing came from any backup.
    assert read_untold(paths.untold) == []


def test_who_may_not_back_up_brings_no_old_keyring_back(paths):
    with_lan(paths)
    paths.keyring.write_bytes(b"{")
    assert code_of(lambda: repair(paths, LAN)) == "accounts.may_not_back_up"
    assert (paths.keyring.read_bytes(), is_damaged(paths.store)) == (b"{", True)
    assert read_untold(paths.untold) == []
    done = repair(paths, PASSWORD, clock=Clock(lambda: NOW + 5000))
    assert done.was_keyring_replaced
    assert read_untold(paths.untold) == [happened(NOW, 0, NOW + 5000)]


def test_the_recovery_key_brings_the_keyring_back(tmp_path):
    paths = DataPaths(tmp_path / "made")
    key = create_store(paths, unit_code=UNIT, admin=ADMIN, password=SECRET).recovery_key
    first, second = work_a_day(paths)
    paths.keyring.write_bytes(b"{")
    assert repair(paths, Secret(recovery_key=key)).was_keyring_replaced
    assert whole(paths) == {*first, *second}
