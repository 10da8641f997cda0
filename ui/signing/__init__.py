"""Signing a PDF and checking its signatures, from any screen that saves one."""
