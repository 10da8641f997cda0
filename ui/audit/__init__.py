"""The page of the audit: who did what, when, and on which machine."""
