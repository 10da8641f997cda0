"""Runs the hub's app on a socket until the process is told to stop."""

from __future__ import annotations

import logging
import socket
import sys
from dataclasses import dataclass
from pathlib import Path

from exports.hub.app import build_app
from exports.hub.database import HubDatabase
from models.errors import KnownError, UserError


@dataclass(frozen=True, slots=True)
class Address:
    """Where a hub listens."""

    host: str
    port: int

    def __str__(self) -> str:
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"


def read_address(text: str) -> Address:
    """Return the address written as "127.0.0.1:8470" or "[::1]:8470"; UserError for another."""
    host, colon, port = text.rpartition(":")
    if not colon or not port.isdecimal() or not 0 <= int(port) < 2**16 or not host:
        raise UserError("hub.bad_address")
    return Address(host.removeprefix("[").removesuffix("]"), int(port))


def serve(
    database: HubDatabase, address: Address, *, certificate: Path | None = None,
    key: Path | None = None,
) -> None:  # fmt: skip
    """Serve until SIGINT or SIGTERM; requests under way are finished first.

    KnownError when the address cannot be listened at or a file of TLS cannot be read.
    """
    import uvicorn

    log = logging.getLogger("motcua.hub")
    if not log.handlers:
        handler = logging.StreamHandler(sys.stderr)
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
        log.addHandler(handler)
    log.setLevel(logging.INFO)
    app = build_app(database)
    config = uvicorn.Config(
        app, host=address.host, port=address.port, log_config=None, access_log=False,
        server_header=False, lifespan="off", limit_concurrency=200, timeout_keep_alive=15,
        timeout_graceful_shutdown=30, ssl_certfile=certificate, ssl_keyfile=key,
    )  # fmt: skip
    try:
        # Loaded before it is listened: a certificate that cannot be read is told at once.
        config.load()
        family = socket.AF_INET6 if ":" in address.host else socket.AF_INET
        listening = socket.create_server((address.host, address.port), family=family)
    except OSError as error:
        raise KnownError("hub.not_listening", address=str(address)) from error
    with listening:
        log.info("listening at %s", address)
        uvicorn.Server(config).run(sockets=[listening])
