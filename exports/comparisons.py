"""Reads what is compared, and the months of a trend, in one consistent view of the store."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from exports.comparison_report import comparison_document
from exports.document import Document
from exports.reports import letterhead
from exports.small_cells import hide_small_answers, hide_small_months, hides_satisfied
from exports.trend_report import trend_document
from models.errors import UserError
from models.periods import Period, range_period
from models.settings.queries import read_settings
from models.settings.record import Settings
from models.surveys.comparison import Comparison, Side, compare
from models.surveys.summary import SatisfactionSummary, UnitMap
from models.surveys.summary_query import read_summary
from models.surveys.trend import Trend, point_of, read_month_reports, trend_of


@dataclass(frozen=True, slots=True)
class Asked:
    """One side of a comparison: both days counted, no codes for every unit that has slips."""

    start: date
    end: date
    unit_codes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Way:
    """How all of it is counted, as in `exports.reports.read_satisfaction`."""

    unit_map: UnitMap = "recorded"
    questionnaire: str = "qn-18-2021"
    hide_small: bool = False


@dataclass(frozen=True, slots=True)
class ComparisonReport:
    """A comparison and the document that shows it; each may have its own words."""

    comparison: Comparison
    document: Document


@dataclass(frozen=True, slots=True)
class TrendReport:
    """A trend and the document that shows it."""

    trend: Trend
    document: Document


def read_comparison(
    connection: Connection, first: Asked, second: Asked, way: Way, language: str = "vi"
) -> ComparisonReport:
    """Return the comparison of two sides, the second against the first.

    Small numbers cannot be hidden where both sides count some of the same slips: the difference
    would give them back. UserError then, and as of `read_satisfaction`.
    """
    settings = read_settings(connection)

    def compared(words: str) -> Comparison:
        sides = [_side(connection, asked, settings, way, words) for asked in (first, second)]
        found = compare(*sides)
        if way.hide_small and found.shares_slips:
            raise UserError("documents.shared_small")
        return found

    printed = compared("vi")
    document = comparison_document(printed, letterhead(settings))
    return ComparisonReport(printed if language == "vi" else compared(language), document)


def read_trend_report(connection: Connection, asked: Asked, way: Way) -> TrendReport:
    """Return the months up to the end of a period and the units within it.

    UserError as of `read_satisfaction`.
    """
    settings = read_settings(connection)
    period = range_period(asked.start, asked.end, settings.year_start)
    summary = _summary(connection, asked, period, way, "vi")
    trend = read_trend(connection, summary, asked.unit_codes, way)
    return TrendReport(trend, trend_document(trend, period, letterhead(settings)))


def read_trend(
    connection: Connection, summary: SatisfactionSummary, unit_codes: tuple[str, ...], way: Way
) -> Trend:
    """Return the trend that ends with a summary; `way` says whether to hide its small numbers.

    A month is told as its own report tells it: else one would give back what the other hides.
    """
    months = read_month_reports(
        connection, summary.period, unit_codes=unit_codes, unit_map=way.unit_map,
        questionnaire=way.questionnaire,
    )  # fmt: skip
    points = tuple(month.point for month in months)
    if way.hide_small:
        untold = {
            place for place, month in enumerate(months)
            if month.summary is not None and hides_satisfied(month.summary)
        }  # fmt: skip
        points = hide_small_months(points, untold, point_of(summary.total, summary.period))
    return trend_of(points, summary)


def _side(
    connection: Connection, asked: Asked, settings: Settings, way: Way, language: str
) -> Side:
    period = range_period(asked.start, asked.end, settings.year_start)
    summary = _summary(connection, asked, period, way, language)
    names = tuple(unit.name for unit in summary.units) if asked.unit_codes else ()
    return Side(summary, names)


def _summary(
    connection: Connection, asked: Asked, period: Period, way: Way, language: str
) -> SatisfactionSummary:
    found = read_summary(
        connection, period, unit_codes=asked.unit_codes, unit_map=way.unit_map,
        questionnaire=way.questionnaire, language=language,
    )  # fmt: skip
    return hide_small_answers(found) if way.hide_small else found
