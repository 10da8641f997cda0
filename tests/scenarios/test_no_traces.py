"""After a full run with all that can be logged, no file but those asked for tells of anybody."""

from __future__ import annotations

import faulthandler
import json
import logging
import os
import sys
import tempfile
import threading
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from openpyxl import Workbook
from PySide6.QtCore import Qt, QTimer
from PySide6.QtPrintSupport import QPrinter

from desktop.cli.main import run
from desktop.log import start_log
from desktop.paths import DataPaths
from desktop.sample_account import ACCOUNT, PASSWORD
from desktop.session import open_session
from models.households.progress import WorkFilter
from models.households.queries import walk_all
from models.households.records import Household
from tests.scenarios.desk import Desk, at_desk
from ui.register.papers import Paper

KEY = Qt.Key
NEW_HEAD, NEW_PHONE = "Tạ Thị Người Mới", "0387654321"
WRONG = "mật khẩu Nguyễn gõ nhầm"
# So many of the register's people are looked for, those who were worked with first; in what is
# encrypted and large, of which every page is told alike, fewer.
LOOKED_FOR = 40
LARGE, FEWER = 2_000_000, 24
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT
_opened: list[Path] | None = None


def _watch(event: str, arguments: tuple[object, ...]) -> None:
    """Note what this process opens to write, as long as somebody wants to know."""
    if _opened is None or event != "open":
        return
    path, _mode, flags = arguments
    is_written = isinstance(flags, int) and flags & WRITING
    if is_written and isinstance(path, (str, bytes)):
        _opened.append(Path(os.fsdecode(path)).absolute())


@pytest.fixture(scope="module", autouse=True)
def _watching() -> None:
    sys.addaudithook(_watch)


@contextmanager
def noting_files() -> Iterator[list[Path]]:
    """Give the files that are opened to write meanwhile."""
    global _opened
    _opened = found = []
    try:
        yield found
    finally:
        _opened = None


@contextmanager
def all_told(paths: DataPaths, crash: Path) -> Iterator[None]:
    """Log as much as any part of the program says, in the program's own way; and crashes too."""
    root = logging.getLogger()
    before = root.handlers[:], root.level, sys.excepthook, threading.excepthook
    root.handlers[:] = []
    try:
        start_log(paths.log)
        root.setLevel(logging.DEBUG)
        with crash.open("w") as file:
            faulthandler.enable(file)
            yield
            faulthandler.dump_traceback(file)
    finally:
        faulthandler.disable()
        for handler in root.handlers:
            handler.close()
        root.handlers[:], root.level, sys.excepthook, threading.excepthook = before


def people(paths: DataPaths) -> list[Household]:
    session = open_session(paths, PASSWORD, ACCOUNT)
    try:
        every = session.store.read(lambda c: list(walk_all(c, WorkFilter())))
    finally:
        session.store.close()
    return every[:: len(every) // LOOKED_FOR]


def needles(found: list[Household]) -> list[bytes]:
    """Return what nobody may read: names, telephones and addresses, however written."""
    words = [NEW_HEAD, NEW_PHONE, WRONG]
    for one in found:
        words += [one.name, one.phone or "", one.address, one.code or ""]
    texts = [form for word in words for form in _forms(word) if len(word) > 7]
    return list(dict.fromkeys(t.encode(kind) for t in texts for kind in ("utf-8", "utf-16-le")))


def _forms(word: str) -> tuple[str, ...]:
    return (
        word, unicodedata.normalize("NFD", word), word.upper(), repr(word)[1:-1],
        json.dumps(word)[1:-1],
    )  # fmt: skip


def commands(paths: DataPaths, out: Path, inside: Path, one: Household) -> None:
    """Run the main jobs of the command line, some of which are refused."""
    period = ("--from", "2023-01-01", "--to", "2023-12-31")
    done = [
        (0, "households", "search", one.name),
        (0, "households", "check", str(one.id), "--outcome", "sai_thong_tin", "--field",
         f"name={NEW_HEAD}", "--field", f"phone={NEW_PHONE}"),
        (2, "households", "check", str(one.id), "--outcome", NEW_HEAD),
        (2, "households", "check", one.name, "--outcome", "dung"),
        (2, "households", "import", str(inside)),
        (2, "surveys", "import", str(inside)),
        (0, "surveys", "export", str(out / "slips.csv")),
        (0, "report", "satisfaction", *period, "--out", str(out / "r.pdf")),
        (0, "audit", "export", str(out / "audit.xlsx")),
        (0, "station", "card", str(out / "card"), "--name", "Quầy 1"),
        (2, "bundle", "export", str(out / "bundle")),
        (2, "bundle", "import", str(inside)),
        (0, "backup", str(out / "one.motcua-backup")),
    ]  # fmt: skip
    for code, *words in done:
        assert run(["--data-dir", str(paths.folder), *words]) == code, words[:2]


def refused_list(path: Path) -> Path:
    """Write a list whose rows are refused, so that its people are told with what is wrong."""
    book = Workbook()
    page = book.active
    page.append(["STT", "Họ và tên chủ hộ", "Số điện thoại", "Mã địa chỉ số", "Thôn/Khu"])
    for number in range(3):
        page.append([number, NEW_HEAD, NEW_PHONE, "sai mã", "khu không có"])
    book.save(path)
    return path


def at_the_window(desk: Desk, out: Path, one: Household) -> None:
    """Sign in wrongly and rightly, key, search, open, check, save, print, and fall over."""
    desk.give_password(WRONG, ACCOUNT)
    page = desk.desktop.door.sign_in
    assert page is not None
    desk.wait(lambda: bool(page._password_row.error()), "the wrong password is told")
    desk.sign_in(PASSWORD, ACCOUNT)
    _key_a_slip(desk)
    _find_and_print(desk, out, one)

    class Fallen:
        def fall(self) -> None:
            name = one.name
            raise ValueError(f"{name} {NEW_PHONE}")

    fallen = Fallen()
    QTimer.singleShot(0, desk.window, fallen.fall)
    desk.settle()


def _key_a_slip(desk: Desk) -> None:
    desk.window.show_page("keying")
    desk.rest()
    desk.section.start_new()
    form = desk.batches._form
    desk.wait(form.isVisible, "the head of a new batch")
    desk.rest()
    desk.key(KEY.Key_Return)
    desk.wait_for_entry()
    desk.pad("1")
    desk.write(NEW_HEAD)
    desk.settle()


def _find_and_print(desk: Desk, out: Path, one: Household) -> None:
    desk.window.show_page("register")
    desk.rest()
    register = desk.window._register().register
    register.search.setFocus()
    desk.write(one.name)
    desk.rest()
    desk.window._register().open_household(one.id, WorkFilter())
    desk.rest()
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(out / "printed.pdf"))
    papers = register.papers
    papers._ask_printer = lambda _page, _pages: printer
    papers._ask_path = lambda _page, _name, _kind: out / "minutes.docx"
    paper = Paper("household_minutes", desk.session.store.clock.today(), household=one.id)
    for suffix in ("", ".docx"):
        papers.send(paper, suffix)
        desk.wait(lambda: not papers.is_busy, "the paper is out")
        desk.rest()


def test_no_log_no_crash_dump_and_no_temporary_file_tells_of_anybody(
    demo_paths: DataPaths, themed: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
):  # fmt: skip
    places = {name: tmp_path / name for name in ("temporary", "out", "in")}
    for place in places.values():
        place.mkdir()
    for name in ("TMPDIR", "TEMP", "TMP", "SQLITE_TMPDIR"):
        monkeypatch.setenv(name, str(places["temporary"]))
    monkeypatch.setattr(tempfile, "tempdir", str(places["temporary"]))
    monkeypatch.setenv("MOTCUA_PASSWORD", PASSWORD)
    found = people(demo_paths)
    sought = needles(found)
    assert len(sought) > LOOKED_FOR
    crash = demo_paths.folder / "crash.txt"
    inside = refused_list(places["in"] / "danh sách.xlsx")
    with noting_files() as opened, all_told(demo_paths, crash):
        commands(demo_paths, places["out"], inside, found[0])
        with at_desk(demo_paths) as desk:
            at_the_window(desk, places["out"], found[1])
    capfd.readouterr()
    log = demo_paths.log.read_text(encoding="utf-8")
    assert "bug ValueError at" in log
    assert crash.stat().st_size
    # The search itself finds what is there: papers hold the names that were asked for.
    assert (places["out"] / "minutes.docx").stat().st_size
    left = [file for file in [*demo_paths.folder.rglob("*"), *places["temporary"].rglob("*")]
            if file.is_file()]  # fmt: skip
    assert demo_paths.store in left
    told = [
        (file.name, needle)
        for file in left
        for content in [file.read_bytes()]
        for needle in (sought if len(content) < LARGE else sought[:FEWER])
        if needle in content
    ]
    assert told == []
    # What was there for a moment only: every file that was written lies where it may.
    allowed = (demo_paths.folder, places["out"], Path("/dev"), Path("/proc"))
    assert {path for path in opened if not any(map(path.is_relative_to, allowed))} == set()


def test_the_search_would_find_what_is_there(demo_paths: DataPaths, tmp_path: Path):
    found = people(demo_paths)
    file = tmp_path / "a.log"
    file.write_text(f"ERROR {found[3].name} …", encoding="utf-8")
    assert any(needle in file.read_bytes() for needle in needles(found))
    phone = next(one.phone for one in found if one.phone)
    file.write_text(json.dumps({"phone": phone}), encoding="utf-8")
    assert any(needle in file.read_bytes() for needle in needles(found))
