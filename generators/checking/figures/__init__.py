"""Checks of indicators, targets, reports and corrections."""
