"""One sealed bundle: zstd(msgpack) → Ed25519 over recipients and body → age to the recipients.

Who finds the file sees nothing of it, not even who it is for. Who it is for sees who signed it, and
that the signer meant it for them: a bundle that a recipient seals again for others is refused.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final, cast
from uuid import UUID

import msgpack

from exports.exchange.bounded import read_at_most
from exports.exchange.wire import LARGEST_BODY
from models.errors import UserError
from models.stations.own import OwnStation

_KIND: Final = b"motcua-bundle-1"
# A sealed file may be so large; what it unpacks to is bounded by `LARGEST_BODY`.
LARGEST_BUNDLE: Final = 256 * 1024 * 1024
_LEVEL: Final = 3
_MOST_RECIPIENTS: Final = 1000


@dataclass(frozen=True, slots=True)
class OpenedBundle:
    """What was sealed, with nothing proven of it yet but that it could be opened here."""

    sender: UUID
    made_ms: int
    recipients: tuple[str, ...]
    packed: bytes
    signature: bytes

    def is_signed_by(self, sign_key: bytes) -> bool:
        """Say whether the holder of an Ed25519 key signed all of it."""
        from cryptography.exceptions import InvalidSignature
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

        text = _signed_text(self.sender, self.made_ms, self.recipients, self.packed)
        try:
            Ed25519PublicKey.from_public_bytes(sign_key).verify(self.signature, text)
        except (InvalidSignature, ValueError):
            return False
        return True

    def body(self, most: int | None = None) -> bytes:
        """Return what `wire.read_body` reads; UserError when it is damaged or too large.

        `most` bytes are read, `LARGEST_BODY` unless told.
        """
        import zstandard

        most = LARGEST_BODY if most is None else most
        try:
            # The size that the frame states is not believed: reading stops where it is too much.
            with zstandard.ZstdDecompressor(max_window_size=2**27).stream_reader(
                self.packed, read_across_frames=False
            ) as reader:
                body = read_at_most(reader, most)
        except zstandard.ZstdError as error:
            raise UserError("exchange.damaged") from error
        if len(body) > most:
            raise UserError("exchange.too_large")
        return body


def seal(
    own: OwnStation, recipients: Sequence[str], body: bytes, *, made_ms: int
) -> bytes:
    """Return `body` sealed for the holders of age keys ("age1…"), signed by this station."""
    import zstandard
    from pyrage import encrypt, x25519

    packed = zstandard.ZstdCompressor(level=_LEVEL).compress(body)
    boxes = sorted(set(recipients))
    text = _signed_text(own.card.id, made_ms, boxes, packed)
    inner = msgpack.packb(
        [_KIND, own.card.id.bytes, made_ms, boxes, own.sign(text), packed]
    )
    return cast(bytes, encrypt(inner, [x25519.Recipient.from_str(box) for box in boxes]))


def unseal(own: OwnStation, sealed: bytes) -> OpenedBundle:
    """Return a bundle that was sealed for this station.

    UserError when it is too large, damaged, or not for this station.
    """
    from pyrage import DecryptError, decrypt, x25519

    if len(sealed) > LARGEST_BUNDLE:
        raise UserError("exchange.too_large")
    if not sealed.startswith(b"age-encryption.org/v1"):
        raise UserError("exchange.no_bundle")
    try:
        inner = decrypt(sealed, [x25519.Identity.from_str(own.box_secret)])
    except DecryptError as error:
        raise UserError("exchange.not_for_us") from error
    opened = _read(inner)
    if own.card.box_key not in opened.recipients:
        raise UserError("exchange.resealed")
    return opened


def _signed_text(
    sender: UUID, made_ms: int, recipients: Sequence[str], packed: bytes
) -> bytes:
    text = msgpack.packb([_KIND, sender.bytes, made_ms, list(recipients), packed])
    return cast(bytes, text)


def _read(inner: bytes) -> OpenedBundle:
    try:
        kind, sender, made_ms, recipients, signature, packed = cast(
            list[Any], msgpack.unpackb(inner)
        )
        if kind != _KIND:
            raise ValueError("kind")
        if type(made_ms) is not int or not 0 <= made_ms < 2**47:
            raise ValueError("time")
        if not 0 < len(recipients) <= _MOST_RECIPIENTS or sorted(recipients) != recipients:
            raise ValueError("recipients")
        if not (isinstance(signature, bytes) and isinstance(packed, bytes)):
            raise TypeError("bytes")
        return OpenedBundle(
            UUID(bytes=sender), made_ms, tuple(map(str, recipients)), packed, signature
        )
    except (ValueError, TypeError, KeyError, msgpack.UnpackException) as error:
        raise UserError("exchange.damaged") from error
