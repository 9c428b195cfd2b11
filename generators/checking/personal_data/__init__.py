"""The search for personal data in a text: numbers by form and check digit, other data by context."""

from __future__ import annotations

from generators.checking.personal_data.finding import Finding, findings

__all__ = ["Finding", "findings"]
