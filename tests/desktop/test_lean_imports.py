from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

_KEPT = """
import linecache
{first}
import json.tool
from PySide6.QtCore import QObject, Signal
print(any("json" in name for name in linecache.cache))
class Teller(QObject):
    told = Signal(int)
found = []
teller = Teller()
teller.told.connect(found.append)
teller.told.emit(7)
print(found, teller.objectName() == "")
"""

_LOGGED = """
import sys
from pathlib import Path
from desktop.log import start_log
start_log(Path({file!r}))
print("logging.handlers" in sys.modules, Path({file!r}).exists())
try:
    1 / 0
except ZeroDivisionError as error:
    sys.excepthook(type(error), error, error.__traceback__)
print("logging.handlers" in sys.modules)
"""


@pytest.mark.parametrize(
    ("first", "is_kept"),
    [
        ("from desktop.lean_imports import spare_sources; spare_sources()", "False"),
        # When this one fails, PySide reads no sources any more: remove the module then.
        ("import PySide6.QtCore", "True"),
    ],
)
def test_sources_are_not_kept_and_qt_works(first: str, is_kept: str) -> None:
    assert _said(_KEPT.format(first=first)) == [is_kept, "[7] True"]


def test_log_loads_its_writer_with_the_first_record(tmp_path: Path) -> None:
    file = tmp_path / "folder" / "motcua.log"
    assert _said(_LOGGED.format(file=str(file))) == ["False False", "True"]
    line = file.read_text(encoding="utf-8")
    assert line.endswith("ERROR motcua bug ZeroDivisionError at __main__:8\n")


def _said(script: str) -> list[str]:
    command = [sys.executable, "-c", script]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    return run.stdout.splitlines()


_FILE_STORE = """
import sys
from pathlib import Path
from desktop.paths import DataPaths
from desktop.session import create_store, open_session
paths = DataPaths(Path({folder!r}))
create_store(paths, unit_code="06811", admin="a", password="Mat-khau-thu-2026")
open_session(paths, "Mat-khau-thu-2026").store.close()
import desktop.app, desktop.cli.main
loaded = {{name.partition(".")[0] for name in sys.modules}}
print(sorted(loaded & {{"psycopg", "psycopg_binary", "starlette", "uvicorn"}}))
print([name for name in sys.modules if name.startswith("models.store.server")])
"""


def test_a_store_in_a_file_loads_nothing_of_a_server(tmp_path: Path) -> None:
    assert _said(_FILE_STORE.format(folder=str(tmp_path / "data"))) == ["[]", "[]"]
