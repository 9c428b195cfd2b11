"""Checks of prose: its calls, periods and numbers."""
