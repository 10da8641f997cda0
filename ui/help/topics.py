"""Which page of the handbook is about what a person has in hand."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QWidget

# By the names of classes: to name the classes themselves would load every screen at the start.
TOPICS: Final = {
    "AboutCard": "administrator",
    "AccountsCard": "accounts",
    "AuditPage": "audit",
    "BackupStep": "backup",
    "BackupsCard": "backup",
    "CheckPage": "check",
    "ClosedBatchPage": "correct-slip",
    "ClosingDialog": "close-batch",
    "ConflictsPage": "decisions",
    "DamagePage": "repair",
    "DuplicatesPage": "duplicates",
    "EnrolDialog": "exchange",
    "EraseDialog": "erase",
    "ExchangePage": "exchange",
    "FiguresPage": "second-keying",
    "FindingsDialog": "signing",
    "HomePage": "home",
    "HubCard": "hub",
    "KeyingSection": "keying",
    "KioskForm": "kiosk",
    "KioskSection": "kiosk",
    "LabelDialog": "walk-sheets",
    "ListImportPage": "list-import",
    "MergePage": "duplicates",
    "NewPasswordPage": "password",
    "OwnAccountCard": "password",
    "PracticePage": "second-keying",
    "RegisterSection": "register",
    "RekeyingSection": "second-keying",
    "ReportDialog": "walk-sheets",
    "ReportPage": "reports",
    "SecondDecisionsPage": "second-keying",
    "SecondEntryPage": "second-keying",
    "SecondPage": "second-keying",
    "SetUpPage": "set-up",
    "SettingsPage": "settings",
    "SignDialog": "signing",
    "SignInPage": "sign-in",
    "SlipDecisionsPage": "decisions",
    "VotesPage": "kiosk",
}


def topic_of(widget: QWidget | None) -> str:
    """Return the name of the page about a widget or the nearest thing around it, "" for none."""
    while widget is not None:
        for kind in type(widget).__mro__:
            if kind.__name__ in TOPICS:
                return TOPICS[kind.__name__]
        widget = widget.parentWidget()
    return ""
