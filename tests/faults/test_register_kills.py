"""The whole window killed at the register: a list is there or not, checks and drafts stay."""

from __future__ import annotations

import json
import multiprocessing
import random
import time
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

import openpyxl
import pytest

from desktop.paths import DataPaths
from desktop.session import Session, open_session
from models.households.progress import hamlet_progress, total
from models.households.queries import read_household
from models.store.doctor import examine
from models.store.drafts import DraftBox
from tests.conftest import ADMIN, SECRET
from tests.faults import register_hand
from tests.faults.measured import IS_SOAK, Measured, keep
from ui.register.check_draft import load_half, load_sent

KILLS = 50 if IS_SOAK else 6
# So many of them while the list is taken in, unless one is late and it is there.
AT_LIST = KILLS // 3
ROWS = 1500
SEED = 61
PATIENCE_S = 30.0
Line = dict[str, Any]


def a_book(folder: Path) -> Path:
    """Write a list that takes a while to be taken in."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(["Mã hộ", "Chủ hộ", "Số nhà", "Đường", "Thôn/Khu", "Phường/Xã cũ"])
    for number in range(ROWS):
        sheet.append([f"H-{number}", f"Nguyễn Văn {number}", str(number), "Trần Phú", "Khu 1",
                      "Phường Bắc Sơn"])  # fmt: skip
    path = folder / "hộ.xlsx"
    book.save(path)
    return path


def read(path: Path) -> list[Line]:
    """Return what one process wrote down before it was killed."""
    if not path.exists():
        return []
    return [json.loads(line) for line in path.read_bytes().rpartition(b"\n")[0].splitlines()]


def of_kind(lines: list[Line], *kinds: str) -> list[Line]:
    return [line for line in lines if line["kind"] in kinds]


def count(session: Session) -> int:
    return total([item.progress for item in session.store.read(hamlet_progress)]).households


def kill(process: Any, side: Path, draw: random.Random, kind: str) -> None:
    """Kill a random while after a line of `kind`: in the list, in a check or between two.

    How far it comes in that while is the machine's affair; what it had told is what must hold.
    """
    end = time.monotonic() + PATIENCE_S
    while not of_kind(read(side), kind):
        assert process.is_alive(), "the window ended by itself"
        assert time.monotonic() < end, "the window never opened"
        time.sleep(0.005)
    time.sleep(draw.uniform(0, 0.8))
    assert process.exitcode is None, f"the window ended by itself: {process.exitcode}"
    process.kill()
    process.join()


@pytest.mark.usefixtures("themed")
def test_kills_at_the_register_leave_all_of_a_list_or_nothing_and_every_check(
    paths: DataPaths, tmp_path: Path
) -> None:
    draw = random.Random(SEED)
    book = a_book(tmp_path)
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.faults.register_hand"])
    half: dict[str, dict[str, Any]] = {}
    taken, saved = False, 0
    for number in range(KILLS):
        side = tmp_path / f"round-{number}.jsonl"
        arguments = (str(paths.folder), str(side), str(book), f"m{number}")
        process = context.Process(target=register_hand.work, args=arguments)
        process.start()
        is_at_list = number < AT_LIST and not taken
        # Every second one of the others after a check that the screen called saved.
        kill(process, side, draw,
             "taking" if is_at_list else ("settled", "saved")[number % 2])  # fmt: skip
        lines = read(side)
        resumed = of_kind(lines, "resumed")
        if half and of_kind(lines, "settled"):
            assert resumed, "what was half typed did not come back"
            kept = half[resumed[0]["household"]]
            assert (resumed[0]["note"], resumed[0]["outcome"]) == (kept["note"], kept["outcome"])
        session = open_session(paths, SECRET, ADMIN)
        try:
            assert count(session) in ((ROWS,) if taken or of_kind(lines, "taken") else (0, ROWS))
            taken = count(session) == ROWS
            for line in of_kind(lines, "saved"):
                check_stored(session, line)
                assert line["said"].startswith("Saved: ")
                saved += 1
            half = drafts_after(paths, session, lines)
        finally:
            session.store.close()
    session = open_session(paths, SECRET, ADMIN)
    assert [one.code for one in examine(session.store) if not one.ok] == []
    session.store.close()
    assert saved
    work = f"a list of {ROWS} households, {saved} checks called saved"
    keep(Measured("kill -9", "list import and check in the whole window", KILLS, work))


def check_stored(session: Session, line: Line) -> None:
    """Check that the register says what the screen called saved."""
    query = partial(read_household, household=UUID(line["household"]))
    stored = session.store.read(query)
    assert (stored.note, stored.outcome) == (line["note"], line["outcome"])


def drafts_after(
    paths: DataPaths, session: Session, lines: list[Line]
) -> dict[str, dict[str, Any]]:
    """Check that what was typed last is kept or stored; return the half-typed drafts."""
    box = DraftBox(paths.drafts, session.key, session.account)
    half = {str(draft.household): dict(draft.entry) for draft in load_half(box)}
    sent = {str(draft.household) for draft in load_sent(box)}
    box.close()
    checks = of_kind(lines, "typed", "sent", "saved")
    last = checks[-1] if checks else None
    if last is not None and last["kind"] == "typed":
        assert half[last["household"]]["note"].startswith(last["note"])
    elif last is not None and last["kind"] == "sent" and last["household"] not in sent:
        check_stored(session, last)
    return half
