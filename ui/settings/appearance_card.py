"""How the window looks on this machine: light, dark or strong contrast, and its language."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from models.sentences.catalog import Language
from ui.habits import LANGUAGE, SCHEME, habit, remember
from ui.theme.sizes import Space
from ui.theme.theme import CHOICES, apply_theme, current_theme
from ui.widgets.dropdown import Dropdown
from ui.widgets.field_row import FieldRow
from ui.widgets.surfaces import Card
from ui.widgets.text import Text


class AppearanceCard(Card):
    """A look is put on at once and kept for this machine; a language from the next start on."""

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Appearance"), parent)
        self.scheme = Dropdown()
        for said, choice in (
            (self.tr("As the system is set"), "system"), (self.tr("Light"), "light"),
            (self.tr("Dark"), "dark"), (self.tr("Strong contrast"), "contrast"),
        ):  # fmt: skip
            self.scheme.addItem(said, choice)
        kept = habit(SCHEME, str)
        self.scheme.setCurrentIndex(max(self.scheme.findData(kept), 0))
        self.language = Dropdown()
        for said, code in (("Tiếng Việt", "vi"), ("English", "en")):
            self.language.addItem(said, code)
        self.language.setCurrentIndex(self.language.findData(habit(LANGUAGE, str) or language))
        self._note = Text(self.tr("The language changes with the next start."), tone="info")
        self._note.setVisible(False)
        row = QHBoxLayout()
        row.setSpacing(Space.M)
        row.addWidget(FieldRow(self.tr("Colours"), self.scheme), 1)
        row.addWidget(FieldRow(self.tr("Language"), self.language), 1)
        advice = self.tr("For this computer only, whoever works on it.")
        self.body.addWidget(Text(advice, tone="muted"))
        self.body.addLayout(row)
        self.body.addWidget(self._note)
        self.scheme.currentIndexChanged.connect(self._on_scheme_chosen)
        self.language.currentIndexChanged.connect(self._on_language_chosen)

    @Slot()
    def _on_scheme_chosen(self) -> None:
        choice = CHOICES[self.scheme.currentData()]
        remember(SCHEME, choice)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            apply_theme(app, choice, current_theme().scale)

    @Slot()
    def _on_language_chosen(self) -> None:
        remember(LANGUAGE, self.language.currentData())
        self._note.setVisible(True)
