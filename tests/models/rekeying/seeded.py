"""Simulated clerks with known error rates, through the plan, the lot and the comparison themselves.

`python -m tests.models.rekeying.seeded` prints the table of `docs/decisions/0015-second-keying.md`.
What is invented here is the people: how often each keys a field wrong, how often two who err at one
field take the same wrong value, and how often who decides takes the wrong one.
"""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from models.questionnaires.builtin import builtin_path
from models.questionnaires.form import Form
from models.questionnaires.xlsform import read_xlsform
from models.rekeying.compare import differing, errors_of
from models.rekeying.drawing import is_drawn
from models.rekeying.plan import (
    Plan,
    Standing,
    after,
    checked_share,
    left_share,
    plan_for,
)
from models.rekeying.practice import invented_slips
from models.surveys.events import ANSWER_PREFIX, content_fields, corrected
from models.surveys.records import SlipContent

FORM: Final = read_xlsform(builtin_path("qn-18-2021"))
FIELDS: Final = 100_000
BATCH: Final = 100
PER: Final = 10_000
_REASON: Final = "khac"


@dataclass(frozen=True)
class People:
    """Error shares of who keys first, second, and decides; and how alike wrong values are.

    `alike` is how often a wrong value is the one that anybody takes who errs at this field: the
    neighbour's key.
    """

    first: float = 25 / PER
    second: float = 25 / PER
    decider: float = 50 / PER
    alike: float = 0.5


@dataclass(frozen=True)
class Outcome:
    """What came of it, in fields; `decisions` are those that a third took."""

    fields: int
    before: int
    left: int
    rekeyed: int
    decisions: int

    @property
    def share(self) -> float:
        """Return the share of fields that was keyed a second time."""
        return self.rekeyed / self.fields

    @property
    def residual(self) -> float:
        """Return the wrong fields that stay, in 10.000."""
        return self.left * PER / self.fields

    @property
    def single(self) -> float:
        """Return the wrong fields of keying once, in 10.000."""
        return self.before * PER / self.fields


def simulate(
    plan: Plan, people: People, *, fields: int = FIELDS, seed: int = 2026, form: Form = FORM
) -> Outcome:
    """Key slips until there are so many fields, batch by batch, as the program does."""
    chance = random.Random(seed)
    a_slip = len(form.questions()) + 1
    standing = Standing()
    total = before = left = rekeyed = decisions = 0
    while total < fields:
        papers = invented_slips(form, ("rach_mo",), chance.randrange(1 << 30), BATCH)
        batch = UUID(int=chance.getrandbits(128))
        slips = [UUID(int=chance.getrandbits(128)) for _ in papers]
        kept = [keyed(form, paper, people.first, people.alike, chance) for paper in papers]
        total += a_slip * BATCH
        before += sum(wrong(form, paper, one) for paper, one in zip(papers, kept, strict=True))
        share = plan.share(standing.level)
        waiting = [n for n, slip in enumerate(slips) if is_drawn(batch, slip, share)]
        rest = [n for n in range(BATCH) if n not in set(waiting)]
        while waiting:
            number = waiting.pop(0)
            rekeyed += a_slip
            again = keyed(form, papers[number], people.second, people.alike, chance)
            found = differing(form, kept[number], again) if again != kept[number] else {}
            errors = 0
            if found:
                decided = {
                    field: settled(form, papers[number], field, pair, people.decider, chance)
                    for field, pair in found.items()
                }
                decisions += len(decided)
                firsts = {field: one for field, (one, _) in found.items()}
                errors = len(errors_of(decided, firsts))
                kept[number] = made(papers[number], kept[number], again, decided)
            standing = after(plan, standing, a_slip, errors)
            if errors:
                waiting, rest = waiting + rest, []
        left += sum(wrong(form, paper, one) for paper, one in zip(papers, kept, strict=True))
    return Outcome(total, before, left, rekeyed, decisions)


def keyed(
    form: Form, paper: SlipContent, error: float, alike: float, chance: random.Random
) -> SlipContent:
    """Return a paper as somebody keys it."""
    if chance.random() < error:
        return SlipContent({}, "" if paper.reason else _REASON)
    answers = dict(paper.answers)
    for node in form.questions() if not paper.reason else ():
        if chance.random() < error:
            options = [None, *(choice.name for choice in form.choices(node))]
            right = options.index(answers.get(node.key))
            options = [*options[right + 1 :], *options[:right]]
            taken = options[0] if chance.random() < alike else chance.choice(options)
            answers.pop(node.key, None)
            if taken is not None:
                answers[node.key] = taken
    return SlipContent(answers, paper.reason)


def settled(
    form: Form, paper: SlipContent, field: str, pair: tuple[Any, Any], error: float,
    chance: random.Random,
) -> Any:  # fmt: skip
    """Return what a third decides: what is on the paper, or in error a wrong one of the two."""
    right = value(paper, field)
    others = [one for one in pair if (one or None) != (right or None)]
    return chance.choice(others) if chance.random() < error and others else right


def value(content: SlipContent, field: str) -> Any:
    """Return a field of a slip."""
    if field.startswith(ANSWER_PREFIX):
        return content.answers.get(field.removeprefix(ANSWER_PREFIX))
    return getattr(content, field)


def made(
    paper: SlipContent, first: SlipContent, again: SlipContent, decided: Mapping[str, Any]
) -> SlipContent:
    """Return the slip after a decision; where its validity was decided, as that side has it."""
    if "reason" in decided:
        sides = [one for one in (first, again) if one.reason == decided["reason"]]
        return sides[0] if sides else paper
    fields = corrected(content_fields(first), decided)
    return SlipContent(fields["answers"], fields["reason"])


def wrong(form: Form, paper: SlipContent, kept: SlipContent) -> int:
    """Return how many fields of a slip are not as they are on paper."""
    return len(differing(form, paper, kept)) if paper != kept else 0


def table() -> str:
    """Return what is left over many plans and clerks, as Markdown."""
    lines = [
        "| plan | clerk errs, in 10.000 | keyed again | by the formula | left, in 10.000 |"
        " by the formula |",
        "|---|---|---|---|---|---|",
    ]
    plans = [("all, always", plan_for(0.0005, 0.5, 0))]
    plans += [(f"at most {n} left", plan_for(n / PER, 0.5, 3)) for n in (2, 5, 10)]
    for name, plan in plans:
        for error in (5, 10, 25, 50):
            found = simulate(plan, People(first=error / PER))
            share = checked_share(plan, error / PER)
            stays = left_share(plan, error / PER) * PER
            lines.append(
                f"| {name} (i = {plan.clearance if plan.levels else 0}) | {error} |"
                f" {found.share:.1%} | {share:.1%} | {found.residual:.2f} | {stays:.2f} |"
            )
    lines += ["", "| all keyed again; who decides errs, in 100 | same wrong value | left |",
              "|---|---|---|"]  # fmt: skip
    for decider in (0.0, 0.5, 1.0, 2.0):
        for alike in (0.0, 0.5, 1.0):
            people = People(decider=decider / 100, alike=alike)
            found = simulate(plan_for(0.0005, 0.5, 0), people, fields=10 * FIELDS)
            lines.append(f"| {decider} | {alike:.0%} | {found.residual:.2f} |")
    return "\n".join(lines)


if __name__ == "__main__":
    print(table())
