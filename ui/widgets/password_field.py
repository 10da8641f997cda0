"""A field for a password that can be looked at, with a word when Caps Lock seems to be on."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.theme.icons import IconName, icon
from ui.theme.theme import current_theme


class PasswordField(QLineEdit):
    """Never changes what is typed: no input method, no capitals of its own, hidden or shown.

    An input method that composes only while the text is shown would give two passwords for the
    same keys, so it stays off in both states.
    """

    caps_lock_noticed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._has_caps_lock = False
        self._reveal = QAction(self)
        self._reveal.setCheckable(True)
        self._reveal.toggled.connect(self._on_reveal_toggled)
        self.addAction(self._reveal, QLineEdit.ActionPosition.TrailingPosition)
        self._on_reveal_toggled(False)

    def is_revealed(self) -> bool:
        """Return whether the password can be read."""
        return self._reveal.isChecked()

    def set_revealed(self, is_revealed: bool) -> None:
        """Show the password, or dots in its place."""
        self._reveal.setChecked(is_revealed)

    def has_caps_lock(self) -> bool:
        """Return whether the last letter looked as if Caps Lock were on."""
        return self._has_caps_lock

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Notice capitals typed without Shift, and take the key as it is."""
        text = event.text()
        if text.isalpha() and text.upper() != text.lower():
            has_shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._notice(text.isupper() != has_shift)
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Draw the eye in the colours of the new theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_reveal"):
            self._draw_eye()

    def _notice(self, has_caps_lock: bool) -> None:
        if has_caps_lock != self._has_caps_lock:
            self._has_caps_lock = has_caps_lock
            self.caps_lock_noticed.emit(has_caps_lock)

    @Slot(bool)
    def _on_reveal_toggled(self, is_revealed: bool) -> None:
        modes = QLineEdit.EchoMode
        self.setEchoMode(modes.Normal if is_revealed else modes.Password)
        # setEchoMode resets both; see the class.
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        hints = Qt.InputMethodHint
        self.setInputMethodHints(
            hints.ImhSensitiveData | hints.ImhNoPredictiveText | hints.ImhNoAutoUppercase
        )
        name = self.tr("Hide the password") if is_revealed else self.tr("Show the password")
        self._reveal.setText(name)
        self._reveal.setToolTip(name)
        self._draw_eye()

    def _draw_eye(self) -> None:
        name: IconName = "eye-off" if self.is_revealed() else "eye"
        self._reveal.setIcon(icon(name, current_theme().colours.text_muted, 20))
