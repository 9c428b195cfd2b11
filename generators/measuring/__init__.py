"""Progress, pace, status and roll-up, as the design defines them: pure functions over a dataset."""

from generators.measuring.snapshot import measure

__all__ = ["measure"]
