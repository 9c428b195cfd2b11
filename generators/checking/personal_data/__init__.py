"""What tells of a person, found in any text: numbers by their form and check digits, the rest by context."""

from __future__ import annotations

from generators.checking.personal_data.finding import Finding, findings

__all__ = ["Finding", "findings"]
