"""Circulars: drafted from what is measured of a period."""
