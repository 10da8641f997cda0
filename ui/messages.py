"""Turns an error into the sentence that a person is shown."""

from __future__ import annotations

import logging
from typing import Final
from zlib import crc32

from PySide6.QtCore import QCoreApplication

from models.errors import CodedError, KnownError
from models.sentences.catalog import Language, say

_LOG = logging.getLogger(__name__)
# A disk that fills is emptied, a program that writes ends, a server comes back; a damaged file
# stays damaged.
_PASSING: Final = frozenset({
    "store.busy", "store.disk", "store.disk_full", "store.read_only", "store.server_lost",
    "store.server_full", "store.server_read_only",
})  # fmt: skip


def sentence(error: Exception, language: Language) -> str:
    """Return what to show; a bug is logged, without personal data, and shown with a code."""
    if isinstance(error, CodedError):
        return say(error, language)
    # The same bug has the same code on every machine.
    code = f"{crc32(f'{type(error).__name__} {_place(error)}'.encode()) & 0xFFFF:04X}"
    # The message of a foreign exception may quote data, so only its kind and place are kept.
    _LOG.error("bug %s: %s at %s", code, type(error).__name__, _place(error))
    text = QCoreApplication.translate(
        "messages",
        "Something went wrong inside the program (code %1). Nothing saved is lost. "
        "Please try again, and tell the administrator the code if it happens again.",
    )
    return text.replace("%1", code)


def is_passing(error: Exception) -> bool:
    """Say whether it is worth trying again by itself."""
    return isinstance(error, KnownError) and error.code in _PASSING


def _place(error: Exception) -> str:
    trace = error.__traceback__
    place = "?"
    while trace is not None:
        frame = trace.tb_frame
        place = f"{frame.f_globals.get('__name__', '?')}:{trace.tb_lineno}"
        trace = trace.tb_next
    return place
