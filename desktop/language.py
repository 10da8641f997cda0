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


def install_translation(app: QApplication, language: Language) -> QTranslator | None:
    """Load the screens' translation and return it; None when its file was not built."""
    from PySide6.QtCore import QTranslator

    translator = QTranslator(app)
    if not translator.load(str(TRANSLATIONS / f"{language}.qm")):
        return None
    app.installTranslator(translator)
    return translator
