"""The line to a database server: encrypted, unless it stays within this machine.

libpq alone would take what it gets: without a word in the address names and telephones would pass
over the office's network in the clear as soon as the server has no certificate.
"""

from __future__ import annotations

from ipaddress import ip_address
from typing import TYPE_CHECKING, Final, cast

from sqlalchemy import URL, Connection

from models.errors import KnownError

if TYPE_CHECKING:
    import psycopg

_ENCRYPTED: Final = "require"
# libpq says these in English only, and gives them no state of their own.
_NO_TLS: Final = ("does not support SSL",)
_NOT_TRUSTED: Final = ("certificate verify failed", "server certificate", "root certificate")


def with_tls(url: URL) -> URL:
    """Return the address with TLS asked for, if it leaves this machine and says nothing of it.

    Who writes `sslmode` keeps what was written: `verify-full` is better, `disable` is at one's own
    risk and told by the doctor.
    """
    hosts = [str(url.host or "")]
    given = url.query.get("host")
    if given is not None:
        named = ",".join([given] if isinstance(given, str) else given)
        hosts = [*(host for host in hosts if host), *named.split(",")]
    if "sslmode" in url.query or all(map(is_here, hosts)):
        return url
    return url.update_query_dict({"sslmode": _ENCRYPTED})


def is_here(host: str) -> bool:
    """Say whether a host is this machine: a socket's folder, or an address that leads back."""
    if not host or host.startswith(("/", "@")) or host == "localhost":
        return True
    try:
        return ip_address(host.split(":")[0] if host.count(":") == 1 else host).is_loopback
    except ValueError:
        return False


def line_error(said: str) -> KnownError | None:
    """Return the error that stands for what libpq said of TLS, None where it said nothing of it."""
    if any(words in said for words in _NO_TLS):
        return KnownError("store.server_no_tls")
    if any(words in said for words in _NOT_TRUSTED):
        return KnownError("store.server_not_trusted")
    return None


def line_of(connection: Connection) -> str:
    """Return "TLS", "local" where the line stays within this machine, or "" for an open one.

    As this end sees it: behind a proxy that ends TLS the server knows nothing of it.
    """
    line = cast("psycopg.Connection[object]", connection.connection.driver_connection).pgconn
    if line.ssl_in_use:
        return "TLS"
    return "local" if is_here((line.hostaddr or line.host).decode()) else ""
