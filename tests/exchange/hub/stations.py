"""Simulated stations: keys, chains of events, and requests as a station makes them."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from uuid import UUID

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from pyrage import x25519

from exports.exchange.bundle import seal, unseal
from exports.exchange.wire import Body, pack_body, read_body
from exports.hub.administration import enrol_at_hub
from exports.hub.database import HubDatabase
from models.clock import Clock
from models.ids import uuid7
from models.journal.event import NO_PREVIOUS, Event, event_digest, payload_digest
from models.journal.periods import Told, understand
from models.journal.reconcile import Held, combined
from models.stations.card import StationCard, card_text
from models.stations.own import OwnStation, read_own

_CLOCK = Clock()


def make_keys(name: str, unit: str) -> OwnStation:
    """Return a station's identity, in no store."""
    signing, box = Ed25519PrivateKey.generate(), x25519.Identity.generate()
    id_, public, box_key = uuid7(_CLOCK.now_ms()), signing.public_key(), str(box.to_public())
    sign_key = public.public_bytes_raw()
    signature = signing.sign(card_text(id_, name, unit, sign_key, box_key))
    card = StationCard(id_, name, unit, sign_key, box_key, signature)
    return OwnStation(card, signing.private_bytes_raw(), str(box))


def make_event(
    unit: str, stream: bytes, before: Event | None, *, entity: UUID | None = None,
    parents: tuple[UUID, ...] = (), payload: str = '{"a":1}',
) -> Event:  # fmt: skip
    """Return the event that follows `before` in a stream; without an entity, a creation."""
    hlc = _CLOCK.tick()
    event_id = uuid7(hlc >> 16)
    of, actor, salt = entity or event_id, UUID(int=1), secrets.token_bytes(16)
    seq, prev = (before.seq + 1, before.hash) if before else (1, NO_PREVIOUS)
    payload_hash = payload_digest(salt, payload)
    digest = event_digest(
        unit, event_id, stream, seq, hlc, "future.fact", 1, actor, of, parents, payload_hash, prev
    )
    return Event(
        unit, event_id, stream, seq, hlc, "future.fact", 1, actor, of, parents, salt, payload,
        payload_hash, prev, digest,
    )  # fmt: skip


def make_chain(unit: str, number: int, stream: bytes | None = None) -> list[Event]:
    """Return the events of one stream, every fourth of them a change of the one before."""
    of = stream or uuid7(_CLOCK.now_ms()).bytes
    made: list[Event] = []
    for at in range(number):
        before = made[-1] if made else None
        if before is not None and at % 4 == 3:
            made.append(
                make_event(unit, of, before, entity=before.entity, parents=(before.event_id,))
            )
        else:
            made.append(make_event(unit, of, before))
    return made


def state(chains: Sequence[Sequence[Event]]) -> dict[bytes, Held]:
    """Return what one states who holds whole chains."""
    return {
        chain[0].stream: Held(len(chain), combined([event.hash for event in chain]))
        for chain in chains
        if chain
    }


@dataclass
class SimulatedStation:
    """A station that is no store: its keys and the hub's card."""

    own: OwnStation
    hub: StationCard
    chains: list[list[Event]] = field(default_factory=list)
    stated: dict[bytes, Held] = field(default_factory=dict)

    def request(
        self, streams: Sequence[Sequence[Event]] = (), *, marks: Sequence[bytes] = (),
        states: dict[bytes, Held] | None = None, told: Told | None = None,
    ) -> bytes:  # fmt: skip
        """Return a sealed request with events and what the station holds, in full or as `told`."""
        self.stated = state(self.chains) if states is None else states
        body = pack_body([list(one) for one in streams], told or Told(self.stated), marks)
        return seal(self.own, [self.hub.box_key], body, made_ms=_CLOCK.now_ms())

    def read(self, answer: bytes) -> Body:
        """Return what the hub answered, with its statement in full."""
        body = self.opened(answer)
        understood = understand(body.told, [self.stated])
        assert not understood.unknown
        return replace(body, told=Told(understood.stated))

    def opened(self, answer: bytes) -> Body:
        """Return an answer as it came; the hub must have signed it."""
        opened = unseal(self.own, answer)
        assert opened.sender == self.hub.id
        assert opened.is_signed_by(self.hub.sign_key)
        return read_body(opened.body())


def join(
    database: HubDatabase, name: str, unit: str, *, reads: Sequence[str] | None = ()
) -> SimulatedStation:
    """Return a new station that is enrolled at a hub, to read its own unit unless told."""
    hub = database.read(read_own)
    assert hub is not None
    own = make_keys(name, unit)
    units = [unit] if reads == () else reads
    database.administer(partial(enrol_at_hub, card=own.card, units=units))
    return SimulatedStation(own, hub.card)
