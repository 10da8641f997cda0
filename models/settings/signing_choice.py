"""Which token an account signs with: this person's matter on this machine, no fact.

Kept for each account apart: a library is a program that runs inside ours, so nobody chooses one for
somebody else. Neither a PIN nor a passphrase is ever kept.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from sqlalchemy import Connection, delete, insert, select

from models.permissions import Permission, permitted
from models.store.schema import store_state
from models.store.store import Transaction

_KEY: Final = "signing_choice:{account}"


@dataclass(frozen=True, slots=True)
class SigningChoice:
    """The path of a token's library, the token's label and the certificate's id on it.

    Or the path of a key file; each is "" where nothing was chosen.
    """

    module: str = ""
    token: str = ""
    certificate: str = ""
    key_file: str = ""


def read_signing_choice(connection: Connection, account: UUID) -> SigningChoice:
    """Return what the account chose last."""
    query = select(store_state.c.value).where(store_state.c.key == _key(account))
    kept = connection.execute(query).scalar()
    return SigningChoice(**json.loads(kept)) if kept else SigningChoice()


@permitted(Permission.REPORT)
def keep_signing_choice(tx: Transaction, account: UUID, choice: SigningChoice) -> None:
    """Keep what the account chose, in place of what it chose before."""
    values = {
        "module": choice.module, "token": choice.token, "certificate": choice.certificate,
        "key_file": choice.key_file,
    }  # fmt: skip
    tx.connection.execute(delete(store_state).where(store_state.c.key == _key(account)))
    tx.connection.execute(
        insert(store_state), {"key": _key(account), "value": json.dumps(values)}
    )


def _key(account: UUID) -> str:
    return _KEY.format(account=account.hex)
