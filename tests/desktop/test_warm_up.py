from __future__ import annotations

import subprocess
import sys

from PySide6.QtWidgets import QApplication

from desktop.paths import DataPaths
from tests.scenarios.desk import Desk


def test_what_is_loaded_beside_the_window_brings_no_qt() -> None:
    program = (
        "import ast, sys, pathlib\n"
        "from importlib import import_module\n"
        "source = ast.parse(pathlib.Path('desktop/warm_up.py').read_text(encoding='utf-8'))\n"
        "names = next(ast.literal_eval(node.value) for node in source.body\n"
        "    if isinstance(node, ast.AnnAssign) and node.target.id == '_BESIDE_THE_WINDOW')\n"
        "for name in names: import_module(name)\n"
        "print(len(names), *sorted(m for m in sys.modules if m.startswith(('PySide6', 'ui.'))))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    number, *loaded = done.stdout.split()
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


def test_the_first_table_finds_the_types_of_widgets_made() -> None:
    program = (
        "import enum\n"
        "from PySide6.QtWidgets import QApplication, QTableView\n"
        "from desktop.warm_up import WarmUp\n"
        "import ui.main_window\n"
        "app = QApplication([])\n"
        "warm = WarmUp(None, print)\n"
        "while not warm.is_done: warm._on_step()\n"
        "made = len(enum.Flag.__subclasses__()), len(enum.Enum.__subclasses__())\n"
        "QTableView().viewport()\n"
        "again = len(enum.Flag.__subclasses__()), len(enum.Enum.__subclasses__())\n"
        "print(*made, *again)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    flags, enums, *again = map(int, done.stdout.split())
    assert enums > 10
    assert again == [flags, enums]
