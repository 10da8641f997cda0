"""Records what was done. It asks for nothing: what is allowed is asked where it is done."""

from __future__ import annotations

from models.audit.records import Happening
from models.ids import uuid7
from models.journal.event import NewEvent
from models.store.schema import own_unit
from models.store.store import Transaction


def note(tx: Transaction, *happenings: Happening, machine: str) -> None:
    """Record what the actor did on a machine, each as an entity of its own."""
    unit = own_unit(tx.connection) or ""
    tx.append(
        *(
            NewEvent(
                one.type, unit, uuid7(tx.clock.now_ms()), {**one.facts, "machine": machine},
                parents=(), is_creation=True,
            )
            for one in happenings
        )
    )  # fmt: skip
