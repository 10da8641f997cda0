"""The line to a hub: one HTTP request after the other, each with a sentence for what goes wrong.

TLS hides who exchanges when; what is exchanged is sealed for the hub in any case.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit
from uuid import UUID

from exports.exchange.bounded import read_at_most
from models.errors import KnownError, UserError
from models.json_text import parse_json

if TYPE_CHECKING:
    import ssl
    from http.client import HTTPConnection

# A hub's answer is bounded as a request is; nothing larger is read.
LARGEST_ANSWER: Final = 64 * 1024 * 1024
_TIMEOUT_S: Final = 120.0
_OK: Final = 200
# What the hub's status stands for here; whatever else is above 500 may pass.
_REFUSALS: Final = {
    400: "hub.damaged", 403: "hub.refused", 404: "hub.odd_answer", 405: "hub.odd_answer",
    413: "hub.too_large", 429: "hub.too_often",
}  # fmt: skip


class HubLink:
    """Speaks to the hub at `url`; a connection for each request, so none goes stale between two."""

    def __init__(
        self, url: str, *, timeout_s: float = _TIMEOUT_S, tls: ssl.SSLContext | None = None
    ) -> None:
        try:
            parts = urlsplit(url)
            self._port = parts.port
        except ValueError as error:
            raise UserError("hub.bad_url") from error
        if parts.scheme not in {"http", "https"} or not parts.hostname or parts.query:
            raise UserError("hub.bad_url")
        if parts.username is not None:
            raise UserError("hub.bad_url")
        self._is_tls = parts.scheme == "https"
        self._host = parts.hostname
        self._path = parts.path.rstrip("/")
        self._timeout_s = timeout_s
        self._tls = tls

    def post(self, sealed: bytes) -> bytes:
        """Return the hub's answer to a sealed request; KnownError when there is none."""
        return self._ask("POST", "/sync", sealed)

    def station(self) -> UUID:
        """Return as which station the hub is enrolled; KnownError when it does not say."""
        try:
            return UUID(parse_json(self._ask("GET", "/health", None).decode())["station"])
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            raise KnownError("hub.odd_answer") from error

    def _ask(self, method: str, path: str, body: bytes | None) -> bytes:
        import ssl
        from http.client import HTTPException

        connection = self._connection()
        headers = {"Content-Type": "application/octet-stream"} if body is not None else {}
        try:
            connection.request(method, self._path + path, body, headers)
            response = connection.getresponse()
            data = read_at_most(response, LARGEST_ANSWER)
        except ssl.SSLCertVerificationError as error:
            raise KnownError("hub.bad_certificate", host=self._host) from error
        except (OSError, HTTPException, UnicodeError) as error:
            raise KnownError("hub.unreachable", host=self._host) from error
        finally:
            connection.close()
        if response.status != _OK:
            wait = response.getheader("Retry-After") or ""
            raise self._refusal(response.status, int(wait) if wait.isdecimal() else 60)
        if len(data) > LARGEST_ANSWER:
            raise KnownError("hub.odd_answer")
        return data

    def _connection(self) -> HTTPConnection:
        import ssl
        from http.client import HTTPConnection, HTTPSConnection

        if not self._is_tls:
            return HTTPConnection(self._host, self._port, timeout=self._timeout_s)
        context = self._tls or ssl.create_default_context()
        return HTTPSConnection(
            self._host, self._port, timeout=self._timeout_s, context=context
        )

    def _refusal(self, status: int, seconds: int) -> KnownError:
        code = _REFUSALS.get(status, "hub.unavailable" if status >= 500 else "hub.odd_answer")
        return KnownError(code, host=self._host, seconds=seconds)
