"""What may be typed in a cell of a form, as a validation of the sheet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Final, TypeAlias, assert_never

_LONGEST_LIST: Final = 200
"""Characters of a list that stands in the rule itself; 255 are allowed, with what is added."""

NOT_WANTED: Final = "不用填"
"""What stands in a locked cell of a column that others have to fill in; read back it says nothing."""

INAPPLICABLE: Final = "/"
"""What is typed in a cell for what does not apply, as offices write it."""


@dataclass(frozen=True, slots=True)
class NumberRule:
    """A number, no lower than ``least``; whole if ``is_whole``. ``/`` is allowed as well.

    ``wanted`` says in Chinese what is wanted.
    """

    wanted: str
    least: Decimal | None = None
    is_whole: bool = False


@dataclass(frozen=True, slots=True)
class ChoiceRule:
    """One of ``options``; with ``is_open`` they are only offered, and anything may be typed."""

    wanted: str
    options: tuple[str, ...]
    is_open: bool = False


@dataclass(frozen=True, slots=True)
class DayRule:
    """A day from ``first`` on."""

    wanted: str
    first: date = date(2000, 1, 1)


@dataclass(frozen=True, slots=True)
class TextRule:
    """Any text."""

    wanted: str = ""


Rule: TypeAlias = NumberRule | ChoiceRule | DayRule | TextRule


def validation_of(rule: Rule, cell: str, ranges: Mapping[tuple[str, ...], str]) -> dict[str, Any] | None:
    """Return the validation of a cell for XlsxWriter; ``None`` if anything may be typed.

    ``ranges`` are the cells that hold the lists which are too long for a rule; ``cell`` is the reference of
    the cell.
    """
    found: dict[str, Any]
    match rule:
        case NumberRule():
            found = {"validate": "custom", "value": _formula(rule, cell)}
        case ChoiceRule(options=options):
            found = {"validate": "list", "source": ranges.get(options) or list(options)}
            if rule.is_open:
                found["show_error"] = False
        case DayRule(first=first):
            found = {"validate": "date", "criteria": ">=", "value": first}
        case TextRule():
            return None
        case never:
            assert_never(never)
    told = {"input_title": "填报", "input_message": rule.wanted[:255]} if rule.wanted else {}
    return {**found, **told, "error_title": "填得不对", "error_message": rule.wanted[:255]}


def _formula(rule: NumberRule, cell: str) -> str:
    conditions = [f"ISNUMBER({cell})"]
    if rule.least is not None:
        conditions.append(f"{cell}>={rule.least:f}")
    if rule.is_whole:
        conditions.append(f"{cell}=INT({cell})")
    return f'=OR({cell}="{INAPPLICABLE}",AND({",".join(conditions)}))'


def is_long(options: tuple[str, ...]) -> bool:
    """Whether a list is too long to stand in a rule, or has a comma, which would divide an option."""
    return len(",".join(options)) > _LONGEST_LIST or any("," in each for each in options)
