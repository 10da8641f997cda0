"""A page on which one slip is keyed: what each key and each click does to it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtWidgets import QWidget

from models.errors import UserError
from ui.context import PageContext
from ui.keying.entry import SlipEntry
from ui.keying.entry_view import EntryView
from ui.keying.keys import Action, action_of
from ui.messages import sentence
from ui.widgets.role import plays

# Keyboards begin to repeat a quarter of a second after the press at the soonest.
_HELD_MS: Final = 200
# A page that is less wide leaves what stands beside the slip less room.
NARROW: Final = 960


@plays(QAccessible.Role.Form)
class SlipKeysPage(QWidget):
    """Takes the keys of the slip in hand; what becomes of it says the page that is made of this."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._pressed_at = 0
        self._is_throwing = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("The slip in hand"))
        self._view = view = EntryView()
        view.option_chosen.connect(self._on_option_chosen)
        view.blanked.connect(self._on_blanked)
        view.question_opened.connect(self._on_question_opened)
        view.reason_chosen.connect(self._on_reason_chosen)
        view.answer_typed.connect(self._on_answer_typed)
        view.words_edited.connect(self._on_words_edited)
        view.words_left.connect(self.take_focus)
        view.typed_edited.connect(self._on_typed_edited)
        view.typed_left.connect(self._on_typed_left)
        view.action_requested.connect(self._press)

    @property
    def entry(self) -> SlipEntry:
        """The slip in hand."""
        raise NotImplementedError

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys of the number pad; others go on."""
        self._view.num_lock.follow(event)
        action = action_of(event)
        if action is None or not self._is_open():
            super().keyPressEvent(event)
            return
        # A key that is held down is one press: a heavy thumb must not answer what follows. But a
        # quick second press counts, though X takes it for a repeat: no keyboard repeats so soon.
        if event.isAutoRepeat() and event.timestamp() - self._pressed_at > _HELD_MS:
            return
        self._pressed_at = event.timestamp()
        self._press(action)

    @Slot()
    def take_focus(self) -> None:
        """Put the focus where the next key is wanted."""
        if not self._is_open() or not self._view.focus_typed():
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    # What the page says.

    def _is_open(self) -> bool:
        """Say whether there is a slip in hand."""
        raise NotImplementedError

    def _is_late(self) -> bool:
        """Say whether nothing may be done to it now, or any more."""
        raise NotImplementedError

    def _key_counted(self) -> None:
        """Count a key."""

    def _keep(self) -> None:
        """Keep the slip as a draft."""
        raise NotImplementedError

    def _show(self) -> None:
        """Show the slip as it stands."""
        raise NotImplementedError

    def _save(self) -> None:
        """Send the slip off, which is complete."""
        raise NotImplementedError

    def _escape(self, is_throwing: bool) -> None:
        """Leave the slip; `is_throwing` where that was asked for just before."""
        raise NotImplementedError

    def _look_back(self, action: Action) -> None:
        """Correct the last slip, or take it back."""

    # What keys and clicks do.

    @Slot(str)
    def _press(self, action: Action | int) -> None:
        """Do what a key says."""
        self._key_counted()
        if self._is_late():
            # The mouse does not wait as the keys do; it comes too early, or too late.
            self.take_focus()
        elif isinstance(action, int):
            self._on_digit(action)
        else:
            self._on_action(action)

    def _on_digit(self, digit: int) -> None:
        if self.entry.choose(digit):
            self._changed()

    def _on_action(self, action: Action) -> None:
        is_throwing, self._is_throwing = self._is_throwing, False
        if action == "note":
            self._view.focus_note()
            return
        if action in ("enter", "back", "invalid") and not self._take_typed(action):
            return
        if action == "enter":
            self._enter()
        elif action == "blank":
            if self.entry.blank():
                self._changed()
        elif action == "back":
            self.entry.back()
            self._changed()
        elif action == "invalid":
            self.entry.toggle_reasons()
            self._changed()
        elif action in ("correct", "undo"):
            self._look_back(action)
        elif action == "escape":
            self._escape(is_throwing)
        self.take_focus()

    def _take_typed(self, action: Action) -> bool:
        """Make an answer of what is half typed; False when the key is used up by that."""
        if self.entry.mode == "answers" and self.entry.typed:
            return self._on_answer_typed(self.entry.typed) and action == "invalid"
        return True

    def _enter(self) -> None:
        if self.entry.is_ready():
            self._save()
        else:
            self._changed()

    def _changed(self) -> None:
        """Keep the slip as a draft, then show it."""
        self._is_throwing = False
        self._keep()
        self._show()

    @Slot(int, int)
    def _on_option_chosen(self, question: int, option: int) -> None:
        if self._take_elsewhere(question):
            self._on_digit(option + 1)

    @Slot(int)
    def _on_blanked(self, question: int) -> None:
        if self._take_elsewhere(question) and self.entry.blank():
            self._changed()

    @Slot(int)
    def _on_question_opened(self, question: int) -> None:
        if self._take_elsewhere(question):
            self._changed()

    def _take_elsewhere(self, question: int) -> bool:
        """Put another question in hand, unless what is half typed cannot be an answer."""
        if question != self.entry.position and not self._take_typed("invalid"):
            return False
        self.entry.go_to(question)
        return True

    @Slot(int)
    def _on_reason_chosen(self, option: int) -> None:
        self._on_digit(option + 1)

    @Slot(str)
    def _on_typed_edited(self, text: str) -> None:
        self._key_counted()
        self.entry.type_text(text)
        self._view.show_typed_error(None)
        self._changed()

    @Slot()
    def _on_typed_left(self) -> None:
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str)
    def _on_answer_typed(self, text: str) -> bool:
        try:
            self.entry.enter_text(text)
        except UserError as error:
            self._view.show_typed_error(sentence(error, self._context.language))
            return False
        self._view.show_typed_error(None)
        self._changed()
        return True

    @Slot()
    def _on_words_edited(self) -> None:
        self._key_counted()
        self.entry.note = self._view.note.text()
        self.entry.dossier = self._view.dossier.text()
        self._changed()
