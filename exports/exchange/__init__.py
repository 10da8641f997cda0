"""What stations give each other: sealed bundles, by stick, by mail or through a hub."""
