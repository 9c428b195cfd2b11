"""Why a workbook cannot be read."""

from __future__ import annotations


class WorkbookError(Exception):
    """A workbook that cannot be read: the ``code`` of the problem, and its detail in Chinese."""

    def __init__(self, code: str, detail: str) -> None:
        """Keep code and detail."""
        super().__init__(detail)
        self.code = code
        self.detail = detail
