"""Reads a report's figures and lays them out, in one consistent view of the store."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from sqlalchemy import Connection

from exports.document import Document
from exports.household_report import household_document
from exports.report_settings import ReportSettings
from exports.satisfaction_report import satisfaction_document
from exports.small_cells import hide_small_answers, hide_small_households
from models.households.figures import RegisterFigures
from models.households.figures import UnitMap as HouseholdMap
from models.households.figures_query import read_register
from models.periods import range_period
from models.settings.queries import read_settings
from models.settings.record import Settings
from models.surveys.summary import SatisfactionSummary, UnitMap
from models.surveys.summary_query import read_summary


@dataclass(frozen=True, slots=True)
class SatisfactionReport:
    """The figures of a period and the document that shows them; each may have its own words."""

    summary: SatisfactionSummary
    document: Document


def read_satisfaction(
    connection: Connection, start: date, end: date, *, unit_codes: Sequence[str] = (),
    unit_map: UnitMap = "recorded", questionnaire: str = "qn-18-2021",
    population: int | None = None, language: str = "vi", hide_small: bool = False,
) -> SatisfactionReport:  # fmt: skip
    """Return the satisfaction report from `start` to `end`, both days counted.

    `language` is that of the summary's questions and options; the document is Vietnamese always.
    `hide_small` hides the counts from 1 to 4 in all of it. UserError for days the wrong way round,
    a unit or a questionnaire that is not known.
    """
    settings = read_settings(connection)
    counted = partial(
        read_summary, connection, range_period(start, end, settings.year_start),
        unit_codes=unit_codes, unit_map=unit_map, questionnaire=questionnaire,
        population=population,
    )  # fmt: skip

    def summarised(**options: Any) -> SatisfactionSummary:
        found = counted(**options)
        return hide_small_answers(found) if hide_small else found

    printed = summarised()
    document = satisfaction_document(printed, letterhead(settings))
    return SatisfactionReport(
        printed if language == "vi" else summarised(language=language), document
    )


@dataclass(frozen=True, slots=True)
class HouseholdsReport:
    """The figures of the register at the end of a period and the document that shows them."""

    figures: RegisterFigures
    document: Document


def read_households_report(
    connection: Connection, start: date, end: date, *, today: date,
    unit_codes: Sequence[str] = (), unit_map: HouseholdMap = "recorded", hide_small: bool = False,
) -> HouseholdsReport:  # fmt: skip
    """Return the digital address report from `start` to `end`, both days counted.

    `hide_small` hides the counts from 1 to 4 in all of it. UserError for days the wrong way round,
    or a unit that is not known.
    """
    settings = read_settings(connection)
    figures = read_register(
        connection, range_period(start, end, settings.year_start), today=today,
        unit_codes=unit_codes, unit_map=unit_map,
    )  # fmt: skip
    if hide_small:
        figures = hide_small_households(figures)
    return HouseholdsReport(figures, household_document(figures, letterhead(settings)))


def letterhead(settings: Settings) -> ReportSettings:
    """Return what the settings say of a report's head and foot."""
    return ReportSettings(
        parent_body=settings.parent_body,
        issuing_body=settings.issuing_body,
        place=settings.place,
        number_suffix=settings.number_suffix,
        signer_title=settings.signer_title,
        signer_name=settings.signer_name,
        recipients=settings.recipients,
    )
