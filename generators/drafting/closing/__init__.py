"""Closes periods, and opens them again: writes the records and their chain."""
