"""Whom signatures are trusted from: the authorities' root certificates, added from files."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QGridLayout, QWidget

from models.settings.commands import change_settings
from models.settings.queries import read_settings
from models.store.changes import Changes
from ui.context import PageContext
from ui.jobs import Job, Progress
from ui.messages import sentence
from ui.settings.questionnaires import ChooseFile
from ui.theme.sizes import Space
from ui.widgets.banner import Banner
from ui.widgets.buttons import QuietButton, SecondaryButton
from ui.widgets.surfaces import Card
from ui.widgets.text import Text

if TYPE_CHECKING:
    from exports.signing.records import Certificate

_CHANGED = "setting."


@dataclass(frozen=True, slots=True)
class Root:
    """A certificate that is trusted: as it is kept, and whom it names."""

    pem: str
    certificate: Certificate


def choose_root(parent: QWidget) -> Path | None:
    """Ask for a certificate file in the system's own dialog."""
    name, _ = QFileDialog.getOpenFileName(parent, "", "", "X.509 (*.pem *.crt *.cer *.der)")
    return Path(name) if name else None


class RootsCard(Card):
    """Each change is stored at once: there is nothing to type."""

    def __init__(
        self, context: PageContext, ask_file: ChooseFile = choose_root,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(self.tr("Trusted signatures"), parent)
        self._context = context
        self._ask_file = ask_file
        self._roots: Sequence[Root] = ()
        self._reading: Job | None = None
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(Space.L)
        self._grid.setVerticalSpacing(Space.S)
        self._grid.setColumnStretch(0, 1)
        self.banner = Banner()
        self.banner.setVisible(False)
        self.add_button = SecondaryButton(self.tr("Add a root certificate…"), icon="plus")
        self.add_button.clicked.connect(self._on_add)
        advice = self.tr(
            "When signatures are checked, those under one of these authorities count as known."
            " Take the certificates from the authority itself, not from the signed paper's sender."
        )
        self.body.addWidget(Text(advice, tone="muted"))
        self.body.addLayout(self._grid)
        self.body.addWidget(self.banner)
        self.body.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        context.bus.changed.connect(self._on_changed)

    def names(self) -> list[str]:
        """Return whom the certificates name."""
        return [root.certificate.name for root in self._roots]

    def refresh(self) -> None:
        """Read anew what is trusted."""
        if self._reading is not None:
            self._reading.cancel()
        self._reading = self._context.jobs.run(
            partial(_read, self._context), done=self._show, failed=self._on_failed
        )

    def showEvent(self, event: QShowEvent) -> None:
        """Read anew what may have changed meanwhile."""
        super().showEvent(event)
        self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """Want no answer any more: the page may be gone when it comes."""
        super().hideEvent(event)
        if self._reading is not None:
            self._reading.cancel()

    def _show(self, roots: Sequence[Root]) -> None:
        self._roots = roots
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for row, root in enumerate(roots):
            one = root.certificate
            until = self.tr("until %1").replace("%1", f"{one.not_after:%d/%m/%Y}")
            remove = QuietButton(self.tr("Remove"))
            remove.setAccessibleName(self.tr("Remove %1").replace("%1", one.name))
            remove.clicked.connect(partial(self._on_remove, root.pem))
            self._grid.addWidget(Text(one.name), row, 0)
            self._grid.addWidget(Text(until, tone="muted", is_wrapped=False), row, 1)
            self._grid.addWidget(remove, row, 2)
        if not roots:
            none = self.tr("None yet: every signature's signer is said to be uncertain.")
            self._grid.addWidget(Text(none, tone="muted"), 0, 0)

    @Slot()
    def _on_add(self) -> None:
        file = self._ask_file(self)
        if file is not None:
            self.banner.setVisible(False)
            self._context.jobs.run(
                partial(_texts, file), done=self._on_texts, failed=self._on_failed
            )

    def _on_texts(self, texts: Sequence[str]) -> None:
        kept = [root.pem for root in self._roots]
        self._store([*kept, *(text for text in texts if text not in kept)])

    def _on_remove(self, pem: str, _is_checked: bool = False) -> None:
        self._store([root.pem for root in self._roots if root.pem != pem])

    def _store(self, roots: list[str]) -> None:
        values = {"signing_roots": roots}
        command = partial(change_settings, unit=self._context.unit, values=values)
        self._context.write(command, _go_on, self._on_failed)

    def _on_failed(self, error: Exception) -> None:
        self.banner.show_message("danger", sentence(error, self._context.language))

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(_CHANGED) and self.isVisible():
            self.refresh()


def _texts(file: Path, _progress: Progress) -> tuple[str, ...]:
    from exports.signing.roots import root_texts

    return root_texts(file)


def _read(context: PageContext, _progress: Progress) -> tuple[Root, ...]:
    kept = context.store.read(read_settings).signing_roots
    if not kept:
        return ()
    from exports.signing.certificates import described
    from exports.signing.roots import parsed_roots

    return tuple(
        Root(text, described(one)) for text, one in zip(kept, parsed_roots(kept), strict=True)
    )


def _go_on(_stored: None) -> None:
    """Go on: the broadcast shows what is stored."""
