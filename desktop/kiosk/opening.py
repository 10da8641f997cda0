"""From the window to the kiosk: what is kept until the window has gone."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from desktop.kiosk.request import KioskRequest
from desktop.kiosk.watcher import start_watcher
from desktop.session import Session
from models.kiosk.pin import hash_pin
from models.sentences.catalog import Language
from ui.kiosk.start_form import KioskOrder


@dataclass(frozen=True, slots=True)
class KioskOpening:
    """What was asked for, and whose session it was; `home` is where the own store lies.

    That is another folder than the session's while sample data is on show.
    """

    session: Session
    order: KioskOrder = field(repr=False)
    language: Language
    home: Path

    def request(self) -> KioskRequest:
        """Return what the kiosk is started with; the PIN itself goes no further than here."""
        session, order = self.session, self.order
        return KioskRequest(
            str(session.paths.folder), session.key.hex(), str(session.account),
            order.questionnaire, order.version, hash_pin(order.pin).data(), self.language,
            order.officer, order.procedure, order.asks_code, opens_window=True,
            home=str(self.home),
        )  # fmt: skip

    def open(self) -> None:
        """Start the kiosk beside this process, which may end; OSError where none can be started."""
        start_watcher(self.request())
