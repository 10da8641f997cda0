"""What periods are called on the screen; the paper's own wording belongs to the documents."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication

from models.periods import Period, PeriodKind

_ROMAN: Final = ("", "I", "II", "III", "IV")


def kind_name(kind: PeriodKind) -> str:
    """Return the name of a kind of period."""
    names = {
        "month": QCoreApplication.translate("reports", "Month"),
        "quarter": QCoreApplication.translate("reports", "Quarter"),
        "half": QCoreApplication.translate("reports", "6 months"),
        "nine_months": QCoreApplication.translate("reports", "9 months"),
        "year": QCoreApplication.translate("reports", "Whole year"),
        "range": QCoreApplication.translate("reports", "From day to day"),
    }
    return names[kind]


def number_name(kind: PeriodKind, number: int) -> str:
    """Return the name of a month, quarter or half within its year."""
    if kind == "month":
        text = QCoreApplication.translate("reports", "Month %1")
        return text.replace("%1", str(number))
    if kind == "quarter":
        text = QCoreApplication.translate("reports", "Quarter %1")
        return text.replace("%1", _ROMAN[number])
    halves = (
        QCoreApplication.translate("reports", "First 6 months"),
        QCoreApplication.translate("reports", "Last 6 months"),
    )
    return halves[number - 1]


def period_title(period: Period) -> str:
    """Return a period's name as a title: `Month 10, 2026`."""
    if period.kind == "range":
        return days_between(period)
    if period.kind == "year":
        name = QCoreApplication.translate("reports", "Year %2")
    elif period.kind == "nine_months":
        name = QCoreApplication.translate("reports", "First 9 months, %2")
    else:
        text = QCoreApplication.translate("reports", "%1, %2")
        name = text.replace("%1", number_name(period.kind, period.number))
    return name.replace("%2", str(period.year))


def days_between(period: Period) -> str:
    """Return a period's first and last day."""
    return f"{period.start:%d/%m/%Y} – {period.end:%d/%m/%Y}"
