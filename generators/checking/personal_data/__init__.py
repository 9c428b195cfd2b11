"""The search for personal data in any text: numbers by form and check digits, all else by context."""

from __future__ import annotations

from generators.checking.personal_data.finding import Finding, findings

__all__ = ["Finding", "findings"]
