"""What `doctor` looks at where the store is on a PostgreSQL server, in place of the file."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Connection, text

from models.store.doctor import Check
from models.store.server_line import line_of
from models.store.server_schema import SCHEMA, schema_of
from models.store.store import Store

_SAID: Final = ("server_version", "synchronous_commit", "fsync", "server_encoding")


def check_server(store: Store) -> Check:
    """Return whether the server keeps what it acknowledged; reads and writes as counters do."""
    said = store.read(_said)
    line = said["line"]
    shown = {"version": said["server_version"], "line": line}
    weak = [
        f"{name}={said[name]}"
        for name, wanted in (("synchronous_commit", None), ("fsync", "on"),
                             ("server_encoding", "UTF8"))
        if said[name] == "off" or (wanted and said[name] != wanted)
    ]  # fmt: skip
    if weak:
        return Check("server", False, "doctor.server_weak", {**shown, "settings": ", ".join(weak)})
    if not line:
        return Check("server", False, "doctor.server_open_line", shown)
    code = "doctor.server_local" if line == "local" else "doctor.server_ok"
    return Check("server", True, code, shown)


def check_server_versions(store: Store) -> Check:
    """Return which tables the database has, and which server it is on."""
    found = store.read(schema_of)
    params = {"schema": found, "version": store.read(_said)["server_version"]}
    return Check("versions", found == SCHEMA, "doctor.server_versions", params)


def _said(connection: Connection) -> dict[str, str]:
    said = {name: str(connection.execute(text(f"SHOW {name}")).scalar()) for name in _SAID}
    return {**said, "line": line_of(connection)}
