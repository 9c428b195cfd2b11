"""Progress, pace, status and roll-up, as the design defines them: pure functions over a dataset."""

from generators.measuring.measure import measure

__all__ = ["measure"]
