"""One's own account: the password and the second factor."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from models.sentences.catalog import say
from ui.accounts.account_form import AccountForm
from ui.accounts.own_forms import (
    DropFactorForm,
    NewFactor,
    OwnPasswordForm,
    SecondFactorForm,
    make_factor,
)
from ui.accounts.people import People
from ui.context import PageContext
from ui.jobs import Job, Progress
from ui.messages import sentence
from ui.theme.sizes import Space
from ui.widgets.banner import Banner
from ui.widgets.buttons import SecondaryButton
from ui.widgets.surfaces import Card
from ui.widgets.text import Text


class OwnAccountCard(Card):
    """One form at a time; what came of it stands on the banner.

    `opened` brings what is to be brought into sight.
    """

    opened = Signal(object)

    def __init__(
        self, context: PageContext, people: People, parent: QWidget | None = None
    ) -> None:
        super().__init__(self.tr("My account"), parent)
        self._context = context
        self._people = people
        self._has_factor = False
        self._reading: Job | None = None
        self.form: AccountForm | None = None
        role = say(f"accounts.role_{context.role}", context.language)
        self._said = Text("", tone="muted")
        self._who = f"{context.account_name}  ·  {role}"
        self.banner = Banner()
        self.banner.setVisible(False)
        self.password_button = SecondaryButton(self.tr("Change my password…"), icon="lock")
        self.password_button.clicked.connect(self._on_password)
        self.factor_button = SecondaryButton("")
        self.factor_button.setEnabled(False)
        self.factor_button.clicked.connect(self._on_factor)
        buttons = QHBoxLayout()
        buttons.setSpacing(Space.M)
        buttons.addWidget(self.password_button)
        buttons.addWidget(self.factor_button)
        buttons.addStretch(1)
        self.body.addWidget(self._said)
        self.body.addLayout(buttons)
        self.body.addWidget(self.banner)
        self._show_factor(has_factor=False)

    def take_focus(self) -> None:
        """Put the focus on the first thing to do."""
        self.password_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        """Ask how the account stands."""
        super().showEvent(event)
        self._reading = self._context.jobs.run(
            lambda _progress: self._people.has_second_factor(), done=self._on_factor_known,
            failed=self._on_failed,
        )  # fmt: skip

    def hideEvent(self, event: QHideEvent) -> None:
        """Wait for no answer that nobody sees."""
        super().hideEvent(event)
        if self._reading is not None:
            self._reading.cancel()

    def _run(self, work: Callable[[], Any], done: Callable[[Any], Any]) -> None:
        self._context.jobs.run(
            lambda _progress: work(), done=done, failed=self._on_failed, lane="write"
        )

    def _show_factor(self, *, has_factor: bool) -> None:
        self._has_factor = has_factor
        if has_factor:
            said = self.tr("signs in with a password and a code of the telephone")
            self.factor_button.setText(self.tr("Do without the second factor…"))
        else:
            said = self.tr("signs in with a password alone")
            self.factor_button.setText(self.tr("Set up a second factor…"))
        self._said.setText(f"{self._who}  ·  {said}")

    def _on_factor_known(self, has_factor: bool) -> None:
        self.factor_button.setEnabled(True)
        self._show_factor(has_factor=has_factor)

    def _open(self, form: AccountForm, submitted: Callable[[], Any]) -> None:
        self._close()
        self.banner.setVisible(False)
        self.form = form
        form.submitted.connect(submitted)
        form.cancelled.connect(self._on_cancelled)
        self.body.addWidget(form)
        form.open_after(self.factor_button)
        self.opened.emit(form)

    def _close(self) -> None:
        form, self.form = self.form, None
        if form is not None:
            form.setVisible(False)
            self.body.removeWidget(form)
            form.deleteLater()

    @Slot()
    def _on_cancelled(self) -> None:
        self._close()
        self.take_focus()

    @Slot()
    def _on_password(self) -> None:
        form = OwnPasswordForm(self._context.language, has_second_factor=self._has_factor)

        def submitted() -> None:
            before, after = form.before.text(), form.pair.new.text()
            said = self.tr("The password is changed.")
            self._run(
                partial(self._people.change_password, before, after), partial(self._on_done, said)
            )

        self._open(form, submitted)

    @Slot()
    def _on_factor(self) -> None:
        if self._has_factor:
            self._ask_to_drop()
            return
        name = self._context.account_name

        def work(progress: Progress) -> NewFactor:
            return make_factor(name, progress)

        self._context.jobs.run(work, done=self._on_factor_made, failed=self._on_failed)

    def _on_factor_made(self, factor: NewFactor) -> None:
        form = SecondFactorForm(factor, self._context.language)

        def submitted() -> None:
            work = partial(
                self._people.set_up_second_factor, factor.secret, form.code.text().strip(),
                form.password.text(),
            )  # fmt: skip
            self._run(work, partial(self._on_factor_changed, has_factor=True))

        self._open(form, submitted)

    def _ask_to_drop(self) -> None:
        form = DropFactorForm(self._context.language)

        def submitted() -> None:
            work = partial(self._people.drop_second_factor, form.password.text())
            self._run(work, partial(self._on_factor_changed, has_factor=False))

        self._open(form, submitted)

    def _on_factor_changed(self, _nothing: None, *, has_factor: bool) -> None:
        self._show_factor(has_factor=has_factor)
        if has_factor:
            self._on_done(self.tr("From now on a code of the telephone is asked for."), None)
        else:
            self._on_done(self.tr("From now on the password alone is asked for."), None)

    def _on_done(self, said: str, _nothing: None) -> None:
        self._close()
        self.banner.show_message("success", said)
        self.take_focus()
        self.opened.emit(self.banner)

    def _on_failed(self, error: Exception) -> None:
        if self.form is None or not self.form.refuse(error):
            self.banner.show_message("danger", sentence(error, self._context.language))
