"""What the page of striking votes reads, in one consistent view."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from models.kiosk.codes import make_codes
from models.kiosk.patterns import CountedVote, Finding
from models.kiosk.review import read_findings
from models.questionnaires.form import Form
from models.questionnaires.queries import read_form
from models.surveys.queries import read_batch
from models.units.queries import read_units
from ui.context import PageContext
from ui.jobs import Progress

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from sqlalchemy import Connection


@dataclass(frozen=True, slots=True)
class Flagged:
    """What waits for a reviewer, and the questionnaire of each batch."""

    findings: tuple[Finding, ...]
    forms: Mapping[UUID, Form]

    def choices(self, vote: CountedVote) -> str:
        """Return the numbers of the options that a vote chose, a dash for a blank question."""
        form = self.forms[vote.batch]
        return " ".join(
            _numbers(vote.answers.get(node.key), [one.name for one in form.choices(node)])
            for node in form.questions()
            if form.choices(node)
        )


def read_flagged(connection: Connection, today: date) -> Flagged:
    """Return what waits for a reviewer."""
    findings = tuple(read_findings(connection, today))
    forms = {}
    for batch in {one.batch for one in findings}:
        header = read_batch(connection, batch).header
        forms[batch] = read_form(connection, header.questionnaire, header.version)
    return Flagged(findings, forms)


def save_codes(context: PageContext, count: int, today: date) -> Callable[[Path, Progress], Path]:
    """Return what makes codes and writes them to a file."""

    def write(path: Path, _progress: Progress) -> Path:
        # Only here is what makes PDFs loaded.
        from exports.kiosk_codes import code_sheet
        from models.store.files import write_atomically

        made = context.store.write(partial(make_codes, count=count), actor=context.account)
        unit = context.store.read(read_units).find(context.unit, today)
        write_atomically(path, code_sheet(made, unit.full_name if unit else context.unit))
        return path

    return write


def _numbers(answer: str | list[str] | None, names: list[str]) -> str:
    chosen = [answer] if isinstance(answer, str) else answer or []
    numbers = [str(names.index(name) + 1) for name in chosen if name in names]
    return "+".join(numbers) or "–"
