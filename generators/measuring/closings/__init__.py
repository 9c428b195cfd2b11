"""Closed periods: their figures and inputs, and the comparison with those on record."""
