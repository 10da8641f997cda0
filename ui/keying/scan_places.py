"""Where the scanned slips of a batch lie: known to this machine alone, by the batch's id."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final
from uuid import UUID

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from ui.habits import SCANS, habit, remember
from ui.papers.files import first_folder, remember_folder

# Asks for scans: the parent, whether a folder is meant; None for no.
AskScans = Callable[[QWidget, bool], Path | None]
_KINDS: Final = "*.pdf *.tif *.tiff *.jpg *.jpeg *.png"
_MOST: Final = 100


@dataclass(frozen=True, slots=True)
class ScanPlace:
    """A file or folder, and by how many pages what it holds lies behind the slips' numbers."""

    path: Path
    shift: int = 0


def place_of(batch: UUID) -> ScanPlace | None:
    """Return where the scans of a batch were last, None where nobody said so."""
    for known, path, shift in _known():
        if known == batch.hex:
            return ScanPlace(Path(path), shift)
    return None


def keep_place(batch: UUID, place: ScanPlace) -> None:
    """Remember where the scans of a batch lie; of very many batches the oldest are forgotten."""
    others = [one for one in _known() if one[0] != batch.hex]
    remember(SCANS, [*others, [batch.hex, str(place.path), place.shift]][-_MOST:])


def ask_scans(parent: QWidget, is_folder: bool) -> Path | None:
    """Ask for a file or a folder in the system's own dialog."""
    if is_folder:
        found = QFileDialog.getExistingDirectory(parent, "", str(first_folder()))
    else:
        name = QCoreApplication.translate("second", "Scanned slips")
        kinds = f"{name} ({_KINDS})"
        found, _ = QFileDialog.getOpenFileName(parent, "", str(first_folder()), kinds)
    if not found:
        return None
    remember_folder(Path(found))
    return Path(found)


def _known() -> list[list[Any]]:
    """Return what is remembered; what somebody else wrote into the file is passed over."""
    return [one for one in habit(SCANS, list) or () if _is_place(one)]


def _is_place(one: Any) -> bool:
    kinds = (str, str, int)
    return (
        isinstance(one, list)
        and len(one) == len(kinds)
        and all(isinstance(part, kind) for part, kind in zip(one, kinds, strict=True))
    )
