"""Checks of divisions: their histories, what they became part of, and what was filed before or after."""
