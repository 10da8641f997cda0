"""The account of the sample data, which is no secret."""

from __future__ import annotations

from typing import Final

ACCOUNT: Final = "demo"
PASSWORD: Final = "Motcua-2023-demo"
