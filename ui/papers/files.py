"""Where a paper is saved."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

# Asks for a file: parent, suggestion with its suffix, name of the kind of file; None for no.
ChoosePath = Callable[[QWidget, Path, str], Path | None]


class _Folders:
    """The folder of the file that was chosen last, while the program runs."""

    last: Path | None = None


def remember_folder(file: Path) -> None:
    """Suggest the folder of a file from now on: what was saved is often wanted next."""
    _Folders.last = file.parent


def first_folder() -> Path:
    """Return the folder that is suggested first: the last one chosen, or the person's documents."""
    if _Folders.last is not None and _Folders.last.is_dir():
        return _Folders.last
    place = QStandardPaths.StandardLocation.DocumentsLocation
    documents = Path(QStandardPaths.writableLocation(place) or Path.home())
    return documents if documents.is_dir() else Path.home()


def choose_path(parent: QWidget, suggestion: Path, kind: str) -> Path | None:
    """Ask for the file in the system's own dialog, which also asks before it replaces one."""
    dialog = QFileDialog(parent, QCoreApplication.translate("papers", "Save the report"))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilter(f"{kind} (*{suggestion.suffix})")
    dialog.setDefaultSuffix(suggestion.suffix)
    dialog.setDirectory(str(suggestion.parent))
    dialog.selectFile(suggestion.name)
    if not dialog.exec():
        return None
    chosen = Path(dialog.selectedFiles()[0])
    remember_folder(chosen)
    return chosen
