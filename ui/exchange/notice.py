"""What became of an exchange, said in a banner whose one action may lead on."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QWidget

from models.sentences.catalog import Language
from ui.exchange.tasks import ExchangeStopped
from ui.messages import sentence
from ui.theme.colours import Tone
from ui.widgets.banner import Banner


class Notice(Banner):
    """A banner that knows what its action does; it is gone once the action is taken."""

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._language = language
        self._act: Callable[[], Any] | None = None
        self.action_requested.connect(self._on_acted)
        self.setVisible(False)

    def tell(self, tone: Tone, said: str) -> None:
        """Say something that asks for nothing."""
        self._act = None
        self.show_message(tone, said)

    def ask(self, tone: Tone, said: str, action: str, act: Callable[[], Any]) -> None:
        """Say something, and offer what is done about it."""
        self._act = act
        self.show_message(tone, said, action)
        self.action.setFocus(Qt.FocusReason.OtherFocusReason)

    def tell_error(self, error: Exception) -> None:
        """Say what went wrong, or that a person stopped it."""
        if isinstance(error, ExchangeStopped):
            said = self.tr("It was stopped: nothing was written, nothing was taken in.")
            self.tell("info", said)
        else:
            self.tell("danger", sentence(error, self._language))

    @Slot()
    def _on_acted(self) -> None:
        act, self._act = self._act, None
        self.setVisible(False)
        if act is not None:
            act()
