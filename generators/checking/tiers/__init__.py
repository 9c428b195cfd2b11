"""Checks of standards and ladders, and of item checks and assessments."""
