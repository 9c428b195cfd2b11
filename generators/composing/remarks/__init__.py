"""Remarks of townships on their own figures and ranks."""
