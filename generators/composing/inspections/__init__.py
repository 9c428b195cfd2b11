"""Inspections: pages, tables and words."""
