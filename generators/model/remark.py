"""说明: what a township says on a figure or rank of its own (right of reply), reviewed like a bulletin."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from generators.model.address import Address
from generators.model.document import Review
from generators.model.names import DivisionName, IndicatorAddress, SchemeAddress
from generators.model.period import PeriodField
from generators.model.record import Record
from generators.model.scalars import Disclosure, NonEmptyStr


class Remark(Record):
    """A remark on the figure of an indicator, or on the rank by a scheme, in one period.

    ``division`` is the township of the folder or one of its villages; ``None`` means the township. Without
    ``reviewed`` it is a draft, and on no public page.
    """

    indicator: IndicatorAddress | None = None
    scheme: SchemeAddress | None = None
    period: PeriodField
    division: DivisionName | None = None
    text: NonEmptyStr
    by: NonEmptyStr
    on: datetime.date
    reviewed: Review | None = None
    disclosure: Disclosure = Disclosure.INTERNAL

    @model_validator(mode="after")
    def _says_of_what(self) -> Remark:
        if (self.indicator is None) is (self.scheme is None):
            raise PydanticCustomError("E920", "indicator、scheme 须写且只写一个", {})
        return self

    @property
    def subject(self) -> Address:
        """Return the address of the indicator or scheme."""
        return self.indicator or self.scheme or Address("")


@dataclass(frozen=True, slots=True)
class FiledRemark:
    """A remark with its id and the township in whose folder it is filed."""

    id: str
    township: str
    remark: Remark

    @property
    def division(self) -> str:
        """Return the id of the division that makes the remark."""
        return self.remark.division or self.township
