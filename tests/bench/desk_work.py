"""What children do at the window, see `desk.py`: `keys` times each key, `memory` looks at its size.

`entry` times the way from the password to the first digit.
"""

from __future__ import annotations

import time
from pathlib import Path
from typing import Final

import psutil
from PySide6.QtWidgets import QLineEdit

from desktop.sample_account import PASSWORD
from tests.bench.children import tell
from tests.bench.driving import Desk, Painted, rest, wait
from tests.bench.register_work import register

SLIPS = 200


def keys(folder: str, account: str, pause_ms: str) -> None:
    """Type slips with a pause after each key, and beside each digit one into a bare field."""
    desk = _at_work(folder, account)
    field = QLineEdit()
    field.resize(400, 40)
    field.show()
    bare = Painted(field)
    wait(lambda: bare.times > 0)
    desk.window.activateWindow()
    wait(lambda: desk.entry() is not None)
    pause = int(pause_ms) / 1000
    digits: list[float] = []
    saves: list[float] = []
    reference: list[float] = []
    for slip in range(SLIPS):
        for question in range(7):
            digits.append(desk.digit(0 if slip % 10 == question else 1 + (slip + question) % 3))
            rest(pause)
            reference.append(bare.after(lambda: field.insert("1")))
        if slip % 15 == 0:
            digits += [desk.back(), desk.digit(1)]
        saves.append(desk.save())
        rest(pause)
        field.clear()
    page = desk.entry()
    assert page is not None
    wait(lambda: page.progress is not None and page.progress.batch.keyed == SLIPS)
    tell(digits=digits, saves=saves, reference=reference, worked=desk.painted.worked)


def entry(folder: str, account: str, is_warm: str) -> None:
    """Sign in and open the batch as soon as it is offered, or the half-keyed slip if there is one.

    The time runs from Enter behind the password until the first digit's answer has been painted.
    """
    desk = Desk(folder, account)
    if is_warm == "warm":
        wait(desk.is_warm)
    start = time.perf_counter()
    desk.submit(PASSWORD)
    wait(lambda: desk.entry() is not None or desk.open_first_batch())
    wait(lambda: desk.entry() is not None)
    page = desk.entry()
    assert page is not None
    before = page.entry.position
    desk.digit(1)
    took = time.perf_counter() - start
    assert page.entry.position == before + 1
    tell(took=took)


def leave(folder: str, account: str) -> None:
    """Key half a slip and end without a word, as a power cut does."""
    desk = _at_work(folder, account)
    desk.digit(1)
    desk.digit(2)
    wait(desk.is_idle)
    tell()


def memory(folder: str, account: str) -> None:
    """Say how much memory the process holds at each stage."""
    desk = Desk(folder, account)
    stages = {"shown": _held()}
    wait(desk.is_warm)
    desk.submit(PASSWORD)
    wait(desk.open_first_batch)
    wait(lambda: desk.entry() is not None and desk.is_idle())
    stages["signed in"] = _held()
    for slip in range(SLIPS):
        for question in range(7):
            desk.digit(1 + (slip + question) % 3)
        desk.save()
    wait(desk.is_idle)
    stages["keyed"] = _held()
    desk.window.show_page("reports")
    wait(lambda: _pages(desk) > 0 and desk.is_idle())
    stages["report"] = _held()
    tell(stages=stages, peak=_peak())


def _at_work(folder: str, account: str) -> Desk:
    desk = Desk(folder, account)
    wait(desk.is_warm)
    desk.submit(PASSWORD)
    wait(desk.open_first_batch)
    wait(lambda: desk.entry() is not None and desk.is_idle())
    return desk


def _pages(desk: Desk) -> int:
    from ui.widgets.page_view import PageView

    page = desk.window.page
    views = page.findChildren(PageView) if page is not None else []
    return max((view.page_count() for view in views), default=0)


def _held() -> float:
    return float(psutil.Process().memory_info().rss) / 2**20


def _peak() -> float | None:
    try:
        lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    except OSError:
        return None
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM"))


WORK: Final = {
    "keys": keys, "entry": entry, "leave": leave, "memory": memory, "register": register,
}  # fmt: skip
