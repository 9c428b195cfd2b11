"""Figures and the sources that state them."""
