"""Batches, slips and the tallies kept of them."""

from __future__ import annotations

from typing import Final

from sqlalchemy import BigInteger, Column, Index, Integer, Table, Text

from models.store.schema import metadata
from models.store.types import Id

batches: Final = Table(
    "batches",
    metadata,
    Column("id", Id, primary_key=True),
    Column("unit", Text, nullable=False),
    Column("questionnaire", Text, nullable=False),
    Column("version", Text, nullable=False),
    Column("collected_on", Text, nullable=False),
    Column("channel", Text, nullable=False),
    Column("handed_out", Integer),
    Column("returned", Integer),
    Column("state", Text, nullable=False),
    Column("difference_reason", Text, nullable=False),
    Column("opened_by", Id, nullable=False),
    Column("opened_hlc", BigInteger, nullable=False),
    Index("ix_batches_state", "state"),
    sqlite_with_rowid=False,
)

responses: Final = Table(
    "responses",
    metadata,
    Column("id", Id, primary_key=True),
    Column("batch", Id, nullable=False),
    Column("number", Integer),
    Column("unit", Text, nullable=False),
    Column("questionnaire", Text, nullable=False),
    Column("version", Text, nullable=False),
    Column("collected_on", Text, nullable=False),
    Column("channel", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("answers", Text, nullable=False),
    Column("not_asked", Text, nullable=False),
    Column("typed", Text, nullable=False),
    Column("note", Text, nullable=False),
    Column("dossier", Text),
    Column("replaces", Id),
    Column("keyed_by", Id, nullable=False),
    Column("recorded_hlc", BigInteger, nullable=False),
    Index("ix_responses_batch", "batch", "number"),
    sqlite_with_rowid=False,
)
Index(
    "ix_responses_dossier",
    responses.c.dossier,
    sqlite_where=responses.c.dossier.is_not(None),
)

# How many slips chose what. A day's counts stand under its number (20230105), save the latest day
# of each month that has slips: that stands under the negative number (-20230131). The other days
# are summed up under the month's (202301). So a slip of the latest day, as nearly all are, changes
# one row; and a summary reads whole months with their latest days, and the loose days at both
# ends, never the slips. `counts` is canonical JSON, `{question: {option: n}}`: a row an option
# would be nine. Question "" counts slips: option "valid", "invalid", or "invalid:<reason>". Option
# "#answered" counts answers that are no single choice, "#not_asked" those the form did not ask.
# Under the span 0 stand the slips that wait for a person (`models.surveys.undecided`).
tallies: Final = Table(
    "tallies",
    metadata,
    Column("span", Integer, primary_key=True, autoincrement=False),
    Column("unit", Text, primary_key=True),
    Column("questionnaire", Text, primary_key=True),
    Column("version", Text, primary_key=True),
    Column("counts", Text, nullable=False),
    sqlite_with_rowid=False,
)

# What other stations state of a unit's day where its slips may not be read here. `counts` is
# canonical JSON, {questionnaire: {version: counts as in `tallies`}}, and `slips` their number.
stated_tallies: Final = Table(
    "stated_tallies",
    metadata,
    Column("day", Integer, primary_key=True, autoincrement=False),
    Column("unit", Text, primary_key=True),
    Column("stated_by", Id, primary_key=True),
    Column("slips", Integer, nullable=False),
    Column("counts", Text, nullable=False),
    Column("stated_hlc", BigInteger, nullable=False),
    sqlite_with_rowid=False,
)
