"""Work in processes of their own that are killed: lists taken in, bundles exchanged, backups made.

Each line of the side file is JSON, written before something is begun and after it is done.
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any, Final
from uuid import UUID

from desktop.backup_places import back_up_to
from desktop.paths import DataPaths
from desktop.session import Session, open_session
from models.ids import uuid7
from models.stations.own import read_own
from models.surveys.commands import import_slips, open_batch, record_slip
from models.surveys.records import BatchHeader, ImportedSlip, SlipContent
from tests.conftest import ADMIN, SECRET, UNIT
from tests.exports.exchange.pair import Station

DAY: Final = date(2026, 10, 5)
# Enough that a kill falls into the writing of one more often than between two.
LIST_ROWS: Final = 400
FORM: Final = ("qn-18-2021", "2021.1")
Line = dict[str, Any]


class Notes:
    """The side file: what was written stays when the process is killed."""

    def __init__(self, path: str) -> None:
        self._file = os.open(path, os.O_APPEND | os.O_CREAT | os.O_WRONLY)

    def write(self, kind: str, **line: Any) -> None:
        """Add a line."""
        os.write(self._file, json.dumps({"kind": kind, **line}).encode() + b"\n")


def read_notes(path: Path) -> list[Line]:
    """Return what a process wrote down before it was killed."""
    if not path.exists():
        return []
    return [json.loads(line) for line in path.read_bytes().rpartition(b"\n")[0].splitlines()]


@dataclass(frozen=True, slots=True)
class Clerk:
    """Keys slips into a batch of its own."""

    session: Session
    batch: UUID

    @classmethod
    def at(cls, session: Session) -> Clerk:
        """Return a clerk with a new batch."""
        command = partial(open_batch, header=BatchHeader(UNIT, DAY, *FORM))
        return cls(session, session.store.write(command, actor=session.account))

    def key(self) -> str:
        """Key one slip and return its id once it is acknowledged."""
        slip = uuid7(self.session.store.clock.now_ms())
        content = SlipContent({"danh_gia_chung": "hai_long"})
        command = partial(record_slip, batch=self.batch, slip=slip, content=content)
        self.session.store.write(command, actor=self.session.account)
        return str(slip)


def take_lists_in(folder: str, side: str, mark: str) -> None:
    """Take one list of slips in after the other."""
    notes = Notes(side)
    session = open_session(DataPaths(Path(folder)), SECRET, ADMIN)
    content = SlipContent({"danh_gia_chung": "hai_long"})
    for number in count():
        name = f"{mark}.{number}"
        slips = [
            ImportedSlip(row, (name, str(row)), UNIT, DAY, "import", content)
            for row in range(LIST_ROWS)
        ]
        command = partial(import_slips, slips=slips, questionnaire=FORM[0], version=FORM[1])
        notes.write("begun", name=name)
        session.store.write(command, actor=session.account)
        notes.write("done", name=name)


def opened_station(folder: str) -> Station:
    """Open a store that is a station already."""
    session = open_session(DataPaths(Path(folder)), SECRET, ADMIN)
    own = session.store.read(read_own)
    assert own is not None
    return Station(session, own)


def exchange(here: str, there: str, side: str) -> None:
    """Key at two stations and let each have what is the other's."""
    notes = Notes(side)
    pair = opened_station(here), opened_station(there)
    clerks = [Clerk.at(station.session) for station in pair]
    for number in count():
        giver, taker = pair[number % 2], pair[1 - number % 2]
        notes.write("begun")
        slips = [clerks[number % 2].key() for _ in range(3)]
        notes.write("keyed", slips=slips)
        sealed = giver.writes(taker).sealed
        taken = taker.takes(sealed)
        notes.write("done", new=taken.new)


def back_up(folder: str, places: list[str], side: str, now_ms: int) -> None:
    """Key a few slips and back up, again and again."""
    notes = Notes(side)
    paths = DataPaths(Path(folder))
    session = open_session(paths, SECRET, ADMIN)
    clerk = Clerk.at(session)
    for number in count():
        slips = [clerk.key() for _ in range(3)]
        notes.write("begun", slips=slips)
        made = back_up_to(
            paths, session.key, UNIT, [Path(place) for place in places], now_ms + number * 1000
        )
        assert all(one.is_good for one in made.values()), made
        notes.write("done", slips=slips, files=[one.file for one in made.values()])
