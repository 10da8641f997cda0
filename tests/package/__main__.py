"""Builds the folder that offices get, and runs both programs from it where nothing else is there.

`make package`. It prints the folder's size and how long each program takes to start, beside the
same from the sources, and ends with an error where a job was not done.
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from desktop.sample_account import ACCOUNT, PASSWORD
from models.clock import Clock
from tests.golden.make_store import PASSWORD as OLD_PASSWORD
from tests.package.screen import Screen
from ui.about.parts import OWN_TEXTS, read_parts

ROOT: Final = Path(__file__).parents[2]
BUILD: Final = ROOT / "build/package"
FOLDER: Final = ROOT / "dist/motcua"
SUFFIX: Final = ".exe" if os.name == "nt" else ""
WINDOW: Final = FOLDER / f"motcua{SUFFIX}"
CONSOLE: Final = FOLDER / f"motcua-cli{SUFFIX}"
OLD_STORE: Final = ROOT / "tests/golden/store-0001"
STARTS: Final = 7


def build() -> None:
    """Make the folder in an environment that holds what the program needs at run time alone."""
    lock = ROOT / "requirements-package.lock"
    environment = BUILD / "venv"
    python = environment / "bin/python"
    stamp = environment / "locked"
    if not stamp.exists() or stamp.read_text(encoding="utf-8") != lock.read_text(encoding="utf-8"):
        shutil.rmtree(environment, ignore_errors=True)
        uv = [sys.executable, "-m", "uv"]
        do([*uv, "venv", "-q", "--python", sys.executable, str(environment)])
        do([*uv, "pip", "sync", "-q", "--python", str(python), "--require-hashes", str(lock)])
        stamp.write_text(lock.read_text(encoding="utf-8"), encoding="utf-8")
    do([
        str(environment / "bin/pyinstaller"), "--noconfirm", "--log-level", "ERROR",
        "--distpath", str(FOLDER.parent), "--workpath", str(BUILD / "work"), "build.spec",
    ])  # fmt: skip


def do(
    words: Sequence[str], cwd: Path = ROOT, env: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run a program to its end; RuntimeError with what it said where it fails."""
    done = subprocess.run(words, capture_output=True, text=True, cwd=cwd, env=env)
    if done.returncode != 0:
        raise RuntimeError(f"{words}: {done.stdout[-2000:]}{done.stderr[-4000:]}")
    return done


class Office:
    """A machine with nothing on it but the built folder: an empty home, no Python, no settings."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.data = home / "kho"
        self.bare: Mapping[str, str] = {
            "HOME": str(home), "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8",
            "MOTCUA_DATA_DIR": str(self.data),
        }  # fmt: skip

    def console(self, *words: str, **more: str) -> Any:
        """Run a command of the console program and return its JSON."""
        done = do(
            [str(CONSOLE), *words, "--json"], cwd=self.home,
            env={**self.bare, "MOTCUA_PASSWORD": PASSWORD, **more},
        )  # fmt: skip
        return json.loads(done.stdout)

    def slips_of_today(self) -> int:
        """Return how many slips of this day the store holds."""
        # As the program has it: where the machine's own zone is another, so may its day be.
        today = Clock().today().isoformat()
        out = self.home / "today.json"
        self.console("report", "satisfaction", "--from", today, "--to", today, "--out", str(out))
        figures = json.loads(out.read_text(encoding="utf-8"))
        return sum(unit["valid"] + unit["invalid"] for unit in figures["units"])


def what_lies_in_it() -> None:
    """Find handbook and licences, each where the window looks for it, and no GPL-only library."""
    inside = FOLDER / "_internal"
    for page in (ROOT / "ui/help/pages").rglob("*.*"):
        assert (inside / page.relative_to(ROOT)).is_file(), page
    for part in read_parts():
        for text in part.texts:
            folder = inside / "ui/about" if text.startswith(OWN_TEXTS) else inside
            assert any(folder.glob(text)), text
    assert not list(inside.rglob("*readline*"))
    # Whoever has the folder may put others in their place: they lie as files of their own.
    for lesser in ("PySide6/__init__.py", "shiboken6/__init__.py", "psycopg/__init__.py"):
        assert (inside / lesser).is_file(), lesser
    for name in ("THIRD-PARTY.md", "CHANGELOG.md"):
        assert (FOLDER / name).is_file(), name


def at_the_console(office: Office) -> None:
    """Make the sample data, a report of each kind, examine; upgrade a store of the first schema."""
    made = office.console("demo")
    assert (made["responses"], made["households"], made["account"]) == (4506, 34043, ACCOUNT)
    for suffix in ("pdf", "docx", "xlsx", "json"):
        out = office.home / f"year.{suffix}"
        office.console(
            "report", "satisfaction", "--from", "2023-01-01", "--to", "2023-12-31",
            "--out", str(out),
        )  # fmt: skip
        assert out.stat().st_size > 1000, out
    assert (office.home / "year.pdf").read_bytes().startswith(b"%PDF-")
    checks = office.console("doctor")["checks"]
    assert all(check["ok"] for check in checks), checks
    old = office.home / "old"
    shutil.copytree(OLD_STORE, old)
    checks = office.console(
        "doctor", MOTCUA_DATA_DIR=str(old), MOTCUA_PASSWORD=OLD_PASSWORD
    )["checks"]
    assert all(check["ok"] for check in checks), checks


def at_the_window(office: Office) -> None:
    """Sign in, key a slip on the number pad and save the month's report, all by keyboard."""
    before = office.slips_of_today()
    out = office.home / "thang.pdf"
    with Screen(office.home) as screen:
        screen.start([str(WINDOW)], office.bare)
        screen.type(PASSWORD)
        for _ in ("sign in", "a new batch", "its head as it is offered"):
            screen.turn_page("Return")
        screen.press(*["KP_1"] * 7, "KP_Enter")
        wait_for(lambda: office.slips_of_today() == before + 1, "the slip is in the store")
        screen.keep("keyed")
        screen.turn_page("alt+4")
        screen.turn_page("ctrl+s")
        # The first of the kinds that are offered is PDF.
        screen.turn_page("Return")
        screen.press("ctrl+a")
        screen.type(str(out))
        screen.turn_page("Return")
        wait_for(out.exists, "the report is saved")
        screen.keep("report")
        screen.stop()
    assert out.read_bytes().startswith(b"%PDF-")


def wait_for(holds: Callable[[], bool], what: str, patience_s: float = 60) -> None:
    """Wait until something holds; RuntimeError where it never does."""
    end = time.monotonic() + patience_s
    while not holds():
        if time.monotonic() > end:
            raise RuntimeError(f"never: {what}")
        time.sleep(0.2)


def start_ms(words: Sequence[str], environment: Mapping[str, str]) -> float:
    """Return how long a program takes that says what it can do and ends, the middle of some."""
    taken = []
    for _ in range(STARTS):
        began = time.perf_counter()
        do(words, env=environment)
        taken.append((time.perf_counter() - began) * 1000)
    return statistics.median(taken)


def window_ms(words: Sequence[str], office: Office) -> float:
    """Return how long it takes until a window stands on the screen, the middle of some."""
    taken = []
    for _ in range(STARTS):
        with Screen(office.home) as screen:
            taken.append(screen.start(words, office.bare) * 1000)
            screen.stop()
    return statistics.median(taken)


def main() -> int:
    """Build, run, measure, print."""
    began = time.perf_counter()
    build()
    said = {"built in (s)": round(time.perf_counter() - began)}
    with tempfile.TemporaryDirectory(prefix="office-") as folder:
        office = Office(Path(folder))
        what_lies_in_it()
        at_the_console(office)
        at_the_window(office)
        size = sum(
            file.stat().st_size
            for file in FOLDER.rglob("*")
            if file.is_file() and not file.is_symlink()
        )
        sources = {**office.bare, "PYTHONPATH": str(ROOT)}
        said |= {
            "folder (MB)": round(size / 1e6),
            "console, built (ms)": round(start_ms([str(CONSOLE), "--help"], office.bare)),
            "console, from the sources (ms)": round(
                start_ms([sys.executable, "-m", "desktop", "--help"], sources)
            ),
            "window, built (ms)": round(window_ms([str(WINDOW)], office)),
            "window, from the sources (ms)": round(
                window_ms([sys.executable, "-m", "desktop"], office)
            ),
        }
    for what, value in said.items():
        print(f"{what}: {value}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
