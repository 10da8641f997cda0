"""The recovery key, shown once: to print, or to save as a sheet."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.theme.sizes import Space
from ui.widgets.banner import Banner
from ui.widgets.buttons import PrimaryButton, SecondaryButton
from ui.widgets.check_box import CheckBox
from ui.widgets.surfaces import Card
from ui.widgets.text import Text

_WIDTH = 600
_PER_LINE = 4


class RecoveryCard(Card):
    """Lets nobody go on before they say that the key is on paper; `left` leads back."""

    print_requested = Signal()
    sheet_requested = Signal()
    left = Signal()
    finished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, padding=Space.XL)
        self.setFixedWidth(_WIDTH)
        self._key = ""
        self._shown = Text("", "title")
        self._shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._shown.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._banner = Banner("success")
        self._banner.setVisible(False)
        self._kept = CheckBox(self.tr("The key is on paper and kept in a safe place"))
        self._kept.toggled.connect(self._on_kept)
        self._go_on = PrimaryButton(self.tr("Go on"))
        self._go_on.setEnabled(False)
        self._go_on.clicked.connect(self.finished)
        back = SecondaryButton(self.tr("Back"), hint="Esc")
        back.clicked.connect(self.left)
        self._print = SecondaryButton(self.tr("Print the sheet…"), icon="printer")
        self._print.clicked.connect(self.print_requested)
        self._sheet = SecondaryButton(self.tr("Save the sheet…"), icon="save")
        self._sheet.clicked.connect(self.sheet_requested)
        self.body.addWidget(Text(self.tr("Step 4 of 4"), tone="muted", is_wrapped=False))
        self.body.addWidget(Text(self.tr("The recovery key"), "title"))
        self.body.addWidget(
            Text(self.tr("Without a password this key alone opens the store. It is shown this "
                         "once. Whoever holds it can read everything."), tone="muted")
        )  # fmt: skip
        self.body.addWidget(self._shown)
        sheets = QHBoxLayout()
        sheets.setSpacing(Space.S)
        sheets.addWidget(self._print)
        sheets.addWidget(self._sheet)
        sheets.addStretch(1)
        self.body.addLayout(sheets)
        self.body.addWidget(self._banner)
        self.body.addWidget(self._kept)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(back)
        row.addWidget(self._go_on)
        self.body.addLayout(row)

    @property
    def key(self) -> str:
        """The key on show."""
        return self._key

    def show_key(self, key: str) -> None:
        """Show a key in lines of four groups; each has to be put on paper anew."""
        self._banner.setVisible(False)
        self._kept.setChecked(False)
        self._key = key
        groups = key.split("-")
        lines = [groups[at : at + _PER_LINE] for at in range(0, len(groups), _PER_LINE)]
        text = "\n".join("-".join(line) for line in lines)
        self._shown.setText(text)
        self._shown.setAccessibleName(self.tr("The recovery key: %1").replace("%1", text))

    def forget_key(self) -> None:
        """Show no key any more."""
        self.show_key("")

    def start(self) -> None:
        """Put the focus on what brings the key onto paper."""
        self._print.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_saved(self, said: str, *, is_error: bool = False) -> None:
        """Say where the sheet went, or why it did not."""
        self._banner.show_message("danger" if is_error else "success", said)
        if not is_error:
            # What comes next: to say that it is kept.
            self._kept.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(bool)
    def _on_kept(self, is_kept: bool) -> None:
        self._go_on.setEnabled(is_kept)
