"""F1 on every page and in every dialog: opens the handbook where it is about what is in hand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QWidget

if TYPE_CHECKING:
    from models.sentences.catalog import Language
    from ui.help.window import HelpWindow

_KEY: Final = "F1"


class HelpDesk(QObject):
    """Belongs to the main window; each of its dialogs gets the key once it has the focus."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.shown: HelpWindow | None = None
        self.language: Language = "vi"
        self._give_key(window)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    @Slot()
    def open(self) -> None:
        """Show the page about what has the focus, the contents where there is none."""
        from ui.help.topics import topic_of
        from ui.help.window import HelpWindow

        host = QApplication.activeModalWidget() or self._window
        topic = topic_of(QApplication.focusWidget()) or self._topic_on_show()
        if self.shown is None or self.shown.parentWidget() is not host:
            # What belongs to another window is blocked while a dialog is open: it gets its own.
            self.shown = HelpWindow(host, self.language)
            self.shown.destroyed.connect(self._on_destroyed)
        self.shown.show_topic(topic)
        self.shown.show()
        self.shown.raise_()
        self.shown.activateWindow()

    def _topic_on_show(self) -> str:
        """Return the page about the first thing on show that one is about."""
        from ui.help.topics import TOPICS, topic_of

        for widget in self._window.findChildren(QWidget):
            if type(widget).__name__ in TOPICS and widget.isVisible():
                return topic_of(widget)
        return ""

    def _give_key(self, window: QWidget) -> None:
        key = QShortcut(QKeySequence(_KEY), window)
        key.setContext(Qt.ShortcutContext.WindowShortcut)
        key.activated.connect(self.open)

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        window = now.window() if now is not None else None
        # The handbook itself needs no key that opens it.
        if not isinstance(window, QDialog) or window is self.shown or window.property("has_help"):
            return
        if self._window in _owners(window):
            window.setProperty("has_help", True)
            self._give_key(window)

    @Slot()
    def _on_destroyed(self) -> None:
        self.shown = None


def _owners(window: QWidget) -> Iterator[QWidget]:
    """Yield what a dialog belongs to, the nearest first."""
    parent = window.parentWidget()
    while parent is not None:
        yield parent
        parent = parent.parentWidget()
