"""Reads PDF files that came from anywhere."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from pyhanko.pdf_utils.misc import PdfError
from pyhanko.sign.general import SigningError

from models.errors import UserError

# Read as a whole; a report of 500 pages is 3 MB.
LARGEST: Final = 200_000_000


def read_pdf(file: Path) -> bytes:
    """Return a file's content; UserError for one that is not there, too large, or no PDF."""
    try:
        if file.stat().st_size > LARGEST:
            raise UserError("signing.too_large", file=file.name, most=LARGEST // 1_000_000)
        content = file.read_bytes()
    except OSError as error:
        raise UserError("signing.no_pdf", file=str(file)) from error
    # The header may stand behind other bytes (ISO 32000-1, annex H).
    if b"%PDF-" not in content[:1024]:
        raise UserError("signing.not_pdf", file=file.name)
    return content


@contextmanager
def opened_pdf(name: str) -> Iterator[None]:
    """Turn what a damaged file makes the reader stumble over into UserError `signing.not_pdf`."""
    try:
        yield
    except (
        PdfError, SigningError, ValueError, ArithmeticError, TypeError, KeyError, IndexError,
        AttributeError, NotImplementedError, RecursionError, OSError, AssertionError,
    ) as error:  # fmt: skip
        raise UserError("signing.not_pdf", file=name) from error
