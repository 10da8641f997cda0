"""Signs one PDF: where the key is, its PIN, and how far the work is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from models.errors import CodedError
from models.settings.signing_choice import (
    SigningChoice,
    keep_signing_choice,
    read_signing_choice,
)
from ui.context import PageContext
from ui.jobs import Job, Progress
from ui.messages import sentence
from ui.signing.files import SigningFiles, signed_name
from ui.signing.key_fields import KeyFields
from ui.signing.tasks import Order, find_certificates, find_tokens, sign_paper
from ui.theme.sizes import Space
from ui.veiled_work import VeiledWork
from ui.widgets.banner import Banner
from ui.widgets.buttons import PrimaryButton, SecondaryButton
from ui.widgets.field_row import FieldRow
from ui.widgets.password_field import PasswordField
from ui.widgets.text import Heading, Text

if TYPE_CHECKING:
    from exports.signing.records import Certificate, Signed, Token

_WIDTH: Final = 600
_ABOUT_PIN: Final = ("signing.pin_", "signing.wrong_")


class SignDialog(QDialog):
    """Stays open until the paper is signed or left; the PIN is forgotten after every try."""

    def __init__(
        self, context: PageContext, paper: Path, files: SigningFiles,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.setWindowTitle(self.tr("Sign digitally"))
        self.setMinimumWidth(_WIDTH)
        self._context = context
        self._paper = paper
        self._files = files
        self.signed: Signed | None = None
        self.target: Path | None = None
        self.fields = KeyFields(files)
        self.pin = PasswordField()
        self.pin_row = FieldRow(
            self.tr("PIN or passphrase"), self.pin,
            self.tr("It is used this once and kept nowhere."),
        )  # fmt: skip
        self.banner = Banner("danger")
        self.banner.setVisible(False)
        self.sign_button = PrimaryButton(self.tr("Sign"), hint="⏎")
        self.leave_button = SecondaryButton(self.tr("Leave it"), hint="Esc")
        self._lay_out()
        self._work = VeiledWork(context, self)
        self.sign_button.setDefault(True)
        self.sign_button.clicked.connect(self._on_sign)
        self.leave_button.clicked.connect(self.reject)
        self.fields.library_chosen.connect(self._on_library_chosen)
        self.fields.token_chosen.connect(self._on_token_chosen)
        self.fields.setFocus(Qt.FocusReason.OtherFocusReason)
        choice = partial(read_signing_choice, account=context.account)
        self._asked: Job = context.read(choice, self._on_choice_read)

    def done(self, result: int) -> None:
        """Close, stop what still runs and forget the PIN."""
        self._work.drop()
        # A token may take its time to answer, and there is nobody to tell any more.
        self._asked.cancel()
        self.pin.clear()
        super().done(result)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.leave_button)
        buttons.addWidget(self.sign_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        column.setSpacing(Space.M)
        level = self.tr(
            "PAdES B-B: the signature says when it was made, but no time-stamp proves it."
        )
        for widget in (
            Heading(self._paper.name, "subtitle"), self.fields, self.pin_row,
            Text(level, "caption", tone="muted"), self.banner,
        ):  # fmt: skip
            column.addWidget(widget)
        column.addStretch(1)
        column.addLayout(buttons)

    def _on_choice_read(self, choice: SigningChoice) -> None:
        # Who was quicker than the store chose something else.
        if not self.fields.is_blank():
            return
        self.fields.show_choice(choice)
        if choice.module or choice.key_file:
            self.pin.setFocus(Qt.FocusReason.OtherFocusReason)
        if choice.module and not choice.key_file:
            self._on_library_chosen()

    @Slot()
    def _on_library_chosen(self) -> None:
        module = self.fields.library.path()
        self.fields.show_tokens(())
        if module is not None:
            self._ask(partial(find_tokens, module), self._on_tokens_found)

    def _ask(self, work: Callable[[Progress], Any], done: Callable[[Any], Any]) -> None:
        # The answer about another token than the one on show would come too late.
        self._asked.cancel()
        self._asked = self._context.jobs.run(work, done=done, failed=self._on_failed)

    def _on_tokens_found(self, tokens: Sequence[Token]) -> None:
        self.banner.setVisible(False)
        self.fields.show_tokens(tokens)
        if tokens:
            self._on_token_chosen()

    @Slot()
    def _on_token_chosen(self) -> None:
        from exports.signing.records import TokenKey

        key = self.fields.key()
        if isinstance(key, TokenKey) and key.token:
            found = partial(find_certificates, TokenKey(key.module, key.token))
            self._ask(found, self._on_certificates_found)

    def _on_certificates_found(self, certificates: Sequence[Certificate]) -> None:
        self.fields.show_certificates(certificates)

    @Slot()
    def _on_sign(self) -> None:
        key = self.fields.key()
        if key is None:
            row = self.fields.missing_row()
            row.set_error(self.tr("Choose the file first."))
            row.field.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        suggestion = self._paper.with_name(signed_name(self._paper))
        target = self._files.target(self, suggestion, "PDF")
        if target is None:
            return
        self.target = target
        self.banner.setVisible(False)
        self.pin_row.set_error(None)
        order, pin = Order(self._paper, target, key), self.pin.text()
        self.pin.clear()
        self._work.run(
            self.tr("The paper is being signed"), partial(sign_paper, self._context, order, pin),
            self._on_signed, self._on_failed, self._on_stopped,
        )  # fmt: skip

    def _on_signed(self, signed: Signed) -> None:
        self.signed = signed
        keep = partial(
            keep_signing_choice, account=self._context.account, choice=self.fields.choice()
        )
        self._context.write(keep, _go_on)
        self.accept()

    def _on_failed(self, error: Exception) -> None:
        said = sentence(error, self._context.language)
        if isinstance(error, CodedError) and error.code.startswith(_ABOUT_PIN):
            self.pin_row.set_error(said)
            self.pin.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.banner.show_message("danger", said)

    def _on_stopped(self) -> None:
        self.banner.show_message("info", self.tr("Stopped. Nothing was signed."))


def _go_on(_done: None) -> None:
    """Go on: nobody waits for it."""
