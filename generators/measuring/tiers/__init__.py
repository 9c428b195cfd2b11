"""Tiers: checklists, standings, moves and distributions on ladders."""
