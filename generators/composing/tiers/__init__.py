"""Tiers: pages of ladders, standings and divisions."""
