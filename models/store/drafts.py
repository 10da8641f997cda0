"""What is half typed, kept per keystroke in its own encrypted file beside the store.

Its own file, so that a keystroke never waits for another program's transaction, and
`synchronous=NORMAL`, so that it never waits for the disk: a killed process loses nothing, and
`settle` puts it on the platter when the hands rest.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from uuid import UUID

from models.journal.event import canonical_json
from models.store.engine import connect


class DraftBox:
    """Drafts by kind and id. Used from the one thread that types."""

    def __init__(self, path: Path, key: bytes) -> None:
        self._connection = connect(path, key, synchronous="NORMAL")
        self._connection.execute(
            "CREATE TABLE IF NOT EXISTS drafts (id BLOB PRIMARY KEY, kind TEXT NOT NULL,"
            " content TEXT NOT NULL) WITHOUT ROWID"
        )

    def put(self, kind: str, draft: UUID, content: Mapping[str, Any]) -> None:
        """Keep `content` (JSON data) under `draft`, in place of what was there."""
        self._connection.execute(
            "INSERT INTO drafts (id, kind, content) VALUES (?, ?, ?)"
            " ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, content = excluded.content",
            (draft.bytes, kind, canonical_json(content)),
        )

    def drop(self, draft: UUID) -> None:
        """Forget a draft whose content is stored, or was given up."""
        self._connection.execute("DELETE FROM drafts WHERE id = ?", (draft.bytes,))

    def all(self, kind: str) -> list[tuple[UUID, dict[str, Any]]]:
        """Return the drafts of a kind, oldest first (ids are time-ordered)."""
        rows = self._connection.execute(
            "SELECT id, content FROM drafts WHERE kind = ? ORDER BY id", (kind,)
        )
        return [(UUID(bytes=row[0]), json.loads(row[1])) for row in rows]

    def settle(self) -> None:
        """Put what was written on the disk, against a power cut."""
        self._connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()

    def close(self) -> None:
        """Close the file."""
        self._connection.close()
