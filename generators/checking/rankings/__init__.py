"""Checks of schemes, adjustments and ranking lists."""
