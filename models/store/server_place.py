"""Where the server is, sealed: the address of a database holds its password.

The file `server` lies beside the keyring and stands for the data file. It is AES-256-GCM under the
store's key, which nobody has without an account's password or the recovery key.
"""

from __future__ import annotations

import base64
import json
import os
from pathlib import Path
from typing import Final

from models.errors import KnownError
from models.json_text import parse_json
from models.store.files import write_atomically

_FORMAT: Final = 1
_NONCE_BYTES: Final = 12


def save_place(path: Path, url: str, key: bytes, store_id: str) -> None:
    """Write `url` so that only the holder of `key` (32 bytes) can read it."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    nonce = os.urandom(_NONCE_BYTES)
    sealed = AESGCM(key).encrypt(nonce, url.encode(), _label(store_id))
    data = {
        "format": _FORMAT, "nonce": base64.b64encode(nonce).decode(),
        "sealed": base64.b64encode(sealed).decode(),
    }  # fmt: skip
    write_atomically(path, json.dumps(data).encode())


def load_place(path: Path, key: bytes, store_id: str) -> str:
    """Return the URL; KnownError for a file that cannot be read or was sealed by another key."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    try:
        data = parse_json(path.read_bytes())
        if data["format"] > _FORMAT:
            raise KnownError("store.newer")
        nonce, sealed = base64.b64decode(data["nonce"]), base64.b64decode(data["sealed"])
        return AESGCM(key).decrypt(nonce, sealed, _label(store_id)).decode()
    except (OSError, ValueError, KeyError, TypeError, InvalidTag):
        # Not chained: what was being read is secret.
        raise KnownError("store.place_damaged", file=path.name) from None


def _label(store_id: str) -> bytes:
    return f"{store_id}:server".encode()
