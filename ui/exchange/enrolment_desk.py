"""Cards on their way out and in: this station's is made and saved, others' are enrolled."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from models.errors import UserError
from models.stations.card import StationCard
from models.stations.commands import enrol, revoke
from models.stations.own import OwnStation, make_own
from models.stations.queries import EnrolledStation
from ui.context import PageContext
from ui.exchange import tasks
from ui.exchange.files import CARD, FileDialogs, card_name
from ui.exchange.loading import ExchangeState
from ui.exchange.notice import Notice
from ui.messages import sentence


class EnrolmentDesk(QObject):
    """Says on the notice what became of it; `changed` asks for the page to be read anew."""

    changed = Signal()
    made = Signal()
    name_refused = Signal(str)

    def __init__(
        self, context: PageContext, page: QWidget, notice: Notice, files: FileDialogs
    ) -> None:
        super().__init__(page)
        self._context = context
        self._page = page
        self._notice = notice
        self.files = files

    def make(self, name: str) -> None:
        """Make this station's card."""
        self._context.write(partial(make_own, name=name), self._on_made, self._on_not_made)

    def save(self, card: StationCard) -> None:
        """Ask for a file and save this station's card."""
        path = self.files.target(self._page, card_name(card.id), CARD)
        if path is not None:
            said = self.tr("The card is saved: %1").replace("%1", str(path))
            self._context.jobs.run(
                partial(tasks.save_card, card, path),
                done=partial(self._on_done, said), failed=self._notice.tell_error,
            )  # fmt: skip

    def enrol(self, state: ExchangeState) -> None:
        """Ask for another station's card, then for the comparison and what it may read."""
        path = self.files.source(self._page, CARD)
        if path is not None:
            self._context.jobs.run(
                partial(tasks.read_other_card, self._context.store, path),
                done=partial(self._on_card_read, state), failed=self._notice.tell_error,
            )  # fmt: skip

    def revoke(self, station: EnrolledStation) -> None:
        """Revoke a station, once a person has said so again."""
        said = self.tr(
            "Revoke %1? It gets nothing more from here, and nothing more is taken from it. What was"
            " exchanged stays."
        ).replace("%1", station.name)
        self._notice.ask("warning", said, self.tr("Revoke"), partial(self._revoke, station))

    def _on_made(self, _own: OwnStation) -> None:
        said = self.tr("The card is made. Save it to a stick and give it to the other station.")
        self._notice.tell("success", said)
        self.made.emit()

    def _on_not_made(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self.name_refused.emit(sentence(error, self._context.language))
        else:
            self._notice.tell_error(error)

    def _on_card_read(self, state: ExchangeState, card: StationCard) -> None:
        from ui.exchange.enrol_dialog import EnrolDialog

        unit_name = state.units.get(card.unit, card.unit)
        dialog = EnrolDialog(card, unit_name, state.codes, self._page)
        is_accepted = dialog.exec() == EnrolDialog.DialogCode.Accepted
        chosen = dialog.units()
        dialog.deleteLater()
        if is_accepted:
            said = self.tr("%1 is enrolled: bundles can be written for it and taken from it.")
            done = partial(self._on_done, said.replace("%1", card.name))
            command = partial(enrol, card=card, units=chosen)
            self._context.write(command, done, self._notice.tell_error)

    def _revoke(self, station: EnrolledStation) -> None:
        said = self.tr("%1 is revoked.").replace("%1", station.name)
        command = partial(revoke, station=station.id)
        self._context.write(command, partial(self._on_done, said), self._notice.tell_error)

    def _on_done(self, said: str, _result: object) -> None:
        self._notice.tell("success", said)
        self.changed.emit()
