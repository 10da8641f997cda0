"""Erasing a household's personal data from the register, and what is said of one that was erased.

Half-typed checks of erased households go too, whoever began them and wherever it was erased.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QDialog, QWidget

from models.households.erasing import Erasure, erase_household, plan_erasure
from models.households.events import ERASED
from models.households.fields import ERASURE_REASONS, option
from models.households.history import household_history
from models.households.queries import read_household
from models.households.records import Household, Step
from models.journal.erasure import read_erased
from models.permissions import Permission
from models.store.changes import Changes
from models.store.drafts import DraftBox
from ui.context import PageContext
from ui.messages import sentence
from ui.register.check_draft import KIND
from ui.register.check_words import short_line
from ui.widgets.banner import Banner

if TYPE_CHECKING:
    from sqlalchemy import Connection


@dataclass(frozen=True, slots=True)
class _Asked:
    """A household and what erasing it would act on."""

    household: Household
    planned: Erasure


class ErasingDesk(QObject):
    """Asks, has it erased, and says what became of it on the page's banner."""

    def __init__(self, context: PageContext, page: QWidget, banner: Banner) -> None:
        super().__init__(page)
        self._context = context
        self._page = page
        self._banner = banner
        context.bus.changed.connect(self._on_changed)
        self._drop_drafts()

    @property
    def is_allowed(self) -> bool:
        """Say whether to offer it to this account."""
        return self._context.may(Permission.ERASE_HOUSEHOLDS)

    def start(self, household: UUID) -> None:
        """Ask whether a household is to be erased."""
        if self.is_allowed:
            query = partial(_read_asked, household=household)
            self._context.read(query, self._ask, self._refuse)

    def tell(self, household: UUID) -> None:
        """Say when and why an erased household was erased, and what came of it since."""
        query = partial(household_history, household=household)
        self._context.read(query, self._tell_story, self._refuse)

    def _ask(self, asked: _Asked) -> None:
        from ui.register.erase_dialog import EraseDialog

        planned = asked.planned
        dialog = EraseDialog(
            self._context.language, short_line(asked.household), len(planned.households),
            planned.sayings, self._page,
        )  # fmt: skip
        is_accepted = dialog.exec() == QDialog.DialogCode.Accepted
        reason = dialog.reason()
        dialog.deleteLater()
        if is_accepted:
            command = partial(erase_household, household=asked.household.id, reason=reason)
            self._context.write(command, self._on_erased, self._refuse)

    def _on_erased(self, done: Erasure) -> None:
        said = self.tr("The household's data is erased. Other stations follow when they exchange.")
        self._banner.show_message("success", said)

    def _tell_story(self, steps: Sequence[Step]) -> None:
        erased = [step for step in steps if step.kind == ERASED]
        if not erased:
            return
        reason = option(ERASURE_REASONS, erased[0].note)
        said = self.tr("The data of this household was erased on %1: %2.")
        said = said.replace("%1", f"{erased[0].at:%d/%m/%Y %H:%M}").replace(
            "%2", reason.text(self._context.language) if reason else erased[0].note
        )
        later = sum(step.is_erased and step.at > erased[0].at for step in steps)
        if later:
            more = self.tr("%n later entry(ies), made without knowing of it, lost their content.",
                           "", later)  # fmt: skip
            said = f"{said} {more}"
        self._banner.show_message("info", said)

    def _refuse(self, error: Exception) -> None:
        self._banner.show_message("danger", sentence(error, self._context.language))

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(ERASED):
            self._drop_drafts()

    def _drop_drafts(self) -> None:
        box = self._context.drafts
        begun = {UUID(content["household"]) for content in box.everyones(KIND)}
        if begun:
            query = partial(read_erased, things=begun)
            self._context.read(query, partial(_drop, box), self._refuse)


def _read_asked(connection: Connection, household: UUID) -> _Asked:
    return _Asked(read_household(connection, household), plan_erasure(connection, household))


def _drop(box: DraftBox, erased: set[UUID]) -> None:
    for household in erased:
        box.drop_everyones(KIND, str(household))
