from __future__ import annotations

import subprocess
import sys

from PySide6.QtWidgets import QApplication

from desktop.paths import DataPaths
from tests.scenarios.desk import Desk


def said_by(program: str, *arguments: str) -> str:
    """Run a program of its own, which has loaded nothing yet; return what it said."""
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments], capture_output=True, text=True, check=True
    )
    return done.stdout


def test_what_is_loaded_beside_the_window_brings_no_qt() -> None:
    program = (
        "import sys\n"
        "from desktop.loading import NEEDED, load_for_work\n"
        "load_for_work()\n"
        "print(len(NEEDED), *sorted(m for m in sys.modules if m.startswith(('PySide6', 'ui.'))))\n"
    )
    said = said_by(program)
    number, *loaded = said.split()
    assert int(number) > 10
    assert loaded == []


def test_all_of_it_is_loaded_while_the_password_is_typed(
    paths: DataPaths, themed: QApplication
) -> None:
    desk = Desk(paths)
    desk.start()
    desk.wait(lambda: desk.desktop.warm_up.is_done, "the faces are loaded")
    desk.rest()
    before = set(sys.modules)
    desk.sign_in()
    new = [name for name in set(sys.modules) - before if name.startswith(("ui.", "models."))]
    desk.stop()
    assert new == []


def test_who_is_being_answered_does_not_wait_for_further_pages() -> None:
    program = (
        "import sys, threading\n"
        "from PySide6.QtWidgets import QApplication\n"
        "from desktop.jobs import ThreadJobs\n"
        "from desktop.warm_up import WarmUp\n"
        "app = QApplication([])\n"
        "jobs, let_go = ThreadJobs(app), threading.Event()\n"
        "jobs.run(lambda progress: let_go.wait(), done=print, failed=print)\n"
        "warm = WarmUp(jobs, print)\n"
        "for _ in range(100): warm._on_step()\n"
        "print('ui.home.page' in sys.modules, 'ui.register.section' in sys.modules)\n"
        "let_go.set()\n"
        "while jobs.pending: app.processEvents()\n"
        "while not warm.is_done: warm._on_step()\n"
        "print('ui.register.section' in sys.modules)\n"
    )
    said = said_by(program)
    assert said.split()[:2] == ["True", "False"]
    assert said.split()[-1] == "True"


def test_a_file_needs_nothing_of_postgresql() -> None:
    program = (
        "import sys\n"
        "from desktop.loading import load_for_work\n"
        "load_for_work()\n"
        "print([name for name in sys.modules if 'postgresql' in name or 'psycopg' in name])\n"
    )
    said = said_by(program)
    assert said.strip() == "[]"


def test_the_first_table_finds_the_types_of_widgets_made() -> None:
    program = (
        "import enum\n"
        "from PySide6.QtWidgets import QApplication, QTableView\n"
        "from desktop.jobs import ThreadJobs\n"
        "from desktop.warm_up import WarmUp\n"
        "import ui.main_window\n"
        "app = QApplication([])\n"
        "warm = WarmUp(ThreadJobs(app), print)\n"
        "while not warm.is_done: warm._on_step()\n"
        "made = len(enum.Flag.__subclasses__()), len(enum.Enum.__subclasses__())\n"
        "QTableView().viewport()\n"
        "again = len(enum.Flag.__subclasses__()), len(enum.Enum.__subclasses__())\n"
        "print(*made, *again)\n"
    )
    said = said_by(program)
    flags, enums, *again = map(int, said.split())
    assert enums > 10
    assert again == [flags, enums]


def test_who_signs_in_at_once_meets_no_half_loaded_module(paths: DataPaths) -> None:
    # Two threads that load the same packages by different ways in may each wait for the other.
    program = (
        "import importlib._bootstrap as bootstrap, sys, threading\n"
        "from pathlib import Path\n"
        "from PySide6.QtWidgets import QApplication\n"
        "from desktop.paths import DataPaths\n"
        "from tests.scenarios.desk import Desk\n"
        "app = QApplication([])\n"
        "met, acquire = set(), bootstrap._ModuleLock.acquire\n"
        "def watched(lock):\n"
        "    if lock.owner not in (None, threading.get_ident()): met.add(lock.name)\n"
        "    return acquire(lock)\n"
        "bootstrap._ModuleLock.acquire = watched\n"
        "desk = Desk(DataPaths(Path(sys.argv[1])))\n"
        "desk.start()\n"
        "desk.sign_in()\n"
        "desk.stop()\n"
        "print(sorted(name for name in met if not name.startswith(('models', 'desktop'))))\n"
    )
    said = said_by(program, str(paths.folder))
    assert said.strip() == "[]"
