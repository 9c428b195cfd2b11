"""What the lists of an office share: its places, what the form is, how many rows are left for new records."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from generators.model.dataset import Dataset
from generators.model.programme import Programme
from generators.returning.office import FORMAT
from generators.workbooks.writing.form import Form, FormColumn, FormRow
from generators.workbooks.writing.rules import ChoiceRule

_NEW_ROWS: Final = 10


@dataclass(frozen=True)
class Office:
    """An office, ``division``, with the programme of which it keeps a list."""

    dataset: Dataset
    programme: Programme
    division: str

    @property
    def name(self) -> str:
        """Return the name of the office."""
        return self.dataset.divisions[self.division].name

    @property
    def new_rows(self) -> int:
        """Return how many empty rows there are for new records."""
        return _NEW_ROWS

    @cached_property
    def place_rule(self) -> ChoiceRule:
        """Return the rule for a place: the office itself, or one below it."""
        return ChoiceRule("从下拉表中选；本级的选第一个", tuple(self.place_names().values()))

    def place_names(self) -> dict[str, str]:
        """Return the office and what is below it by id, equal names with that of the township before them."""
        within = self.dataset.within(self.division)
        names = {each: self.dataset.divisions[each].name for each in within}
        often = Counter(names.values())
        return {
            each: f"{self._township_name(each)}{name}" if often[name] > 1 else name
            for each, name in names.items()
        }

    def _township_name(self, division: str) -> str:
        township = self.dataset.township_of(division)
        return self.dataset.divisions[township].name if township not in {None, division} else ""


def list_form(  # noqa: PLR0913 - what the lists do not share
    office: Office,
    kind: str,
    title: str,
    columns: tuple[FormColumn, ...],
    rows: Iterable[FormRow],
    footnote: str,
    *,
    fixed_columns: int = 1,
    more: Iterable[tuple[str, str]] = (),
) -> Form:
    """Return the list of ``kind`` as a form; ``more`` are further facts for its hidden sheet."""
    is_fictional = office.dataset.divisions[office.division].fictional
    notes = [f"填报单位：{office.name}", "只填浅黄色的格", "虚构的示例数据" if is_fictional else ""]
    is_owner = office.division == office.programme.owner
    return Form(
        name=title,
        title=f"{office.programme.name}{title}",
        notes="　".join(each for each in notes if each),
        columns=columns,
        rows=tuple(rows),
        about={
            "format": FORMAT,
            "kind": kind,
            "programme": office.programme.id,
            "period": "",
            "division": "" if is_owner else office.division,
            **dict(more),
        },
        footnotes=(footnote,),
        fixed_columns=fixed_columns,
    )
