"""Who did what, when, and on which machine: what is said of the work, not of its results."""
