"""Where the key is: on a token behind its library, or in a file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from models.settings.signing_choice import SigningChoice
from ui.signing.files import AskFile, SigningFiles
from ui.theme.sizes import Space
from ui.widgets.buttons import SecondaryButton
from ui.widgets.dropdown import Dropdown
from ui.widgets.field_row import FieldRow

if TYPE_CHECKING:
    from exports.signing.records import Certificate, Key, Token

_TOKEN, _FILE = 0, 1


class PathField(QWidget):
    """A path that is typed, or chosen with the button beside it."""

    path_chosen = Signal()

    def __init__(self, ask: AskFile, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ask = ask
        self.line = QLineEdit()
        self.button = SecondaryButton(self.tr("Choose…"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        row.addWidget(self.line, 1)
        row.addWidget(self.button)
        self.setFocusProxy(self.line)
        self.line.editingFinished.connect(self.path_chosen)
        self.button.clicked.connect(self._on_clicked)

    def path(self) -> Path | None:
        """Return the path, None where the field is blank."""
        text = self.line.text().strip().strip('"')
        return Path(text) if text else None

    def show_path(self, path: str) -> None:
        """Show a path, without a signal."""
        self.line.setText(path)
        # The end says which file it is.
        self.line.setCursorPosition(len(path))

    def setAccessibleName(self, name: str) -> None:
        """Name the field that is typed into."""
        super().setAccessibleName(name)
        self.line.setAccessibleName(name)

    @Slot()
    def _on_clicked(self) -> None:
        path = self._ask(self)
        if path is not None:
            self.show_path(str(path))
            self.path_chosen.emit()


class KeyFields(QWidget):
    """Says `library_chosen` and `token_chosen` when a person chose one, never when filled."""

    library_chosen = Signal()
    token_chosen = Signal()

    def __init__(self, files: SigningFiles, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = Dropdown()
        self.kind.addItem(self.tr("USB token"), _TOKEN)
        self.kind.addItem(self.tr("Key file (.p12, .pfx)"), _FILE)
        self.library = PathField(files.library)
        self.token, self.certificate = Dropdown(), Dropdown()
        self.key_file = PathField(files.key)
        self._asked: Path | None = None
        self._wanted = SigningChoice()
        self.library_row = FieldRow(
            self.tr("The token's library (PKCS#11)"), self.library,
            self.tr("It comes with the token's software; choose it once, it is remembered."),
        )  # fmt: skip
        self.token_row = FieldRow(self.tr("Token"), self.token)
        self.certificate_row = FieldRow(self.tr("Certificate"), self.certificate)
        self.key_row = FieldRow(self.tr("Key file"), self.key_file)
        self._pages = QStackedWidget()
        self._lay_out()
        self.show_tokens(())
        self.kind.currentIndexChanged.connect(self._pages.setCurrentIndex)
        self.library.path_chosen.connect(self._on_library_chosen)
        self.token.currentIndexChanged.connect(self._on_token_chosen)

    def key(self) -> Key | None:
        """Return the key that is chosen, None where a path is missing."""
        from exports.signing.records import FileKey, TokenKey

        if self.kind.currentData() == _FILE:
            path = self.key_file.path()
            return None if path is None else FileKey(path)
        path = self.library.path()
        if path is None:
            return None
        return TokenKey(path, self.token.currentData(), self.certificate.currentData())

    def is_blank(self) -> bool:
        """Say whether nobody has chosen anything yet."""
        is_token = self.kind.currentData() == _TOKEN
        return is_token and self.library.path() is None and self.key_file.path() is None

    def missing_row(self) -> FieldRow:
        """Return the row of the path without which there is no key."""
        return self.key_row if self.kind.currentData() == _FILE else self.library_row

    def choice(self) -> SigningChoice:
        """Return what is to be remembered."""
        library, file = self.library.path(), self.key_file.path()
        return SigningChoice(
            str(library or ""), self.token.currentData(), self.certificate.currentData(),
            str(file or "") if self.kind.currentData() == _FILE else "",
        )  # fmt: skip

    def show_choice(self, choice: SigningChoice) -> None:
        """Show what was chosen last; tokens and certificates follow when they are found."""
        self._wanted = choice
        self._asked = Path(choice.module) if choice.module else None
        self.library.show_path(choice.module)
        self.key_file.show_path(choice.key_file)
        self.kind.setCurrentIndex(_FILE if choice.key_file else _TOKEN)

    def show_tokens(self, tokens: Sequence[Token]) -> None:
        """Offer the tokens that were found, the one of last time first of all."""
        items = [(one.label, one.label) for one in tokens]
        self._fill(self.token, self.tr("The one that is plugged in"), items, self._wanted.token)
        self.show_certificates(())

    def show_certificates(self, certificates: Sequence[Certificate]) -> None:
        """Offer the certificates that were found on the token."""
        ends = self.tr("%1, until %2")
        items = [
            (ends.replace("%1", one.name).replace("%2", f"{one.not_after:%d/%m/%Y}"), one.id)
            for one in certificates
        ]
        only = self.tr("The one that may sign")
        self._fill(self.certificate, only, items, self._wanted.certificate)

    def _fill(
        self, field: Dropdown, only: str, items: Sequence[tuple[str, str]], wanted: str
    ) -> None:
        blocker = QSignalBlocker(field)
        field.clear()
        if len(items) != 1:
            field.addItem(only, "")
        for text, data in items:
            field.addItem(text, data)
        field.setCurrentIndex(max(field.findData(wanted), 0))
        field.setEnabled(len(items) > 1)
        blocker.unblock()

    def _lay_out(self) -> None:
        on_token = QHBoxLayout()
        on_token.setSpacing(Space.M)
        on_token.addWidget(self.token_row, 2)
        on_token.addWidget(self.certificate_row, 3)
        for row, below in ((self.library_row, on_token), (self.key_row, None)):
            page = QWidget()
            column = QVBoxLayout(page)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(Space.M)
            column.addWidget(row)
            if below is not None:
                column.addLayout(below)
            column.addStretch(1)
            self._pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        column.addWidget(FieldRow(self.tr("Where the key is"), self.kind))
        column.addWidget(self._pages)
        self.setFocusProxy(self.kind)

    @Slot()
    def _on_library_chosen(self) -> None:
        self.library_row.set_error(None)
        # A field that is only left again asks for nothing.
        if self.library.path() != self._asked:
            self._asked = self.library.path()
            self.library_chosen.emit()

    @Slot()
    def _on_token_chosen(self) -> None:
        self.token_chosen.emit()
