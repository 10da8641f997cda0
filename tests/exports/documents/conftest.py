from __future__ import annotations

import pytest

from exports.document import Document
from exports.satisfaction_report import satisfaction_document
from exports.writers.files import SUFFIXES, render
from models.surveys.summary import SatisfactionSummary
from tests.exports.documents.case import INVALID, SETTINGS, golden_units, make_summary


@pytest.fixture(scope="session")
def summary() -> SatisfactionSummary:
    """The golden case: centre and communes, 4.506 valid slips, 3 invalid ones."""
    return make_summary(golden_units(), INVALID)


@pytest.fixture(scope="session")
def document(summary: SatisfactionSummary) -> Document:
    return satisfaction_document(summary, SETTINGS)


@pytest.fixture(scope="session")
def rendered(document: Document) -> dict[str, bytes]:
    """The golden case in every format, by suffix."""
    return {suffix: render(document, suffix) for suffix in SUFFIXES}
