"""Alembic migrations of the store; each ships with a test and an old store."""
