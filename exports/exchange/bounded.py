"""Reads what somebody else made, which may be larger than anybody should believe."""

from __future__ import annotations

import io
from typing import Final, Protocol

_PIECE: Final = 1024 * 1024


class Readable(Protocol):
    """A file, an answer of a server, or what is unpacked as it is read."""

    def read(self, size: int, /) -> bytes:
        """Return at most `size` bytes, none at the end."""


def read_at_most(stream: Readable, most: int) -> bytes:
    """Return what a stream holds; of more than `most` bytes the first `most` + 1.

    In pieces: asked for all at once, Python takes the memory of the most that there may be.
    """
    found = io.BytesIO()
    while (left := most + 1 - found.tell()) > 0:
        piece = stream.read(min(left, _PIECE))
        if not piece:
            break
        found.write(piece)
    return found.getvalue()
