"""Which file comes in, and where the problems of one are saved."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QMimeData, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

# Asks for a file: the parent, a suggested name; None for no.
AskFile = Callable[[QWidget, str], Path | None]
_SUFFIXES: Final = (".xlsx", ".xlsm", ".xls", ".csv", ".txt")


def ask_list(parent: QWidget, _suggestion: str) -> Path | None:
    """Ask for a spreadsheet in the system's own dialog."""
    kinds = " ".join(f"*{suffix}" for suffix in _SUFFIXES)
    name = QCoreApplication.translate("register", "Lists of households")
    path, _ = QFileDialog.getOpenFileName(parent, "", "", f"{name} ({kinds})")
    return Path(path) if path else None


def ask_problem_file(parent: QWidget, suggestion: str) -> Path | None:
    """Ask where the problems are saved, in the system's own dialog."""
    place = QStandardPaths.StandardLocation.DocumentsLocation
    folder = Path(QStandardPaths.writableLocation(place) or Path.home())
    path, _ = QFileDialog.getSaveFileName(parent, "", str(folder / suggestion), "Excel (*.xlsx)")
    if not path:
        return None
    found = Path(path)
    return found if found.suffix.casefold() == ".xlsx" else found.with_name(found.name + ".xlsx")


def dropped_list(data: QMimeData) -> Path | None:
    """Return the one file that is dropped, if it may be a list."""
    urls = data.urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    path = Path(urls[0].toLocalFile())
    return path if path.suffix.casefold() in _SUFFIXES else None
