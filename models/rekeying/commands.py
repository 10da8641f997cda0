"""Closes a batch with its drawing, and records what is keyed a second time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final
from uuid import UUID

from sqlalchemy import func, select

from models.errors import UserError
from models.ids import uuid7
from models.journal.event import NewEvent
from models.journal.histories import read_entity, told
from models.permissions import Permission, permitted
from models.questionnaires.queries import read_form
from models.rekeying.compare import compared_fields, differing
from models.rekeying.drawing import is_drawn
from models.rekeying.events import DRAWN, KEYED, PAPER, SITTING, drawing_of, rekeyed_of
from models.rekeying.plan import Plan, Standing
from models.rekeying.queries import STANDING, keyers_of, plan_of, standing_of
from models.rekeying.records import Share, Sitting
from models.rekeying.tables import drawn_slips, rekeyed_slips
from models.settings.queries import read_settings
from models.store.schema import own_unit
from models.store.store import Transaction
from models.surveys.commands import close_batch, record_slip
from models.surveys.events import content_fields
from models.surveys.queries import read_batch, read_slip
from models.surveys.records import IMPORT_CHANNEL, KIOSK_CHANNEL, Slip, SlipContent
from models.surveys.tables import responses

# There is no paper of these that somebody could key.
_WITHOUT_PAPER: Final = frozenset({IMPORT_CHANNEL, KIOSK_CHANNEL})


@permitted(Permission.KEY_SLIPS)
def close_and_draw(
    tx: Transaction, batch: UUID, *, returned: int | None, reason: str = ""
) -> int:
    """Close a batch and draw the slips to key a second time; return how many. As `close_batch`."""
    close_batch(tx, batch, returned=returned, reason=reason)
    settings = read_settings(tx.connection)
    if not settings.rekeys or read_batch(tx.connection, batch).header.channel in _WITHOUT_PAPER:
        return 0
    plan = plan_of(settings)
    query = select(responses.c.keyed_by).where(
        responses.c.batch == batch, responses.c.status.in_(STANDING)
    )
    clerks = sorted(set(tx.connection.execute(query).scalars()), key=lambda one: one.int)
    standings = {clerk: standing_of(tx.connection, plan, clerk) for clerk in clerks}
    return draw(tx, batch, plan, standings, "closed")


@permitted(Permission.KEY_SLIPS)
def record_and_draw(
    tx: Transaction, batch: UUID, slip: UUID, content: SlipContent, *, replaces: UUID | None = None
) -> int:
    """Record a slip as `record_slip`; one in the place of a drawn slip is drawn at once."""
    number = record_slip(tx, batch, slip, content, replaces=replaces)
    if replaces is not None:
        draw_late(tx, batch)
    return number


def draw(
    tx: Transaction, batch: UUID, plan: Plan, standings: Mapping[UUID, Standing], reason: str
) -> int:
    """Draw of some clerks' slips those that their standing asks for; return how many are new."""
    shares = {
        clerk: Share(standing.level, plan.share(standing.level))
        for clerk, standing in standings.items()
    }
    return _draw(tx, batch, shares, reason)


@permitted(Permission.KEY_SLIPS)
def draw_late(tx: Transaction, batch: UUID) -> int:
    """Draw of a drawn batch what came since, at the shares recorded then; return how many are new.

    What stands in the place of a drawn slip that was voided is drawn whatever the share. Of a clerk
    of whom nothing was here then all is. Nothing where the batch was not drawn.
    """
    unit = read_batch(tx.connection, batch).header.unit
    shares: dict[UUID, Share] = {}
    for event in told(read_entity(tx.connection, drawing_of(batch), unit), {DRAWN}):
        for clerk in event.content["clerks"]:
            account, share = UUID(clerk["account"]), Share(clerk["level"], float(clerk["share"]))
            shares[account] = max(shares.get(account, share), share, key=lambda one: one.share)
    if not shares:
        return 0
    query = select(responses.c.keyed_by).where(
        responses.c.batch == batch, responses.c.status.in_(STANDING)
    )
    new = set(tx.connection.execute(query.distinct()).scalars()) - set(shares)
    shares |= {clerk: Share(0, 1.0) for clerk in sorted(new, key=lambda one: one.int)}
    return _draw(tx, batch, shares, "late")


def _draw(tx: Transaction, batch: UUID, shares: Mapping[UUID, Share], reason: str) -> int:
    renewed = drawn_slips.alias("renewed")
    query = (
        select(
            responses.c.id, responses.c.number, responses.c.keyed_by,
            renewed.c.slip.is_not(None).label("is_renewed"),
        )
        .outerjoin(drawn_slips, drawn_slips.c.slip == responses.c.id)
        .outerjoin(renewed, renewed.c.slip == responses.c.replaces)
        .where(responses.c.batch == batch, responses.c.status.in_(STANDING))
        .where(responses.c.keyed_by.in_(list(shares)), drawn_slips.c.slip.is_(None))
        .order_by(responses.c.number, responses.c.id)
    )  # fmt: skip
    clerks = list(shares)
    drawn = [
        row
        for row in tx.connection.execute(query)
        if row.is_renewed or is_drawn(batch, row.id, shares[row.keyed_by].share)
    ]
    if not drawn and reason != "closed":
        return 0
    content = {
        "batch": str(batch),
        "reason": reason,
        "clerks": [
            {"account": str(clerk), "level": share.level, "share": str(share.share)}
            for clerk, share in shares.items()
        ],
        "slips": [[str(row.id), row.number, clerks.index(row.keyed_by)] for row in drawn],
    }
    unit = read_batch(tx.connection, batch).header.unit
    tx.append(NewEvent(DRAWN, unit, drawing_of(batch), content))
    return len(drawn)


@permitted(Permission.KEY_SLIPS)
def rekey_slip(tx: Transaction, slip: UUID, content: SlipContent | None) -> bool:
    """Record what a drawn slip was keyed as the second time, None for "there is no such paper".

    Return whether it differs. The same a second time changes nothing (a retry after a doubtful
    commit). UserError for a slip that was not drawn, that the actor keyed or changed, that was
    voided meanwhile, or that somebody else keyed a second time.
    """
    rekeyed = rekeyed_of(slip)
    found = _known(tx, rekeyed)
    if found is not None:
        return found
    query = select(drawn_slips.c.slip).where(drawn_slips.c.slip == slip)
    current = read_slip(tx.connection, slip)
    if current is None or tx.connection.execute(query).first() is None:
        raise UserError("rekeying.not_drawn")
    if current.status not in STANDING:
        raise UserError("surveys.no_slip")
    if tx.actor in keyers_of(tx.connection, {slip: current.unit})[slip]:
        raise UserError("rekeying.own_slip")
    payload = keyed_payload(tx, current, content)
    tx.append(NewEvent(KEYED, current.unit, rekeyed, payload))
    return bool(payload["differing"])


@permitted(Permission.KEY_SLIPS)
def rekey_extra(tx: Transaction, batch: UUID, paper: UUID, content: SlipContent) -> bool:
    """Record a paper of a drawn batch that the first keyer has not, under an id minted for it.

    UserError for a batch that was not drawn, or whose slips the actor keyed.
    """
    found = _known(tx, paper)
    if found is not None:
        return found
    drawn = select(drawn_slips.c.slip).where(drawn_slips.c.batch == batch)
    if tx.connection.execute(drawn).first() is None:
        raise UserError("rekeying.not_drawn")
    if tx.actor in _keyers(tx, batch):
        raise UserError("rekeying.own_slip")
    payload = extra_payload(tx, batch, content)
    unit = read_batch(tx.connection, batch).header.unit
    tx.append(NewEvent(KEYED, unit, paper, payload, parents=(), is_creation=True))
    return True


def keyed_payload(tx: Transaction, slip: Slip, content: SlipContent | None) -> dict[str, Any]:
    """Return what is recorded of a slip that was keyed as `content` the second time, or missing."""
    if content is None:
        found = _payload(
            slip, slip.keyed_by, SlipContent({}), (PAPER,), {PAPER: (True, False)}
        )
        return {"outcome": "missing", **found}
    # What stands is not the word of one alone where another changed it: no error is only his.
    is_of_one = keyers_of(tx.connection, {slip.id: slip.unit})[slip.id] == {slip.keyed_by}
    form = read_form(tx.connection, slip.questionnaire, slip.version)
    found = _payload(
        slip, slip.keyed_by if is_of_one else None, content,
        compared_fields(form, slip.content, content), differing(form, slip.content, content),
    )  # fmt: skip
    return {"outcome": "keyed", **found}


def extra_payload(tx: Transaction, batch: UUID, content: SlipContent) -> dict[str, Any]:
    """Return what is recorded of a paper of a batch that the first keyer has not."""
    header = read_batch(tx.connection, batch).header
    firsts = _keyers(tx, batch)
    return {
        "outcome": "extra",
        "slip": None,
        "batch": str(batch),
        "number": _last_number(tx, batch) + 1,
        "questionnaire": header.questionnaire,
        "version": header.version,
        # Of several nobody knows who left it out.
        "first_by": str(min(firsts)) if len(firsts) == 1 else None,
        **content_fields(content),
        "fields": [PAPER],
        "differing": {PAPER: [False, True]},
    }


@permitted(Permission.KEY_SLIPS)
def note_sitting(tx: Transaction, sitting: Sitting) -> None:
    """Record how long the actor was at the keys; nothing where nothing was saved."""
    if not sitting.slips or not sitting.seconds:
        return
    content = {
        "day": tx.clock.today().isoformat(),
        "kind": sitting.kind,
        "slips": sitting.slips,
        "keys": sitting.keys,
        "seconds": sitting.seconds,
    }
    unit = own_unit(tx.connection) or ""
    noted = uuid7(tx.clock.now_ms())
    tx.append(NewEvent(SITTING, unit, noted, content, parents=(), is_creation=True))


def _known(tx: Transaction, rekeyed: UUID) -> bool | None:
    """Return whether what the actor recorded under an id differs, None if nobody recorded any."""
    query = select(rekeyed_slips).where(rekeyed_slips.c.id == rekeyed)
    row = tx.connection.execute(query).first()
    if row is None:
        return None
    if row.second_by != tx.actor:
        raise UserError("rekeying.already_keyed")
    return bool(row.differing != "{}")


def _payload(
    slip: Slip, first_by: UUID | None, content: SlipContent, fields: Sequence[str],
    found: Mapping[str, tuple[Any, Any]],
) -> dict[str, Any]:  # fmt: skip
    return {
        "slip": str(slip.id),
        "batch": str(slip.batch),
        "number": slip.number,
        "questionnaire": slip.questionnaire,
        "version": slip.version,
        "first_by": str(first_by) if first_by is not None else None,
        **content_fields(content),
        "fields": list(fields),
        "differing": {field: list(values) for field, values in found.items()},
    }


def _keyers(tx: Transaction, batch: UUID) -> set[UUID]:
    query = select(responses.c.keyed_by).where(responses.c.batch == batch).distinct()
    return set(tx.connection.execute(query).scalars())


def _last_number(tx: Transaction, batch: UUID) -> int:
    """Return the last number of a batch, papers found already counted behind it."""
    slips = select(func.max(responses.c.number)).where(responses.c.batch == batch)
    papers = select(func.max(rekeyed_slips.c.number)).where(
        rekeyed_slips.c.batch == batch, rekeyed_slips.c.outcome == "extra"
    )
    found = [tx.connection.execute(query).scalar() or 0 for query in (slips, papers)]
    return max(found)
