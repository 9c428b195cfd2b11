"""Measures tiers: checklists, standings, moves and distributions on ladders."""
