"""The head and the foot of a household's page: who and where, what was saved, and the ways on."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from exports.household_values import day_text, grouped_code
from models.figures import format_integer
from models.households.records import Household
from ui.register.check_keys import Action
from ui.register.check_loading import OpenHousehold
from ui.register.check_words import outcome_name, where_line
from ui.theme.sizes import Space
from ui.widgets.buttons import Button, PrimaryButton, QuietButton, SecondaryButton
from ui.widgets.page_header import PageHeader
from ui.widgets.text import Text


class CheckHead(QWidget):
    """Names the household; its buttons ask for what the keys on them do."""

    action_requested = Signal(str)

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._header = PageHeader()
        self.state = Text("", "caption")
        self.left = Text("", "caption", tone="muted", is_wrapped=False)
        self.saved = Text("", "caption", tone="success", is_wrapped=False)
        self._buttons: dict[Action, Button] = {
            "back": SecondaryButton(self.tr("Back"), hint="Esc"),
            "before": SecondaryButton(self.tr("Before"), hint="PgUp"),
            "after": SecondaryButton(self.tr("Next"), hint="PgDn"),
            "save": PrimaryButton(self.tr("Save, next unchecked"), hint="⏎"),
        }
        for action, button in self._buttons.items():
            button.clicked.connect(partial(self._on_clicked, action))
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self._header.add_action(button)
        line = QHBoxLayout()
        line.setSpacing(Space.L)
        line.addWidget(self.state, 1)
        line.addWidget(self.saved)
        line.addWidget(self.left)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        column.addWidget(self._header)
        column.addLayout(line)

    def stops(self) -> list[QWidget]:
        """Return what Tab visits."""
        return list(self._buttons.values())

    def title(self) -> str:
        """Return whom the head names."""
        return self._header.accessibleName()

    def show_household(self, opened: OpenHousehold, *, is_new: bool) -> None:
        """Show who and where, the code, and how far the work list is."""
        household = opened.household
        title = self.tr("New household") if is_new else household.name or self.tr("No name")
        self._header.set_title(title)
        self._header.set_subtitle(where_line(household, opened.names))
        self.state.setText("" if is_new else self._state(household))
        self.state.set_tone("warning" if household.conflicts else "muted")
        left = self.tr("%n household(s) left to check", "", opened.left)
        self.left.setText(left.replace(str(opened.left), format_integer(opened.left)))
        self._buttons["save"].setText(
            self.tr("Save") if is_new else self.tr("Save, next unchecked")
        )
        self._buttons["before"].setEnabled(opened.before is not None)
        self._buttons["after"].setEnabled(opened.after is not None)

    def show_saved(self, text: str) -> None:
        """Show what is on the disk."""
        self.saved.setText(text)

    def _state(self, household: Household) -> str:
        code = grouped_code(household.code) if household.code else self.tr("no code")
        said = [self.tr("Code: %1").replace("%1", code)]
        if household.list_code:
            said.append(self.tr("Household code: %1").replace("%1", household.list_code))
        state = outcome_name(household.outcome, self._language)
        if household.checked_on is not None:
            state += f" ({day_text(household.checked_on)})"
        said.append(state)
        if household.conflicts:
            said.append(self.tr("%n field(s) wait for a decision: F7", "", household.conflicts))
        return "  ·  ".join(said)

    def _on_clicked(self, action: str, _is_checked: bool = False) -> None:
        self.action_requested.emit(action)


class CheckFoot(QWidget):
    """What else can be done at a household, each with its key."""

    action_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: list[Button] = []
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        buttons: tuple[tuple[Action, str, str], ...] = (
            ("fields", self.tr("Correct"), "F2"),
            ("visit", self.tr("Visit"), "F4"),
            ("history", self.tr("History"), "F6"),
            ("decide", self.tr("Decide"), "F7"),
            ("merge", self.tr("Merge"), "F8"),
            ("new", self.tr("New household"), "F9"),
        )
        for action, text, key in buttons:
            button = QuietButton(text, hint=key)
            button.clicked.connect(partial(self._on_clicked, action))
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self._buttons.append(button)
            line.addWidget(button)
        line.addStretch(1)

    def stops(self) -> list[QWidget]:
        """Return what Tab visits."""
        return list(self._buttons)

    def _on_clicked(self, action: str, _is_checked: bool = False) -> None:
        self.action_requested.emit(action)
