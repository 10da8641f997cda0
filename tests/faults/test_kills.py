"""A window killed at any moment: what the screen showed is there, what was half keyed is back."""

from __future__ import annotations

import json
import multiprocessing
import random
import time
from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

from desktop.paths import DataPaths
from desktop.session import Session, open_session
from models.store.doctor import examine
from models.store.drafts import DraftBox
from models.surveys.commands import open_batch
from models.surveys.queries import list_slips
from models.surveys.records import BatchHeader, Slip
from tests.conftest import ADMIN, SECRET, UNIT
from tests.faults import clerk
from tests.faults.measured import IS_SOAK, Measured, keep
from ui.keying.saver import KIND

KILLS = 100 if IS_SOAK else 30
EXAMINED_EVERY = 10
SEED = 2026
# What a key may change besides the slip in hand; then only that nothing is gone is asked.
ACTING = frozenset("E+.X")


@dataclass
class Round:
    """What one process wrote down before it was killed."""

    lines: list[dict[str, Any]]

    @classmethod
    def read(cls, path: Path) -> Round:
        if not path.exists():
            return cls([])
        whole = path.read_bytes().rpartition(b"\n")[0]
        return cls([json.loads(line) for line in whole.splitlines()])

    @property
    def states(self) -> list[dict[str, Any]]:
        return [line for line in self.lines if "hand" in line]

    def first(self, kind: str) -> dict[str, Any] | None:
        return next((line for line in self.lines if line["kind"] == kind), None)

    @property
    def in_flight(self) -> str:
        """The key that was pressed and may have been taken or not, "" when there was none."""
        for line in reversed(self.lines):
            if "hand" in line:
                return ""
            if line["kind"] == "key":
                return str(line["key"])
        return ""

    @property
    def asks_to_undo(self) -> bool:
        """Say whether the last key asked for an undo that was not answered yet."""
        for line in reversed(self.lines):
            if line["kind"] in ("key", "undone"):
                return line.get("key") == "."
        return False


@dataclass
class Books:
    """What must be in the store by now, over all rounds."""

    shown: dict[str, tuple[str, Any]] = field(default_factory=dict)
    sent: dict[str, list[Any]] = field(default_factory=dict)
    taken_back: set[str] = field(default_factory=set)

    def enter(self, found: Round) -> None:
        """Take over what a round showed, in its order."""
        for line in found.lines:
            if line["kind"] == "undone":
                self.taken_back.add(line["slip"])
            elif line["kind"] == "sent":
                self.sent.setdefault(line["slip"], []).append(line["content"])
            for slip, status, content in reversed(line.get("shown", ())):
                self.shown[slip] = (status, content)
        for slip in self.taken_back:
            self.shown.pop(slip, None)


def same_answers(slip: Slip, content: Any) -> bool:
    """Say whether a stored slip says what was shown."""
    return clerk.content_data(slip.content) == content


def check_store(session: Session, batch: UUID, books: Books, found: Round) -> dict[str, Slip]:
    """Check that what was shown is stored, once; return the slips by id."""
    slips = session.store.read(partial(list_slips, batch=batch, with_undone=True))
    by_id = {str(slip.id): slip for slip in slips}
    standing = [slip for slip in slips if slip.status in ("valid", "invalid")]
    assert sorted(slip.number or 0 for slip in standing) == list(range(1, len(standing) + 1))
    marks = Counter(slip.content.note for slip in standing if slip.content.note)
    assert [mark for mark, times in marks.items() if times > 1] == []
    may_be_undone = found.asks_to_undo
    for slip_id, (status, content) in list(books.shown.items()):
        stored = by_id[slip_id]
        if stored.status == "undone":
            assert may_be_undone, f"{slip_id} was shown as saved"
            may_be_undone = False
            continue
        allowed = [content, *books.sent.get(slip_id, [])]
        assert any(same_answers(stored, one) for one in allowed), (slip_id, status)
    return by_id


def check_drafts(
    paths: DataPaths, session: Session, by_id: dict[str, Slip], found: Round
) -> dict[str, dict[str, Any]]:
    """Check that nothing half keyed or sent is gone; return the half-keyed drafts by id."""
    box = DraftBox(paths.drafts, session.key, session.account)
    drafts = {str(draft): data for draft, data in box.all(KIND)}
    box.close()
    keyed = {draft: data for draft, data in drafts.items() if not data["sent"]}
    if not found.states:
        return keyed
    last = found.states[-1]
    for draft, slip, content in last["sent"]:
        stored = by_id.get(slip)
        is_stored = stored is not None and same_answers(stored, content)
        is_undone = stored is not None and stored.status == "undone"
        assert draft in drafts or is_stored or is_undone, f"{draft} was sent and is gone"
    for draft, _, entry in [*last["aside"], last["hand"]]:
        check_half_keyed(draft, entry, drafts, by_id, found, last)
    return keyed


def check_half_keyed(
    draft: str, entry: dict[str, Any], drafts: dict[str, Any], by_id: dict[str, Slip],
    found: Round, last: dict[str, Any],
) -> None:  # fmt: skip
    """Check one slip that was on the screen and not sent."""
    is_touched = entry["answers"] or entry["note"] or entry["reason"] or entry["dossier"]
    key = found.in_flight
    if not is_touched or key == "X":
        return
    if draft not in drafts:
        corrects = last["hand"][1]
        if key == "+" and corrects is not None:
            # One slip further back: only a correction that changes nothing is left for that.
            answers = {name: answer for name, answer in entry["answers"].items() if answer}
            assert dict(by_id[corrects].content.answers) == answers
            return
        if key in ("-", "*") and not (entry["answers"] or entry["note"]):
            # The reason was all there was, and it is taken back: the slip is empty.
            return
        assert key == "E", f"{draft} was half keyed and is gone"
        (slip,) = (
            line["slip"] for line in found.lines
            if line["kind"] == "sent" and line["draft"] == draft
        )  # fmt: skip
        assert slip in by_id
        return
    if drafts[draft]["sent"]:
        assert key == "E"
        return
    kept = drafts[draft]["entry"]
    if key == "":
        assert kept == entry
    elif key not in ACTING:
        # The key in flight: one answer, one letter or one step more, and nothing else.
        changed = {name for name in kept if kept[name] != entry[name]}
        assert changed <= {"answers", "position", "mode", "reason", "note"}
        gained = kept["answers"].items() ^ entry["answers"].items()
        assert len({question for question, _ in gained}) <= 1
        assert abs(len(kept["note"]) - len(entry["note"])) <= 1


def check_resumed(keyed: dict[str, dict[str, Any]], undone: set[str], found: Round) -> None:
    """Check that the new window took up what the last one left."""
    start = found.first("start")
    if start is None:
        return
    on_screen = {one[0]: one[2] for one in [*start["aside"], start["hand"]]}
    for draft, data in keyed.items():
        if data["undoes"] and data["undoes"] not in undone:
            assert draft not in on_screen, "a slip that stands was given back to be keyed again"
        else:
            assert on_screen[draft] == data["entry"]
    if not keyed:
        assert start["hand"][2]["answers"] == {}


def check_settled(found: Round, by_id: dict[str, Slip], sent: list[Any]) -> None:
    """Check that what was sent before the kill was recorded at the next start."""
    settled = found.first("settled")
    if settled is not None:
        assert settled["sent"] == []
        assert all(slip in by_id for _, slip, _ in sent)


def test_kills_lose_nothing_that_was_shown_and_bring_back_what_was_half_keyed(
    paths: DataPaths, tmp_path: Path
) -> None:
    draw = random.Random(SEED)
    session = open_session(paths, SECRET, ADMIN)
    today = session.store.clock.today()
    header = BatchHeader(UNIT, date(2026, 10, 5) if today >= date(2026, 10, 5) else today,
                         "qn-18-2021", "2021.1")  # fmt: skip
    batch = session.store.write(partial(open_batch, header=header), actor=session.account)
    session.store.close()
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.faults.clerk"])
    books = Books()
    keyed: dict[str, dict[str, Any]] = {}
    undone: set[str] = set()
    sent: list[Any] = []
    keys = 0
    for number in range(KILLS):
        side = tmp_path / f"round-{number}.jsonl"
        arguments = (str(paths.folder), str(side), str(batch), draw.randrange(10**9),
                     number % 5 == 0)  # fmt: skip
        process = context.Process(target=clerk.work, args=arguments)
        process.start()
        kill_at_random(process, side, draw)
        found = Round.read(side)
        keys += sum(line["kind"] == "key" for line in found.lines)
        check_resumed(keyed, undone, found)
        books.enter(found)
        session = open_session(paths, SECRET, ADMIN)
        try:
            by_id = check_store(session, batch, books, found)
            check_settled(found, by_id, sent)
            keyed = check_drafts(paths, session, by_id, found)
            undone = {slip for slip, stored in by_id.items() if stored.status == "undone"}
            books.taken_back |= undone
            if found.states:
                sent = found.states[-1]["sent"]
            if number % EXAMINED_EVERY == EXAMINED_EVERY - 1:
                assert [check.code for check in examine(session.store) if not check.ok] == []
        finally:
            session.store.close()
    assert len(by_id) > KILLS // 4
    work = f"{keys} keys pressed, {len(by_id)} slips called saved"
    keep(Measured("kill -9", "keying", KILLS, work))


def kill_at_random(process: Any, side: Path, draw: random.Random) -> None:
    """Kill while the window opens, or after a random while of keying."""
    if draw.random() < 0.15:
        time.sleep(draw.uniform(0, 0.4))
    else:
        end = time.monotonic() + 20
        while process.is_alive() and not (side.exists() and b"settled" in side.read_bytes()):
            assert time.monotonic() < end, "the window never opened"
            time.sleep(0.005)
        time.sleep(draw.uniform(0, 0.6))
    assert process.exitcode is None, f"the window ended by itself: {process.exitcode}"
    process.kill()
    process.join()
