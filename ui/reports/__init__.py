"""Choosing, previewing, printing and saving reports."""
