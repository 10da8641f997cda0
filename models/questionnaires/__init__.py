"""Questionnaires as data: XLSForm in, a pure engine out."""
