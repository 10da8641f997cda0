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
    """The drafts of one account, by kind and id; of others' only what is asked for as such.

    Used from the one thread that types. Each call raises KnownError when the disk refuses; what was
    kept before stays as it was.
    """

    def __init__(self, path: Path, key: bytes, owner: UUID) -> None:
        self._path = path
        self._owner = owner.bytes
        self._connection = connect(path, key, synchronous="NORMAL")
        try:
            self._run(
                "CREATE TABLE IF NOT EXISTS owned_drafts (owner BLOB, id BLOB, kind TEXT NOT NULL,"
                " content TEXT NOT NULL, PRIMARY KEY (owner, id)) WITHOUT ROWID"
            )
            self._take_over()
            # Every page is read once: damage shows now, not when a draft is looked for.
            self._run("SELECT count(content) FROM owned_drafts")
        except KnownError:
            self._connection.close()
            raise

    def put(self, kind: str, draft: UUID, content: Mapping[str, Any]) -> None:
        """Keep `content` (JSON data) under `draft`, in place of what was there."""
        self._run(
            "INSERT INTO owned_drafts (owner, id, kind, content) VALUES (?, ?, ?, ?)"
            " ON CONFLICT (owner, id) DO UPDATE SET kind = excluded.kind,"
            " content = excluded.content",
            (self._owner, draft.bytes, kind, canonical_json(content)),
        )

    def drop(self, draft: UUID) -> None:
        """Forget a draft whose content is stored, or was given up."""
        self._run(
            "DELETE FROM owned_drafts WHERE owner = ? AND id = ?", (self._owner, draft.bytes)
        )

    def all(self, kind: str) -> list[tuple[UUID, dict[str, Any]]]:
        """Return the drafts of a kind, oldest first (ids are time-ordered)."""
        rows = self._run(
            "SELECT id, content FROM owned_drafts WHERE owner = ? AND kind = ? ORDER BY id",
            (self._owner, kind),
        )
        return [(UUID(bytes=row[0]), json.loads(row[1])) for row in rows]

    def everyones(self, kind: str) -> list[dict[str, Any]]:
        """Return the contents of a kind, whoever they are of: to see what has to go."""
        rows = self._run("SELECT content FROM owned_drafts WHERE kind = ?", (kind,))
        return [json.loads(row[0]) for row in rows]

    def take_everyones(self, kind: str) -> None:
        """Make the drafts of a kind this account's: for what is nobody's own work."""
        self._run(
            "UPDATE OR IGNORE owned_drafts SET owner = ? WHERE kind = ?", (self._owner, kind)
        )

    def drop_everyones(self, kind: str, named: str) -> None:
        """Forget the drafts of a kind that hold a text, whoever they are of, and their bytes."""
        self._run("PRAGMA secure_delete = ON")
        self._run(
            "DELETE FROM owned_drafts WHERE kind = ? AND instr(content, ?) > 0", (kind, named)
        )
        self._run("PRAGMA wal_checkpoint(TRUNCATE)")

    def settle(self) -> None:
        """Put what was written on the disk, against a power cut."""
        self._run("PRAGMA wal_checkpoint(PASSIVE)")

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def _take_over(self) -> None:
        """Give what was kept before drafts had owners to who opens the box first."""
        if not self._run("SELECT 1 FROM sqlite_master WHERE name = 'drafts'"):
            return
        self._run("BEGIN IMMEDIATE")
        try:
            self._run(
                "INSERT OR IGNORE INTO owned_drafts SELECT ?, id, kind, content FROM drafts",
                (self._owner,),
            )
            self._run("DROP TABLE drafts")
            self._run("COMMIT")
        except KnownError:
            if self._connection.in_transaction:
                self._run("ROLLBACK")
            raise

    def _run(self, statement: str, values: tuple[Any, ...] = ()) -> list[Any]:
        try:
            found: list[Any] = self._connection.execute(statement, values).fetchall()
        except self._connection.Error as error:
            raise known(error, self._path) from error
        return found
