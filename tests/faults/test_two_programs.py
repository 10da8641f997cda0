"""The command line imports while slips are keyed: nobody hangs, nothing is lost."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer

from desktop.paths import DataPaths
from models.store.changes import Changes
from models.store.doctor import examine
from models.surveys.queries import list_batches, list_slips
from tests.conftest import ADMIN, SECRET, UNIT
from tests.faults.measured import Measured, keep
from tests.scenarios.desk import Desk

# Half of the time for which the other holds its transaction: a window that waited for it would
# stand still for all of that, and on a busy machine the loop itself may be late.
LONGEST_GAP_S = 1.5

# An import of one slip whose transaction stays open for three seconds.
IMPORTER = """
import sys, time
from datetime import date
from pathlib import Path
from desktop.paths import DataPaths
from desktop.session import open_session
from models.surveys.commands import import_slips
from models.surveys.records import ImportedSlip, SlipContent

folder, password, account, unit, holds = sys.argv[1:]
session = open_session(DataPaths(Path(folder)), password, account)
slip = ImportedSlip(2, ("a", "b"), unit, date(2026, 10, 5), "import",
                    SlipContent({"danh_gia_chung": "hai_long"}))

def write(tx):
    made = import_slips(tx, [slip], questionnaire="qn-18-2021", version="2021.1")
    print("writing", flush=True)
    time.sleep(float(holds))
    return made

session.store.write(write, actor=session.account)
print("written", flush=True)
session.store.close()
"""


@contextmanager
def importing(paths: DataPaths, holds_s: float) -> Iterator[subprocess.Popen[str]]:
    """Run the importer until it holds its transaction."""
    with subprocess.Popen(
        [sys.executable, "-c", IMPORTER, str(paths.folder), SECRET, ADMIN, UNIT, str(holds_s)],
        stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[2],
    ) as process:  # fmt: skip
        assert process.stdout is not None
        assert process.stdout.readline().strip() == "writing"
        yield process
        assert process.wait(20) == 0


class Ticks:
    """Measures the longest time in which the window's loop did not turn."""

    def __init__(self) -> None:
        self.longest = 0.0
        self._last = time.monotonic()
        self._timer = QTimer()
        self._timer.timeout.connect(self._on_tick)
        self._timer.start(5)

    def _on_tick(self) -> None:
        now = time.monotonic()
        self.longest, self._last = max(self.longest, now - self._last), now


def test_the_window_goes_on_while_the_command_line_imports(
    keying: Desk, no_bugs: object
) -> None:
    with importing(keying.paths, 3) as process:
        ticks = Ticks()
        for _ in range(5):
            for key in "1111111E":
                keying.pad(key)
                keying.settle()
        assert process.poll() is None
        assert keying.entry._saver.waiting == 5
        assert keying.entry.progress is not None
        assert keying.entry.progress.batch.keyed == 0
        keying.wait(lambda: process.poll() is not None, "the import is done")
        keying.saved()
        assert ticks.longest < LONGEST_GAP_S
    batch = keying.entry.progress.batch.id
    slips = keying.session.store.read(partial(list_slips, batch=batch))
    assert sorted(slip.number or 0 for slip in slips) == [1, 2, 3, 4, 5]
    assert sum(item.keyed for item in keying.session.store.read(list_batches)) == 6
    assert [check.code for check in examine(keying.session.store) if not check.ok] == []
    work = "5 slips keyed while an import held the store for three seconds"
    keep(Measured("two processes on one store", "keying and import", 1, work))


def test_the_window_notices_what_the_command_line_wrote(desk: Desk, no_bugs: object) -> None:
    heard: list[Changes] = []
    desk.desktop.work._bus.changed.connect(heard.append)
    with importing(desk.paths, 0) as process:
        desk.wait(lambda: process.poll() is not None, "the import is done")
        since = time.monotonic()
        desk.wait(lambda: any(one.is_elsewhere for one in heard), "the window noticed")
        assert time.monotonic() - since < 2
    desk.rest()


def test_keys_that_ask_for_the_last_slip_do_not_reach_another_while_it_waits(
    keying: Desk, no_bugs: object
) -> None:
    keying.pad("1111111E")
    keying.saved()
    with importing(keying.paths, 1):
        # Correct the second slip, which cannot be saved yet; then key the third.
        keying.pad("2222222E+-3E3333333E")
        keying.settle()
        assert keying.entry._back.is_busy
    keying.wait(lambda: not keying.entry._back.is_busy)
    keying.saved()
    assert keying.entry.progress is not None
    batch = keying.entry.progress.batch.id
    slips = keying.session.store.read(partial(list_slips, batch=batch))[::-1]
    overall = [slip.content.answers["danh_gia_chung"] for slip in slips]
    assert overall == ["rat_hai_long", "khong_hai_long", "khong_hai_long"]
    assert slips[1].content.answers["cong_khai"] == "dap_ung"
