"""A card about accounts with one small form at a time, and a banner for what came of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from ui.accounts.account_form import AccountForm
from ui.accounts.people import People
from ui.context import PageContext
from ui.jobs import Job
from ui.messages import sentence
from ui.widgets.banner import Banner
from ui.widgets.surfaces import Card


class FormCard(Card):
    """`opened` brings what is to be brought into sight."""

    opened = Signal(object)

    def __init__(
        self, title: str, context: PageContext, people: People, parent: QWidget | None = None
    ) -> None:
        super().__init__(title, parent)
        self._context = context
        self._people = people
        self._reading: Job | None = None
        self.form: AccountForm | None = None
        self.banner = Banner()
        self.banner.setVisible(False)

    def take_focus(self) -> None:
        """Put the focus where the next key is wanted once a form is gone."""
        raise NotImplementedError

    def hideEvent(self, event: QHideEvent) -> None:
        """Wait for no answer that nobody sees."""
        super().hideEvent(event)
        if self._reading is not None:
            self._reading.cancel()

    def run(self, work: Callable[[], Any], done: Callable[[Any], Any]) -> Job:
        """Have something done about accounts, after what was asked for before."""
        return self._context.jobs.run(
            lambda _progress: work(), done=done, failed=self.on_failed, lane="write"
        )

    def open_form(
        self, form: AccountForm, submitted: Callable[[], Any], after: QWidget
    ) -> None:
        """Show a form in place of another; Tab leads into it from `after`."""
        self.close_form()
        self.banner.setVisible(False)
        self.form = form
        form.submitted.connect(submitted)
        form.cancelled.connect(self._on_cancelled)
        self.body.addWidget(form)
        form.open_after(after)
        self.opened.emit(form)

    def close_form(self) -> None:
        """Take the form away."""
        form, self.form = self.form, None
        if form is not None:
            form.setVisible(False)
            self.body.removeWidget(form)
            form.deleteLater()

    def on_done(self, said: str, _nothing: None) -> None:
        """Say what was done, in place of the form that asked for it."""
        self.close_form()
        self.banner.show_message("success", said)
        self.take_focus()
        self.opened.emit(self.banner)

    def on_failed(self, error: Exception) -> None:
        """Tell an error beside its field, on the banner where it has none."""
        if self.form is None or not self.form.refuse(error):
            self.banner.show_message("danger", sentence(error, self._context.language))

    @Slot()
    def _on_cancelled(self) -> None:
        self.close_form()
        self.take_focus()
