"""The search for personal data in a text: numbers by form and check digit, other data by context."""

from __future__ import annotations

from generators.checking.personal_data.finding import Finding, fact_findings, findings
from generators.checking.personal_data.names import is_name

__all__ = ["Finding", "fact_findings", "findings", "is_name"]
