"""Which files signing asks for."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from ui.papers.files import ChoosePath, choose_path, first_folder, remember_folder

# Asks for a file to read: the parent; None for no.
AskFile = Callable[[QWidget], Path | None]


class SigningFiles(NamedTuple):
    """The dialogs that ask for files."""

    paper: AskFile
    library: AskFile
    key: AskFile
    target: ChoosePath


def system_files() -> SigningFiles:
    """Return the system's own dialogs."""
    return SigningFiles(_ask_paper, _ask_library, _ask_key, choose_path)


def signed_name(paper: Path) -> str:
    """Return a name for the signed copy of a paper."""
    said = QCoreApplication.translate("signing", "%1 - signed")
    return said.replace("%1", paper.stem) + ".pdf"


def _ask_paper(parent: QWidget) -> Path | None:
    paper = _ask(parent, first_folder(), "PDF (*.pdf)")
    if paper is not None:
        remember_folder(paper)
    return paper


def _ask_library(parent: QWidget) -> Path | None:
    is_windows = sys.platform == "win32"
    kinds = "*.dll" if is_windows else "*.so *.so.* *.dylib"
    folder = Path("C:/Windows/System32") if is_windows else Path("/usr/lib")
    return _ask(parent, folder if folder.is_dir() else Path.home(), f"PKCS#11 ({kinds})")


def _ask_key(parent: QWidget) -> Path | None:
    return _ask(parent, first_folder(), "PKCS#12 (*.p12 *.pfx)")


def _ask(parent: QWidget, folder: Path, kinds: str) -> Path | None:
    name, _ = QFileDialog.getOpenFileName(parent, "", str(folder), kinds)
    return Path(name) if name else None
