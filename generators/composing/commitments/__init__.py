"""Commitments: pages, tables and texts."""
