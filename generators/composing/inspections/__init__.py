"""Inspections: pages, tables and texts."""
