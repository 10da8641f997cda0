"""The headless commands; none of them loads Qt."""
