"""Says of each signature of a PDF who made it, whether it is intact, and what came after it.

Offline: no list of revoked certificates is asked, and the time is what the signer's machine said.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Final

from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.ades.report import AdESIndeterminate
from pyhanko.sign.diff_analysis import ModificationLevel
from pyhanko.sign.validation import async_validate_pdf_signature
from pyhanko.sign.validation.settings import KeyUsageConstraints
from pyhanko.sign.validation.status import SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext

from exports.signing.certificates import SIGNING_USES, described
from exports.signing.pdf_files import opened_pdf, read_pdf
from exports.signing.records import Finding, Later, Trust
from exports.signing.silence import silence
from models.clock import VIETNAM
from models.errors import UserError

if TYPE_CHECKING:
    from asn1crypto.x509 import Certificate as X509Certificate
    from pyhanko.sign.validation import EmbeddedPdfSignature, PdfSignatureStatus

_ALLOWED: Final = frozenset(
    {ModificationLevel.NONE, ModificationLevel.LTA_UPDATES, ModificationLevel.FORM_FILLING}
)


def verify_file(file: Path, roots: Sequence[X509Certificate], now: datetime) -> tuple[Finding, ...]:
    """Return what there is to say of each signature of a PDF, the oldest first.

    `roots` are whom the office trusts, `now` the day on which they are asked. UserError for what
    is no PDF, or a damaged one.
    """
    return verify(read_pdf(file), roots, now, name=file.name)


def verify(
    pdf: bytes, roots: Sequence[X509Certificate], now: datetime, *, name: str = "PDF"
) -> tuple[Finding, ...]:  # fmt: skip
    """Do what `verify_file` does with a PDF in memory."""
    silence()
    with opened_pdf(name):
        reader = PdfFileReader(BytesIO(pdf), strict=False)
        if reader.encrypted:
            raise UserError("signing.encrypted", file=name)
        return asyncio.run(_found(list(reader.embedded_regular_signatures), list(roots), now))


async def _found(
    signatures: list[EmbeddedPdfSignature], roots: list[X509Certificate], now: datetime
) -> tuple[Finding, ...]:
    return tuple([await _finding(one, roots, now) for one in signatures])


async def _finding(
    one: EmbeddedPdfSignature, roots: list[X509Certificate], now: datetime
) -> Finding:  # fmt: skip
    claimed = one.self_reported_timestamp
    status = await _judged(one, roots, now)
    is_intact = status.intact and status.valid
    trust: Trust = "refused"
    if is_intact:
        trust = await _trust(one, roots, status, claimed)
    return Finding(
        field=one.field_name,
        certificate=described(one.signer_cert),
        claimed_at=claimed.astimezone(VIETNAM) if claimed is not None else None,
        is_intact=is_intact,
        is_whole=status.coverage == SignatureCoverageLevel.ENTIRE_FILE,
        later=_later(status),
        trust=trust,
    )


async def _trust(
    one: EmbeddedPdfSignature, roots: list[X509Certificate], status: PdfSignatureStatus,
    claimed: datetime | None,
) -> Trust:  # fmt: skip
    if status.trusted:
        return "trusted"
    if status.trust_problem_indic == AdESIndeterminate.NO_CERTIFICATE_CHAIN_FOUND:
        return "unknown_root"
    if claimed is not None and (await _judged(one, roots, claimed)).trusted:
        return "expired"
    return "refused"


async def _judged(
    one: EmbeddedPdfSignature, roots: list[X509Certificate], moment: datetime
) -> PdfSignatureStatus:
    context = ValidationContext(trust_roots=roots, moment=moment, allow_fetching=False)
    uses = KeyUsageConstraints(key_usage=SIGNING_USES, match_all_key_usages=False)
    return await async_validate_pdf_signature(one, context, key_usage_settings=uses)


def _later(status: PdfSignatureStatus) -> Later:
    if status.coverage == SignatureCoverageLevel.ENTIRE_FILE:
        return "nothing"
    is_revision = status.coverage == SignatureCoverageLevel.ENTIRE_REVISION
    if is_revision and status.docmdp_ok and status.modification_level in _ALLOWED:
        return "allowed"
    return "changed"
