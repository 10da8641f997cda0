"""Saves the recovery key as a sheet to print."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from ui.jobs import Jobs, Progress
from ui.messages import sentence

if TYPE_CHECKING:
    from models.sentences.catalog import Language
    from ui.accounts.recovery_card import RecoveryCard


def save_sheet(window: QWidget, card: RecoveryCard, jobs: Jobs, language: Language) -> None:
    """Ask where to, and write the sheet as PDF."""
    title = QCoreApplication.translate("recovery", "Save the recovery sheet")
    chosen, _ = QFileDialog.getSaveFileName(window, title, "khoa-khoi-phuc.pdf", "PDF (*.pdf)")
    if not chosen:
        return
    key = card.key

    def work(_progress: Progress) -> None:
        from exports.recovery_sheet import recovery_document
        from exports.writers.files import write

        write(recovery_document(key, "", ""), Path(chosen))

    def done(_nothing: None) -> None:
        said = QCoreApplication.translate("recovery", "The sheet is saved. Print it and delete it.")
        card.show_saved(said)

    def failed(error: Exception) -> None:
        card.show_saved(sentence(error, language), is_error=True)

    jobs.run(work, done=done, failed=failed)
