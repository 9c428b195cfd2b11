"""Why a cell cannot be taken over."""

from __future__ import annotations


class CellError(Exception):
    """A cell that says nothing certain: the ``code`` of the problem, its detail and remedy in Chinese."""

    def __init__(self, code: str, detail: str, remedy: str = "") -> None:
        """Keep code, detail and remedy; an empty remedy is that of the code."""
        super().__init__(detail)
        self.code = code
        self.detail = detail
        self.remedy = remedy
