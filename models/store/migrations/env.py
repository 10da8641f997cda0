"""Runs the migrations on the connection that the store hands over."""

from __future__ import annotations

from alembic import context

from models.store.schema import metadata

connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=metadata, render_as_batch=True)
# The store's own transaction is open already: a migration is done wholly or not at all.
context.run_migrations()
