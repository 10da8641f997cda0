"""Rows that may be known households, side by side with them, settled with one key each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final
from uuid import UUID

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from models.figures import format_integer
from models.households.fields import FIELD_NAMES, option
from models.households.records import Household
from models.sentences.catalog import Language
from models.text import search_key
from ui.theme.sizes import Radius, Space
from ui.widgets.announcement import announce
from ui.widgets.buttons import QuietButton, SecondaryButton
from ui.widgets.painting import focus_ring
from ui.widgets.surfaces import Card
from ui.widgets.text import Text

if TYPE_CHECKING:
    from models.households.list_plan import LikelyPair
    from models.households.records import ListRow

# What tells two households apart, in the order of their lines.
_SHOWN: Final = (
    "name", "house_number", "street", "address", "hamlet", "phone", "code", "list_code",
)  # fmt: skip
_NOTHING: Final = "–"


class PairsCard(Card):
    """One pair at a time; `decided` says that a person settled another one."""

    decided = Signal()

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("Is this the same household?"))
        self._language = language
        self._pairs: list[LikelyPair] = []
        self._known: dict[UUID, Household] = {}
        self._decisions: dict[UUID, UUID | None] = {}
        self._at = self._candidate = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._count = Text("", tone="muted", is_wrapped=False)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(Space.L)
        self._grid.setVerticalSpacing(Space.XS)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(2, 1)
        self._cells: dict[str, tuple[Text, Text, Text]] = {}
        self._other = Text("", "strong", is_wrapped=False)
        self._make_cells()
        self._make_buttons()

    def show_pairs(self, pairs: Sequence[LikelyPair], known: Mapping[UUID, Household]) -> None:
        """Show pairs that a new plan finds; those that were decided stay to go back to."""
        kept = [pair for pair in self._pairs if pair.row.key in self._decisions]
        held = {pair.row.key for pair in kept}
        self._pairs = [*kept, *(pair for pair in pairs if pair.row.key not in held)]
        self._known |= known
        self._at = next((n for n, pair in enumerate(self._pairs) if self._is_open(pair)), 0)
        self.setVisible(bool(self._pairs))
        self._show()

    def clear(self) -> None:
        """Forget all pairs: another list comes."""
        self._pairs, self._known, self._decisions = [], {}, {}
        self.setVisible(False)

    def decisions(self) -> dict[UUID, UUID | None]:
        """Return what was decided, a row's key with its household or None for one of its own."""
        return dict(self._decisions)

    def waiting(self) -> int:
        """Return how many pairs nobody decided yet."""
        return sum(self._is_open(pair) for pair in self._pairs)

    def take_focus(self) -> None:
        """Put the focus where the digits work."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Settle with 1 and 2, go on with the arrows."""
        actions = {
            Qt.Key.Key_1: self._on_same, Qt.Key.Key_2: self._on_different,
            Qt.Key.Key_Down: self._on_later, Qt.Key.Key_Up: self._on_back,
            Qt.Key.Key_Right: self._on_other, Qt.Key.Key_Left: self._on_other,
        }  # fmt: skip
        action = actions.get(Qt.Key(event.key()))
        if action is None or not self._pairs:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat() or action in (self._on_later, self._on_back):
            # A digit held down must not settle the pairs that nobody has seen yet.
            action()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Show where the digits go."""
        super().paintEvent(event)
        if self.hasFocus():
            focus_ring(QPainter(self), QRectF(self.rect()), radius=Radius.CARD)

    def _make_cells(self) -> None:
        self._grid.addWidget(Text(self.tr("In the list"), "strong"), 0, 1)
        self._grid.addWidget(self._other, 0, 2)
        for row, name in enumerate(_SHOWN, start=1):
            known = option(FIELD_NAMES, name)
            label = Text(known.text(self._language) if known else "", tone="muted",
                         is_wrapped=False)  # fmt: skip
            cells = (label, Text(), Text())
            for column, cell in enumerate(cells):
                self._grid.addWidget(cell, row, column)
            self._cells[name] = cells
        self.body.addWidget(self._count)
        self.body.addLayout(self._grid)

    def _make_buttons(self) -> None:
        self.same = SecondaryButton(self.tr("The same household"), hint="1")
        self.different = SecondaryButton(self.tr("Two households"), hint="2")
        self.later = QuietButton(self.tr("Later"), hint="↓")
        self.back = QuietButton(self.tr("Before"), hint="↑")
        self._others = QuietButton(self.tr("Another one it may be"), hint="→")
        line = QHBoxLayout()
        for button, slot in (
            (self.same, self._on_same), (self.different, self._on_different),
            (self.later, self._on_later), (self.back, self._on_back),
            (self._others, self._on_other),
        ):  # fmt: skip
            # The keys work on the card itself: Tab goes past it in one step.
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(slot)
            line.addWidget(button)
        line.addStretch(1)
        self.body.addLayout(line)

    def _show(self) -> None:
        if not self._pairs:
            return
        pair = self._pairs[self._at]
        chosen = self._decisions.get(pair.row.key)
        ids = [one for one, _ in pair.candidates if one in self._known]
        self._candidate = ids.index(chosen) if chosen in ids else 0
        self._show_candidate()
        said = self.tr("%1 of %2, %3 not settled")
        counts = (self._at + 1, len(self._pairs), self.waiting())
        for place, count in enumerate(counts, start=1):
            said = said.replace(f"%{place}", format_integer(count))
        if not self._is_open(pair):
            verdict = self.tr("settled: two households") if chosen is None else self.tr(
                "settled: the same household"
            )
            said = f"{said}  ·  {verdict}"
        self._count.setText(said)

    def _show_candidate(self) -> None:
        pair = self._pairs[self._at]
        household = self._household()
        several = len(pair.candidates) > 1
        self._others.setVisible(several)
        name = self.tr("In the register")
        if several:
            name = f"{name} ({self._candidate + 1}/{len(pair.candidates)})"
        self._other.setText(name)
        spoken = []
        for field, (label, here, there) in self._cells.items():
            left = _of_row(pair.row, field)
            right = str(getattr(household, field, None) or "")
            is_same = search_key(left) == search_key(right)
            # What is empty keeps its line, so that the eye finds each field where it was.
            here.setText(left or _NOTHING)
            there.setText(right or _NOTHING)
            there.set_tone(None if is_same or not (left and right) else "warning")
            if left or right:
                spoken.append(f"{label.text()}: {here.text()}, {there.text()}")
        self.setAccessibleDescription("; ".join(spoken))
        announce(self, "; ".join(spoken))

    def _household(self) -> Household | None:
        candidates = self._pairs[self._at].candidates
        place = self._candidate % max(len(candidates), 1)
        return self._known.get(candidates[place][0]) if candidates else None

    def _is_open(self, pair: LikelyPair) -> bool:
        return pair.row.key not in self._decisions

    def _settle(self, household: UUID | None) -> None:
        key = self._pairs[self._at].row.key
        if household is not None:
            # A household is one row's at most: who takes it last has it.
            taken = [one for one, other in self._decisions.items() if other == household]
            for one in taken:
                del self._decisions[one]
        self._decisions[key] = household
        self._go_on()
        self.decided.emit()

    def _go_on(self) -> None:
        places = [*range(self._at + 1, len(self._pairs)), *range(self._at)]
        self._at = next((n for n in places if self._is_open(self._pairs[n])), self._at)
        self._show()

    @Slot()
    def _on_same(self) -> None:
        household = self._household()
        if household is not None:
            self._settle(household.id)

    @Slot()
    def _on_different(self) -> None:
        self._settle(None)

    @Slot()
    def _on_later(self) -> None:
        self._at = (self._at + 1) % len(self._pairs)
        self._show()

    @Slot()
    def _on_back(self) -> None:
        self._at = (self._at - 1) % len(self._pairs)
        self._show()

    @Slot()
    def _on_other(self) -> None:
        count = len(self._pairs[self._at].candidates)
        self._candidate = (self._candidate + 1) % max(count, 1)
        self._show_candidate()


def _of_row(row: ListRow, field: str) -> str:
    if field == "hamlet":
        return row.hamlet
    return str(row.fields.get(field) or "")
