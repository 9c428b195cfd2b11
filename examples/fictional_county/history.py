"""Dated events of one thing, as far as they are known on the last day."""

from __future__ import annotations

from datetime import date

from examples.fictional_county.yaml_text import Node


class History:
    """The events so far; from the first that lies ahead of the last day on, none is known any more."""

    def __init__(self, last_day: date) -> None:
        """Start without events."""
        self.events: list[Node] = []
        self.last_step = ""
        self.last_on = date.min
        self._last_day = last_day
        self._is_over = False

    def add(self, step: str, on: date, **said: Node) -> None:
        """Add an event, unless it or one before it lies ahead of the last day."""
        self._is_over = self._is_over or on > self._last_day
        if not self._is_over:
            self.events.append({step: {"on": on, **said}})
            self.last_step, self.last_on = step, on
