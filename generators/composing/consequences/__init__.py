"""Consequences: pages, rows and downloads."""
