"""Inspection rounds: pages and rows."""
