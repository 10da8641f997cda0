"""The handbook: its pictures, and what its pages name."""
