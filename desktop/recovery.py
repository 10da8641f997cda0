"""Puts the recovery key onto a sheet: printed, or saved to be printed elsewhere."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from ui.jobs import Jobs, Progress
from ui.messages import sentence
from ui.papers.printing import ChoosePrinter, PrintRun, choose_printer

if TYPE_CHECKING:
    from models.sentences.catalog import Language
    from ui.accounts.recovery_card import RecoveryCard


def save_sheet(
    window: QWidget, card: RecoveryCard, jobs: Jobs, language: Language, unit: str, account: str
) -> None:
    """Ask where to, and write the sheet as PDF."""
    title = QCoreApplication.translate("recovery", "Save the recovery sheet")
    chosen, _ = QFileDialog.getSaveFileName(window, title, "khoa-khoi-phuc.pdf", "PDF (*.pdf)")
    if not chosen:
        return
    key = card.key

    def work(_progress: Progress) -> None:
        from exports.recovery_sheet import recovery_document
        from exports.writers.files import write

        write(recovery_document(key, unit, account), Path(chosen))

    def done(_nothing: None) -> None:
        said = QCoreApplication.translate("recovery", "The sheet is saved. Print it and delete it.")
        card.show_saved(said)

    jobs.run(work, done=done, failed=partial(_refuse, card, language))


def print_sheet(
    window: QWidget, card: RecoveryCard, jobs: Jobs, language: Language, unit: str, account: str,
    ask_printer: ChoosePrinter = choose_printer,
) -> None:  # fmt: skip
    """Have the sheet made, ask for a printer and print it; no file of it is left."""
    key = card.key
    refuse = partial(_refuse, card, language)

    def work(_progress: Progress) -> tuple[bytes, int]:
        from exports.recovery_sheet import recovery_document
        from exports.writers.files import render
        from ui.papers.pages import count_pages

        content = render(recovery_document(key, unit, account), ".pdf")
        return content, count_pages(content)

    def made(sheet: tuple[bytes, int]) -> None:
        content, pages = sheet
        printer = ask_printer(window, pages)
        if printer is None:
            return
        run = PrintRun(jobs, content, pages, printer, card)
        run.finished.connect(printed)
        run.failed.connect(refuse)
        run.start()

    def printed(is_complete: bool) -> None:
        if is_complete:
            said = QCoreApplication.translate("recovery", "The sheet was sent to the printer.")
            card.show_saved(said)

    jobs.run(work, done=made, failed=refuse)


def _refuse(card: RecoveryCard, language: Language, error: Exception) -> None:
    card.show_saved(sentence(error, language), is_error=True)
