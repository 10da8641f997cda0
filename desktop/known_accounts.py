"""The names that can sign in on this machine, for the sign-in page. Loads next to nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.paths import DataPaths

_DAMAGE = (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError)


def known_accounts(paths: DataPaths) -> list[str]:
    """Return the names in the keyring, the one that signed in last first; none if it is damaged.

    The sentence about a damaged keyring comes when the password is tried.
    """
    import json

    try:
        data = json.loads(paths.keyring.read_bytes())
        names = {str(item["id"]): str(item["name"]) for item in data["accounts"]}
    except _DAMAGE:
        return []
    try:
        tried = list(json.loads(paths.attempts.read_bytes()))
    except _DAMAGE:
        tried = []
    recent = [account for account in reversed(tried) if account in names]
    return [names[account] for account in dict.fromkeys([*recent, *names])]
