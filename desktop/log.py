"""The log file: what went wrong, in which place, and never about whom."""

from __future__ import annotations

import logging
import sys
import threading
from pathlib import Path
from types import TracebackType


def start_log(path: Path) -> None:
    """Write warnings and bugs to `path`; a folder that cannot be written is no reason to stop."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handler: logging.Handler = _LateFile(path)
    except OSError:
        handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logging.basicConfig(level=logging.WARNING, handlers=[handler])
    sys.excepthook = _on_bug
    threading.excepthook = _on_thread_bug


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


def _on_bug(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    # Only kinds and places: the text of an exception, and the lines around it, may hold data.
    places: list[str] = []
    while trace is not None:
        name = trace.tb_frame.f_globals.get("__name__", "?")
        places.append(f"{name}:{trace.tb_lineno}")
        trace = trace.tb_next
    del error
    logging.getLogger("motcua").error("bug %s at %s", kind.__name__, " < ".join(places[::-1]))


def _on_thread_bug(arguments: threading.ExceptHookArgs) -> None:
    if arguments.exc_value is not None:
        _on_bug(arguments.exc_type, arguments.exc_value, arguments.exc_traceback)
