"""The log file: what went wrong, in which place, and never about whom."""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any


class Bugs:
    """Writes what nobody caught to the log, and tells it to whoever shows it."""

    def __init__(self) -> None:
        self._told: Callable[[Exception], Any] | None = None

    def tell(self, told: Callable[[Exception], Any]) -> None:
        """Call `told` with each bug from here on, on the thread where it came up."""
        self._told = told

    def on_bug(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Take what `sys.excepthook` is given."""
        # Only kinds and places: the text of an exception, and the lines around it, may hold data.
        places: list[str] = []
        while trace is not None:
            name = trace.tb_frame.f_globals.get("__name__", "?")
            places.append(f"{name}:{trace.tb_lineno}")
            trace = trace.tb_next
        logging.getLogger("motcua").error("bug %s at %s", kind.__name__, " < ".join(places[::-1]))
        if self._told is not None and isinstance(error, Exception):
            self._told(error)

    def on_thread_bug(self, arguments: threading.ExceptHookArgs) -> None:
        """Take what `threading.excepthook` is given."""
        if arguments.exc_value is not None:
            self.on_bug(arguments.exc_type, arguments.exc_value, arguments.exc_traceback)


def start_log(path: Path) -> Bugs:
    """Write warnings and bugs to `path`; a folder that cannot be written is no reason to stop."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handler: logging.Handler = _LateFile(path)
    except OSError:
        handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logging.basicConfig(level=logging.WARNING, handlers=[handler])
    bugs = Bugs()
    sys.excepthook = bugs.on_bug
    threading.excepthook = bugs.on_thread_bug
    return bugs


class _LateFile(logging.Handler):
    """Loads what writes the file with the first record: most starts have none."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        self._file: logging.Handler | None = None

    def emit(self, record: logging.LogRecord) -> None:
        """Write the record."""
        if self._file is None:
            from logging.handlers import RotatingFileHandler

            self._file = RotatingFileHandler(
                self._path, maxBytes=500_000, backupCount=3, encoding="utf-8", delay=True
            )
            self._file.setFormatter(self.formatter)
        self._file.emit(record)

    def close(self) -> None:
        """Close the file."""
        if self._file is not None:
            self._file.close()
        super().close()
