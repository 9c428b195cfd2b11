"""Checks of ladders, and of what is filed under them."""
