"""Which face is taken, and that it can write Vietnamese."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest

from exports.writers import fonts

PACKAGED = Path(str(files("fontpkg_ibm_plex_serif"))) / "files"
STYLES = {"": "Regular", "bd": "Bold", "i": "Italic", "bi": "BoldItalic"}
ROOT = Path(__file__).parents[3]


@pytest.fixture(autouse=True)
def _put_back() -> Iterator[None]:
    """Register the system's own face again, so that other tests see what they expect."""
    yield
    fonts.register.cache_clear()
    fonts.register()


def test_the_packaged_face_is_the_last_resort(tmp_path: Path) -> None:
    face = fonts.register_from([tmp_path])
    assert face.regular == PACKAGED / "IBMPlexSerif-Regular.ttf"
    assert fonts.width("Ặ", fonts.REGULAR, 10) > 0


def test_times_new_roman_wins_wherever_it_lies(tmp_path: Path) -> None:
    inner = tmp_path / "truetype" / "ms"
    inner.mkdir(parents=True)
    for suffix, style in STYLES.items():
        source = PACKAGED / f"IBMPlexSerif-{style}.ttf"
        shutil.copy(source, inner / f"TIMES{suffix}.TTF")
        shutil.copy(source, inner / f"Tinos-{style}.ttf")
    assert fonts.register_from([tmp_path]).regular == inner / "TIMES.TTF"


def test_a_face_without_all_four_styles_or_unreadable_is_passed_over(tmp_path: Path) -> None:
    shutil.copy(PACKAGED / "IBMPlexSerif-Regular.ttf", tmp_path / "times.ttf")
    for style in STYLES.values():
        (tmp_path / f"Tinos-{style}.ttf").write_bytes(b"no font")
    assert fonts.register_from([tmp_path]).regular == PACKAGED / "IBMPlexSerif-Regular.ttf"


def test_all_vietnamese_letters_are_asked_for() -> None:
    assert len(set(fonts.VIETNAMESE)) == 26 + 67
    assert fonts.VIETNAMESE.lower() == fonts.VIETNAMESE


def test_a_report_prints_with_the_packaged_face(tmp_path: Path) -> None:
    script = (
        "import sys\n"
        "from pathlib import Path\n"
        "from exports.recovery_sheet import recovery_document\n"
        "from exports.writers import fonts\n"
        "fonts.system_folders = lambda: iter(())\n"
        "from exports.writers.files import write\n"
        "write(recovery_document('AB12', 'Phường Uông Bí', 'x'), Path(sys.argv[1]))\n"
    )
    path = tmp_path / "a.pdf"
    subprocess.run([sys.executable, "-c", script, str(path)], cwd=ROOT, check=True)
    from pypdf import PdfReader

    assert "Phường Uông Bí" in PdfReader(path).pages[0].extract_text()
