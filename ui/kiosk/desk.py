"""The staff's way to the kiosk: the form, and a look whether the questionnaire is fit for it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QDialog, QWidget

from models.audit.happenings import signed_in
from models.kiosk.votes import read_kiosk_form
from models.questionnaires.queries import Published, list_slip_forms
from ui.context import PageContext
from ui.kiosk.start_form import KioskForm, KioskOrder

if TYPE_CHECKING:
    from models.questionnaires.form import Form


class KioskDesk(QObject):
    """`requested` brings a `KioskOrder` that can be carried out."""

    requested = Signal(object)

    def __init__(self, context: PageContext, page: QWidget) -> None:
        super().__init__(page)
        self._context = context
        self._page = page

    @Slot()
    def ask(self) -> None:
        """Ask what the kiosk is to show."""
        self._context.read(list_slip_forms, self._on_forms)

    def _on_forms(self, forms: list[Published]) -> None:
        form = KioskForm(forms, self._context.account_name, self._context.language, self._page)
        is_accepted = form.exec() == QDialog.DialogCode.Accepted
        order = form.order if is_accepted else None
        form.deleteLater()
        if order is not None:
            query = partial(
                read_kiosk_form, questionnaire=order.questionnaire, version=order.version
            )
            self._context.read(query, partial(self._on_fit, order))

    def _on_fit(self, order: KioskOrder, _form: Form) -> None:
        self._context.note_later(signed_in("kiosk"))
        self.requested.emit(order)
