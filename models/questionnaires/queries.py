"""Reads published questionnaires."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from sqlalchemy import Connection, select

from models.errors import UserError
from models.questionnaires.builtin import VISIT
from models.questionnaires.form import Form
from models.questionnaires.tables import questionnaires


@dataclass(frozen=True, slots=True)
class Published:
    """A published version, without its definition; `title` is in the form's default language."""

    code: str
    version: str
    title: str
    titles: Mapping[str, str] = field(default_factory=dict, hash=False)

    def name(self, language: str) -> str:
        """Return the title in a language, else in the form's default."""
        return self.titles.get(language, self.title)


def list_published(connection: Connection) -> list[Published]:
    """Return all versions, the newest of each questionnaire first."""
    query = select(questionnaires).order_by(
        questionnaires.c.code, questionnaires.c.published_hlc.desc()
    )
    return [
        Published(row.code, row.version, row.title, json.loads(row.definition)["titles"])
        for row in connection.execute(query)
    ]


def list_slip_forms(connection: Connection) -> list[Published]:
    """Return the versions that slips are keyed with, in the same order: all but the visit's."""
    return [item for item in list_published(connection) if item.code != VISIT]


def read_form(connection: Connection, code: str, version: str | None = None) -> Form:
    """Return a version of a questionnaire, the newest when `version` is None.

    UserError when it was never published here.
    """
    query = select(questionnaires.c.definition).where(questionnaires.c.code == code)
    if version is not None:
        query = query.where(questionnaires.c.version == version)
    query = query.order_by(questionnaires.c.published_hlc.desc()).limit(1)
    definition = connection.execute(query).scalar()
    if definition is None:
        raise UserError("questionnaires.unknown", code=code)
    return Form.from_json(definition)
