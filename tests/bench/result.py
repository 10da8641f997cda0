"""What a measurement says, and the statistics it is made of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Literal

Kind = Literal["at most", "at least", "told"]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the table: ours beside a reference, and what is aimed at.

    `at most` compares ours ÷ reference with the aim, `at least` reference ÷ ours; `told` has no
    aim. A reference that is a limit and not a measurement is named so by `against`.
    """

    group: str
    what: str
    ours: float
    reference: float | None = None
    against: str = ""
    unit: str = "ms"
    kind: Kind = "told"
    aim: float | None = None

    @property
    def ratio(self) -> float | None:
        """Ours to the reference, or the other way round where more is better."""
        if not self.reference or not self.ours:
            return None
        if self.kind == "at least":
            return self.reference / self.ours
        return self.ours / self.reference

    @property
    def is_met(self) -> bool | None:
        """Whether the aim is reached; None where there is none."""
        ratio = self.ratio
        if self.kind == "told" or ratio is None or self.aim is None:
            return None
        return ratio >= self.aim if self.kind == "at least" else ratio <= self.aim

    def data(self) -> dict[str, Any]:
        """Return the line as JSON data."""
        return {**asdict(self), "ratio": self.ratio, "met": self.is_met}


@dataclass(frozen=True, slots=True)
class Findings:
    """The lines of a group, and what must be said beside them."""

    lines: tuple[Line, ...]
    notes: tuple[str, ...] = ()


def quantile(values: Iterable[float], share: float) -> float:
    """Return the value below which `share` of the values lie."""
    ordered = sorted(values)
    return ordered[min(int(len(ordered) * share), len(ordered) - 1)]


def median(values: Iterable[float]) -> float:
    """Return the middle value."""
    return quantile(values, 0.5)


def against_limit(
    group: str, what: str, ours: float, limit: float, unit: str, named: str = "limit"
) -> Line:
    """Return a line whose reference is the limit that is aimed at."""
    return Line(group, what, ours, limit, named, unit, "at most", 1.0)


def noise(group: str, what: str, first: float, second: float, unit: str) -> Line:
    """Return a line that says how far the reference is from itself."""
    return Line(group, f"noise: {what} against itself", first, second, "the same", unit)


CELLS = ("what", "ours", "reference", "ratio", "aim", "met")


def cells(line: Line) -> tuple[str, ...]:
    """Return the line as the table's cells."""
    reference = "–"
    if line.reference is not None:
        reference = f"{_figure(line.reference)} {line.unit} ({line.against})"
    sign = {"at most": "≤", "at least": "≥", "told": ""}[line.kind]
    aim = f"{sign} {line.aim:g}" if line.aim is not None else "–"
    met = {True: "yes", False: "NO", None: "–"}[line.is_met]
    ratio = "–" if line.ratio is None else f"{line.ratio:.2f}"
    return (line.what, f"{_figure(line.ours)} {line.unit}", reference, ratio, aim, met)


def as_text(lines: Sequence[Line]) -> str:
    """Return the table for a terminal."""
    rows = [CELLS, *map(cells, lines)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(CELLS))]
    made: list[str] = []
    group = ""
    for line, row in zip((None, *lines), rows, strict=True):
        if line is not None and line.group != group:
            group = line.group
            made += ["", group]
        padded = (f"{cell:<{width}}" for cell, width in zip(row, widths, strict=True))
        made.append("  " + "  ".join(padded))
    return "\n".join(line.rstrip() for line in made)


def as_markdown(lines: Sequence[Line]) -> str:
    """Return the table for a document, one for each group."""
    made: list[str] = []
    group = ""
    for line in lines:
        if line.group != group:
            group = line.group
            made += ["", f"### {group}", "", "| " + " | ".join(CELLS) + " |"]
            made.append("|" + "---|" * len(CELLS))
        made.append("| " + " | ".join(cells(line)) + " |")
    return "\n".join(made).strip() + "\n"


def _figure(value: float) -> str:
    if value >= 1000:
        return f"{value:,.0f}"
    return f"{value:.0f}" if value >= 100 else f"{value:.2f}" if value < 10 else f"{value:.1f}"
