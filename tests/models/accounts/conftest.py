"""Stations, for what comes from elsewhere."""

from tests.exports.exchange.conftest import here, there

__all__ = ["here", "there"]
