"""What a scan means at the household in hand: a plate, an identifier, a card, another household."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from exports.household_values import grouped_code
from models.households.cards import CardHolder
from models.households.marks import read_mark
from models.households.records import Household
from models.households.scans import classify
from models.sentences.catalog import say
from ui.context import PageContext
from ui.register.check_hand import CheckInHand
from ui.register.check_loading import read_with_code
from ui.register.check_walk import CheckWalk
from ui.register.check_words import short_line
from ui.register.scan_box import ScanBox
from ui.theme.colours import Tone


@dataclass(frozen=True, slots=True)
class Offer:
    """What a scan would change, for the person to take with one key; nothing of it is kept.

    Exactly one of the three is there. `holder` is shown on no screen but the one before the person.
    """

    text: str
    action: str
    code: str | None = None
    household: UUID | None = None
    holder: CardHolder | None = field(default=None, repr=False)


class CheckScans(QObject):
    """Takes scans at the household in hand, whatever has the focus.

    `read` when one came and the keys it began with are undone, `told` what was seen, `offered` what
    may be taken, `changed` when the check was; `code_held` says who has a code that was typed.
    """

    read = Signal()
    told = Signal(str, str)
    offered = Signal(str, str)
    code_held = Signal(str, str)
    changed = Signal()

    def __init__(
        self, context: PageContext, hand: CheckInHand, walk: CheckWalk, page: QWidget
    ) -> None:
        super().__init__(page)
        self._context = context
        self._hand = hand
        self._walk = walk
        self._before: Mapping[str, Any] | None = None
        self._offer: Offer | None = None
        self.box = ScanBox(page)
        self.box.began.connect(self._on_began)
        self.box.scanned.connect(self._on_scanned)

    def forget_offer(self) -> None:
        """Offer nothing any more."""
        self._offer = None

    def take_offer(self) -> None:
        """Take what was offered last."""
        offer, self._offer = self._offer, None
        if offer is None:
            return
        if offer.household is not None:
            self._walk.open(offer.household, self._walk.wanted)
            return
        if offer.code is not None:
            self._hand.entry.type_text("code", offer.code)
        elif offer.holder is not None:
            self._hand.entry.take_holder(offer.holder)
        self.changed.emit()

    def look_up(self, code: str) -> None:
        """Find out whether another household has a code that is being typed."""
        here = self._hand.entry.standing.id

        def tell(holders: list[Household]) -> None:
            others = [holder for holder in holders if holder.id != here]
            if others and self._hand.entry.standing.id == here:
                said = self.tr("Code %1 belongs to %2.").replace("%1", grouped_code(code))
                self.code_held.emit(code, said.replace("%2", short_line(others[0])))

        self._context.read(partial(read_with_code, code=code), tell)

    @Slot()
    def _on_began(self) -> None:
        if self._walk.opened is not None:
            self._before = self._hand.entry.to_draft()

    @Slot(str)
    def _on_scanned(self, text: str) -> None:
        if self._walk.opened is None:
            return
        if self._before is not None:
            self._hand.entry.from_draft(self._before)
            self.changed.emit()
        self.read.emit()
        if household := read_mark(text):
            self._open(household)
            return
        scan = classify(text)
        if scan.kind == "card":
            self._on_card(scan.holder)
        elif scan.kind == "code":
            self._on_code(scan.value, may_be_phone=scan.may_be_phone)
        elif scan.kind == "place_id":
            self._hand.entry.type_text("place_id", scan.value)
            self._tell("success", self.tr("The place identifier was taken over."))
            self.changed.emit()
        else:
            self._tell("warning", self.tr("This scan is no plate, no identifier and no card."))

    def _open(self, household: UUID) -> None:
        if household != self._hand.entry.standing.id:
            self._walk.open(household, self._walk.wanted)

    def _make_offer(self, offer: Offer) -> None:
        self._offer = offer
        self.offered.emit(offer.text, offer.action)

    def _on_card(self, holder: CardHolder | None) -> None:
        if holder is None:
            self._tell("warning", say("households.card_damaged", self._context.language))
            return
        said = self.tr("Identity card: %1, %2. Nothing else of it was kept.")
        text = said.replace("%1", holder.name).replace("%2", holder.address or "–")
        self._make_offer(Offer(text, self.tr("Take name and address"), holder=holder))

    def _on_code(self, code: str, *, may_be_phone: bool) -> None:
        entry = self._hand.entry
        if code == entry.standing.code:
            said = self.tr("The plate agrees with the register: %1.")
            self._tell("success", said.replace("%1", grouped_code(code)))
            return
        self._context.read(
            partial(read_with_code, code=code),
            partial(self._on_holders, entry.standing.id, code, may_be_phone=may_be_phone),
        )

    def _on_holders(
        self, household: UUID, code: str, holders: list[Household], *, may_be_phone: bool
    ) -> None:
        entry = self._hand.entry
        if entry.standing.id != household:
            return
        shown = grouped_code(code)
        if not holders:
            said = self.tr("The plate shows %1, which no household has.")
            if may_be_phone:
                said = self.tr(
                    "%1 was scanned: no household has that code, and it may be a telephone number."
                )
            self._make_offer(
                Offer(said.replace("%1", shown), self.tr("Take it as the code"), code=code)
            )
        elif entry.is_untouched:
            # Nothing was begun here, so the plate, or the walk sheet, means where to go on.
            self._open(holders[0].id)
        else:
            said = self.tr("Code %1 belongs to %2.")
            text = said.replace("%1", shown).replace("%2", short_line(holders[0]))
            self._make_offer(
                Offer(text, self.tr("Open that household"), household=holders[0].id)
            )

    def _tell(self, tone: Tone, text: str) -> None:
        self._offer = None
        self.told.emit(tone, text)
