"""Work that is killed at any moment: a list is all there or not at all, what was exchanged is at
both, and a file that has a backup's name is a backup.
"""

from __future__ import annotations

import multiprocessing
import random
import shutil
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import func, select

from desktop.paths import DataPaths
from desktop.session import Session, create_store, open_session
from models.journal.chain import verify_chain
from models.journal.reconcile import journal_head
from models.journal.tables import held_events, quarantined_events
from models.store.backup import check_backup
from models.store.backup_file import SUFFIX
from models.store.doctor import examine
from models.store.keys import unlock
from models.store.pages import page_faults
from models.surveys.queries import list_batches, list_slips
from tests.conftest import ADMIN, SECRET, UNIT
from tests.exports.exchange.pair import Station
from tests.faults import hands
from tests.faults.hands import LIST_ROWS, Line, opened_station, read_notes
from tests.faults.measured import IS_SOAK, Measured, keep

KILLS = 200 if IS_SOAK else 3
# One of these takes a second.
IMPORT_KILLS = 350 if IS_SOAK else 3
# A new store after so many: it is the kills that are counted, not how large it grows.
ROUNDS_EACH = 10
PATIENCE_S = 30.0
SEED = 47


def run_and_kill(
    work: Callable[..., Any], arguments: tuple[Any, ...], side: Path, draw: random.Random
) -> list[Line]:
    """Run work in a process, kill it a random while after it began something; return its notes."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.faults.hands"])
    process = context.Process(target=work, args=arguments)
    process.start()
    end = time.monotonic() + PATIENCE_S
    while not any(line["kind"] == "begun" for line in read_notes(side)):
        assert process.is_alive(), "the work ended by itself"
        assert time.monotonic() < end, "the work never began"
        time.sleep(0.002)
    time.sleep(draw.uniform(0, 0.5))
    assert process.exitcode is None, f"the work ended by itself: {process.exitcode}"
    process.kill()
    process.join()
    return read_notes(side)


def done(lines: list[Line]) -> int:
    return sum(line["kind"] == "done" for line in lines)


def check_whole(session: Session, *, thoroughly: bool) -> None:
    assert session.store.read(page_faults) == []
    assert session.store.read(verify_chain) == []
    if thoroughly:
        assert [one.code for one in examine(session.store) if not one.ok] == []


def slips_of(session: Session) -> set[str]:
    """Return every slip of a store by its id."""
    store = session.store
    return {
        str(slip.id)
        for item in store.read(list_batches)
        for slip in store.read(partial(list_slips, batch=item.id))
    }


def count(session: Session, table: Any) -> int:
    query = select(func.count()).select_from(table)
    return int(session.store.read(lambda connection: connection.execute(query).scalar_one()))


def test_a_killed_import_leaves_all_of_a_list_or_nothing(
    paths: DataPaths, tmp_path: Path
) -> None:
    draw, lists, taken, fresh = random.Random(SEED), 0, 0, paths.folder
    for number in range(IMPORT_KILLS):
        if number % ROUNDS_EACH == 0:
            paths, taken = DataPaths(tmp_path / f"store-{number}"), 0
            shutil.copytree(fresh, paths.folder)
        side = tmp_path / f"side-{number}"
        arguments = (str(paths.folder), str(side), f"m{number}")
        lines = run_and_kill(hands.take_lists_in, arguments, side, draw)
        session = open_session(paths, SECRET, ADMIN)
        try:
            keyed = sum(item.keyed for item in session.store.read(list_batches))
            # The one that was being written may be there: its end was not told yet.
            assert keyed in (
                (taken + done(lines)) * LIST_ROWS, (taken + done(lines) + 1) * LIST_ROWS
            )  # fmt: skip
            taken, lists = keyed // LIST_ROWS, lists + done(lines)
            check_whole(session, thoroughly=number % ROUNDS_EACH == ROUNDS_EACH - 1)
        finally:
            session.store.close()
    told = f"{lists} lists of {LIST_ROWS} called taken in"
    keep(Measured("kill -9", "import", IMPORT_KILLS, told))


def a_pair(folder: Path, template: Path) -> tuple[DataPaths, DataPaths]:
    """Make two stations that enrolled each other."""
    here, there = DataPaths(folder / "here"), DataPaths(folder / "there")
    shutil.copytree(template, here.folder)
    create_store(there, unit_code=UNIT, admin=ADMIN, password=SECRET)
    first, second = (
        Station.made(open_session(paths, SECRET, ADMIN), name)
        for paths, name in ((here, "Quầy 1"), (there, "Quầy 2"))
    )
    first.enrols(second)
    second.enrols(first)
    first.session.store.close()
    second.session.store.close()
    return here, there


def test_a_killed_exchange_is_made_up_for_by_the_next(paths: DataPaths, tmp_path: Path) -> None:
    draw, rounds = random.Random(SEED), 0
    pair = here, there = DataPaths(tmp_path), DataPaths(tmp_path)
    keyed: set[str] = set()
    for number in range(KILLS):
        if number % ROUNDS_EACH == 0:
            pair = here, there = a_pair(tmp_path / f"pair-{number}", paths.folder)
            keyed = set()
        side = tmp_path / f"side-{number}"
        arguments = (str(here.folder), str(there.folder), str(side))
        lines = run_and_kill(hands.exchange, arguments, side, draw)
        rounds += done(lines)
        keyed |= {slip for line in lines for slip in line.get("slips", ())}
        first, second = (opened_station(str(paths.folder)) for paths in pair)
        try:
            # What was cut off asks for two ways: the first brings what the second answers.
            for giver, taker in ((first, second), (second, first), (first, second)):
                taker.takes(giver.writes(taker).sealed)
            stores = first.session.store, second.session.store
            heads = [store.read(journal_head) for store in stores]
            assert heads[0] == heads[1]
            assert keyed <= slips_of(first.session) & slips_of(second.session)
            for one in (first.session, second.session):
                assert count(one, held_events) == count(one, quarantined_events) == 0
                check_whole(one, thoroughly=number % ROUNDS_EACH == ROUNDS_EACH - 1)
        finally:
            first.session.store.close()
            second.session.store.close()
    keep(Measured("kill -9", "exchange", KILLS, f"{rounds} bundles called taken in"))


def test_a_killed_backup_leaves_no_half_one_under_its_name(
    paths: DataPaths, tmp_path: Path
) -> None:
    draw, backups, fresh = random.Random(SEED), 0, paths.folder
    places: list[Path] = []
    for number in range(KILLS):
        if number % ROUNDS_EACH == 0:
            paths = DataPaths(tmp_path / f"store-{number}")
            shutil.copytree(fresh, paths.folder)
            places = [paths.backups, tmp_path / f"second-{number}"]
            places[1].mkdir()
        side = tmp_path / f"side-{number}"
        start_ms = 1_790_000_000_000 + number * 1_000_000
        arguments = (str(paths.folder), [str(place) for place in places], str(side), start_ms)
        lines = run_and_kill(hands.back_up, arguments, side, draw)
        backups += done(lines)
        session = open_session(paths, SECRET, ADMIN)
        try:
            check_whole(session, thoroughly=number % ROUNDS_EACH == ROUNDS_EACH - 1)
            said = {slip for line in lines if line["kind"] == "begun" for slip in line["slips"]}
            assert said <= slips_of(session)
        finally:
            session.store.close()
        for line in lines:
            if line["kind"] == "done":
                check_backups([Path(file) for file in line["files"]], tmp_path / "try")
        # And every other that has a name: what was cut off is beside it, under another.
        last = [sorted(place.glob(f"*{SUFFIX}"))[-1:] for place in places]
        check_backups([file for found in last for file in found], tmp_path / "try")
    keep(Measured("kill -9", "backup", KILLS, f"{backups} backups to two places called made"))


def check_backups(files: list[Path], work: Path) -> None:
    """Prove backups as a restore does; one that was thinned since is not looked for."""
    for file in files:
        if file.exists():
            check_backup(file, lambda keyring: unlock(keyring, ADMIN, SECRET)[1], work=work)
