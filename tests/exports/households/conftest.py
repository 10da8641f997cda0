from __future__ import annotations

import pytest

from exports.document import Document
from exports.household_report import household_document
from exports.writers.files import SUFFIXES, render
from tests.exports.households.case import SETTINGS, golden_figures


@pytest.fixture(scope="session")
def report() -> Document:
    """The golden case: 34.043 households, 14.300 with a code."""
    return household_document(golden_figures(), SETTINGS)


@pytest.fixture(scope="session")
def files(report: Document) -> dict[str, bytes]:
    """The golden report in every format, by suffix."""
    return {suffix: render(report, suffix) for suffix in SUFFIXES}
