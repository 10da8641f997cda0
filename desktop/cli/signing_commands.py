"""`sign` and `verify`: digital signatures on PDF files."""

from __future__ import annotations

import sys
from hashlib import sha256
from pathlib import Path
from typing import Any

from desktop.audit import note_done
from desktop.cli.invocation import Invocation
from exports.signing.records import FileKey, Key, TokenKey
from models.audit.happenings import exported
from models.clock import local_time
from models.errors import UserError
from models.permissions import Permission

Outcome = tuple[int, dict[str, Any]]


def sign(run: Invocation) -> Outcome:
    """Write a signed copy of a PDF; whole or not at all."""
    from exports.signing.signing import sign_file

    options = run.options
    key = _key(run)
    session = run.open(Permission.REPORT)
    try:
        target = Path(options.out)
        when = local_time(session.store.clock.now_ms())
        pin = run.secret("MOTCUA_PIN", "signing.prompt", "signing.pin_missing")
        signed = sign_file(Path(options.file), target, key, pin, when=when)
        note_done(session, exported("signed", ".pdf", None, is_personal=False))
    finally:
        session.store.close()
    run.tell("signing.done", name=signed.certificate.name, file=target)
    if not signed.has_stamp:
        run.tell("signing.done_unseen")
    return 0, {
        "file": str(target.absolute()), "sha256": sha256(signed.content).hexdigest(),
        "signer": signed.certificate.name, "organisation": signed.certificate.organisation,
        "certificate": signed.certificate.id, "signed_at": signed.signed_at.isoformat(),
        "level": "PAdES B-B", "time_stamp": False, "stamp": signed.has_stamp,
        "signatures": signed.signatures,
    }  # fmt: skip


def verify(run: Invocation) -> Outcome:
    """Say of each signature whether it stands; a file and roots are all it takes, no store."""
    from exports.signing.roots import read_roots
    from exports.signing.telling import finding_data, finding_lines
    from exports.signing.verifying import verify_file
    from models.clock import Clock

    file = Path(run.options.file)
    trusted = [Path(name) for name in run.options.trust]
    found = verify_file(file, read_roots(trusted), local_time(Clock().now_ms()))
    for number, one in enumerate(found, start=1):
        for line in finding_lines(one, number, run.language):
            print(line, file=sys.stderr)
    if not found:
        run.tell("signing.none", file=file.name)
    is_bad = any(not one.is_good or (trusted and one.trust != "trusted") for one in found)
    return 2 if is_bad else 0, {
        "file": str(file.absolute()),
        "signatures": [finding_data(one) for one in found],
    }


def _key(run: Invocation) -> Key:
    options = run.options
    if bool(options.pkcs11) == bool(options.pkcs12):
        raise UserError("signing.choose_key")
    if options.pkcs12:
        return FileKey(Path(options.pkcs12))
    return TokenKey(Path(options.pkcs11), options.token, options.certificate)
