"""Commitments: pages, tables and words."""
