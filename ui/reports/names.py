"""What periods and kinds of file are called on the screen."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication

from models.surveys.summary import Period, PeriodKind

_ROMAN: Final = ("", "I", "II", "III", "IV")


def _tr(text: str) -> str:
    return QCoreApplication.translate("reports", text)


def kind_name(kind: PeriodKind) -> str:
    """Return the name of a kind of period."""
    names = {
        "month": QCoreApplication.translate("reports", "Month"),
        "quarter": QCoreApplication.translate("reports", "Quarter"),
        "half": QCoreApplication.translate("reports", "6 months"),
        "nine_months": QCoreApplication.translate("reports", "9 months"),
        "year": QCoreApplication.translate("reports", "Year"),
        "range": QCoreApplication.translate("reports", "From day to day"),
    }
    return names[kind]
