"""The hub's three routes: POST /sync, GET /health, GET /metrics.

Stateless but for what bounds it: any number of processes may serve one database. Errors say a code
in JSON and nothing else; the log names no station and quotes no data.
"""

from __future__ import annotations

import asyncio
import logging
import math
import time
import traceback
from functools import partial
from typing import Final
from uuid import UUID

from anyio import CapacityLimiter, to_thread
from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from exports.hub.answer import Answer, RefusedError, answer
from exports.hub.database import HubDatabase
from exports.hub.limits import LARGEST_REQUEST, Rate, RateLimiter
from exports.hub.metrics import CONTENT_TYPE, Metrics
from models.errors import KnownError, UserError
from models.stations.own import OwnStation, read_own
from models.store.server_schema import SCHEMA

_LOG: Final = logging.getLogger("motcua.hub")
# So many requests are worked on at once, each with a database connection; the others wait.
_WORKERS: Final = 4
# Nobody takes longer to send a request, on the slowest line that is worth having.
_BODY_S: Final = 120
BUNDLE_TYPE: Final = "application/octet-stream"


def build_app(database: HubDatabase, *, rate: Rate | None = None) -> Starlette:
    """Return the ASGI app over an open database; UserError before the hub has a card."""
    hub = _Hub(database, identity(database).card.id, rate or Rate())
    return Starlette(
        routes=[
            Route("/sync", hub.sync, methods=["POST"]),
            Route("/health", hub.health),
            Route("/metrics", hub.metrics),
        ]
    )


def identity(database: HubDatabase) -> OwnStation:
    """Return the hub's keys; UserError before they were made."""
    own = database.read(read_own)
    if own is None:
        raise UserError("hub.no_card")
    return own


class _Hub:
    def __init__(self, database: HubDatabase, station: UUID, rate: Rate) -> None:
        self._database = database
        self._station = station
        self._limiter = RateLimiter(rate)
        self._metrics = Metrics()
        self._workers = CapacityLimiter(_WORKERS)

    async def sync(self, request: Request) -> Response:
        started = time.monotonic()
        response = await self._sync(request)
        seconds = time.monotonic() - started
        self._metrics.add_request(response.status_code, seconds)
        _LOG.info("sync %d %.3fs", response.status_code, seconds)
        return response

    async def _sync(self, request: Request) -> Response:
        try:
            async with asyncio.timeout(_BODY_S):
                sealed = await _bounded_body(request)
            made = await to_thread.run_sync(
                partial(answer, self._database, self._limiter, sealed), limiter=self._workers
            )
        except RefusedError as error:
            return _refusal(error)
        except TimeoutError:
            return _refusal(RefusedError(408, "hub.too_slow"))
        except ClientDisconnect:
            return _refusal(RefusedError(400, "hub.damaged"))
        except Exception as error:  # noqa: BLE001 - a bug: told by its place, never by its words
            frames = traceback.extract_tb(error.__traceback__)
            place = "; ".join(f"{frame.name}:{frame.lineno}" for frame in frames[-6:])
            _LOG.error("bug %s at %s", type(error).__name__, place)
            return _refusal(RefusedError(500, "hub.bug"))
        self._count(made)
        return Response(made.sealed, media_type=BUNDLE_TYPE)

    def _count(self, made: Answer) -> None:
        self._metrics.add_events(
            new=made.new, duplicate=made.duplicates, held=made.held,
            quarantined=made.quarantined, sent=made.sent,
        )  # fmt: skip

    async def health(self, _request: Request) -> Response:
        try:
            await to_thread.run_sync(self._database.read, read_own, limiter=self._workers)
        except KnownError:
            return _refusal(RefusedError(503, "hub.database", after_s=10))
        return JSONResponse(
            {"status": "ok", "station": str(self._station), "schema": SCHEMA}
        )

    async def metrics(self, _request: Request) -> Response:
        return PlainTextResponse(self._metrics.text(), media_type=CONTENT_TYPE)


async def _bounded_body(request: Request) -> bytes:
    """Return the request's body; RefusedError as soon as it is too large."""
    stated = request.headers.get("content-length", "0")
    if not stated.isdecimal() or int(stated) > LARGEST_REQUEST:
        raise RefusedError(413, "hub.too_large")
    parts: list[bytes] = []
    size = 0
    async for part in request.stream():
        size += len(part)
        if size > LARGEST_REQUEST:
            raise RefusedError(413, "hub.too_large")
        parts.append(part)
    return b"".join(parts)


def _refusal(error: RefusedError) -> Response:
    headers = {"Retry-After": str(math.ceil(error.after_s))} if error.after_s else {}
    return JSONResponse({"code": error.code}, status_code=error.status, headers=headers)
