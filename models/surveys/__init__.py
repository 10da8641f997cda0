"""Satisfaction slips: batches, slips, tallies and their summary."""
