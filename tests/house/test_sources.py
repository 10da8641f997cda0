"""House rules that no linter knows."""

from __future__ import annotations

import ast
import re
import sys
import tomllib

import pytest

from tests.house.sources import PACKAGES, ROOT, calls, place, program, tracked, tree

CLOCK = ROOT / "models/clock.py"
PATHS = ROOT / "desktop/paths.py"
LONGEST_FILE = 400
TEXT_SUFFIXES = {
    ".py", ".md", ".toml", ".lock", ".json", ".ts", ".txt", ".cfg", ".mako", ".spec", ".yml", "",
}  # fmt: skip


def test_only_the_clock_asks_what_time_it_is():
    asked = {
        ("datetime", "now"), ("datetime", "utcnow"), ("datetime", "today"), ("date", "today"),
        ("time", "time"), ("time", "time_ns"), ("dt", "now"),
    }  # fmt: skip
    found = [
        place(path, node)
        for path in program()
        if path != CLOCK
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Attribute)
        and (getattr(node.value, "id", getattr(node.value, "attr", "")), node.attr) in asked
    ]
    assert found == []


def test_the_clock_does_ask():
    assert "time_ns" in CLOCK.read_text(encoding="utf-8")


def test_only_one_place_asks_where_the_data_lies():
    found = [
        place(path, node)
        for path in program()
        for node in ast.walk(tree(path))
        if isinstance(node, (ast.Import, ast.ImportFrom))
        and "appdirs" in [getattr(node, "module", None), *(name.name for name in node.names)]
    ]
    assert [where.split(":")[0] for where in found] == ["desktop/paths.py"]


def test_translated_words_are_plain_texts():
    for path in program():
        for name, call in calls(path):
            if name in {"tr", "translate"} and call.args:
                words = call.args[:1] if name == "tr" else call.args[:2]
                assert not any(isinstance(word, ast.JoinedStr) for word in words), place(path, call)


def test_package_files_hold_a_docstring_alone():
    for path in program():
        if path.name == "__init__.py":
            body = tree(path).body
            assert ast.get_docstring(tree(path)), path
            assert len(body) == 1, path


def test_every_package_has_its_file():
    folders = {path.parent for path in program()}
    assert [folder for folder in folders if not (folder / "__init__.py").exists()] == []


def test_no_file_is_too_long():
    long = {
        str(path.relative_to(ROOT)): lines
        for path in program()
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > LONGEST_FILE
    }
    assert long == {}


def test_no_module_hides_behind_a_name_that_says_nothing():
    empty = {"utils", "helpers", "common", "misc", "manager", "base", "util", "helper"}
    assert [path for path in program() if path.stem in empty or path.parent.name in empty] == []


def test_nothing_is_switched_off_in_silence():
    # A test that needs a program which is not everywhere says so with skipif.
    skipped = re.compile(r"pytest\.(?:mark\.)?(?:skip\b|xfail)|importorskip")
    slept = re.compile(r"\bsleep\(")
    this = ROOT / "tests/house/test_sources.py"
    # Kills fall at random moments, what is measured or photographed is waited for, and one
    # module waits for the window on behalf of all tests.
    waiting = {"faults", "bench", "package", "screenshots.py", "waiting.py"}
    found = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in tracked()
        if path.suffix == ".py" and path != this
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if skipped.search(line)
        or (slept.search(line) and path.relative_to(ROOT).parts[1] not in waiting)
    ]
    assert found == []


def test_the_repository_speaks_of_no_machine():
    told = re.compile(
        r"(?<![\w.])/(?:home|root|Users|work|mnt/\w+)/[\w.-]+|[A-Z]:\\Users\\|file://|localhost:\d"
        r"|(?<![\d.])(?:10|192\.168|172\.(?:1[6-9]|2\d|3[01]))\.\d+\.\d+(?:\.\d+)?:\d"
    )
    this = ROOT / "tests/house/test_sources.py"
    locations = ROOT / "tests/models/store/test_location.py"
    found = [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()[:80]}"
        for path in tracked()
        if path.suffix in TEXT_SUFFIXES and path not in (this, locations)
        for number, line in enumerate(
            path.read_text(encoding="utf-8", errors="replace").splitlines(), 1
        )
        if told.search(line)
    ]
    assert found == []


def test_the_lock_file_pins_every_package_by_hash_and_names_no_index():
    lines = (ROOT / "requirements.lock").read_text(encoding="utf-8").splitlines()
    pinned = [line for line in lines if re.match(r"^[A-Za-z0-9]", line)]
    assert pinned
    assert all("==" in line for line in pinned)
    assert any("--hash=sha256:" in line for line in lines)
    assert not [line for line in lines if "://" in line and not line.lstrip().startswith("#")]


def test_qt_is_pinned_below_the_release_that_loses_references():
    wanted = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    qt = [name for name in wanted["project"]["dependencies"] if name.startswith("pyside6")]
    assert qt
    assert all("<6.12" in name for name in qt)
    locked = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    versions = re.findall(r"(?im)^(?:pyside6|shiboken6)[\w-]*==(\d+)\.(\d+)", locked)
    assert versions
    assert all((int(major), int(minor)) < (6, 12) for major, minor in versions)


def test_a_thousand_signals_lose_no_reference_to_none():
    from PySide6.QtCore import QObject, Signal, Slot

    class Bell(QObject):
        rung = Signal(object)

        def __init__(self) -> None:
            super().__init__()
            self.heard = 0
            self.rung.connect(self._on_rung)

        @Slot(object)
        def _on_rung(self, _what: object) -> None:
            self.heard += 1

    bell = Bell()
    bell.rung.emit(None)
    before = sys.getrefcount(None)
    for _ in range(1000):
        bell.rung.emit(None)
    assert bell.heard == 1001
    assert abs(sys.getrefcount(None) - before) < 100


@pytest.mark.parametrize("package", PACKAGES)
def test_each_storey_has_files(package):
    assert [path for path in program() if path.relative_to(ROOT).parts[0] == package]
