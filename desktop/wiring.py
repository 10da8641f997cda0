"""Puts the parts together: the one place where the store meets the domains. Loads no Qt."""

from __future__ import annotations

from models.accounts.authority import demand
from models.accounts.projection import AccountsProjection
from models.audit.projection import AuditProjection
from models.households.projection import HouseholdsProjection
from models.households.stated import stated_registers_projection
from models.questionnaires.projection import QuestionnairesProjection
from models.rekeying.projection import RekeyingProjection
from models.settings.projection import SettingsProjection
from models.stations.projection import StationsProjection
from models.store.store import Authority, Projection
from models.surveys.projection import SurveysProjection
from models.surveys.stated import stated_tallies_projection
from models.units.projection import UnitsProjection

# Asked by every command whether its actor is allowed what it does.
authority: Authority = demand


def projections() -> tuple[Projection, ...]:
    """Return every projection, in the order in which they are rebuilt."""
    return (
        AccountsProjection(),
        UnitsProjection(),
        SettingsProjection(),
        StationsProjection(),
        QuestionnairesProjection(),
        SurveysProjection(),
        RekeyingProjection(),
        stated_tallies_projection(),
        HouseholdsProjection(),
        stated_registers_projection(),
        AuditProjection(),
    )
