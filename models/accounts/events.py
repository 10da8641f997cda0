"""The event types of accounts and the shape of their payloads.

- `account.created` 1: id, name, role
- `account.role_changed` 1: role
- `account.removed` 1: nothing; the name stays in history
"""

from __future__ import annotations

from typing import Final

ACCOUNT_CREATED: Final = "account.created"
ROLE_CHANGED: Final = "account.role_changed"
ACCOUNT_REMOVED: Final = "account.removed"
