"""导入格式: which column of an office's own sheet is which indicator, found again by the words of heads."""

from __future__ import annotations

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from generators.model.correction import RatioPart
from generators.model.names import IndicatorAddress, ProgrammeName
from generators.model.record import Record
from generators.model.scalars import Choice, Disclosure, NonEmptyStr, TupleOf


class ImportKind(Choice):
    """What the rows of a sheet are: reported values of divisions, or their targets."""

    RETURNS = "returns"
    TARGETS = "targets"


class ColumnUse(Choice):
    """What becomes of a column that is no indicator: it is the remark of its row, or left out."""

    REMARK = "remark"
    NONE = "none"


class ImportColumn(Record):
    """A column: an indicator or a part of one, or another use.

    ``measure`` is the unit of its numbers where neither head nor cell says it.
    """

    indicator: IndicatorAddress | None = None
    part: RatioPart | None = None
    measure: NonEmptyStr | None = None
    use: ColumnUse | None = None

    @model_validator(mode="after")
    def _say_one_thing(self) -> ImportColumn:
        if (self.indicator is None) is (self.use is None):
            raise PydanticCustomError("E210", "indicator、use 须写且只写一种", {})
        return self


class ImportLayout(Record):
    """A layout of sheets; the keys of ``columns`` and ``division`` are the words of heads.

    Heads over two rows are joined by ``·``. ``skipped`` are the names of rows that are no divisions. What is
    not ``confirmed`` is a proposal, and imports nothing. What is imported gets the ``disclosure``.
    """

    title: NonEmptyStr
    kind: ImportKind = ImportKind.RETURNS
    programme: ProgrammeName
    confirmed: bool = True
    division: NonEmptyStr
    columns: dict[NonEmptyStr, ImportColumn] = Field(min_length=1)
    skipped: TupleOf[NonEmptyStr] = ()
    disclosure: Disclosure = Disclosure.PUBLIC
