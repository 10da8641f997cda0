"""pdfium works for one thread of a process at a time; whoever wants something of it waits here."""

from __future__ import annotations

import threading
from typing import Final

PDFIUM: Final = threading.RLock()
