"""Programmes: pages, frameworks, facts, identities and rules."""
