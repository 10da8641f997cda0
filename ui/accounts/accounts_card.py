"""The accounts of this store, for who may manage them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from models.accounts.standing import Standing
from models.store.changes import Changes
from ui.accounts.account_form import AccountForm
from ui.accounts.account_forms import NewAccountForm, ResetForm, RoleForm
from ui.accounts.account_table import AccountTable
from ui.accounts.form_card import FormCard
from ui.accounts.people import People
from ui.context import PageContext
from ui.widgets.buttons import SecondaryButton, button_row
from ui.widgets.find_box import FindBox, RowFinder
from ui.widgets.text import Text


class AccountsCard(FormCard):
    """A list with what can be done to the account in hand."""

    def __init__(
        self, context: PageContext, people: People, parent: QWidget | None = None
    ) -> None:
        super().__init__(self.tr("Accounts"), context, people, parent)
        self._removing: Standing | None = None
        self.table = AccountTable(context.language)
        self.search = FindBox(self.tr("Find an account"), self.tr("Name, role or state (Ctrl+F)"))
        self._finder = RowFinder(self.table, self.search, self)
        self.banner.action_requested.connect(self._on_remove_confirmed)
        self.add_button = SecondaryButton(self.tr("Add…"), icon="plus")
        self.role_button = SecondaryButton(self.tr("Change the role…"))
        self.reset_button = SecondaryButton(self.tr("New password…"), icon="lock")
        self.remove_button = SecondaryButton(self.tr("Remove…"))
        self._lay_out()
        self.table.itemSelectionChanged.connect(self._on_chosen)
        context.bus.changed.connect(self._on_changed)

    def take_focus(self) -> None:
        """Put the focus on the account in hand."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self, wanted: UUID | None = None) -> None:
        """Read the accounts anew."""
        if self._reading is not None:
            self._reading.cancel()
        self._reading = self.run(self._people.every, partial(self._on_read, wanted))

    def showEvent(self, event: QShowEvent) -> None:
        """Read anew what may have changed meanwhile."""
        super().showEvent(event)
        self.refresh()

    def _lay_out(self) -> None:
        advice = self.tr(
            "Each person has an account of their own: what they record and type stays theirs."
        )
        self.body.addWidget(Text(advice, tone="muted"))
        self.body.addWidget(self.search)
        self.body.addWidget(self.table)
        self.body.addLayout(
            button_row(
                (self.add_button, self._on_add), (self.role_button, self._on_role),
                (self.reset_button, self._on_reset), (self.remove_button, self._on_remove),
            )
        )  # fmt: skip
        self.body.addWidget(self.banner)
        self._on_chosen()

    def _on_read(self, wanted: UUID | None, found: Sequence[Standing]) -> None:
        self.table.show_standings(found, wanted)
        self._finder.refresh()
        self._on_chosen()

    def _ask(self, form: AccountForm, submitted: Callable[[], Any]) -> None:
        self._removing = None
        self.open_form(form, submitted, self.remove_button)

    @Slot()
    def _on_chosen(self) -> None:
        chosen = self.table.chosen()
        self.role_button.setEnabled(chosen is not None)
        self.remove_button.setEnabled(chosen is not None)
        # One's own is changed with the old one; of another machine's the wrap is there.
        is_other = chosen is not None and chosen.account.id != self._context.account
        self.reset_button.setEnabled(is_other and chosen is not None and chosen.is_here)

    @Slot()
    def _on_add(self) -> None:
        form = NewAccountForm(self._context.language)

        def submitted() -> None:
            name = form.name.text()
            work = partial(
                self._people.add, name, form.role.currentData(), form.pair.new.text()
            )
            said = self.tr("%1 can sign in now, and chooses another password then.")
            self.run(work, partial(self.on_done, said.replace("%1", name.strip())))

        self._ask(form, submitted)

    @Slot()
    def _on_role(self) -> None:
        chosen = self.table.chosen()
        if chosen is None:
            return
        account = chosen.account
        form = RoleForm(account.name, account.role, self._context.language)

        def submitted() -> None:
            work = partial(self._people.give_role, account.id, form.role.currentData())
            said = self.tr("%1 has another role.").replace("%1", account.name)
            self.run(work, partial(self.on_done, said))

        self._ask(form, submitted)

    @Slot()
    def _on_reset(self) -> None:
        chosen = self.table.chosen()
        if chosen is None:
            return
        account = chosen.account
        form = ResetForm(
            account.name, self._context.language, has_second_factor=chosen.has_second_factor
        )

        def submitted() -> None:
            work = partial(self._people.give_password, account.id, form.pair.new.text())
            said = self.tr("%1 has a new password, and chooses another one when signing in.")
            self.run(work, partial(self.on_done, said.replace("%1", account.name)))

        self._ask(form, submitted)

    @Slot()
    def _on_remove(self) -> None:
        self.close_form()
        self._removing = self.table.chosen()
        if self._removing is None:
            return
        said = self.tr(
            "Remove the account %1? Its password opens nothing any more; its name stays in the"
            " history, and what it recorded stays."
        ).replace("%1", self._removing.account.name)
        self.banner.show_message("warning", said, self.tr("Remove"))
        self.banner.action.setFocus(Qt.FocusReason.OtherFocusReason)
        self.opened.emit(self.banner)

    @Slot()
    def _on_remove_confirmed(self) -> None:
        removing, self._removing = self._removing, None
        self.banner.setVisible(False)
        if removing is not None:
            said = self.tr("%1 is removed.").replace("%1", removing.account.name)
            work = partial(self._people.take_away, removing.account.id)
            self.run(work, partial(self.on_done, said))

    def on_done(self, said: str, _nothing: None) -> None:
        """Say what was done, and show how the accounts stand since."""
        super().on_done(said, _nothing)
        # The keyring is changed after the store has told of it.
        self.refresh()

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if self.isVisible() and changes.touches("account."):
            self.refresh()
