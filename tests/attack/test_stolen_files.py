"""Whoever takes the machine's files has nothing to read, and nothing to open them with."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from desktop.cli.main import run
from desktop.paths import DataPaths
from desktop.sample_account import ACCOUNT, PASSWORD
from desktop.session import open_session
from models.errors import KnownError, UserError
from models.households.queries import search_households
from models.store import keys
from models.text import search_key
from tests.conftest import ADMIN, SECRET

ROOT = Path(__file__).parents[2]
# What is written to `out` is asked for by the person at the keyboard, and is theirs.
COMMANDS = (
    "households search Nguyễn",
    "households check {household} --outcome sai_thong_tin --field phone=0912888777",
    "report satisfaction --from 2023-01-01 --to 2023-12-31 --out {out}/a.pdf",
    "report households --from 2023-01-01 --to 2023-12-31 --out {out}/b.xlsx",
    "surveys export {out}/c.xlsx", "backup {out}/d.backup",
)  # fmt: skip


def every_file(*folders: Path) -> Iterator[Path]:
    for folder in folders:
        yield from (path for path in folder.rglob("*") if path.is_file())


def told_of(paths: DataPaths) -> dict[str, list[str]]:
    """Return what many households of a store have in common, and some telephones."""
    session = open_session(paths, PASSWORD, ACCOUNT)
    try:
        found = session.store.read(partial(search_households, typed="nguyen", limit=3000))
    finally:
        session.store.close()
    assert len(found) > 1000
    families = Counter(" ".join(one.name.split()[:2]) for one in found)
    streets = Counter(one.address.split(",")[0].lstrip("Số 0123456789") for one in found)
    phones = ["0912888777", *(one.phone for one in found[::100] if one.phone)]
    common = [
        [text for text, _ in counted.most_common(8) if len(text) >= 8]
        for counted in (families, streets)
    ]
    assert all(common)
    return {"name": common[0], "address": common[1], "phone": phones[:12]}


def readable(content: bytes, texts: Iterable[str]) -> list[str]:
    """Return the texts that stand in `content` as such, in UTF-16, or without marks."""
    return [
        text for text in texts
        if any(
            form in content
            for form in (text.encode(), text.encode("utf-16-le"), search_key(text).encode())
        )
    ]  # fmt: skip


@pytest.fixture
def after_a_day(
    demo_paths: DataPaths, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> tuple[Path, Path, Path]:
    """The data folder, that for temporary files and that written to, after a day's work."""
    out, temporary = tmp_path / "out", tmp_path / "temporary"
    out.mkdir()
    temporary.mkdir()
    session = open_session(demo_paths, PASSWORD, ACCOUNT)
    household = session.store.read(partial(search_households, typed="nguyen", limit=1))[0].id
    session.store.close()
    monkeypatch.setenv("MOTCUA_PASSWORD", PASSWORD)
    for variable in ("TMPDIR", "SQLITE_TMPDIR"):
        monkeypatch.setenv(variable, str(temporary))
    monkeypatch.setattr(tempfile, "tempdir", None)
    for command in COMMANDS:
        words = [word.format(out=out, household=household) for word in command.split()]
        assert run(["--data-dir", str(demo_paths.folder), *words, "--json"]) == 0
    return demo_paths.folder, temporary, out


def test_no_file_holds_a_name_that_can_be_read(after_a_day: tuple[Path, Path, Path]) -> None:
    folder, temporary, out = after_a_day
    people = told_of(DataPaths(folder))
    files = [*every_file(folder, temporary), out / "d.backup"]
    assert {"store.db", "keyring.json"} <= {file.name for file in files}
    for file in files:
        content = file.read_bytes()
        for what, texts in people.items():
            assert readable(content, texts) == [], f"{what} in {file.name}"
        assert not any(readable(file.name.encode(), texts) for texts in people.values())
    # Without being asked no report and no table of slips names anybody either.
    for file in every_file(out):
        assert readable(file.read_bytes(), people["phone"]) == [], file.name


def test_the_search_itself_would_find_a_name() -> None:
    names = ["Nguyễn Văn", "Trần Thị"]
    assert readable("… Nguyễn Văn Ảnh …".encode(), names) == names[:1]
    assert readable(b"\0" + "Trần Thị Đào".encode("utf-16-le"), names) == names[1:]
    assert readable(b"key=nguyen van anh;", names) == names[:1]
    assert readable("Lê Văn Tám".encode(), names) == []


def test_a_copied_store_opens_with_nothing_but_a_password(
    paths: DataPaths, tmp_path: Path
) -> None:
    stolen = DataPaths(tmp_path / "stolen")
    shutil.copytree(paths.folder, stolen.folder)
    plain = sqlite3.connect(stolen.store)
    with pytest.raises(sqlite3.DatabaseError):
        plain.execute("SELECT count(*) FROM sqlite_master").fetchone()
    plain.close()
    for key in (bytes(32), b"k" * 32):
        guessed = dbapi2.connect(str(stolen.store))
        guessed.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        with pytest.raises(dbapi2.DatabaseError):
            guessed.execute("SELECT count(*) FROM sqlite_master").fetchone()
        guessed.close()
    with pytest.raises(UserError):
        open_session(stolen, SECRET + "x", ADMIN)
    stolen.keyring.unlink()
    with pytest.raises(KnownError):
        open_session(stolen, SECRET, ADMIN)


def test_another_store_s_keyring_opens_nothing(
    paths: DataPaths, tmp_path: Path, demo_template: Path
) -> None:
    stolen = DataPaths(tmp_path / "stolen")
    shutil.copytree(demo_template, stolen.folder)
    shutil.copy(paths.keyring, stolen.keyring)
    with pytest.raises((KnownError, UserError)):
        open_session(stolen, SECRET, ADMIN)


def test_a_guess_costs_memory_and_time() -> None:
    # RFC 9106, 4: the second recommended option. The cheap one is the tests' own.
    source = Path(keys.__file__).read_text(encoding="utf-8")
    assert '{"memory_kib": 65536, "passes": 3, "lanes": 4}' in source


def test_a_crash_leaves_no_image_of_the_memory(tmp_path: Path) -> None:
    program = (
        "import os, resource, signal\n"
        "hard = resource.getrlimit(resource.RLIMIT_CORE)[1]\n"
        "resource.setrlimit(resource.RLIMIT_CORE, (hard, hard))\n"
        "from desktop.memory_dumps import forbid_memory_dumps\n"
        "forbid_memory_dumps()\n"
        "print(resource.getrlimit(resource.RLIMIT_CORE), flush=True)\n"
        "os.kill(os.getpid(), signal.SIGSEGV)\n"
    )
    child = subprocess.Popen(
        [sys.executable, "-c", program], cwd=tmp_path, stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    said, _ = child.communicate()
    assert said.split() == [b"(0,", b"0)"]
    assert child.returncode == -signal.SIGSEGV
    assert list(every_file(tmp_path)) == []


def test_nothing_is_put_on_the_clipboard_unasked() -> None:
    for file in (*(ROOT / "ui").rglob("*.py"), *(ROOT / "desktop").rglob("*.py")):
        assert "clipboard" not in file.read_text(encoding="utf-8").casefold(), file.name
