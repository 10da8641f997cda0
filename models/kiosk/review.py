"""What a reviewer sees of the kiosk's votes and says of them: "seen, they count", or void."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Connection, select

from models.clock import hlc_time
from models.errors import UserError
from models.ids import derived_id
from models.journal.event import Event, NewEvent
from models.journal.histories import read_entities, read_entity
from models.json_text import parse_json
from models.kiosk.patterns import CountedVote, Finding, Pattern, find_patterns
from models.permissions import Permission, permitted
from models.settings.queries import read_settings
from models.store.parts import in_parts
from models.store.store import Transaction
from models.surveys.commands import void_slip
from models.surveys.records import KIOSK_CHANNEL
from models.surveys.tables import batches, responses

# `vote.seen` 1: batch, pattern, slips [id]: a reviewer let them count
VOTES_SEEN: Final = "vote.seen"
# `vote.unseen` 1: the same, and undoes [event id]: a reviewer wants to look at them again
VOTES_UNSEEN: Final = "vote.unseen"
# The month that is reported and the one before it.
LOOKED_BACK: Final = timedelta(days=62)
_DERIVED: Final = 5


def read_findings(connection: Connection, today: date) -> list[Finding]:
    """Return what is striking in the kiosk's votes of the last two months, the newest first."""
    units = _batches(connection, today - LOOKED_BACK)
    seen: dict[Pattern, set[UUID]] = {pattern: set() for pattern in Pattern}
    entities = {_entity(batch): unit for batch, unit in units.items()}
    for events in read_entities(connection, entities).values():
        for event in _standing(events):
            pattern, slips = event.content.get("pattern"), event.content.get("slips")
            # A newer program at another station may know patterns that this one does not.
            if pattern in list(Pattern) and isinstance(slips, list):
                seen[Pattern(pattern)].update(map(UUID, slips))
    # Only an import derives its batch's id: it says when a file was read, not when votes came.
    own = [batch for batch in units if batch.version != _DERIVED]
    return find_patterns(_votes(connection, own), read_settings(connection), seen)


@permitted(Permission.REVIEW_SLIPS)
def let_count(tx: Transaction, finding: Finding) -> None:
    """Record that a reviewer saw what is striking about some votes, and that they count."""
    unit = _batches(tx.connection).get(finding.batch)
    if unit is None:
        raise UserError("surveys.no_batch")
    tx.append(NewEvent(VOTES_SEEN, unit, _entity(finding.batch), _content(finding)))


@permitted(Permission.REVIEW_SLIPS)
def look_again(tx: Transaction, finding: Finding) -> None:
    """Take back that a reviewer saw these votes: they are shown again; UserError if nobody did."""
    unit = _batches(tx.connection).get(finding.batch)
    if unit is None:
        raise UserError("surveys.no_batch")
    entity, content = _entity(finding.batch), _content(finding)
    said = _standing(read_entity(tx.connection, entity, unit))
    undoes = [
        str(event.event_id) for event in said
        if all(event.content.get(name) == content[name] for name in content)
    ]  # fmt: skip
    if not undoes:
        raise UserError("kiosk.nothing_found")
    tx.append(NewEvent(VOTES_UNSEEN, unit, entity, {**content, "undoes": undoes}))


@permitted(Permission.REVIEW_SLIPS)
def void_votes(tx: Transaction, votes: Sequence[UUID], *, reason: str) -> int:
    """Void votes for a reason that is kept, and return how many; UserError if none stands."""
    standing = {
        slip
        for part in in_parts(votes)
        for slip in tx.connection.execute(
            select(responses.c.id).where(
                responses.c.id.in_(part), responses.c.channel == KIOSK_CHANNEL,
                responses.c.status == "valid",
            )
        ).scalars()
    }  # fmt: skip
    if not standing:
        raise UserError("kiosk.nothing_found")
    for vote in votes:
        if vote in standing:
            void_slip(tx, vote, reason=reason)
    return len(standing)


def _batches(connection: Connection, since: date = date.min) -> dict[UUID, str]:
    query = select(batches.c.id, batches.c.unit).where(
        batches.c.channel == KIOSK_CHANNEL, batches.c.collected_on >= since.isoformat()
    )
    return {row.id: row.unit for row in connection.execute(query)}


def _votes(connection: Connection, of: Sequence[UUID]) -> list[CountedVote]:
    found: list[CountedVote] = []
    for part in in_parts(of):
        query = select(
            responses.c.id, responses.c.batch, responses.c.number, responses.c.recorded_hlc,
            responses.c.answers,
        ).where(responses.c.batch.in_(part), responses.c.status == "valid")  # fmt: skip
        found += [
            CountedVote(
                row.id, row.batch, row.number, hlc_time(row.recorded_hlc), parse_json(row.answers)
            )
            for row in connection.execute(query)
        ]
    return found


def _content(finding: Finding) -> dict[str, Any]:
    return {
        "batch": str(finding.batch), "pattern": finding.pattern.value,
        "slips": [str(vote.id) for vote in finding.votes],
    }  # fmt: skip


def _standing(events: Sequence[Event]) -> list[Event]:
    """Return what was seen and not taken back."""
    undone = {
        one for event in events
        if event.type == VOTES_UNSEEN and event.payload is not None
        for one in event.content.get("undoes", ())
    }  # fmt: skip
    return [
        event for event in events
        if event.type == VOTES_SEEN and event.payload is not None
        and str(event.event_id) not in undone
    ]  # fmt: skip


def _entity(batch: UUID) -> UUID:
    return derived_id("kiosk votes seen", [str(batch)])
