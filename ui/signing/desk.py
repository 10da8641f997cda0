"""Signs and checks PDF files for a screen, and says on its banner what became of it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QWidget

from models.sentences.catalog import say
from ui.context import PageContext
from ui.messages import sentence
from ui.signing.files import SigningFiles, system_files
from ui.signing.tasks import check_paper
from ui.veiled_work import VeiledWork
from ui.widgets.banner import Banner

if TYPE_CHECKING:
    from exports.signing.records import Finding


class SigningDesk(QObject):
    """One thing at a time; what it loads and builds it does on first use."""

    def __init__(
        self, context: PageContext, page: QWidget, banner: Banner,
        files: SigningFiles | None = None,
    ) -> None:  # fmt: skip
        super().__init__(page)
        self._context = context
        self._page = page
        self._banner = banner
        self.files = files or system_files()
        self._work: VeiledWork | None = None

    def sign_any(self) -> Path | None:
        """Ask for a PDF and sign it; return the signed file, None for none."""
        paper = self.files.paper(self._page)
        return self.sign(paper) if paper is not None else None

    def sign(self, paper: Path) -> Path | None:
        """Sign a PDF in a dialog; return the signed file, None for none."""
        from ui.signing.sign_dialog import SignDialog

        dialog = SignDialog(self._context, paper, self.files, self._page)
        is_signed = dialog.exec() == QDialog.DialogCode.Accepted
        signed, target = dialog.signed, dialog.target
        dialog.deleteLater()
        if not is_signed or signed is None or target is None:
            return None
        language = self._context.language
        said = say("signing.done", language, name=signed.certificate.name, file=target)
        if not signed.has_stamp:
            said = f"{said} {say('signing.done_unseen', language)}"
        self._banner.show_message("success", said, self.tr("Open the file"))
        return target

    def check_any(self) -> None:
        """Ask for a PDF and show what there is to say of its signatures."""
        file = self.files.paper(self._page)
        if file is not None:
            if self._work is None:
                self._work = VeiledWork(self._context, self._page)
            self._work.run(
                self.tr("The signatures are being checked"),
                partial(check_paper, self._context, file), partial(self._on_checked, file),
                self._on_failed, self._on_stopped,
            )  # fmt: skip

    def _on_checked(self, file: Path, findings: Sequence[Finding]) -> None:
        from ui.signing.findings_dialog import FindingsDialog

        dialog = FindingsDialog(file, findings, self._context.language, self._page)
        dialog.exec()
        dialog.deleteLater()

    def _on_failed(self, error: Exception) -> None:
        self._banner.show_message("danger", sentence(error, self._context.language))

    def _on_stopped(self) -> None:
        self._banner.show_message("info", self.tr("Stopped."))
