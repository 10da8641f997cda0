"""Finds the licence of each distribution of `requirements-package.lock` and where its text lies."""

from __future__ import annotations

import json
import re
from dataclasses import asdict
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import Final

from tests.licences.known import BUILD_ONLY, HOMES, INSIDE, LEFT_OUT, LICENCES, TEXTS
from ui.about.parts import Part

ROOT: Final = Path(__file__).parents[2]
LOCK: Final = ROOT / "requirements-package.lock"
TABLE: Final = ROOT / "THIRD-PARTY.md"
HEAD: Final = Path(__file__).with_name("head.md")

_LOCKED = re.compile(r"^([A-Za-z0-9._-]+)==([^ \\;]+)", re.MULTILINE)
_TEXT = re.compile(
    r"^[^/]+\.dist-info/(licen[cs]es/.+|[^/]*(licen[cs]e|copying|notice)[^/]*)$", re.I
)
_WANTED_URLS: Final = ("source", "repository", "homepage", "github", "documentation")


def locked(text: str) -> dict[str, set[str]]:
    """Return the versions of each distribution that a lock names and the folder may hold."""
    found: dict[str, set[str]] = {}
    for name, version in _LOCKED.findall(text):
        if name not in BUILD_ONLY | LEFT_OUT:
            found.setdefault(name, set()).add(version)
    return found


def gather(lock: str) -> tuple[Part, ...]:
    """Return the parts of a lock, and those inside them, in the order of their names."""
    parts = [_part(name, versions) for name, versions in locked(lock).items()]
    return tuple(sorted((*parts, *INSIDE), key=lambda part: part.name.lower()))


def as_json(parts: tuple[Part, ...]) -> str:
    """Return what `ui/about/parts.json` holds."""
    return json.dumps([asdict(part) for part in parts], indent=1, ensure_ascii=False) + "\n"


def as_table(parts: tuple[Part, ...]) -> str:
    """Return what `THIRD-PARTY.md` holds."""
    rows = (f"| {one.name} | {one.version} | {one.licence} | <{one.home}> |" for one in parts)
    head = HEAD.read_text(encoding="utf-8")
    return head + "\n".join(rows) + "\n"


def _part(name: str, versions: set[str]) -> Part:
    try:
        found = distribution(name)
    except PackageNotFoundError:
        # What only the building machine has: all of it is written down by hand.
        return Part(name, *versions, LICENCES[name], HOMES[name], TEXTS[name])
    texts = sorted(
        re.sub(r"^([^/]+?)-[^-/]+\.dist-info/", r"\1-*.dist-info/", str(file))
        for file in found.files or ()
        if _TEXT.match(str(file))
    )
    version = next((one for one in versions if one == found.version), max(versions))
    return Part(
        name, version, LICENCES.get(name) or _licence(found), HOMES.get(name) or _home(found),
        (*TEXTS.get(name, ()), *texts),
    )  # fmt: skip


def _licence(found: Distribution) -> str:
    """Return what the metadata call the licence; "" where they say nothing short."""
    said = found.metadata.get("License-Expression") or found.metadata.get("License") or ""
    return said if said and "\n" not in said and len(said) < 60 else ""


def _home(found: Distribution) -> str:
    lines = found.metadata.get_all("Project-URL") or ()
    pairs = (line.split(",", 1) for line in lines)
    named = {name.strip().lower(): url.strip() for name, url in pairs}
    for wanted in _WANTED_URLS:
        for key, value in named.items():
            if wanted in key:
                return value
    return found.metadata.get("Home-page") or next(iter(named.values()), "")
