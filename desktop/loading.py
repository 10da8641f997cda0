"""Loads what signing in and the first pages need that has no face, on whatever thread asks first.

One after the other: a thread that loads `package.part` while another loads `package`, which needs
the part, can each wait for what the other has begun, and Python then refuses one of them.
"""

from __future__ import annotations

from importlib import import_module
from threading import Lock
from typing import Final

# None of these may load Qt, nor may anything that runs beside the window: PySide makes its types
# when they are first named, and two threads at it end the process.
NEEDED: Final = (
    "desktop.session",
    "cryptography.hazmat.primitives.ciphers.aead",
    "cryptography.hazmat.primitives.kdf.argon2",
    "sqlcipher3.dbapi2",
    "sqlalchemy.dialects.sqlite.pysqlite",
    "models.store.drafts",
    "models.sentences.catalog",
    "models.questionnaires.engine",
    "models.settings.queries",
    "models.surveys.commands",
    "models.surveys.queries",
    "models.surveys.summary_query",
    "models.accounts.presence",
    "models.households.commands",
    "models.households.history",
    "models.households.list_queries",
    "models.households.queries",
    "models.stations.ledger",
    "models.stations.watch",
    "models.audit.queries",
    "models.rekeying.commands",
    "models.rekeying.queries",
    "models.kiosk.review",
    "models.store.backup_rota",
    "models.store.drills",
    "exports.household_values",
)
_TURN: Final = Lock()


def load_for_work() -> None:
    """Load all of it, or wait until another thread has."""
    with _TURN:
        for name in NEEDED:
            import_module(name)
