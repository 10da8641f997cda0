"""Puts a document into a file by its suffix: whole or not at all.

Writers are loaded only when their suffix is asked for, so nothing heavy is imported before.
"""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Final

from exports.document import Document
from models.errors import UserError
from models.store.files import write_atomically


def _pdf(document: Document) -> bytes:
    from exports.writers.pdf import render

    return render(document)


def _docx(document: Document) -> bytes:
    from exports.writers.word import render

    return render(document)


def _xlsx(document: Document) -> bytes:
    from exports.writers.spreadsheet import render

    return render(document)


def _csv(document: Document) -> bytes:
    from exports.writers.delimited import render

    return render(document)


def _json(document: Document) -> bytes:
    from exports.writers.json_text import render

    return render(document)


def _md(document: Document) -> bytes:
    from exports.writers.markdown import render

    return render(document)


_RENDERERS: Final[dict[str, Callable[[Document], bytes]]] = {
    ".pdf": _pdf, ".docx": _docx, ".xlsx": _xlsx, ".csv": _csv, ".json": _json, ".md": _md,
}  # fmt: skip
SUFFIXES: Final = tuple(_RENDERERS)


def render(document: Document, suffix: str) -> bytes:
    """Return `document` as the bytes of a file with `suffix` (`.pdf`), for a preview or a printer.

    Raises UserError `documents.unknown_suffix`.
    """
    renderer = _RENDERERS.get(suffix.casefold())
    if renderer is None:
        known = ", ".join(SUFFIXES)
        raise UserError("documents.unknown_suffix", suffix=suffix or "?", known=known)
    return renderer(document)


def write(document: Document, path: Path) -> str:
    """Write `document` to `path` in the format of its suffix and return the file's SHA-256, hex.

    Raises UserError `documents.unknown_suffix` or `documents.no_folder`, and KnownError
    `documents.disk`; then the folder is as it was.
    """
    if not path.parent.is_dir():
        raise UserError("documents.no_folder", folder=path.parent)
    content = render(document, path.suffix)
    write_atomically(path, content, refused="documents.disk")
    return sha256(content).hexdigest()

