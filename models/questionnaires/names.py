"""What the expressions of one form may refer to, and the error of one that cannot be used."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from models.errors import UserError

ROOT: Final = "/form"


class ExpressionError(UserError):
    """An expression that cannot be used; `params` may hold `place`, the letter counted from 1."""


@dataclass(frozen=True, slots=True)
class Names:
    """Each node's kind by its path, and the name that the sheet gives the root of paths."""

    kinds: Mapping[str, str]
    root: str = "data"
    by_name: Mapping[str, tuple[str, ...]] = field(init=False)

    def __post_init__(self) -> None:
        found: dict[str, list[str]] = {}
        for path in self.kinds:
            found.setdefault(path.rpartition("/")[2], []).append(path)
        object.__setattr__(self, "by_name", {name: tuple(paths) for name, paths in found.items()})

    def path(self, name: str, place: int) -> str:
        """Return the one path of the question called `name`; raise ExpressionError."""
        paths = self.by_name.get(name, ())
        if not paths:
            raise ExpressionError("questionnaires.reference_unknown", name=name, place=place)
        if len(paths) > 1:
            raise ExpressionError("questionnaires.reference_ambiguous", name=name, place=place)
        return paths[0]
