"""The one truth: immutable events, chained by hash."""
