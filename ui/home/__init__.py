"""The first page: what is open and what to do next."""
