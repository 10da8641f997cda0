"""The hub: what stations give each other by HTTP in place of sticks, kept in PostgreSQL."""
