"""Consequences: pages, the table of entries, and texts."""
