"""What is loaded when: a clerk does not wait for what signing in and keying do not need."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.paths import DataPaths

FIRST_PAINT = frozenset(
    {"sqlalchemy", "pandas", "numpy", "reportlab", "pyxform", "elementpath", "docx", "xlsxwriter",
     "python_calamine", "pypdfium2", "cryptography", "alembic", "sqlcipher3", "pyhanko", "pkcs11"}
)  # fmt: skip
ENTRY_PAGE = frozenset(
    {"pandas", "numpy", "reportlab", "pyxform", "elementpath", "docx", "xlsxwriter",
     "python_calamine", "alembic", "pyhanko", "pkcs11", "asn1crypto", "aiohttp"}
)  # fmt: skip

WATCH = """
import json, sys
from pathlib import Path
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication
from desktop.app import Application
from desktop.paths import DataPaths
from ui.theme.theme import apply_theme

app = QApplication(["motcua"])
apply_theme(app)
desktop = Application(DataPaths(Path(sys.argv[1])), "en")
found = {}

class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and "paint" not in found:
            found["paint"] = sorted({name.partition(".")[0] for name in sys.modules})
        return False

watch = Watch()
app.installEventFilter(watch)
desktop.start()
while "paint" not in found:
    app.processEvents()
if len(sys.argv) > 2:
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest
    for text in sys.argv[2]:
        QTest.keyClick(QApplication.focusWidget(), text)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    while desktop.session is None or desktop.jobs.pending:
        app.processEvents()
    desktop.window._on_new_batch_requested()
    section = desktop.window._keying()
    while not section.batches._form.isVisible():
        app.processEvents()
    section.batches._form._on_submit()
    while not section.entry.isVisible() or not section.entry.hasFocus():
        app.processEvents()
    QTest.keyClick(section.entry, Qt.Key.Key_1)
    assert section.entry.entry.position == 1
    found["entry"] = sorted({name.partition(".")[0] for name in sys.modules})
desktop.window.close()
print(json.dumps(found))
"""


def watch(folder: Path, *arguments: str) -> dict[str, list[str]]:
    done = subprocess.run(
        [sys.executable, "-c", WATCH, str(folder), *arguments], capture_output=True, text=True,
        check=True, timeout=60, cwd=Path(__file__).parents[2],
    )  # fmt: skip
    found: dict[str, list[str]] = json.loads(done.stdout)
    return found


def test_the_first_paint_needs_qt_and_nothing_slow(paths: DataPaths) -> None:
    assert FIRST_PAINT.intersection(watch(paths.folder)["paint"]) == set()


def test_the_first_paint_of_the_set_up_needs_nothing_slow_either(tmp_path: Path) -> None:
    assert FIRST_PAINT.intersection(watch(tmp_path / "new")["paint"]) == set()


def test_keying_needs_no_report_no_spreadsheet_and_no_migration(paths: DataPaths) -> None:
    from tests.conftest import SECRET

    found = watch(paths.folder, SECRET)
    assert ENTRY_PAGE.intersection(found["entry"]) == set()


@pytest.mark.parametrize("name", sorted(FIRST_PAINT))
def test_what_is_watched_for_exists(name: str) -> None:
    from importlib.util import find_spec

    assert find_spec(name) is not None
