"""Spreadsheets as people have them, read and written."""
