"""Comparisons: values of whole periods, their year to date, and growth since a base period."""
