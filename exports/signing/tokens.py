"""Keys on tokens: what is plugged in, what lies on it, and its way to sign (PKCS#11).

The library comes with the token and runs inside this program. Nothing here keeps a PIN.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pkcs11
from asn1crypto.x509 import Certificate as X509Certificate
from pkcs11 import exceptions as faults
from pkcs11.constants import Attribute, ObjectClass, TokenFlag
from pkcs11.mechanisms import Mechanism

from exports.signing.certificates import check_certificate, described, is_fit, may_sign
from exports.signing.records import Certificate, Token, TokenKey
from models.errors import CodedError, KnownError, UserError

if TYPE_CHECKING:
    from pyhanko.sign.signers import Signer

_PULLED_OUT: Final = (
    faults.DeviceRemoved, faults.TokenNotPresent, faults.SessionHandleInvalid,
    faults.SessionClosed, faults.SlotIDInvalid, faults.TokenNotRecognised,
)  # fmt: skip
_WRONG_PIN: Final = (faults.PinIncorrect, faults.PinInvalid, faults.PinLenRange)


def read_tokens(module: Path) -> tuple[Token, ...]:
    """Return the tokens that a library sees, by their labels; no PIN is asked for.

    UserError for a library that is none.
    """
    tokens = (_described(one) for one in _plugged(module))
    return tuple(sorted(tokens, key=attrgetter("label", "serial")))


def read_certificates(key: TokenKey) -> tuple[Certificate, ...]:
    """Return what may sign on a token, as far as it is shown without a PIN.

    UserError for a token that is not there; KnownError where the token fails.
    """
    token = _token(key)
    with _told(token), token.open() as session:
        found = _certificates(session)
    usable = [described(one, id_.hex()) for id_, one in found if may_sign(one)]
    return tuple(sorted(usable, key=attrgetter("id")))


@contextmanager
def opened_token(key: TokenKey, pin: str, when: datetime) -> Iterator[tuple[Signer, Certificate]]:
    """Open a token with its PIN and yield what signs, closed again afterwards.

    UserError for a wrong PIN, a locked token, or a certificate that may not sign at `when`;
    KnownError where the token is pulled out or fails, here or inside the block.
    """
    from pyhanko.sign.pkcs11 import PKCS11Signer

    token = _token(key)
    with _told(token), token.open(user_pin=_pin(token, pin)) as session:
        id_, certificate = _chosen(session, key.certificate, when)
        check_certificate(certificate, when)
        if not _has_key(session, id_):
            raise UserError("signing.no_key", name=described(certificate).name)
        yield (
            PKCS11Signer(
                session, signing_cert=certificate, key_id=id_,
                use_raw_mechanism=_is_raw(token, certificate), other_certs_to_pull=None,
            ),
            described(certificate, id_.hex()),
        )  # fmt: skip


def pin_problem(flags: TokenFlag) -> str:
    """Return the code of what a refused PIN means, by what the token says of its tries."""
    if TokenFlag.USER_PIN_LOCKED in flags:
        return "signing.token_locked"
    if TokenFlag.USER_PIN_FINAL_TRY in flags:
        return "signing.wrong_pin_last"
    if TokenFlag.USER_PIN_COUNT_LOW in flags:
        return "signing.wrong_pin_low"
    return "signing.wrong_pin"


def _plugged(module: Path) -> list[pkcs11.Token]:
    if not module.is_file():
        raise UserError("signing.no_module", file=str(module))
    try:
        library = pkcs11.lib(str(module))
    except (pkcs11.PKCS11Error, OSError) as error:
        raise UserError("signing.bad_module", file=str(module)) from error
    try:
        # Asked anew each time: a token may have been plugged in meanwhile.
        tokens = [slot.get_token() for slot in library.get_slots(token_present=True)]
    except _PULLED_OUT as error:
        raise KnownError("signing.token_removed") from error
    except pkcs11.PKCS11Error as error:
        raise KnownError("signing.token_failed", what=type(error).__name__) from error
    return [token for token in tokens if TokenFlag.TOKEN_INITIALIZED in token.flags]


def _token(key: TokenKey) -> pkcs11.Token:
    found = _plugged(key.module)
    if key.token:
        found = [one for one in found if one.label == key.token]
        if not found:
            raise KnownError("signing.token_missing", token=key.token)
    if not found:
        raise KnownError("signing.no_token")
    if len(found) > 1:
        labels = ", ".join(one.label for one in found)
        raise UserError("signing.choose_token", tokens=labels)
    return found[0]


@contextmanager
def _told(token: pkcs11.Token) -> Iterator[None]:
    """Turn what a token complains of into errors that have a sentence."""
    try:
        yield
    except faults.PinLocked as error:
        raise UserError("signing.token_locked") from error
    except faults.PinExpired as error:
        raise UserError("signing.pin_expired") from error
    except faults.UserPinNotInitialized as error:
        raise UserError("signing.no_pin_set") from error
    except _WRONG_PIN as error:
        raise UserError(pin_problem(_flags(token))) from error
    except _PULLED_OUT as error:
        raise KnownError("signing.token_removed") from error
    except pkcs11.PKCS11Error as error:
        raise _failure(token, error) from error


def _failure(token: pkcs11.Token, error: Exception) -> CodedError:
    # A library may say of a token that is gone only that something failed.
    try:
        is_there = token.slot.get_token().serial == token.serial
    except pkcs11.PKCS11Error:
        is_there = False
    if is_there:
        return KnownError("signing.token_failed", what=type(error).__name__)
    return KnownError("signing.token_removed")


def _flags(token: pkcs11.Token) -> TokenFlag:
    try:
        return token.slot.get_token().flags
    except pkcs11.PKCS11Error:
        return TokenFlag(0)


def _pin(token: pkcs11.Token, pin: str) -> Any:
    if pin:
        return pin
    if TokenFlag.PROTECTED_AUTHENTICATION_PATH in token.flags:
        # The token's own keypad asks for it.
        return pkcs11.PROTECTED_AUTH
    raise UserError("signing.pin_missing")


def _certificates(session: pkcs11.Session) -> list[tuple[bytes, X509Certificate]]:
    found = []
    for one in session.get_objects({Attribute.CLASS: ObjectClass.CERTIFICATE}):
        try:
            found.append((bytes(one[Attribute.ID]), X509Certificate.load(one[Attribute.VALUE])))
        except (ValueError, TypeError, faults.AttributeTypeInvalid):
            # Not X.509, or without its content: nothing to sign with.
            continue
    return found


def _chosen(
    session: pkcs11.Session, wanted: str, when: datetime
) -> tuple[bytes, X509Certificate]:  # fmt: skip
    """Return the certificate that is named, else the only one that may sign now.

    Where none may, it is the one that lasts longest: what is wrong with it is told.
    """
    found = _certificates(session)
    if wanted:
        for id_, one in found:
            if id_.hex() == wanted.casefold():
                return id_, one
        raise UserError("signing.certificate_unknown", certificate=wanted[:80])
    people = [(id_, one) for id_, one in found if not one.ca]
    if not people:
        raise UserError("signing.no_certificate")
    # A renewed token often still holds the expired one.
    fitting = [
        (id_, one) for id_, one in people if is_fit(one, when) and _has_key(session, id_)
    ]
    if len(fitting) > 1:
        ids = ", ".join(f"{id_.hex()} ({described(one).name})" for id_, one in fitting)
        raise UserError("signing.choose_certificate", certificates=ids)
    return fitting[0] if fitting else max(people, key=_end)


def _end(found: tuple[bytes, X509Certificate]) -> datetime:
    end: datetime = found[1].not_valid_after
    return end


def _has_key(session: pkcs11.Session, id_: bytes) -> bool:
    wanted = {Attribute.CLASS: ObjectClass.PRIVATE_KEY, Attribute.ID: id_}
    return any(True for _ in session.get_objects(wanted))


def _is_raw(token: pkcs11.Token, certificate: X509Certificate) -> bool:
    """Say whether the paper's digest is made here because the token only signs digests."""
    kind = certificate.public_key.algorithm
    whole = Mechanism.ECDSA_SHA256 if kind == "ec" else Mechanism.SHA256_RSA_PKCS
    return whole not in token.slot.get_mechanisms()


def _described(token: pkcs11.Token) -> Token:
    serial: Any = token.serial
    text = serial.decode("utf-8", "replace") if isinstance(serial, bytes) else str(serial)
    return Token(token.label, text.strip())
