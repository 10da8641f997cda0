"""As what a report is saved."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication


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
