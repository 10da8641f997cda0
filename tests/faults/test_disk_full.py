"""A disk that is full while slips are keyed: it is said, and all is saved once there is room."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

from desktop.paths import DataPaths
from desktop.session import open_session
from models.store.doctor import examine
from models.surveys.queries import list_batches
from tests.conftest import ADMIN, SECRET
from tests.faults.measured import Measured, keep

# RLIMIT_FSIZE bounds the size of every file that the process writes: as a full disk does, it
# refuses what would make a file grow, and it needs no rights and no disk of its own.
CLERK = """
import json, os, resource, shutil, sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from desktop.paths import DataPaths
from models.store import engine
from tests.scenarios.desk import Desk
from ui.theme.theme import apply_theme

app = QApplication(["motcua"])
apply_theme(app)
paths = DataPaths(Path(sys.argv[1]))
desk = Desk(paths)
escaped = []
# Every connection to the store, so that a bound on the pages of the file can be set on each.
connections, connect = [], engine.connect

def connect_and_keep(path, key, **options):
    connection = connect(path, key, **options)
    if Path(path) == paths.store:
        connections.append(connection)
        bound(connection)
    return connection

PAGES = None
MOST = 2**32 - 2

def bound(connection):
    connection.execute(f"PRAGMA max_page_count = {PAGES or MOST}")

engine.connect = connect_and_keep
sys.excepthook = lambda kind, error, trace: escaped.append(repr(error))
desk.start()
desk.sign_in()
desk.new_batch()
desk.pad("1111111E")
desk.saved()
page, found = desk.entry, {}
page._saver._timer.setInterval(50)
page._hand._retry.setInterval(50)

def fill():
    global PAGES
    if LIMIT == "pages":
        # As it is when not one page more fits.
        PAGES = connections[0].execute("PRAGMA page_count").fetchone()[0]
        for connection in connections:
            bound(connection)
        return
    if LIMIT is None:
        with (paths.folder / "filler").open("wb", buffering=0) as filler:
            for size in (65536, 512, 1):
                try:
                    while filler.write(bytes(size)) == size:
                        pass
                except OSError:
                    continue
        return
    biggest = max(path.stat().st_size for path in paths.folder.iterdir())
    resource.setrlimit(resource.RLIMIT_FSIZE, (LIMIT(biggest), resource.RLIM_INFINITY))

def free():
    global PAGES
    PAGES = None
    for connection in connections:
        bound(connection)
    (paths.folder / "filler").unlink(missing_ok=True)
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))

def on_delayed(said):
    found.setdefault("said", said)
    found.setdefault("banner", page._banner.message() if page._banner.isVisible() else "")
    found.setdefault("shown_then", page.progress.batch.keyed)

page._saver.delayed.connect(on_delayed)
LIMIT = eval(sys.argv[2])
fill()
keyed = 1
while "said" not in found and keyed < 400:
    desk.pad("2222222E")
    keyed += 1
    desk.wait(lambda: not page._saver.waiting or page._saver.is_delayed)
    desk.settle()
found["refused_at"] = keyed
desk.pad("3333333E")
keyed += 1
desk.pad("12")
desk.settle()
found["shown"] = page.progress.batch.keyed
found["waiting"] = page._saver.waiting
found["position"] = page.entry.position
found["count"] = page._side._count.text()
free()
desk.wait(lambda: not page._saver.waiting, "saved by itself")
desk.saved()
desk.wait(lambda: not page._hand.is_unkept, "the half-keyed slip is kept")
found["shown_after"] = page.progress.batch.keyed
found["banner_after"] = page._banner.isVisible()
found["keyed"] = keyed
desk.stop()
found["escaped"] = escaped
if len(sys.argv) > 3:
    shutil.copytree(paths.folder, sys.argv[3])
print(json.dumps(found))
"""


NO_MOUNT = "tmpfs (mounting is not allowed here: RLIMIT_FSIZE in its place)"

# A disk of 8 MB in a mount namespace of its own, which is gone with the process.
ON_A_SMALL_DISK = """
mkdir "$1" && mount -t tmpfs -o size=8m motcua "$1" && cp "$2"/* "$1" || exit 99
shift 2
exec "$@"
"""


def run(command: list[str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command, capture_output=True, text=True, timeout=100, cwd=Path(__file__).parents[2]
    )


def key_on_a_full_disk(paths: DataPaths, limit: str) -> dict[str, object]:
    done = run([sys.executable, "-c", CLERK, str(paths.folder), limit])
    assert done.returncode == 0, done.stderr[-2000:]
    found: dict[str, object] = json.loads(done.stdout)
    return found


def check(paths: DataPaths, found: dict[str, object]) -> None:
    keyed = found["keyed"]
    assert isinstance(keyed, int)
    assert found["escaped"] == []
    assert found["said"]
    assert found["banner"] == found["said"]
    # The slip that the disk refused was not among those shown as saved.
    assert found["shown_then"] < found["refused_at"]  # type: ignore[operator]
    assert found["shown"] <= keyed - found["waiting"]  # type: ignore[operator]
    assert found["position"] == 2
    assert found["count"] == f"{found['shown']} slip(s) saved"
    assert found["shown_after"] == keyed
    assert found["banner_after"] is False
    session = open_session(paths, SECRET, ADMIN)
    try:
        (batch,) = session.store.read(list_batches)
        assert batch.keyed == keyed
        codes = [check.code for check in examine(session.store) if not check.ok]
        assert codes == []
    finally:
        session.store.close()


def said_of(found: dict[str, object]) -> str:
    return f"{found['keyed']} slips keyed, {found['waiting']} of them once there was room again"


def test_nothing_is_lost_when_the_disk_fills_up(paths: DataPaths) -> None:
    found = key_on_a_full_disk(paths, "lambda biggest: biggest")
    check(paths, found)
    keep(Measured("full disk", "RLIMIT_FSIZE", 1, said_of(found)))


def test_nothing_is_lost_when_not_even_a_draft_can_be_written(paths: DataPaths) -> None:
    found = key_on_a_full_disk(paths, "lambda biggest: 0")
    assert (found["waiting"], found["shown"]) == (2, 1)
    check(paths, found)


def test_nothing_is_lost_when_the_file_itself_may_grow_no_more(paths: DataPaths) -> None:
    found = key_on_a_full_disk(paths, "'pages'")
    assert "is full" in str(found["said"])
    check(paths, found)
    keep(Measured("full disk", "max_page_count", 1, said_of(found)))


def test_nothing_is_lost_on_a_small_disk_of_its_own(paths: DataPaths, tmp_path: Path) -> None:
    disk, kept = tmp_path / "disk", tmp_path / "kept"
    has_namespaces = shutil.which("unshare") is not None
    clerk = [sys.executable, "-c", CLERK, str(disk), "None", str(kept)]
    place = ["unshare", "-m", "sh", "-c", ON_A_SMALL_DISK, "sh", str(disk), str(paths.folder)]
    done = run([*place, *clerk]) if has_namespaces else None
    if done is None or (not kept.exists() and done.returncode in (1, 99)):
        # No right to mount here: the bound on files stands for the disk.
        found = key_on_a_full_disk(paths, "lambda biggest: biggest")
        check(paths, found)
        keep(Measured("full disk", NO_MOUNT, 1, said_of(found)))
        return
    assert done.returncode == 0, done.stderr[-2000:]
    found = json.loads(done.stdout)
    assert "is full" in found["said"]
    check(DataPaths(kept), found)
    keep(Measured("full disk", "tmpfs of 8 MB", 1, said_of(found)))
