"""A station's card: who it is and by which keys, signed by itself, compared by two people.

The card says nothing secret. Whoever holds it can seal a bundle for the station and check what it
signed; whether the card is the right one is for two people to say, by the words of its fingerprint.
"""

from __future__ import annotations

import binascii
from base64 import b64decode, b64encode
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from models.errors import UserError
from models.ids import blake2b
from models.json_text import canonical_json, parse_json
from models.text import tidy

KIND: Final = "motcua-station-1"
_GROUPS: Final = 6
_DIGITS: Final = 5
_LONGEST_NAME: Final = 200
# Far above what a card takes.
LARGEST_CARD: Final = 4096


@dataclass(frozen=True, slots=True)
class StationCard:
    """`sign_key` is an Ed25519 public key (32 bytes), `box_key` an age recipient ("age1…")."""

    id: UUID
    name: str
    unit: str
    sign_key: bytes
    box_key: str
    signature: bytes

    @property
    def fingerprint(self) -> str:
        """Return six groups of five digits that stand for the card's keys and its unit."""
        number = int.from_bytes(blake2b(self.signed_text), "big")
        groups = []
        for _ in range(_GROUPS):
            number, group = divmod(number, 10**_DIGITS)
            groups.append(f"{group:0{_DIGITS}d}")
        return " ".join(groups)

    @property
    def signed_text(self) -> bytes:
        """Return what the station signed."""
        return card_text(self.id, self.name, self.unit, self.sign_key, self.box_key)

    def to_text(self) -> str:
        """Return the card as text for a file or a QR code."""
        content: dict[str, Any] = parse_json(self.signed_text.decode())
        content["signature"] = b64encode(self.signature).decode()
        return canonical_json(content)


def card_text(id_: UUID, name: str, unit: str, sign_key: bytes, box_key: str) -> bytes:
    """Return the text that a station signs: canonical JSON in UTF-8."""
    return canonical_json(
        {"kind": KIND, "id": str(id_), "name": name, "unit": unit,
         "sign_key": b64encode(sign_key).decode(), "box_key": box_key}
    ).encode()  # fmt: skip


def read_card(text: str) -> StationCard:
    """Return the card that a text holds; UserError when it is none or its signature is wrong."""
    try:
        if len(text) > LARGEST_CARD:
            raise ValueError("length")
        content = parse_json(text)
        if set(content) != {"kind", "id", "name", "unit", "sign_key", "box_key", "signature"}:
            raise ValueError("fields")
        if content["kind"] != KIND or not 0 < len(content["name"]) <= _LONGEST_NAME:
            raise ValueError("kind")
        card = StationCard(
            UUID(content["id"]), tidy(content["name"]), tidy(content["unit"]),
            b64decode(content["sign_key"], validate=True), str(content["box_key"]),
            b64decode(content["signature"], validate=True),
        )  # fmt: skip
        _check(card)
    except (ValueError, TypeError, KeyError, AttributeError, binascii.Error) as error:
        raise UserError("stations.bad_card") from error
    return card


def _check(card: StationCard) -> None:
    """Raise ValueError unless the card was signed by its own key and can be sealed for."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
    from pyrage import RecipientError, x25519

    try:
        Ed25519PublicKey.from_public_bytes(card.sign_key).verify(card.signature, card.signed_text)
        x25519.Recipient.from_str(card.box_key)
    except (InvalidSignature, RecipientError) as error:
        raise ValueError("signature") from error
