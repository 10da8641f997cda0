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

from models.errors import KnownError
from models.json_text import canonical_json
from models.store.engine import connect, known


class DraftBox:
    """Drafts by kind and id. Used from the one thread that types.

    Each call raises KnownError when the disk refuses; what was kept before stays as it was.
    """

    def __init__(self, path: Path, key: bytes) -> None:
        self._path = path
        self._connection = connect(path, key, synchronous="NORMAL")
        try:
            self._run(
                "CREATE TABLE IF NOT EXISTS drafts (id BLOB PRIMARY KEY, kind TEXT NOT NULL,"
                " content TEXT NOT NULL) WITHOUT ROWID"
            )
            # Every page is read once: damage shows now, not when a draft is looked for.
            self._run("SELECT count(content) FROM drafts")
        except KnownError:
            self._connection.close()
            raise

    def put(self, kind: str, draft: UUID, content: Mapping[str, Any]) -> None:
        """Keep `content` (JSON data) under `draft`, in place of what was there."""
        self._run(
            "INSERT INTO drafts (id, kind, content) VALUES (?, ?, ?)"
            " ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, content = excluded.content",
            (draft.bytes, kind, canonical_json(content)),
        )

    def drop(self, draft: UUID) -> None:
        """Forget a draft whose content is stored, or was given up."""
        self._run("DELETE FROM drafts WHERE id = ?", (draft.bytes,))

    def all(self, kind: str) -> list[tuple[UUID, dict[str, Any]]]:
        """Return the drafts of a kind, oldest first (ids are time-ordered)."""
        rows = self._run(
            "SELECT id, content FROM drafts WHERE kind = ? ORDER BY id", (kind,)
        )
        return [(UUID(bytes=row[0]), json.loads(row[1])) for row in rows]

    def settle(self) -> None:
        """Put what was written on the disk, against a power cut."""
        self._run("PRAGMA wal_checkpoint(PASSIVE)")

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def _run(self, statement: str, values: tuple[Any, ...] = ()) -> list[Any]:
        try:
            found: list[Any] = self._connection.execute(statement, values).fetchall()
        except self._connection.Error as error:
            raise known(error, self._path) from error
        return found
