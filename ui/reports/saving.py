"""Where a report is saved and as what."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from models.periods import Period
from ui.reports.names import period_title

# Asks for a file: parent, suggestion with its suffix, name of the kind of file; None for no.
ChoosePath = Callable[[QWidget, Path, str], Path | None]


class FileKind(NamedTuple):
    """A kind of file: its suffix, its name, and what it is good for."""

    suffix: str
    name: str
    purpose: str


def file_kinds() -> tuple[FileKind, ...]:
    """Return the kinds of file, what is asked for most often first."""
    translate = QCoreApplication.translate
    return (
        FileKind(".pdf", "PDF", translate("reports", "to print, sign and send")),
        FileKind(".docx", "Word", translate("reports", "to paste into a larger report")),
        FileKind(".xlsx", "Excel", translate("reports", "to calculate with")),
        FileKind(".csv", "CSV", translate("reports", "one figure a line, for other programs")),
        FileKind(".json", "JSON", translate("reports", "all figures, for other programs")),
        FileKind(".md", "Markdown", translate("reports", "plain text")),
    )


def first_folder() -> Path:
    """Return the folder that is suggested first: the person's documents."""
    place = QStandardPaths.StandardLocation.DocumentsLocation
    documents = Path(QStandardPaths.writableLocation(place) or Path.home())
    return documents if documents.is_dir() else Path.home()


def suggested_name(period: Period, suffix: str) -> str:
    """Return a name for the file of a period."""
    name = QCoreApplication.translate("reports", "Satisfaction report - %1")
    # A slash would part folders.
    return name.replace("%1", period_title(period)).replace("/", "-") + suffix


def choose_path(parent: QWidget, suggestion: Path, kind: str) -> Path | None:
    """Ask for the file in the system's own dialog, which also asks before it replaces one."""
    dialog = QFileDialog(parent, QCoreApplication.translate("reports", "Save the report"))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilter(f"{kind} (*{suggestion.suffix})")
    dialog.setDefaultSuffix(suggestion.suffix)
    dialog.setDirectory(str(suggestion.parent))
    dialog.selectFile(suggestion.name)
    if not dialog.exec():
        return None
    return Path(dialog.selectedFiles()[0])
