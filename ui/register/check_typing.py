"""Takes what is typed in the fields into the check in hand."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QObject, Signal, Slot

from models.households.cards import is_card
from models.households.codes import read_code
from ui.register.check_hand import CheckInHand
from ui.register.check_panels import CheckPanels
from ui.register.check_scans import CheckScans
from ui.register.check_walk import CheckWalk


class CheckTyping(QObject):
    """Listens to the fields; `changed` when the check was, `warned` what must not stand in one."""

    changed = Signal()
    warned = Signal(str)

    def __init__(
        self, hand: CheckInHand, walk: CheckWalk, panels: CheckPanels, scans: CheckScans,
        parent: QObject,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._hand = hand
        self._walk = walk
        self._panels = panels
        self._scans = scans
        form = panels.form
        form.field_edited.connect(self._on_field_edited)
        form.note_edited.connect(self._on_note_edited)
        form.day_edited.connect(self._on_day_edited)
        panels.visited.connect(self._on_visited)

    @Slot(str, str)
    def _on_field_edited(self, field: str, text: str) -> None:
        entry = self._hand.entry
        if is_card(text):
            entry.typed.pop(field, None)
            self._warn_of_card()
        else:
            entry.type_text(field, text)
            if field == "code" and (code := read_code(text)):
                self._scans.look_up(code)
        self.changed.emit()

    @Slot(str)
    def _on_note_edited(self, text: str) -> None:
        is_bad = is_card(text)
        self._hand.entry.note = "" if is_bad else text
        if is_bad:
            self._warn_of_card()
        self.changed.emit()

    @Slot(object)
    def _on_day_edited(self, day: date | None) -> None:
        if self._walk.opened is not None and day is not None and day != self._hand.entry.day:
            self._hand.entry.on = day
            self.changed.emit()

    @Slot()
    def _on_visited(self) -> None:
        visit = self._panels.visit
        self._hand.entry.set_visit(visit.visit(), visit.draft())
        self._hand.keep()

    def _warn_of_card(self) -> None:
        """Say what became of a card that came too slowly to be held back from a field."""
        self.warned.emit(
            self.tr("An identity card was scanned into a field. Nothing of it was kept; press Esc "
                    "and scan it again.")
        )  # fmt: skip
