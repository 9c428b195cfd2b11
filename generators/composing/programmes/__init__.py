"""Programmes: frameworks, facts, identities and rules."""
