"""What a disk holds after the power went at some moment: all that was synced, and of the rest
whatever happened to get there, whole, in part, or after what was written later.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from tests.faults.disk import Step

_SECTOR: Final = 512
Image = dict[str, bytes]


class Disk:
    """The files as they are for certain, and the steps since the last sync of each."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self._sure = {name: bytearray(content) for name, content in files.items()}
        self._open: defaultdict[str, list[Step]] = defaultdict(list)
        self.said: list[str] = []

    def step(self, step: Step) -> None:
        """Take one step."""
        kind, name = step[0], step[1]
        if kind == "said":
            self.said.append(name)
        elif kind == "sync":
            for one in self._open.pop(name, []):
                self._sure[name] = _done(self._sure.get(name), one) or bytearray()
        else:
            self._open[name].append(step)

    def cut(self, draw: random.Random) -> Image:
        """Return what is found after the power went now."""
        files: dict[str, bytearray | None] = dict(self._sure)
        # All of it, none of it, or each for itself: the caches of disks do each of these.
        chance = draw.choice((0.0, 0.5, 0.5, 0.9, 1.0))
        for name, steps in self._open.items():
            content = files.get(name)
            content = bytearray(content) if content is not None else None
            for one in steps:
                if draw.random() < chance:
                    content = _done(content, one)
                elif one[0] == "write" and draw.random() < 0.5:
                    for part in _sectors(one):
                        if draw.random() < 0.5:
                            content = _done(content, part)
            files[name] = content
        return {name: bytes(content) for name, content in files.items() if content is not None}


def cuts(
    files: Mapping[str, bytes], steps: Sequence[Step], places: Sequence[int], draw: random.Random
) -> Iterator[tuple[Image, list[str]]]:
    """Yield for each place among the steps what is found after a cut there, and what was said."""
    disk, done = Disk(files), 0
    for place in sorted(places):
        for step in steps[done:place]:
            disk.step(step)
        done = place
        yield disk.cut(draw), list(disk.said)


def _done(content: bytearray | None, step: Step) -> bytearray | None:
    if step[0] == "delete":
        return None
    content = bytearray() if content is None else content
    if step[0] == "truncate":
        size = step[2]
        del content[size:]
        content.extend(bytes(size - len(content)))
        return content
    offset, data = step[2], step[3]
    content.extend(bytes(max(0, offset - len(content))))
    content[offset : offset + len(data)] = data
    return content


def _sectors(step: Step) -> Iterator[Step]:
    """Yield a write in the parts that a disk writes whole."""
    _, name, offset, data = step
    start = 0
    while start < len(data):
        end = min(len(data), start + _SECTOR - (offset + start) % _SECTOR)
        yield ("write", name, offset + start, data[start:end])
        start = end
