"""Computes everything that a site shows from a dataset: pure functions, without I/O, clock or rounding."""

from generators.measuring.snapshot import measure

__all__ = ["measure"]
