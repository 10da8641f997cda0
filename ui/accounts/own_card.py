"""One's own account: the password and the second factor."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from models.sentences.catalog import say
from ui.accounts.form_card import FormCard
from ui.accounts.own_forms import (
    DropFactorForm,
    NewFactor,
    OwnPasswordForm,
    SecondFactorForm,
    make_factor,
)
from ui.accounts.people import People
from ui.context import PageContext
from ui.jobs import Progress
from ui.widgets.buttons import SecondaryButton, button_row
from ui.widgets.text import Text


class OwnAccountCard(FormCard):
    """One's own password and second factor."""

    def __init__(
        self, context: PageContext, people: People, parent: QWidget | None = None
    ) -> None:
        super().__init__(self.tr("My account"), context, people, parent)
        self._has_factor = False
        role = say(f"accounts.role_{context.role}", context.language)
        self._said = Text("", tone="muted")
        self._who = f"{context.account_name}  ·  {role}"
        self.password_button = SecondaryButton(self.tr("Change my password…"), icon="lock")
        self.factor_button = SecondaryButton("")
        self.factor_button.setEnabled(False)
        self.body.addWidget(self._said)
        self.body.addLayout(
            button_row(
                (self.password_button, self._on_password), (self.factor_button, self._on_factor)
            )
        )
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
            failed=self.on_failed,
        )  # fmt: skip

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

    @Slot()
    def _on_password(self) -> None:
        form = OwnPasswordForm(self._context.language, has_second_factor=self._has_factor)

        def submitted() -> None:
            before, after = form.before.text(), form.pair.new.text()
            said = self.tr("The password is changed.")
            self.run(
                partial(self._people.change_password, before, after), partial(self.on_done, said)
            )

        self.open_form(form, submitted, self.factor_button)

    @Slot()
    def _on_factor(self) -> None:
        if self._has_factor:
            self._ask_to_drop()
            return
        name = self._context.account_name

        def work(progress: Progress) -> NewFactor:
            return make_factor(name, progress)

        self._context.jobs.run(work, done=self._on_factor_made, failed=self.on_failed)

    def _on_factor_made(self, factor: NewFactor) -> None:
        form = SecondFactorForm(factor, self._context.language)

        def submitted() -> None:
            work = partial(
                self._people.set_up_second_factor, factor.secret, form.code.text().strip(),
                form.password.text(),
            )  # fmt: skip
            self.run(work, partial(self._on_factor_changed, has_factor=True))

        self.open_form(form, submitted, self.factor_button)

    def _ask_to_drop(self) -> None:
        form = DropFactorForm(self._context.language)

        def submitted() -> None:
            work = partial(self._people.drop_second_factor, form.password.text())
            self.run(work, partial(self._on_factor_changed, has_factor=False))

        self.open_form(form, submitted, self.factor_button)

    def _on_factor_changed(self, _nothing: None, *, has_factor: bool) -> None:
        self._show_factor(has_factor=has_factor)
        if has_factor:
            self.on_done(self.tr("From now on a code of the telephone is asked for."), None)
        else:
            self.on_done(self.tr("From now on the password alone is asked for."), None)
