"""What signing has done off the GUI thread; what is heavy is loaded in here, on use."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from models.audit.happenings import exported
from models.clock import local_time
from models.permissions import Permission
from models.settings.queries import read_settings
from ui.papers.keeping import keep_told

if TYPE_CHECKING:
    from exports.signing.records import Certificate, Finding, Key, Signed, Token, TokenKey
    from ui.context import PageContext
    from ui.jobs import Progress


@dataclass(frozen=True, slots=True)
class Order:
    """A PDF to sign: from where, to where and with which key; who holds it hands the PIN in."""

    source: Path
    target: Path
    key: Key


def find_tokens(module: Path, _progress: Progress) -> tuple[Token, ...]:
    """Return the tokens that a library sees; UserError for one that is none."""
    from exports.signing.tokens import read_tokens

    return read_tokens(module)


def find_certificates(key: TokenKey, _progress: Progress) -> tuple[Certificate, ...]:
    """Return what may sign on a token, as far as it is shown without a PIN."""
    from exports.signing.tokens import read_certificates

    return read_certificates(key)


def sign_paper(context: PageContext, order: Order, pin: str, progress: Progress) -> Signed:
    """Sign a file into another or itself; where the audit cannot be told, all stays as it was."""
    from exports.signing.signing import sign_file

    context.demand(Permission.REPORT)
    when = local_time(context.store.clock.now_ms())
    told = exported("signed", ".pdf", None, is_personal=False)
    return keep_told(
        order.target,
        lambda beside: sign_file(
            order.source, beside, order.key, pin, when=when, tell=progress.report
        ),
        lambda _signed: context.note(told),
    )


def check_paper(context: PageContext, file: Path, _progress: Progress) -> tuple[Finding, ...]:
    """Return what there is to say of each signature, by the roots that the office trusts."""
    from exports.signing.roots import parsed_roots
    from exports.signing.verifying import verify_file

    context.demand(Permission.REPORT)
    roots = parsed_roots(context.store.read(read_settings).signing_roots)
    return verify_file(file, roots, local_time(context.store.clock.now_ms()))
