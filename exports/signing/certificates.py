"""What a certificate says, and whether one may sign with it; X.509 as asn1crypto reads it."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Final

from exports.signing.records import Certificate
from models.clock import VIETNAM
from models.errors import UserError
from models.text import nfc

if TYPE_CHECKING:
    from asn1crypto.x509 import Certificate as X509Certificate

# Either will do: Vietnamese authorities set one, the other, or both.
SIGNING_USES: Final = frozenset({"digital_signature", "non_repudiation"})
_KINDS: Final = frozenset({"rsa", "ec"})


def described(found: X509Certificate, id_: str = "") -> Certificate:
    """Return whom a certificate names."""
    names = found.subject.native
    return Certificate(
        id=id_,
        name=_first(names, "common_name") or nfc(found.subject.human_friendly),
        organisation=_first(names, "organization_name")
        or _first(names, "organizational_unit_name"),
        issuer=_first(found.issuer.native, "common_name") or nfc(found.issuer.human_friendly),
        not_before=found.not_valid_before.astimezone(VIETNAM),
        not_after=found.not_valid_after.astimezone(VIETNAM),
    )


def check_certificate(found: X509Certificate, when: datetime) -> None:
    """Raise UserError for a certificate that may not sign, or not at that time."""
    one = described(found)
    if when < one.not_before:
        raise UserError("signing.not_yet_valid", name=one.name, day=f"{one.not_before:%d/%m/%Y}")
    if when > one.not_after:
        raise UserError("signing.expired", name=one.name, day=f"{one.not_after:%d/%m/%Y}")
    if not may_sign(found):
        raise UserError("signing.key_usage", name=one.name)
    if found.public_key.algorithm not in _KINDS:
        raise UserError("signing.key_kind", name=one.name)


def is_fit(found: X509Certificate, when: datetime) -> bool:
    """Say whether `check_certificate` has nothing against it."""
    try:
        check_certificate(found, when)
    except UserError:
        return False
    return True


def may_sign(found: X509Certificate) -> bool:
    """Say whether the certificate's uses allow signing papers; one that names no use allows all."""
    uses = found.key_usage_value
    return uses is None or bool(SIGNING_USES & uses.native)


def _first(names: dict[str, object], key: str) -> str:
    value = names.get(key, "")
    # The innermost comes last where a name has several parts of one kind.
    return nfc(str(value[-1] if isinstance(value, list) else value))
