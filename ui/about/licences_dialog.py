"""Every part that the program is made of, with the whole text of its licence."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from models.text import search_key
from ui.about.parts import Part, read_parts, read_texts
from ui.theme.sizes import Space
from ui.widgets.buttons import PrimaryButton
from ui.widgets.text import Heading, Text

_WIDTH: Final = 980
_HEIGHT: Final = 600
_LIST_WIDTH: Final = 280


class LicencesDialog(QDialog):
    """The list on the left, what is chosen on the right; a text is read when it is shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Licences"))
        self.resize(_WIDTH, _HEIGHT)
        self._parts = read_parts()
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Name or licence"))
        self.search.setAccessibleName(self.tr("Find a part"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._on_searched)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Parts of the program"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.currentRowChanged.connect(self._on_row_changed)
        self.title = Heading("", "subtitle")
        self.licence = Text("", tone="muted")
        self.licence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self.tr("Text of the licence"))
        self.close_button = PrimaryButton(self.tr("Close"), hint="Esc")
        # Enter in the search must not close what is being searched.
        self.close_button.setAutoDefault(False)
        self.close_button.clicked.connect(self.accept)
        self._lay_out()
        self._show_parts(self._parts)

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(Space.S)
        left.addWidget(self.search)
        left.addWidget(self.list, 1)
        for widget in (self.search, self.list):
            widget.setFixedWidth(_LIST_WIDTH)
        right = QVBoxLayout()
        right.setSpacing(Space.S)
        right.addWidget(self.title)
        right.addWidget(self.licence)
        right.addWidget(self.text, 1)
        both = QHBoxLayout()
        both.setSpacing(Space.L)
        both.addLayout(left)
        both.addLayout(right, 1)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        column.setSpacing(Space.M)
        column.addLayout(both, 1)
        column.addLayout(buttons)

    def _show_parts(self, parts: tuple[Part, ...]) -> None:
        self.list.clear()
        for part in parts:
            item = QListWidgetItem(f"{part.name} {part.version}")
            item.setData(Qt.ItemDataRole.UserRole, part)
            self.list.addItem(item)
        self.list.setCurrentRow(0 if parts else -1)

    @Slot(str)
    def _on_searched(self, typed: str) -> None:
        wanted = search_key(typed)
        self._show_parts(tuple(
            part for part in self._parts if wanted in search_key(f"{part.name} {part.licence}")
        ))  # fmt: skip

    @Slot(int)
    def _on_row_changed(self, row: int) -> None:
        item = self.list.item(row)
        part = item.data(Qt.ItemDataRole.UserRole) if item is not None else None
        self.title.setText("" if part is None else f"{part.name} {part.version}")
        self.licence.setText("" if part is None else f"{part.licence}\n{part.home}")
        found = () if part is None else read_texts(part)
        whole = "\n\n".join(f"──── {name} ────\n\n{text}" for name, text in found)
        missing = self.tr("The text is not in this installation; it is at the address above.")
        self.text.setPlainText(whole or ("" if part is None else missing))
