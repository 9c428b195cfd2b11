"""Figures: rows, tables, and the pages of sources."""
