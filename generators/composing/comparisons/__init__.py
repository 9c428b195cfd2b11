"""Comparisons on pages: growth since a base period, and the year to date."""
