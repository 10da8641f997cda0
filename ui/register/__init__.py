"""The household register: find, check, take in lists, print."""
