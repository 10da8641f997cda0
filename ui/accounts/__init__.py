"""Signing in, and setting up a new store."""
