"""Finds the table in a sheet: its heads, its rows of divisions, its totals, and what is said around it."""
