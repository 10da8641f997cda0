"""Says of a signature, in sentences and as data, what was found; loads nothing heavy."""

from __future__ import annotations

from typing import Any

from exports.signing.records import Finding
from exports.signing.stamp import moment_text
from models.sentences.catalog import Language, say


def finding_lines(finding: Finding, number: int, language: Language) -> tuple[str, ...]:
    """Return what there is to say of a signature: who, when, whether it stands, who vouches."""
    one = finding.certificate
    who = "signing.who_for" if one.organisation else "signing.who"
    claimed = finding.claimed_at
    when = (
        say("signing.when_unknown", language)
        if claimed is None
        else say("signing.when", language, time=moment_text(claimed))
    )
    lines = [say(who, language, number=number, name=one.name, office=one.organisation), when]
    if not finding.is_intact:
        return (*lines, say("signing.broken", language))
    covers = {
        "nothing": "signing.covers_all", "allowed": "signing.covers_then_allowed",
        "changed": "signing.covers_then_changed",
    }  # fmt: skip
    trusts = {
        "trusted": "signing.trust_trusted", "unknown_root": "signing.trust_unknown_root",
        "expired": "signing.trust_expired", "refused": "signing.trust_refused",
    }  # fmt: skip
    return (
        *lines,
        say("signing.intact", language),
        say(covers[finding.later], language),
        say(trusts[finding.trust], language, issuer=one.issuer),
    )


def finding_data(finding: Finding) -> dict[str, Any]:
    """Return the same as the contract's data; see `docs/cli.md`."""
    claimed = finding.claimed_at
    return {
        "field": finding.field,
        "signer": finding.certificate.name,
        "organisation": finding.certificate.organisation,
        "issuer": finding.certificate.issuer,
        "claimed_at": claimed.isoformat() if claimed is not None else None,
        "time_proven": False,
        "intact": finding.is_intact,
        "whole_document": finding.is_whole,
        "later_changes": finding.later,
        "trust": finding.trust,
    }
