"""The answers of one form laid out for evaluation: the form itself and every repeat instance."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from models.questionnaires.answers import Answers, value_of
from models.questionnaires.values import Nodes, Scalar, Value

MOST_INSTANCES: Final = 1000


@dataclass(frozen=True, slots=True)
class Shape:
    """What lies where in a form.

    `leaves` and `repeats` are the paths directly in each repeat ("" for the form itself), `around`
    the repeats that enclose each path from the outermost in, `labels` each choice's label by path.
    """

    leaves: Mapping[str, tuple[str, ...]]
    repeats: Mapping[str, tuple[str, ...]]
    around: Mapping[str, tuple[str, ...]]
    labels: Mapping[str, Mapping[str, str]]


@dataclass(slots=True, eq=False)
class Instance:
    """The form, or one instance of a repeat: what `closures.Frame` asks for.

    `values` holds "" for what is blank; `irrelevant` the paths in it that do not count.
    """

    shape: Shape
    answers: Answers
    repeat: str = ""
    number: int = 1
    parent: Instance | None = None
    values: dict[str, Scalar] = field(default_factory=dict)
    irrelevant: set[str] = field(default_factory=set)
    children: dict[str, list[Instance]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        answers = self.answers
        self.values = {path: value_of(answers.get(path)) for path in self.shape.leaves[self.repeat]}
        for repeat in self.shape.repeats[self.repeat]:
            self.children[repeat] = []
            for instance in answers.get(repeat) or ():
                self.add(repeat, instance)

    def add(self, repeat: str, answers: Answers) -> None:
        """Append one instance of a repeat that lies directly in this one."""
        row = self.children[repeat]
        row.append(Instance(self.shape, answers, repeat, len(row) + 1, self))

    def every(self, repeat: str) -> Iterator[Instance]:
        """Yield all instances of `repeat` below this one, "" for this one alone."""
        if repeat == self.repeat:
            yield self
            return
        chain = (*self.shape.around[repeat], repeat)
        for child in self.children[chain[chain.index(self.repeat) + 1 if self.repeat else 0]]:
            yield from child.every(repeat)

    def counts(self, path: str) -> bool:
        """Return whether what lies at `path` directly in this instance is relevant."""
        return path not in self.irrelevant

    def read(self, path: str) -> Value:
        """Return what `path` holds from here: one value, or `Nodes` of a repeat's instances."""
        value = self.values.get(path)
        if value is not None:
            return value
        home = self._home(path)
        value = home.values.get(path)
        return home.nodes(path) if value is None else value

    def nodes(self, path: str) -> Nodes:
        """Return every relevant value at `path`, as a set of nodes."""
        return Nodes(self._home(path)._collect(path))

    def position(self, repeat: str) -> float:
        """Return which instance of `repeat` this is, from 1; NaN outside of it."""
        here: Instance | None = self
        while here is not None:
            if here.repeat == repeat:
                return float(here.number)
            here = here.parent
        return float("nan")

    def indexed(self, path: str, steps: tuple[tuple[str, int], ...]) -> Scalar:
        """Return the value at `path` in the instances chosen by (repeat, number from 1)."""
        here = self._home(steps[0][0])
        for repeat, number in steps:
            row = here.children.get(repeat, [])
            if not 1 <= number <= len(row):
                return ""
            here = row[number - 1]
        return here.values.get(path, "")

    def choice_label(self, path: str, name: str) -> str:
        """Return the label of the choice `name` of the select question at `path`, "" if none."""
        return self.shape.labels.get(path, {}).get(name, "")

    def _home(self, path: str) -> Instance:
        """Return the nearest instance, going outwards, that has `path` somewhere in it."""
        around = self.shape.around.get(path, ())
        here = self
        while here.parent is not None and here.repeat not in around:
            here = here.parent
        return here

    def _collect(self, path: str) -> Iterator[Scalar]:
        if path in self.irrelevant:
            return
        if path in self.values:
            yield self.values[path]
        elif path in self.children:
            for _ in self.children[path]:
                yield ""
        else:
            around = self.shape.around[path]
            place = around.index(self.repeat) + 1 if self.repeat else 0
            if place < len(around) and around[place] not in self.irrelevant:
                for child in self.children[around[place]]:
                    yield from child._collect(path)
