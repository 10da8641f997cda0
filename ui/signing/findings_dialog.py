"""Shows what there is to say of each signature of a PDF."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from models.sentences.catalog import Language, say
from ui.theme.colours import Tone
from ui.theme.sizes import Space
from ui.widgets.banner import Banner
from ui.widgets.buttons import PrimaryButton
from ui.widgets.text import Heading

if TYPE_CHECKING:
    from exports.signing.records import Finding

_WIDTH: Final = 640
_HEIGHT: Final = 420


class FindingsDialog(QDialog):
    """One block for each signature: green for good and known, red for what must not be used."""

    def __init__(
        self, file: Path, findings: Sequence[Finding], language: Language,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.setWindowTitle(self.tr("Signatures of the file"))
        self.resize(_WIDTH, _HEIGHT)
        self.blocks = self._blocks(file, findings, language)
        holder = QWidget()
        holder.setProperty("surface", "plain")
        inner = QVBoxLayout(holder)
        inner.setContentsMargins(0, 0, Space.XS, 0)
        inner.setSpacing(Space.M)
        for block in self.blocks:
            inner.addWidget(block)
        inner.addStretch(1)
        area = QScrollArea()
        area.setWidget(holder)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setProperty("surface", "plain")
        area.viewport().setAutoFillBackground(False)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName(self.tr("Signatures of the file"))
        self.close_button = PrimaryButton(self.tr("Close"), hint="Esc")
        self.close_button.setDefault(True)
        self.close_button.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        column.setSpacing(Space.M)
        column.addWidget(Heading(file.name, "subtitle"))
        column.addWidget(area, 1)
        column.addLayout(buttons)
        self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _blocks(
        self, file: Path, findings: Sequence[Finding], language: Language
    ) -> list[Banner]:
        from exports.signing.telling import finding_lines

        if not findings:
            none = say("signing.none", language, file=file.name)
            return [Banner("info", none, is_dismissible=False)]
        return [
            Banner(_tone(one), "\n".join(finding_lines(one, number, language)),
                   is_dismissible=False)
            for number, one in enumerate(findings, start=1)
        ]  # fmt: skip


def _tone(finding: Finding) -> Tone:
    if not finding.is_good or finding.trust == "refused":
        return "danger"
    return "success" if finding.trust == "trusted" else "warning"
