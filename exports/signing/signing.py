"""Signs a PDF: PAdES B-B, added to the file without touching what is there.

An approval signature, no certification: later signatures stay possible in any program, and
pyHanko refuses to sign what an earlier signer has closed. Nobody proves the time offline, so there
is no time-stamp.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import fields
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner
from pyhanko.sign.validation import read_certification_data

from exports.signing.appearance import stamp_style
from exports.signing.key_files import opened_file
from exports.signing.pdf_files import opened_pdf, read_pdf
from exports.signing.places import Place, read_places, taken_places
from exports.signing.records import Certificate, Key, Signed, TokenKey
from exports.signing.silence import silence
from exports.signing.stamp import draw_stamp
from exports.signing.verifying import verify
from models.errors import KnownError, UserError
from models.store.files import write_atomically

if TYPE_CHECKING:
    from collections.abc import Callable

    from pyhanko.sign.signers import Signer

    # Told how many steps of how many are done; may raise to stop.
    Tell = Callable[[int, int], None]

_STEPS: Final = 4
_DIGEST: Final = "sha256"


def sign_file(
    source: Path, target: Path, key: Key, pin: str, *, when: datetime, tell: Tell | None = None
) -> Signed:
    """Sign the PDF `source` into `target`, which may be the same file; whole or not at all.

    UserError for what is no PDF, is closed to signatures or bears a bad one, or a key that may
    not sign; KnownError for a token that fails, a disk that refuses, or a signature that cannot
    be proven afterwards.
    """
    if not target.parent.is_dir():
        raise UserError("documents.no_folder", folder=target.parent)
    told = tell or _untold
    signed = sign(read_pdf(source), key, pin, when=when, name=source.name, tell=told)
    told(_STEPS, _STEPS)
    write_atomically(target, signed.content, refused="documents.disk")
    return signed


def sign(
    pdf: bytes, key: Key, pin: str, *, when: datetime, name: str = "PDF", tell: Tell | None = None
) -> Signed:
    """Return `pdf` with one more signature, proven before it is returned; `when` has a zone."""
    silence()
    told = tell or _untold
    # Neither a PDF's time nor a stamp's has parts of a second.
    when = when.replace(microsecond=0)
    told(0, _STEPS)
    with opened_pdf(name):
        writer = IncrementalPdfFileWriter(BytesIO(pdf), strict=False)
        _check_open(writer.prev, name)
        place = _free_place(writer.prev)
        field = _unused_name(writer.prev)
    if not all(one.is_good for one in verify(pdf, (), when, name=name)):
        raise UserError("signing.earlier_bad", file=name)
    told(1, _STEPS)
    with _opened(key, pin, when) as (signer, certificate):
        told(2, _STEPS)
        content = _signed(writer, signer, certificate, field, place, when)
    told(3, _STEPS)
    count = _proven(content, field, when)
    return Signed(content, certificate, when, place is not None, count)


@contextmanager
def _opened(key: Key, pin: str, when: datetime) -> Iterator[tuple[Signer, Certificate]]:
    if isinstance(key, TokenKey):
        # The token's own library is loaded only for who has one.
        from exports.signing.tokens import opened_token

        with opened_token(key, pin, when) as opened:
            yield opened
    else:
        yield opened_file(key, pin, when)


def _signed(
    writer: IncrementalPdfFileWriter, signer: Signer, certificate: Certificate, field: str,
    place: Place | None, when: datetime,
) -> bytes:  # fmt: skip
    """Return the file with the signature; the stamp and the signature say the same moment."""
    meta = PdfSignatureMetadata(
        field_name=field, md_algorithm=_DIGEST, subfilter=fields.SigSeedSubFilter.PADES
    )
    spec, style = fields.SigFieldSpec(field), None
    if place is not None:
        width, height = place.right - place.left, place.top - place.bottom
        style = stamp_style(draw_stamp(certificate, when, width, height), width, height)
        spec = fields.SigFieldSpec(
            field, on_page=place.page, box=(place.left, place.bottom, place.right, place.top)
        )
    made = PdfSigner(meta, signer, stamp_style=style, new_field_spec=spec)
    return asyncio.run(_perform(made, writer, when))


async def _perform(made: PdfSigner, writer: IncrementalPdfFileWriter, when: datetime) -> bytes:
    # PdfSigner.sign_pdf, but for the moment: it would take another than the stamp's.
    from pyhanko.sign.signers.pdf_cms import PdfCMSSignedAttributes

    session = made.init_signing_session(writer)
    session.system_time = when
    reserved = await session.estimate_signature_container_size(None)
    prepared = session.prepare_tbs_document(validation_info=None, bytes_reserved=reserved)
    output = BytesIO()
    digest, _output = prepared.digest_tbs_document(output=output)
    await prepared.perform_signature(
        document_digest=digest.document_digest,
        pdf_cms_signed_attrs=PdfCMSSignedAttributes(signing_time=when),
    )
    return output.getvalue()


def _check_open(reader: Any, name: str) -> None:
    """Raise UserError for a PDF to which nothing may be added."""
    if reader.encrypted:
        raise UserError("signing.encrypted", file=name)
    certified = read_certification_data(reader)
    if certified is not None and certified.permission == fields.MDPPerm.NO_CHANGES:
        raise UserError("signing.closed", file=name)


def _free_place(reader: Any) -> Place | None:
    taken = list(taken_places(reader))
    free = (one for one in read_places(reader) if not any(one.meets(other) for other in taken))
    return next(free, None)


def _unused_name(reader: Any) -> str:
    used = {name for name, _, _ in fields.enumerate_sig_fields(reader)}
    number = 1
    while f"Signature{number}" in used:
        number += 1
    return f"Signature{number}"


def _proven(content: bytes, field: str, when: datetime) -> int:
    """Return how many signatures the file has; KnownError unless all of them prove good."""
    findings = verify(content, (), when)
    new = [one for one in findings if one.field == field and one.is_whole]
    if len(new) != 1 or not all(one.is_good for one in findings):
        raise KnownError("signing.not_proven")
    return len(findings)


def _untold(_done: int, _total: int) -> None:
    """Take progress that nobody asked for."""
