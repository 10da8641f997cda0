"""The version: the same as in pyproject.toml, in CHANGELOG.md and in the installer's script."""

from __future__ import annotations

from typing import Final

VERSION: Final = "0.1.0"
