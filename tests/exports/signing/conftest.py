from __future__ import annotations

import pytest

from exports.satisfaction_report import satisfaction_document
from exports.writers.files import render
from tests.exports.documents.case import INVALID, SETTINGS, golden_units, make_summary
from tests.exports.signing.softhsm import Bed
from tests.exports.signing.softhsm import bed as make_bed


@pytest.fixture(scope="session")
def bed() -> Bed:
    return make_bed()


@pytest.fixture(scope="session")
def report() -> bytes:
    """A report with the block of its signer, unsigned."""
    summary = make_summary(golden_units(), INVALID)
    return render(satisfaction_document(summary, SETTINGS), ".pdf")
