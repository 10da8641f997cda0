"""Publishes questionnaire versions."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select

from models.errors import UserError
from models.ids import derived_id
from models.journal.event import NewEvent
from models.permissions import Permission, permitted
from models.questionnaires.form import Form
from models.questionnaires.projection import PUBLISHED
from models.questionnaires.tables import questionnaires
from models.store.store import Transaction


@permitted(Permission.PUBLISH_QUESTIONNAIRES)
def publish(tx: Transaction, form: Form, *, unit: str) -> bool:
    """Record a version; False when this very version is published already.

    UserError when the version exists with other content: a version never changes, a changed
    questionnaire needs a new version.
    """
    return _publish(tx, form, unit)


def publish_shipped(tx: Transaction, forms: Sequence[Form], *, unit: str) -> None:
    """Record what came with the program, whoever is the first to open the store with it."""
    for form in forms:
        _publish(tx, form, unit)


def _publish(tx: Transaction, form: Form, unit: str) -> bool:
    definition = form.to_json()
    query = select(questionnaires.c.definition).where(
        questionnaires.c.code == form.code, questionnaires.c.version == form.version
    )
    existing = tx.connection.execute(query).scalar()
    if existing == definition:
        return False
    if existing is not None:
        raise UserError("questionnaires.version_exists", code=form.code, version=form.version)
    content = {
        "code": form.code,
        "version": form.version,
        "title": form.text(form.titles),
        "definition": definition,
    }
    entity = derived_id("questionnaire", [form.code, form.version])
    tx.append(NewEvent(PUBLISHED, unit, entity, content))
    return True
