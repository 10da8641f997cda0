"""What the kiosk is started with: handed on by pipes from process to process, never written down.

The store's key is in it, so that the kiosk comes back after a crash without anybody's password.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any
from uuid import UUID

from desktop.paths import DataPaths
from models.sentences.catalog import Language


@dataclass(frozen=True, slots=True)
class KioskRequest:
    """`pin` is the data of a `PinHash`; `opens_window` says that a window left for the kiosk.

    `home` is the folder that the window belongs to, where `folder` holds sample data beside it.
    `adopts` is the process of a kiosk that runs already and lost its watcher; 0 for none.
    """

    folder: str
    key: str = field(repr=False)
    account: str
    questionnaire: str
    version: str
    pin: Mapping[str, Any] = field(repr=False)
    language: Language = "vi"
    officer: str = ""
    procedure: str = ""
    asks_code: bool = False
    opens_window: bool = False
    home: str = ""
    adopts: int = 0

    @property
    def paths(self) -> DataPaths:
        """The store's files."""
        return DataPaths(Path(self.folder))

    @property
    def holder(self) -> UUID:
        """The account in whose name votes are recorded."""
        return UUID(self.account)

    def to_bytes(self) -> bytes:
        """Return it as it goes through a pipe: one line without its end."""
        return json.dumps({**asdict(self), "pin": dict(self.pin)}).encode()

    @staticmethod
    def of(data: bytes) -> KioskRequest:
        """Return what `to_bytes` wrote."""
        return KioskRequest(**json.loads(data))
