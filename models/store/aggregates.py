"""What is said for those who may read figures only: in no unit's name, and of no person.

Who may read what is decided by unit (DESIGN §5). So what holds no personal data, and may be read
where a unit's own events may not, is said under a code that no unit has.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final
from uuid import UUID

from models.journal.event import NewEvent
from models.journal.histories import read_entity
from models.store.store import Transaction

AGGREGATES: Final = "aggregates"


def restate(tx: Transaction, kind: str, entity: UUID, content: Mapping[str, Any]) -> bool:
    """Say something to those who may read figures only; False where it is the last word already."""
    said = read_entity(tx.connection, entity, AGGREGATES)
    if said and said[-1].type == kind and said[-1].content == content:
        return False
    tx.append(NewEvent(kind, AGGREGATES, entity, content))
    return True
