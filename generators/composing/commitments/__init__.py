"""Commitments: pages, rows and downloads."""
