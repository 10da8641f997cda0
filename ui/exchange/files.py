"""Which files come and go: bundles and cards, by names that say nothing of anybody."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

BUNDLE: Final = ".motcua"
CARD: Final = ".motcua-card"
# Of an id, what stands for a station in a name: its end, which is random.
_SHORT: Final = 6
# Ask for a file: parent, suggested name or "", suffix; None for no.
AskFile = Callable[[QWidget, str, str], Path | None]


def ask_source(parent: QWidget, _suggestion: str, suffix: str) -> Path | None:
    """Ask for a file to read in the system's own dialog."""
    path, _ = QFileDialog.getOpenFileName(parent, "", "", _kind(suffix))
    return Path(path) if path else None


def ask_target(parent: QWidget, suggestion: str, suffix: str) -> Path | None:
    """Ask where a file is written in the system's own dialog, which asks before it replaces one."""
    place = QStandardPaths.StandardLocation.DocumentsLocation
    dialog = QFileDialog(parent)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilter(_kind(suffix))
    dialog.setDefaultSuffix(suffix)
    dialog.setDirectory(QStandardPaths.writableLocation(place) or str(Path.home()))
    dialog.selectFile(suggestion)
    is_chosen = bool(dialog.exec())
    found = dialog.selectedFiles()
    dialog.deleteLater()
    return Path(found[0]) if is_chosen else None


@dataclass(frozen=True, slots=True)
class FileDialogs:
    """How files are asked for."""

    source: AskFile = ask_source
    target: AskFile = ask_target


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
