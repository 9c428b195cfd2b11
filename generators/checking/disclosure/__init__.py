"""Checks of what would become public."""
