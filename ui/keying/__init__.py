"""Keying paper slips: batches, the entry page, drafts and saving."""
