"""Which files come and go: bundles and cards, by names that say nothing of anybody."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Final
from uuid import UUID

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from ui.papers.files import first_folder

BUNDLE: Final = ".motcua"
CARD: Final = ".motcua-card"
# Of an id, what stands for a station in a name: its end, which is random.
_SHORT: Final = 6
# Ask for a file: parent, the folder to begin in or the file that is suggested, suffix; None for no.
AskFile = Callable[[QWidget, Path, str], Path | None]


def ask_source(parent: QWidget, folder: Path, suffix: str) -> Path | None:
    """Ask for a file to read in the system's own dialog."""
    path, _ = QFileDialog.getOpenFileName(parent, "", str(folder), _kind(suffix))
    return Path(path) if path else None


def ask_target(parent: QWidget, suggestion: Path, suffix: str) -> Path | None:
    """Ask where a file is written in the system's own dialog, which asks before it replaces one."""
    dialog = QFileDialog(parent)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilter(_kind(suffix))
    dialog.setDefaultSuffix(suffix)
    dialog.setDirectory(str(suggestion.parent))
    dialog.selectFile(suggestion.name)
    is_chosen = bool(dialog.exec())
    found = dialog.selectedFiles()
    dialog.deleteLater()
    return Path(found[0]) if is_chosen else None


class FileDialogs:
    """Asks for files; it begins where the one before was, which is mostly the stick."""

    def __init__(
        self, ask_source: AskFile = ask_source, ask_target: AskFile = ask_target
    ) -> None:
        self._ask_source = ask_source
        self._ask_target = ask_target
        self._folder: Path | None = None

    def source(self, parent: QWidget, suffix: str) -> Path | None:
        """Ask for a file to read."""
        return self._kept(self._ask_source(parent, self._place(), suffix))

    def target(self, parent: QWidget, name: str, suffix: str) -> Path | None:
        """Ask where a file is written."""
        return self._kept(self._ask_target(parent, self._place() / name, suffix))

    def _place(self) -> Path:
        # A stick may be gone by now.
        return self._folder if self._folder and self._folder.is_dir() else first_folder()

    def _kept(self, path: Path | None) -> Path | None:
        if path is not None:
            self._folder = path.parent
        return path


def bundle_name(today: date, sender: UUID, recipient: UUID | None = None) -> str:
    """Return a name for a bundle: the day, who wrote it, and for whom if it is one of several."""
    to = "" if recipient is None else f"-{_short(recipient)}"
    return f"motcua-{today:%Y-%m-%d}-{_short(sender)}{to}{BUNDLE}"


def card_name(station: UUID) -> str:
    """Return a name for a station's card."""
    return f"motcua-{_short(station)}{CARD}"


def _short(station: UUID) -> str:
    return station.hex[-_SHORT:]


def _kind(suffix: str) -> str:
    if suffix == CARD:
        words = QCoreApplication.translate("exchange", "Station cards")
    else:
        words = QCoreApplication.translate("exchange", "Bundles of data")
    return f"{words} (*{suffix})"
