"""A check page killed at any moment: what was called saved is there, what was typed is back."""

from __future__ import annotations

import json
import multiprocessing
import random
from collections import Counter
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from desktop.paths import DataPaths
from desktop.session import Session, open_session
from models.households.events import CHECKED
from models.households.history import household_history
from models.store.doctor import examine
from models.store.drafts import DraftBox
from tests.conftest import ADMIN, SECRET
from tests.faults import checker
from tests.faults.measured import IS_SOAK, Measured, keep
from tests.faults.test_kills import kill_at_random
from ui.register.check_draft import CheckDraft, load_half, load_sent

KILLS = 100 if IS_SOAK else 12
SEED = 2026
Line = dict[str, Any]


def read(path: Path) -> list[Line]:
    """Return what one process wrote down before it was killed."""
    if not path.exists():
        return []
    return [json.loads(line) for line in path.read_bytes().rpartition(b"\n")[0].splitlines()]


def checks(session: Session, household: str) -> Counter[tuple[str, str]]:
    """Return the checks of a household by note and outcome."""
    steps = session.store.read(partial(household_history, household=UUID(household)))
    return Counter(
        (step.note, step.values["outcome"]) for step in steps if step.kind == CHECKED
    )


def said(line: Line) -> tuple[str, str]:
    return (line["note"], line["outcome"])


def check_saved(session: Session, lines: list[Line]) -> None:
    """Check that what was called saved is in the store, and nothing that was sent twice."""
    for line in lines:
        if line["kind"] in ("sent", "saved"):
            times = checks(session, line["household"])[said(line)]
            assert times <= 1, line
            assert line["kind"] == "sent" or times == 1, line


def check_kept(
    session: Session, half: dict[str, CheckDraft], sent: list[CheckDraft], lines: list[Line]
) -> None:
    """Check that what was on the screen is a draft still, or was sent and is stored or will be."""
    states = [place for place, line in enumerate(lines) if "entry" in line]
    if not states:
        return
    last, after = lines[states[-1]], lines[states[-1] + 1 :]
    # A key in flight may have been taken or not; then only that nothing is gone is asked.
    in_flight = any(line["kind"] == "key" for line in after)
    on_their_way = {str(draft.household) for draft in sent}
    for line in after:
        if line["kind"] == "sent":
            is_stored = checks(session, line["household"])[said(line)] == 1
            is_half = line["household"] in half
            assert is_stored or is_half or line["household"] in on_their_way, line
            return
    draft = half.get(last["household"])
    entry = last["entry"]
    is_touched = entry["outcome"] or entry["note"] or entry["typed"]
    if not in_flight:
        assert (draft.entry if draft else None) == (entry if is_touched else None)
    elif is_touched:
        assert draft is not None
        assert draft.entry["typed"].keys() >= entry["typed"].keys()
        assert draft.entry["note"].startswith(entry["note"])


@pytest.mark.usefixtures("themed")
def test_kills_lose_no_check_and_bring_back_what_was_half_typed(
    register_paths: DataPaths, tmp_path: Path
) -> None:
    draw = random.Random(SEED)
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.faults.checker"])
    lines: list[Line] = []
    half: dict[str, CheckDraft] = {}
    sent: list[CheckDraft] = []
    saved = 0
    for number in range(KILLS):
        side = tmp_path / f"round-{number}.jsonl"
        arguments = (str(register_paths.folder), str(side), draw.randrange(10**9))
        process = context.Process(target=checker.work, args=arguments)
        process.start()
        kill_at_random(process, side, draw)
        lines = read(side)
        saved += sum(line["kind"] == "saved" for line in lines)
        session = open_session(register_paths, SECRET, ADMIN)
        try:
            start = next((line for line in lines if line["kind"] == "start"), None)
            if start is not None and start["household"] in half:
                assert start["entry"] == half[start["household"]].entry
            if any(line["kind"] == "settled" for line in lines):
                # What an earlier start had sent was recorded by this one, once.
                for draft in sent:
                    assert draft.sending is not None
                    words = (draft.sending.note, draft.sending.outcome)
                    assert checks(session, str(draft.household))[words] == 1
                assert not half or (start is not None and start["household"] in half)
            check_saved(session, lines)
            box = DraftBox(register_paths.drafts, session.key, session.account)
            half = {str(one.household): one for one in load_half(box)}
            sent = load_sent(box)
            box.close()
            check_kept(session, half, sent, lines)
            if number % 10 == 9:
                assert [one.code for one in examine(session.store) if not one.ok] == []
        finally:
            session.store.close()
    assert saved
    keep(Measured("kill -9", "check", KILLS, f"{saved} checks called saved"))
