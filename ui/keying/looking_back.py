"""Goes back to slips that were sent: corrects them, or takes the last one back.

Both wait until the slip just sent stands in the list; the keys that come after wait with them.
"""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from models.errors import KnownError
from models.permissions import Permission
from models.surveys.commands import undo_last
from models.surveys.events import content_fields, difference
from models.surveys.records import Slip
from ui.context import PageContext
from ui.keying.batch_follower import BatchFollower
from ui.keying.drafts import KeyedDraft
from ui.keying.key_hold import KeyHold
from ui.keying.keys import Action
from ui.keying.saver import SlipSaver
from ui.keying.slip_in_hand import SlipInHand

# An action ("correct": the last, or the one before it; "undo"), or the slip to correct.
Wanted = Action | UUID


class LookingBack(QObject):
    """Brings earlier slips into the hand; `brought` when one is there, `warned` why it is not."""

    brought = Signal()
    undone = Signal(object)
    warned = Signal(str)
    failed = Signal(object)

    def __init__(
        self, context: PageContext, hand: SlipInHand, saver: SlipSaver, follower: BatchFollower,
        page: QWidget,
    ) -> None:  # fmt: skip
        super().__init__(page)
        self._context = context
        self._hand = hand
        self._saver = saver
        self._follower = follower
        self._keys = KeyHold(page)
        self._wanted: Wanted | None = None
        self._is_undoing = False

    @property
    def is_busy(self) -> bool:
        """Say whether a slip is being brought."""
        return self._wanted is not None or self._is_undoing

    def give_up(self) -> None:
        """Bring nothing that is still waited for, and forget the keys meant for it."""
        self._wanted = None
        if not self._is_undoing:
            self._keys.drop()

    def want(self, wanted: Wanted) -> None:
        """Correct or undo, as soon as the slips just sent are known."""
        if self._saver.is_delayed:
            self.warned.emit(self.tr("The last slip is not saved yet. Please wait until it is."))
        elif self._saver.waiting or self._follower.is_reading:
            self._wanted = wanted
            self._keys.hold()
        elif wanted == "undo":
            self._undo()
        else:
            self._correct(wanted)

    @Slot()
    def go_on(self) -> None:
        """Do what waited, then the keys that came after it."""
        if self._wanted is not None and not self._follower.is_reading and not self._saver.waiting:
            wanted, self._wanted = self._wanted, None
            self.want(wanted)
        if not self.is_busy:
            self._keys.release()

    def _correct(self, wanted: Wanted) -> None:
        slips = self._follower.standing
        ids = [slip.id for slip in slips]
        corrects = self._hand.draft.corrects
        if isinstance(wanted, UUID):
            place = ids.index(wanted) if wanted in ids else len(ids)
        else:
            place = ids.index(corrects) + 1 if corrects in ids else 0
        if place >= len(slips) or ids[place] == corrects:
            return
        if self._is_hidden(slips[place]):
            return
        if corrects in ids and self._is_changed(slips[ids.index(corrects)]):
            said = self.tr("The correction is not saved: Enter saves it, Esc leaves it.")
            self.warned.emit(said)
            return
        self._hand.correct(slips[place])
        self.brought.emit()

    def _is_hidden(self, slip: Slip) -> bool:
        """Say whether a slip is another's, and that it is: who sees it keys it no second time."""
        if slip.keyed_by == self._context.account or self._context.may(Permission.REVIEW_SLIPS):
            return False
        self.warned.emit(self.tr("Somebody else keyed this slip: only a reviewer may open it."))
        return True

    def _is_changed(self, slip: Slip) -> bool:
        keyed, stored = content_fields(self._hand.entry.content()), content_fields(slip.content)
        return bool(difference(stored, keyed))

    def _undo(self) -> None:
        batch = self._follower.batch
        if batch is None:
            return
        if not self._hand.is_idle:
            said = self.tr("Please save the slip in hand first, then take the last one back.")
            self.warned.emit(said)
            return
        standing = self._follower.standing
        if standing and self._is_hidden(standing[0]):
            return
        try:
            # Kept before it is taken back: a kill in between cannot lose it.
            draft = self._hand.undo(standing[0]) if standing else None
        except KnownError as error:
            self.failed.emit(error)
            return
        self._is_undoing = True
        self._keys.hold()
        self._context.write(
            partial(undo_last, batch=batch),
            partial(self._on_undone, draft),
            partial(self._on_not_undone, draft),
        )

    def _on_undone(self, draft: KeyedDraft | None, slip: Slip) -> None:
        self._is_undoing = False
        if draft is not None:
            self._hand.take_back(draft, slip.content)
        self.brought.emit()
        self.undone.emit(slip)
        self.go_on()

    def _on_not_undone(self, draft: KeyedDraft | None, error: Exception) -> None:
        self._is_undoing = False
        if draft is not None:
            self._hand.forget(draft.id)
        self.failed.emit(error)
        self.go_on()
