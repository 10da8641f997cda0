"""Exchanging data with other stations: what was delivered, who may read what, files on a stick."""
