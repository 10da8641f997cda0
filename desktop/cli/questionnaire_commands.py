"""`questionnaire check`, `publish` and `list`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from desktop.cli.invocation import Invocation
from models.errors import ProblemsError
from models.permissions import Permission
from models.questionnaires.commands import publish
from models.questionnaires.queries import list_published
from models.questionnaires.xlsform import read_xlsform
from models.sentences.catalog import say

Outcome = tuple[int, dict[str, Any]]


def check_form(run: Invocation) -> Outcome:
    """Read an XLSForm and say every problem; stores nothing."""
    return _read(run, is_published=False)


def publish_form(run: Invocation) -> Outcome:
    """Publish an XLSForm as a version that never changes."""
    return _read(run, is_published=True)


def list_forms(run: Invocation) -> Outcome:
    """List the published versions."""
    session = run.open(None)
    try:
        found = session.store.read(list_published)
    finally:
        session.store.close()
    listed = [{"code": item.code, "version": item.version, "title": item.title} for item in found]
    return 0, {"questionnaires": listed}


def _read(run: Invocation, *, is_published: bool) -> Outcome:
    try:
        form = read_xlsform(Path(run.options.file))
    except ProblemsError as error:
        run.tell(error.code, **error.params)
        return 2, {
            "code": None, "version": None, "questions": 0,
            "problems": run.problems(error.problems),
        }  # fmt: skip
    result: dict[str, Any] = {
        "code": form.code,
        "version": form.version,
        "title": form.text(form.titles, run.language),
        "questions": len(form.questions()),
        "problems": [],
    }
    if is_published:
        session = run.open(Permission.PUBLISH_QUESTIONNAIRES)
        try:
            is_new = session.store.write(
                lambda tx: publish(tx, form, unit=session.unit), actor=session.account
            )
        finally:
            session.store.close()
        code = "commands.published" if is_new else "commands.published_before"
        print_ = say(code, run.language, code=form.code, version=form.version)
        result["message"] = print_
    return 0, result
