"""Puts on, and takes off, the apostrophe that keeps CSV text from becoming a formula."""

from __future__ import annotations

import re
from typing import Final

# An apostrophe of the text's own, before such a character, gets one more, so nothing is lost.
_RISKY: Final = re.compile(r"'*[=+\-@\t\r]")
_GUARDED: Final = re.compile(r"'+[=+\-@\t\r]")


def neutralise(text: str) -> str:
    """Return `text` with an apostrophe before a leading = + - @ TAB or CR."""
    return "'" + text if _RISKY.match(text) else text


def restore(text: str) -> str:
    """Return `text` without the apostrophe that `neutralise` put there."""
    return text[1:] if _GUARDED.match(text) else text
