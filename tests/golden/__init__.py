"""Stores as older versions of the program wrote them, to open for ever after."""
