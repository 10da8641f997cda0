"""Whom an office trusts: certificates of authorities, as PEM or DER files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from asn1crypto import pem
from asn1crypto.x509 import Certificate as X509Certificate

from models.errors import UserError

_LARGEST = 1_000_000


def read_roots(files: Iterable[Path]) -> tuple[X509Certificate, ...]:
    """Return the certificates in files, each of which may hold several; UserError without one."""
    return tuple(one for file in files for one in _read(file))


def root_texts(file: Path) -> tuple[str, ...]:
    """Return the certificates of a file as PEM, to be kept; UserError without one."""
    return tuple(pem.armor("CERTIFICATE", one.dump()).decode("ascii") for one in _read(file))


def parsed_roots(texts: Iterable[str]) -> tuple[X509Certificate, ...]:
    """Return certificates that were kept as PEM."""
    return tuple(one for text in texts for one in _parsed(text.encode("ascii")))


def _read(file: Path) -> list[X509Certificate]:
    try:
        if file.stat().st_size > _LARGEST:
            raise UserError("signing.not_certificate", file=file.name)
        content = file.read_bytes()
    except OSError as error:
        raise UserError("signing.no_root_file", file=str(file)) from error
    try:
        found = list(_parsed(content))
    except (ValueError, TypeError, KeyError) as error:
        raise UserError("signing.not_certificate", file=file.name) from error
    if not found:
        raise UserError("signing.not_certificate", file=file.name)
    return found


def _parsed(content: bytes) -> Iterator[X509Certificate]:
    if not pem.detect(content):
        yield _whole(content)
        return
    for kind, _headers, der in pem.unarmor(content, multiple=True):
        if kind == "CERTIFICATE":
            yield _whole(der)


def _whole(der: bytes) -> X509Certificate:
    """Return a certificate that was read to its end, not only begun."""
    found = X509Certificate.load(der, strict=True)
    found.native  # noqa: B018 - asn1crypto reads on demand; what is wrong must show here
    return found
