"""Hamlets of units that were split: a person says once where each belongs today."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.figures import format_integer
from models.households.naming import natural_key
from ui.register.place_names import PlaceNames
from ui.theme.sizes import Space
from ui.widgets.choice_option import ChoiceOption
from ui.widgets.surfaces import Card
from ui.widgets.text import Text

if TYPE_CHECKING:
    from exports.sheets.household_records import Unsettled

HamletOf = tuple[str, str]
_NEXT: Final = Qt.Key.Key_Down
_BACK: Final = Qt.Key.Key_Up


class HamletLine(QWidget):
    """One hamlet with the units that it may belong to; a digit chooses."""

    unit_chosen = Signal(str)
    stepped = Signal(int)

    def __init__(
        self, hamlet: Unsettled, names: PlaceNames, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._units = hamlet.successors
        former = names.former.get(hamlet.old_unit, hamlet.old_unit)
        rows = self.tr("%n household(s)", "", hamlet.rows).replace(
            str(hamlet.rows), format_integer(hamlet.rows)
        )
        title = Text(f"{hamlet.hamlet} ({former})", "strong", is_wrapped=False)
        title.setMinimumWidth(220)
        self.setAccessibleName(f"{title.text()}, {rows}")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(Space.M)
        line.addWidget(title)
        line.addWidget(Text(rows, tone="muted", is_wrapped=False))
        line.addStretch(1)
        self.options = [
            ChoiceOption(names.ward(code), str(place), is_compact=True)
            for place, code in enumerate(self._units, start=1)
        ]
        for place, option in enumerate(self.options):
            option.setAccessibleName(f"{title.text()}: {option.text()}")
            option.clicked.connect(partial(self._on_clicked, place))
            line.addWidget(option)

    def show_unit(self, unit: str | None) -> None:
        """Mark the unit that was chosen."""
        for code, option in zip(self._units, self.options, strict=True):
            option.setChecked(code == unit)

    def take_focus(self) -> None:
        """Put the focus on the chosen unit, else on the first."""
        chosen = next((one for one in self.options if one.isChecked()), self.options[0])
        chosen.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose with a digit; the arrows go to the hamlets above and below."""
        digit = event.key() - Qt.Key.Key_1
        if 0 <= digit < len(self._units):
            self._choose(digit)
        elif event.key() in (_NEXT, _BACK):
            self.stepped.emit(1 if event.key() == _NEXT else -1)
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            at = next((n for n, one in enumerate(self.options) if one.hasFocus()), 0)
            step = 1 if event.key() == Qt.Key.Key_Right else -1
            place = min(max(at + step, 0), len(self.options) - 1)
            self.options[place].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    def _on_clicked(self, place: int, _is_checked: bool = False) -> None:
        self._choose(place)

    def _choose(self, place: int) -> None:
        self.show_unit(self._units[place])
        self.unit_chosen.emit(self._units[place])


class HamletsCard(Card):
    """All hamlets that wait; `placed` says that each of them has a unit now."""

    placed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("Where do these hamlets belong today?"))
        self._lines: dict[HamletOf, HamletLine] = {}
        self._chosen: dict[HamletOf, str] = {}
        self.body.addWidget(
            Text(
                self.tr("Their ward was split. Press the digit of the unit; it is asked once."),
                tone="muted",
            )
        )
        self._column = QVBoxLayout()
        self._column.setSpacing(Space.XS)
        self.body.addLayout(self._column)

    def show_hamlets(self, unsettled: Sequence[Unsettled], names: PlaceNames) -> None:
        """Show the hamlets that wait; the same again leave the focus alone, none hides the card."""
        self.setVisible(bool(unsettled))
        # As people count them: Khu 2 comes before Khu 10.
        in_order = sorted(unsettled, key=lambda one: (one.old_unit, natural_key(one.hamlet)))
        wanted = {(one.old_unit, one.hamlet): one for one in in_order}
        if wanted.keys() == self._lines.keys():
            return
        for line in self._lines.values():
            self._column.removeWidget(line)
            line.deleteLater()
        self._lines = {}
        for key, hamlet in wanted.items():
            line = HamletLine(hamlet, names)
            line.unit_chosen.connect(partial(self._on_chosen, key))
            line.stepped.connect(partial(self._on_stepped, key))
            line.show_unit(self._chosen.get(key))
            self._column.addWidget(line)
            self._lines[key] = line

    def clear(self) -> None:
        """Forget what was chosen: another list comes."""
        self._chosen = {}

    def chosen(self) -> Mapping[HamletOf, str]:
        """Return what was chosen so far."""
        return self._chosen

    def take_focus(self) -> None:
        """Put the focus on the first hamlet that waits."""
        waiting = [line for key, line in self._lines.items() if key not in self._chosen]
        for line in [*waiting, *self._lines.values()]:
            line.take_focus()
            return

    def _on_chosen(self, key: HamletOf, unit: str) -> None:
        self._chosen[key] = unit
        if self._lines.keys() <= self._chosen.keys():
            self.placed.emit(dict(self._chosen))
        else:
            self.take_focus()

    def _on_stepped(self, key: HamletOf, step: int) -> None:
        lines = list(self._lines)
        place = lines.index(key) + step
        if 0 <= place < len(lines):
            self._lines[lines[place]].take_focus()
