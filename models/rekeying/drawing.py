"""Which slips of a closed batch are keyed a second time: by lot, the same wherever asked."""

from __future__ import annotations

from hashlib import blake2b
from typing import Final
from uuid import UUID

_WHOLE: Final = 1 << 64


def is_drawn(batch: UUID, slip: UUID, share: float) -> bool:
    """Say whether a slip is among the `share` (0 to 1) of a batch's slips that are drawn.

    The lot is the batch's id with the slip's, which is not minted before the slip is sent off: a
    clerk cannot know it while keying. What is drawn at a share is drawn at every larger one.
    """
    digest = blake2b(batch.bytes + slip.bytes, digest_size=8).digest()
    return int.from_bytes(digest, "big") < share * _WHOLE
