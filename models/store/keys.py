"""The store's key: random, and kept only wrapped, by passwords and by a recovery key.

`keyring.json` lies beside the store. Each wrap is AES-256-GCM under a key that Argon2id makes of
the password (RFC 9106); the recovery key is random itself. The store's key is never written down.
"""

from __future__ import annotations

import base64
import json
import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final
from uuid import UUID

from models.errors import KnownError, UserError
from models.json_text import parse_json
from models.passwords import check_password
from models.store.files import write_atomically
from models.text import nfc, search_key

KEY_BYTES: Final = 32
_FORMAT: Final = 1
# RFC 9106's second recommended option: 64 MiB, 3 passes, 4 lanes.
COST: Final[dict[str, int]] = {"memory_kib": 65536, "passes": 3, "lanes": 4}
# What a damaged or forged keyring may ask for at most: it must not fill the memory.
_MOST_MEMORY_KIB: Final = 1024 * 1024
_MOST_PASSES: Final = 16
_ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_NONCE_BYTES: Final = 12
_RECOVERY_BYTES: Final = 20
_CHECK_LETTERS: Final = 3


@dataclass(frozen=True, slots=True)
class Wrap:
    """The store's key sealed for one holder: Argon2id parameters, salt, nonce and sealed bytes."""

    memory_kib: int
    passes: int
    lanes: int
    salt: bytes
    nonce: bytes
    sealed: bytes


@dataclass(frozen=True, slots=True)
class SealedSecret:
    """The secret of a second factor, under the store's own key."""

    nonce: bytes
    sealed: bytes


@dataclass(frozen=True, slots=True)
class KeyHolder:
    """An account that can open the store.

    `must_change` says that somebody else knows its password: the one who set it.
    """

    id: UUID
    name: str
    wrap: Wrap
    must_change: bool = False
    second_factor: SealedSecret | None = None


@dataclass(frozen=True, slots=True)
class Keyring:
    """Who can open one store."""

    store_id: str
    holders: tuple[KeyHolder, ...]
    recovery: Wrap

    def holder(self, name: str) -> KeyHolder:
        """Return the account called `name`, whatever its case; UserError if there is none."""
        for holder in self.holders:
            if search_key(holder.name) == search_key(name):
                return holder
        raise UserError("accounts.unknown", name=name)

    def of(self, account: UUID) -> KeyHolder:
        """Return the account of an id; UserError if it opens nothing here."""
        for holder in self.holders:
            if holder.id == account:
                return holder
        raise UserError("accounts.no_account")

    def only_name(self) -> str:
        """Return the name of the only account; UserError where there are several."""
        names = [holder.name for holder in self.holders]
        if len(names) != 1:
            raise UserError("accounts.name_missing", names=", ".join(names))
        return names[0]


def create_keyring(account: UUID, name: str, password: str) -> tuple[Keyring, bytes, str]:
    """Return a new keyring with one account, the store's key and the recovery key to print.

    Raises UserError for a password that is too short.
    """
    key = secrets.token_bytes(KEY_BYTES)
    store_id = secrets.token_hex(16)
    recovery_key = _spell(secrets.token_bytes(_RECOVERY_BYTES))
    check_password(password)
    holder = KeyHolder(account, nfc(name), _seal(key, password, _label(store_id, account)))
    recovery = _seal(key, _recovery_letters(recovery_key), f"{store_id}:recovery")
    return Keyring(store_id, (holder,), recovery), key, recovery_key


def unlock(keyring: Keyring, name: str, password: str) -> tuple[KeyHolder, bytes]:
    """Return the account and the store's key; UserError if name or password is wrong.

    Costs one Argon2id run (64 MiB, about a tenth of a second).
    """
    holder = keyring.holder(name)
    label = _label(keyring.store_id, holder.id, has_second=holder.second_factor is not None)
    key = _open(holder.wrap, password, label)
    if key is None:
        raise UserError("accounts.wrong_password")
    return holder, key


def recover(keyring: Keyring, recovery_key: str) -> bytes:
    """Return the store's key opened by the printed recovery key; UserError if it is not right."""
    key = _open(keyring.recovery, _recovery_letters(recovery_key), f"{keyring.store_id}:recovery")
    if key is None:
        raise UserError("accounts.wrong_recovery_key")
    return key


def set_password(
    keyring: Keyring, account: UUID, password: str, key: bytes, *, must_change: bool = False
) -> Keyring:
    """Return the keyring with `account`'s wrap made anew for `password`.

    `must_change` for a password that somebody else sets. UserError for one that is too weak.
    """
    holder = keyring.of(account)
    check_password(password, has_second_factor=holder.second_factor is not None)
    has_second = holder.second_factor is not None
    wrap = _seal(key, password, _label(keyring.store_id, account, has_second=has_second))
    return _with(keyring, replace(holder, wrap=wrap, must_change=must_change))


def add_holder(
    keyring: Keyring, account: UUID, name: str, password: str, key: bytes
) -> Keyring:
    """Return the keyring with one more account, whose password it has to change at first.

    UserError for a password that is too weak, or a name that another account here goes by.
    """
    check_password(password)
    if any(search_key(holder.name) == search_key(name) for holder in keyring.holders):
        raise UserError("accounts.name_taken", name=name)
    wrap = _seal(key, password, _label(keyring.store_id, account))
    holder = KeyHolder(account, nfc(name), wrap, must_change=True)
    return replace(keyring, holders=(*keyring.holders, holder))


def remove_holder(keyring: Keyring, account: UUID) -> Keyring:
    """Return the keyring without an account's wrap: its password opens nothing any more."""
    left = tuple(holder for holder in keyring.holders if holder.id != account)
    return replace(keyring, holders=left)


def set_second_factor(
    keyring: Keyring, account: UUID, secret: bytes | None, password: str, key: bytes
) -> Keyring:
    """Return the keyring with a second factor of `account`, None to do without one.

    The wrap is made anew with it, so that nobody can take it off the file: then the password opens
    nothing. UserError for a password that is too weak for doing without.
    """
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    check_password(password, has_second_factor=secret is not None)
    sealed = None
    if secret is not None:
        nonce = os.urandom(_NONCE_BYTES)
        label = _second_label(keyring, account)
        sealed = SealedSecret(nonce, AESGCM(key).encrypt(nonce, secret, label))
    label_of_wrap = _label(keyring.store_id, account, has_second=secret is not None)
    wrap = _seal(key, password, label_of_wrap)
    return _with(keyring, replace(keyring.of(account), wrap=wrap, second_factor=sealed))


def open_second_factor(keyring: Keyring, holder: KeyHolder, key: bytes) -> bytes | None:
    """Return the secret of an account's second factor, None if it has none.

    KnownError where what is sealed was changed.
    """
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    sealed = holder.second_factor
    if sealed is None:
        return None
    try:
        return AESGCM(key).decrypt(sealed.nonce, sealed.sealed, _second_label(keyring, holder.id))
    except (InvalidTag, ValueError) as error:
        raise KnownError("store.keyring_damaged", file="keyring.json") from error


def _label(store_id: str, account: UUID, *, has_second: bool = False) -> str:
    return f"{store_id}:{account}:with-second-factor" if has_second else f"{store_id}:{account}"


def _second_label(keyring: Keyring, account: UUID) -> bytes:
    return f"{keyring.store_id}:{account}:second".encode()


def _with(keyring: Keyring, changed: KeyHolder) -> Keyring:
    holders = tuple(changed if one.id == changed.id else one for one in keyring.holders)
    return replace(keyring, holders=holders)


def save_keyring(keyring: Keyring, path: Path) -> None:
    """Write the keyring so that a crash leaves either the old or the new one."""
    data = {
        "format": _FORMAT,
        "store_id": keyring.store_id,
        "accounts": [
            _holder_data(holder) for holder in keyring.holders
        ],
        "recovery": _wrap_data(keyring.recovery),
    }
    write_atomically(path, json.dumps(data, ensure_ascii=False, indent=1).encode())


def load_keyring(path: Path) -> Keyring:
    """Return the keyring of a store; KnownError when there is none or it cannot be read."""
    try:
        data = parse_json(path.read_bytes())
        if data["format"] > _FORMAT:
            raise KnownError("store.newer")
        holders = tuple(
            _holder(item) for item in data["accounts"]
        )
        return Keyring(data["store_id"], holders, _wrap(data["recovery"]))
    except FileNotFoundError as error:
        raise KnownError("store.missing", folder=str(path.parent)) from error
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise KnownError("store.keyring_damaged", file=path.name) from error


def _seal(key: bytes, password: str, label: str) -> Wrap:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    salt, nonce = secrets.token_bytes(16), os.urandom(_NONCE_BYTES)
    wrap = Wrap(**COST, salt=salt, nonce=nonce, sealed=b"")
    sealed = AESGCM(_derive(wrap, password)).encrypt(nonce, key, label.encode())
    return replace(wrap, sealed=sealed)


def _open(wrap: Wrap, password: str, label: str) -> bytes | None:
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    try:
        return AESGCM(_derive(wrap, password)).decrypt(wrap.nonce, wrap.sealed, label.encode())
    except InvalidTag:
        return None


def _derive(wrap: Wrap, password: str) -> bytes:
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    kdf = Argon2id(salt=wrap.salt, length=KEY_BYTES, iterations=wrap.passes, lanes=wrap.lanes,
                   memory_cost=wrap.memory_kib)  # fmt: skip
    return kdf.derive(nfc(password).encode())


def _spell(secret: bytes) -> str:
    number = int.from_bytes(secret, "big")
    letters = "".join(
        _ALPHABET[number >> 5 * place & 31] for place in reversed(range(len(secret) * 8 // 5))
    )
    letters += _check_letters(letters)
    return "-".join(letters[start : start + 5] for start in range(0, len(letters), 5))


def _check_letters(letters: str) -> str:
    total = 0
    for letter in letters:
        total = (total * 32 + _ALPHABET.index(letter)) % 32749
    return "".join(_ALPHABET[total >> 5 * place & 31] for place in reversed(range(_CHECK_LETTERS)))


def _recovery_letters(typed: str) -> str:
    """Return the letters of a typed recovery key; UserError when it was mistyped."""
    letters = "".join(letter for letter in typed.upper() if letter.isalnum())
    letters = letters.translate(str.maketrans("OIL", "011"))
    body, check = letters[:-_CHECK_LETTERS], letters[-_CHECK_LETTERS:]
    if not body or any(letter not in _ALPHABET for letter in letters):
        raise UserError("accounts.recovery_key_mistyped")
    if _check_letters(body) != check:
        raise UserError("accounts.recovery_key_mistyped")
    return letters


def _wrap_data(wrap: Wrap) -> dict[str, Any]:
    data: dict[str, Any] = {"memory_kib": wrap.memory_kib, "passes": wrap.passes,
                            "lanes": wrap.lanes}  # fmt: skip
    for name in ("salt", "nonce", "sealed"):
        data[name] = base64.b64encode(getattr(wrap, name)).decode()
    return data


def _wrap(data: Mapping[str, Any]) -> Wrap:
    wrap = Wrap(
        memory_kib=int(data["memory_kib"]),
        passes=int(data["passes"]),
        lanes=int(data["lanes"]),
        salt=base64.b64decode(data["salt"]),
        nonce=base64.b64decode(data["nonce"]),
        sealed=base64.b64decode(data["sealed"]),
    )
    is_possible = (
        1 <= wrap.passes <= _MOST_PASSES
        and 1 <= wrap.lanes <= wrap.memory_kib // 8 <= _MOST_MEMORY_KIB // 8
        and len(wrap.salt) >= 8
        and len(wrap.nonce) == _NONCE_BYTES
    )
    if not is_possible:
        raise ValueError(data)
    return wrap


def _holder_data(holder: KeyHolder) -> dict[str, Any]:
    data: dict[str, Any] = {
        "id": str(holder.id), "name": holder.name, "wrap": _wrap_data(holder.wrap),
    }  # fmt: skip
    if holder.must_change:
        data["must_change"] = True
    if holder.second_factor is not None:
        data["second_factor"] = {
            name: base64.b64encode(getattr(holder.second_factor, name)).decode()
            for name in ("nonce", "sealed")
        }
    return data


def _holder(data: Mapping[str, Any]) -> KeyHolder:
    second = data.get("second_factor")
    sealed = None
    if second is not None:
        sealed = SealedSecret(*(base64.b64decode(second[name]) for name in ("nonce", "sealed")))
    return KeyHolder(
        UUID(data["id"]), data["name"], _wrap(data["wrap"]), bool(data.get("must_change")), sealed
    )
