"""Files are written whole or not at all, and failures are one sentence."""

from __future__ import annotations

import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from exports.document import Document
from exports.recovery_sheet import recovery_document
from exports.writers.files import SUFFIXES, write
from models.errors import KnownError, UserError
from models.sentences.catalog import say

ROOT = Path(__file__).parents[3]
SHEET = recovery_document("AB12-CD34", "Phường Thử", "quantri")


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_the_digest_is_that_of_the_file(document: Document, suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"Báo cáo tháng 10{suffix}"
    digest = write(document, path)
    assert digest == sha256(path.read_bytes()).hexdigest()
    assert [file.name for file in tmp_path.iterdir()] == [path.name]


def test_a_suffix_in_capitals_is_the_same(tmp_path: Path) -> None:
    assert write(SHEET, tmp_path / "A.MD") == write(SHEET, tmp_path / "b.md")


@pytest.mark.parametrize("name", ["report.odt", "report", ".pdf"])
def test_an_unknown_suffix_is_the_users_to_change(name: str, tmp_path: Path) -> None:
    with pytest.raises(UserError) as caught:
        write(SHEET, tmp_path / name)
    assert caught.value.code == "documents.unknown_suffix"
    assert ".pdf, .docx, .xlsx, .csv, .json, .md" in say(caught.value)
    assert not list(tmp_path.iterdir())


def test_a_missing_folder_is_the_users_to_change(tmp_path: Path) -> None:
    with pytest.raises(UserError) as caught:
        write(SHEET, tmp_path / "none" / "a.md")
    assert caught.value.code == "documents.no_folder"
    assert str(tmp_path / "none") in say(caught.value, "en")


def test_a_target_that_cannot_be_replaced_leaves_nothing_behind(tmp_path: Path) -> None:
    target = tmp_path / "a.md"
    target.mkdir()
    with pytest.raises(KnownError) as caught:
        write(SHEET, target)
    assert caught.value.code == "documents.disk"
    assert say(caught.value).count("\n") == 0
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="needs a folder nobody can write to")
def test_a_folder_that_cannot_be_written_to() -> None:
    with pytest.raises(KnownError) as caught:
        write(SHEET, Path("/proc/a.md"))
    assert caught.value.code == "documents.disk"


@pytest.mark.skipif(sys.platform == "win32", reason="file size limits are POSIX")
def test_a_full_disk_keeps_the_old_file_and_no_part(tmp_path: Path) -> None:
    target = tmp_path / "a.md"
    target.write_text("old", "utf-8")
    script = (
        "import resource, signal, sys\n"
        "from pathlib import Path\n"
        "from exports.recovery_sheet import recovery_document\n"
        "from exports.writers.files import write\n"
        "from models.errors import KnownError\n"
        "from models.sentences.catalog import say\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))\n"
        "try:\n"
        "    write(recovery_document('AB12', 'x', 'y'), Path(sys.argv[1]))\n"
        "except KnownError as error:\n"
        "    sys.exit(error.code)\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", script, str(target)], cwd=ROOT, capture_output=True, text=True,
        check=False,
    )  # fmt: skip
    assert ran.stderr.strip() == "documents.disk"
    assert target.read_text("utf-8") == "old"
    assert list(tmp_path.iterdir()) == [target]


def test_nothing_heavy_is_loaded_before_it_is_needed() -> None:
    script = (
        "import sys\n"
        "import exports.satisfaction_report, exports.recovery_sheet, exports.writers.files\n"
        "heavy = {'reportlab', 'docx', 'xlsxwriter', 'pandas', 'lxml', 'PIL', 'pypdfium2',"
        " 'sqlalchemy', 'PySide6', 'csv'}\n"
        "sys.exit(' '.join(heavy & set(sys.modules)))\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert ran.stderr.strip() == ""
