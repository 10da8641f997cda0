"""This station's own identity: made once, kept in the encrypted store, never exchanged."""

from __future__ import annotations

from base64 import b64decode, b64encode
from dataclasses import dataclass, field
from typing import Final
from uuid import UUID

from sqlalchemy import Connection, insert, select

from models.errors import UserError
from models.ids import uuid7
from models.json_text import canonical_json, parse_json
from models.permissions import Permission, permitted
from models.stations.card import StationCard, card_text
from models.store.schema import own_unit, store_state
from models.store.store import Transaction
from models.text import tidy

_KEY: Final = "station"
_KEPT: Final = select(store_state.c.value).where(store_state.c.key == _KEY)


@dataclass(frozen=True, slots=True)
class OwnStation:
    """The card that others are given, and the private halves of its keys."""

    card: StationCard
    sign_secret: bytes = field(repr=False)
    box_secret: str = field(repr=False)

    def sign(self, text: bytes) -> bytes:
        """Return the Ed25519 signature (64 bytes) over `text`."""
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

        return Ed25519PrivateKey.from_private_bytes(self.sign_secret).sign(text)


def read_own(connection: Connection) -> OwnStation | None:
    """Return this station's identity, None before it was made."""
    text = connection.execute(_KEPT).scalar()
    if text is None:
        return None
    kept = parse_json(text)
    card = StationCard(
        UUID(kept["id"]), kept["name"], kept["unit"], b64decode(kept["sign_key"]),
        kept["box_key"], b64decode(kept["signature"]),
    )  # fmt: skip
    return OwnStation(card, b64decode(kept["sign_secret"]), kept["box_secret"])


@permitted(Permission.EXCHANGE)
def make_own(tx: Transaction, name: str) -> OwnStation:
    """Return this station's identity, made under `name` if there is none yet.

    UserError for an empty name.
    """
    found = read_own(tx.connection)
    if found is not None:
        return found
    if not tidy(name):
        raise UserError("stations.name_empty")
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from pyrage import x25519

    signing = Ed25519PrivateKey.generate()
    box = x25519.Identity.generate()
    station, unit = uuid7(tx.clock.now_ms()), own_unit(tx.connection) or ""
    public, box_key = signing.public_key().public_bytes_raw(), str(box.to_public())
    signature = signing.sign(card_text(station, tidy(name), unit, public, box_key))
    own = OwnStation(
        StationCard(station, tidy(name), unit, public, box_key, signature),
        signing.private_bytes_raw(), str(box),
    )  # fmt: skip
    kept = {
        "id": str(station), "name": own.card.name, "unit": unit, "box_key": box_key,
        "sign_key": b64encode(public).decode(), "signature": b64encode(signature).decode(),
        "sign_secret": b64encode(own.sign_secret).decode(), "box_secret": own.box_secret,
    }  # fmt: skip
    tx.connection.execute(insert(store_state), {"key": _KEY, "value": canonical_json(kept)})
    return own
