"""Pictures of every page, made from the real window under the offscreen platform.

Run as `python -m tests.screenshots FOLDER`; the README and the handbook show them. In FOLDER there
is one folder for each language, scheme and scale; what is cut or overlapped on any page is told.
"""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Final

from PIL import Image
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtWidgets import QApplication, QWidget

from desktop.app import Application
from desktop.demo import create_demo
from desktop.language import install_translation
from desktop.paths import DataPaths
from models.clock import Clock
from models.sentences.catalog import Language
from tests.pages.looking import misfits
from tests.pages.walk import Walk, day_ms, neighbour_card
from ui.theme.theme import SchemeChoice, apply_theme

_QUIET_S: Final = 0.4
_LONG_S: Final = 0.05
_COLOURS: Final = 128
# Folder, language, scheme and scale: a window takes its scale when its process starts.
COMBINATIONS: Final[tuple[tuple[str, Language, SchemeChoice, str], ...]] = tuple(
    (
        "-".join((language, *([scheme] if scheme != "light" else []), *(["200"] * (scale == "2")))),
        language, scheme, scale,
    )
    for scale in ("1", "2")
    for language in ("vi", "en")
    for scheme in ("light", "dark")
)  # fmt: skip


def come_to_rest(application: Application) -> None:
    """Let the window work until nothing moves any more, also what fades in."""
    quiet = time.monotonic() + _QUIET_S
    while (begun := time.monotonic()) < quiet:
        QApplication.processEvents()
        # What took long, as the first chart does, may have led to more.
        if application.jobs.pending or time.monotonic() - begun > _LONG_S:
            quiet = time.monotonic() + _QUIET_S
        time.sleep(0.002)


def save(page: QWidget, target: Path) -> None:
    """Write a picture of a page, with as many colours as screens have."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    page.grab().save(buffer, "PNG")
    with Image.open(io.BytesIO(buffer.data().data())) as picture:
        whole = picture.convert("RGB")
    few = whole.quantize(_COLOURS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    few.save(target, optimize=True)


def take_pictures(store: Path, out: Path, language: Language, scheme: SchemeChoice) -> list[str]:
    """Take one picture of each page in a language and a scheme; return what is wrong on them."""
    app = QApplication(["motcua"])
    install_translation(app, language)
    apply_theme(app, scheme)
    out.mkdir(parents=True, exist_ok=True)
    for old in out.glob("*.png"):
        old.unlink()
    wrong: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "store"
        shutil.copytree(store, copy)
        # The pages are shown as those of a counter at work.
        DataPaths(copy).sample_mark.unlink()
        neighbour = neighbour_card(DataPaths(Path(folder) / "neighbour"))
        walk = Walk(copy, language, neighbour, come_to_rest, scrolls=True)
        for number, (name, page) in enumerate(walk.pages(), start=1):
            save(page, out / f"{number:02d}-{name}.png")
            wrong += [f"{out.name}: {name}: {one}" for one in misfits(page)]
    return wrong


def main() -> int:
    """Take the pictures of all combinations, each in a process of its own."""
    root = Path(sys.argv[1])
    if len(sys.argv) > 2:
        name = sys.argv[2]
        (_name, language, scheme, _scale) = next(one for one in COMBINATIONS if one[0] == name)
        wrong = take_pictures(Path(sys.argv[3]), root / name, language, scheme)
        print("\n".join(dict.fromkeys(wrong)), file=sys.stderr)
        return 1 if wrong else 0
    is_wrong = False
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder) / "demo"
        # By the same clock as the window: else its records would be of a day to come.
        create_demo(DataPaths(store), Clock(day_ms))
        for name, _language, _scheme, scale in COMBINATIONS:
            environment = {**os.environ, "QT_SCALE_FACTOR": scale}
            command = [sys.executable, "-m", "tests.screenshots", str(root), name, str(store)]
            is_wrong |= bool(subprocess.run(command, env=environment).returncode)
    print(f"{root}: {len(list(root.rglob('*.png')))} pictures")
    return 1 if is_wrong else 0


if __name__ == "__main__":
    sys.exit(main())
