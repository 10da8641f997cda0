"""The power goes at any moment: what was acknowledged is there, and the store opens whole."""

from __future__ import annotations

import multiprocessing
import pickle
import random
from datetime import date
from functools import partial
from pathlib import Path
from uuid import UUID

from desktop.paths import DataPaths
from desktop.session import Session, open_session
from models.figures import format_integer
from models.ids import uuid7
from models.journal.chain import verify_chain
from models.store.doctor import examine
from models.store.pages import page_faults
from models.surveys.commands import open_batch, record_slip
from models.surveys.queries import list_slips
from models.surveys.records import BatchHeader, SlipContent
from tests.conftest import ADMIN, SECRET, UNIT
from tests.faults.disk import RecordingDisk, Step
from tests.faults.measured import IS_SOAK, Measured, keep
from tests.faults.power import Image, cuts

CUTS = 1000 if IS_SOAK else 15
# So many that the log is carried over into the file several times.
SLIPS = 600 if IS_SOAK else 120
EXAMINED_EVERY = 25
SEED = 31


def record(session: Session, batch: UUID, note: str) -> str:
    """Key one slip and return its id once it is acknowledged."""
    slip = uuid7(session.store.clock.now_ms())
    content = SlipContent({"danh_gia_chung": "hai_long"}, note=note)
    command = partial(record_slip, batch=batch, slip=slip, content=content)
    session.store.write(command, actor=session.account)
    return str(slip)


def work(folder: str, batch: str, out: str) -> None:
    """Key slips, closing the store and opening it again on the way; leave every step in `out`."""
    paths = DataPaths(Path(folder))
    disk = RecordingDisk(paths.store)
    disk.attach()
    for part in range(3):
        session = open_session(paths, SECRET, ADMIN)
        for number in range(SLIPS // 3):
            # Beside the writer others read, so that no one connection has the file to itself.
            session.store.read(partial(list_slips, batch=UUID(batch)))
            disk.say(record(session, UUID(batch), f"p{part}.{number}" * (number % 40)))
        session.store.close()
        disk.say("")
    Path(out).write_bytes(pickle.dumps(disk.steps))


def steps_of_a_day(paths: DataPaths, out: Path) -> tuple[UUID, Image, list[Step]]:
    """Return a batch, the files before anything was keyed into it, and every step since."""
    session = open_session(paths, SECRET, ADMIN)
    header = BatchHeader(UNIT, date(2026, 10, 5), "qn-18-2021", "2021.1")
    batch = session.store.write(partial(open_batch, header=header), actor=session.account)
    session.store.close()
    before = {file.name: file.read_bytes() for file in paths.folder.glob("store.db*")}
    process = multiprocessing.get_context("spawn").Process(
        target=work, args=(str(paths.folder), str(batch), str(out))
    )
    process.start()
    process.join()
    assert process.exitcode == 0
    return batch, before, pickle.loads(out.read_bytes())


def check(folder: Path, keyring: bytes, image: Image, batch: UUID, said: list[str]) -> None:
    """Open what a cut left, and go on with it."""
    folder.mkdir()
    paths = DataPaths(folder)
    paths.keyring.write_bytes(keyring)
    for name, content in image.items():
        (folder / name).write_bytes(content)
    session = open_session(paths, SECRET, ADMIN)
    try:
        assert session.store.read(page_faults) == []
        assert session.store.read(verify_chain) == []
        kept = {str(slip.id) for slip in session.store.read(partial(list_slips, batch=batch))}
        assert {slip for slip in said if slip} <= kept
        # One more may have been on its way.
        assert len(kept) <= sum(map(bool, said)) + 1
        record(session, batch, "sau khi có điện")
        if len(kept) % EXAMINED_EVERY == 0:
            assert [one.code for one in examine(session.store) if not one.ok] == []
    finally:
        session.store.close()


def test_what_was_acknowledged_outlives_a_power_cut(paths: DataPaths, tmp_path: Path) -> None:
    draw = random.Random(SEED)
    keyring = paths.keyring.read_bytes()
    batch, before, steps = steps_of_a_day(paths, tmp_path / "steps")
    kinds = {step[0] for step in steps}
    assert {"write", "sync", "said", "delete"} <= kinds
    assert any(step[:2] == ("write", "store.db") for step in steps)
    writes = [place for place, step in enumerate(steps) if step[0] != "said"]
    places = [draw.choice(writes) + draw.randint(0, 1) for _ in range(CUTS)]
    slips = 0
    for number, (image, said) in enumerate(cuts(before, steps, places, draw)):
        check(tmp_path / f"cut-{number}", keyring, image, batch, said)
        slips += sum(map(bool, said))
    assert slips
    told = f"{format_integer(slips)} slips acknowledged before them, all of them found again"
    keep(Measured("power cut", "keying", CUTS, told))
