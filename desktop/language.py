"""The language of screens and messages, and Qt's translations for it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import QTranslator
    from PySide6.QtWidgets import QApplication

    from models.sentences.catalog import Language

TRANSLATIONS = Path(__file__).with_name("translations")


def chosen_language(wanted: str | None = None) -> Language:
    """Return the language asked for, else English where LANG asks for it, else Vietnamese."""
    if wanted in ("vi", "en"):
        return "en" if wanted == "en" else "vi"
    return "en" if os.environ.get("LANG", "").startswith("en") else "vi"


def install_translation(app: QApplication, language: Language) -> list[QTranslator]:
    """Load the screens' translation and that of Qt's own words; return what was installed.

    Qt brings the words of dialogs for files and printers and of the menus of fields in many
    languages, but not in Vietnamese. Empty when the files were not built.
    """
    from PySide6.QtCore import QTranslator

    installed = []
    for name in (language,) if language == "en" else (f"qt_{language}", language):
        translator = QTranslator(app)
        if translator.load(str(TRANSLATIONS / f"{name}.qm")):
            app.installTranslator(translator)
            installed.append(translator)
    return installed
