"""Writes a document's figures as JSON, UTF-8, for other programs."""

from __future__ import annotations

import json

from exports.document import Document


def render(document: Document) -> bytes:
    """Return the figures as indented JSON; Vietnamese letters are written as they are."""
    text = json.dumps(document.figures, ensure_ascii=False, indent=2, allow_nan=False)
    return f"{text}\n".encode()
