"""Figures: values, roll-up, attainment, pace and status of targets."""
