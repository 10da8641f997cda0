"""Keeps what the signature libraries write to the log out of it: it names people."""

from __future__ import annotations

import logging
from typing import Final

_LIBRARIES: Final = ("pyhanko", "pyhanko_certvalidator", "asn1crypto")
_NEVER: Final = logging.CRITICAL + 1


def silence() -> None:
    """Have the libraries record nothing; what went wrong is told by our own errors."""
    for name in _LIBRARIES:
        logger = logging.getLogger(name)
        logger.setLevel(_NEVER)
        logger.propagate = False
