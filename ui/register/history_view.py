"""A household's history in words: who said what, when, and from which list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from models.households.events import CHECKED, LISTED, MERGED, SETTLED
from models.households.fields import FIELDS
from models.households.records import Step
from ui.register.check_loading import HouseholdStory
from ui.register.check_words import Names, field_name, value_text
from ui.theme.sizes import Space
from ui.widgets.surfaces import Card
from ui.widgets.text import Text

# They go without saying: where a list's household is, stands in the head of the page.
_UNTOLD: Final = ("unit", "old_unit")


@dataclass(frozen=True, slots=True)
class Told:
    """One entry: who did what and when, the changes line by line, and the note."""

    head: str
    lines: tuple[str, ...]
    note: str = ""


def told_steps(steps: Sequence[Step], names: Names) -> list[Told]:
    """Return what was said of a household, oldest first, each field with what stood before."""
    stood: dict[str, Any] = {}
    told: list[Told] = []
    for step in steps:
        lines: list[str] = []
        for name in sorted(step.values, key=_place):
            value = step.values[name]
            before = stood.get(name)
            stood[name] = value
            if name in _UNTOLD or (not value and not before):
                continue
            called = field_name(name, names.language)
            after = value_text(name, value, names)
            if before in (None, "") or before == value:
                lines.append(f"{called}: {after}")
            else:
                lines.append(f"{called}: {value_text(name, before, names)} → {after}")
        when = step.at.strftime("%d/%m/%Y %H:%M")
        head = f"{when}  ·  {names.account(step.actor)}  ·  {_happened(step, names)}"
        told.append(Told(head, tuple(lines), step.note))
    return told


class HistoryView(QWidget):
    """Shows a history, the newest first; arrows and Page keys scroll, Escape leaves."""

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setProperty("surface", "plain")
        self.area.viewport().setAutoFillBackground(False)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setAccessibleName(self.tr("History of the household"))
        card = Card(self.tr("What was said of this household"), padding=Space.M)
        card.body.addWidget(self.area, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        self.setFocusProxy(self.area)

    def show_story(self, story: HouseholdStory) -> None:
        """Show a household's history."""
        holder = QWidget()
        holder.setProperty("surface", "plain")
        column = QVBoxLayout(holder)
        column.setContentsMargins(Space.S, Space.XS, Space.S, Space.XS)
        column.setSpacing(Space.XS)
        for told in reversed(told_steps(story.steps, story.names)):
            column.addWidget(Text(told.head, "strong"))
            for line in told.lines:
                column.addWidget(_indented(line))
            if told.note:
                said = self.tr("Note: %1").replace("%1", told.note)
                column.addWidget(_indented(said))
            column.addSpacing(Space.M)
        column.addStretch(1)
        self.area.setWidget(holder)

    def take_focus(self) -> None:
        """Put the focus on the history, so that arrows scroll it."""
        self.area.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Escape or Enter."""
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
            return
        super().keyPressEvent(event)


def _place(name: str) -> int:
    """Return where a field stands in the order in which fields are shown."""
    return FIELDS.index(name) if name in FIELDS else len(FIELDS)


def _indented(text: str) -> Text:
    line = Text(text, tone="muted")
    line.setContentsMargins(Space.L, 0, 0, 0)
    # As high as its words are at this width; a hint for any width would leave gaps below.
    policy = line.sizePolicy()
    policy.setVerticalPolicy(QSizePolicy.Policy.Preferred)
    line.setSizePolicy(policy)
    return line


def _happened(step: Step, names: Names) -> str:
    if step.is_erased:
        return QCoreApplication.translate("register", "content erased on request")
    if step.kind == LISTED:
        said = QCoreApplication.translate("register", "from the list “%1”")
        title = names.lists.get(step.list, "?") if step.list else "?"
        return said.replace("%1", title)
    if step.kind == CHECKED:
        return QCoreApplication.translate("register", "checked on the spot")
    if step.kind == SETTLED:
        return QCoreApplication.translate("register", "decided")
    if step.kind == MERGED:
        if step.values.get("merged_into"):
            return QCoreApplication.translate("register", "merged into another household")
        return QCoreApplication.translate("register", "merge undone")
    return QCoreApplication.translate("register", "taken over from a merged household")
