"""Digits to touch, for the PIN and for a code: a scanner's keys are taken too."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QVBoxLayout, QWidget

from ui.kiosk.look import GAP_MM, KioskLook
from ui.kiosk.page import KioskPage
from ui.widgets.role import plays

_COLUMNS: Final = 3
_KEY_MM: Final = 22.0
_KEY_HIGH_MM: Final = 16.0
_DELETE: Final = "⌫"
_HIDDEN: Final = "●"


class PadPage(KioskPage):
    """Takes up to `most` digits; `entered` brings them, `left` goes back without."""

    entered = Signal(str)
    left = Signal()

    def __init__(
        self, look: KioskLook, most: int, *, is_hidden: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, parent)
        self._most = most
        self._is_hidden = is_hidden
        self._is_busy = False
        self.digits = ""
        self.title = self.words("question")
        self.advice = self.words("caption", is_muted=True)
        self.shown = self.words("question")
        self.said = self.words("button")
        self.keys = {key: self.tile() for key in "1234567890"}
        for key, tile in self.keys.items():
            tile.set_words(key)
            tile.clicked.connect(partial(self._add, key))
        self.delete = self.tile()
        self.delete.set_words(_DELETE)
        self.delete.clicked.connect(self._on_delete)
        self.enter = self.tile("primary")
        self.enter.clicked.connect(self._on_entered)
        self.back = self.tile()
        self.back.clicked.connect(self.left)
        self._lay_out()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def clear(self, said: str = "") -> None:
        """Wait for digits; `said` is why those before were not taken."""
        self.digits = ""
        self._is_busy = False
        self.said.set_words(said)
        self._show_digits()

    def take(self, digit: str) -> None:
        """Take a digit that was typed before this page came."""
        self._add(digit)

    def wait(self) -> None:
        """Take nothing until `clear`: what was entered is looked at."""
        self._is_busy = True

    def set_look(self, look: KioskLook) -> None:
        """Take other sizes and colours."""
        super().set_look(look)
        self._even_keys()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take what a keyboard or a scanner types; what is no digit of it is left out."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._on_entered()
        elif event.key() == Qt.Key.Key_Backspace:
            self._on_delete()
        elif event.text().isdecimal():
            self._add(event.text())
        else:
            super().keyPressEvent(event)

    def take_focus(self) -> None:
        """Take keys at once."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        gap = self.look.px(GAP_MM)
        grid = QGridLayout()
        grid.setSpacing(gap)
        tiles = [self.keys[key] for key in "123456789"] + [self.delete, self.keys["0"], self.enter]
        for place, tile in enumerate(tiles):
            grid.addWidget(tile, place // _COLUMNS, place % _COLUMNS)
        told = QVBoxLayout()
        told.setSpacing(gap)
        told.addStretch(1)
        for words in (self.title, self.advice, self.shown, self.said):
            told.addWidget(words)
        told.addStretch(1)
        told.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        holder = QWidget()
        holder.setLayout(grid)
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._both.setContentsMargins(0, 0, 0, 0)
        self._both.setSpacing(gap * 2)
        self._both.addLayout(told, 1)
        self._both.addWidget(holder, 0, Qt.AlignmentFlag.AlignCenter)
        self.set_look(self.look)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Have the keys below the words where the screen stands upright."""
        super().resizeEvent(event)
        is_upright = self.height() > self.width()
        ways = QBoxLayout.Direction
        self._both.setDirection(ways.TopToBottom if is_upright else ways.LeftToRight)

    def _even_keys(self) -> None:
        """Keep all keys as wide as the widest, whose words differ by language."""
        wide = max(self.look.px(_KEY_MM), self.enter.sizeHint().width())
        for tile in (*self.keys.values(), self.delete):
            tile.setMinimumSize(wide, self.look.px(_KEY_HIGH_MM))

    def _add(self, digit: str, _is_checked: bool = False) -> None:
        if not self._is_busy and len(self.digits) < self._most:
            self.digits += digit
            self.said.set_words("")
            self._show_digits()

    @Slot()
    def _on_delete(self) -> None:
        if not self._is_busy:
            self.digits = self.digits[:-1]
            self._show_digits()

    @Slot()
    def _on_entered(self) -> None:
        if self.digits and not self._is_busy:
            self.entered.emit(self.digits)

    def _show_digits(self) -> None:
        shown = _HIDDEN * len(self.digits) if self._is_hidden else _grouped(self.digits)
        self.shown.setText(shown or "–")
        self.shown.setAccessibleName(shown)


def _grouped(digits: str) -> str:
    return " ".join(digits[start : start + 4] for start in range(0, len(digits), 4))


@plays(QAccessible.Role.Grouping)
class PinPage(PadPage):
    """Asks for the PIN that ends the kiosk."""

    def say_words(self) -> None:
        """Say everything again."""
        self.title.set_words(self.tr("For staff"))
        self.setAccessibleName(self.title.text())
        self.advice.set_words(self.tr("The PIN set when the kiosk was started ends it."))
        self.enter.set_words(self.tr("Enter"))
        self._even_keys()
        self.back.set_words(self.tr("Back to the rating"))
        self.delete.setAccessibleName(self.tr("Delete a digit"))


@plays(QAccessible.Role.Grouping)
class CodePage(PadPage):
    """Asks for the code on the receipt."""

    def say_words(self) -> None:
        """Say everything again."""
        self.title.set_words(self.tr("Scan or type the code on your receipt"))
        self.setAccessibleName(self.title.text())
        self.advice.set_words(
            self.tr("The code shows only that a dossier is rated once. It is not kept with your "
                    "answers.")
        )  # fmt: skip
        self.enter.set_words(self.tr("Enter"))
        self._even_keys()
        self.back.set_words(self.tr("To the start"))
        self.delete.setAccessibleName(self.tr("Delete a digit"))
