"""The rules of a programme, by their kind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from generators.composing.kit.dates import CADENCE_TEXT
from generators.composing.kit.parts import Parts
from generators.composing.kit.views import Link
from generators.languages import Words, marked
from generators.model.programme import Rule, RuleKind

RULE_TITLES: Final = Words(
    {
        RuleKind.INSPECTION: marked("督查"),
        RuleKind.REPORTING: marked("报送与通报"),
        RuleKind.ASSESSMENT: marked("考核"),
        RuleKind.REWARD: marked("激励"),
        RuleKind.SANCTION: marked("问责"),
        RuleKind.SUPPORT: marked("保障"),
    }
)


@dataclass(frozen=True, slots=True)
class RuleGroup:
    """The rules of one kind as (unrendered prose, cadence, source)."""

    title: str
    rules: tuple[tuple[str, str, Link], ...]


def rule_groups(parts: Parts, rules: Sequence[Rule]) -> Iterator[RuleGroup]:
    """Yield the kinds that have rules, in the order of ``RULE_TITLES``."""
    for kind, title in RULE_TITLES.items():
        members = tuple(
            (rule.text, CADENCE_TEXT[rule.every] if rule.every else "", parts.source_link(rule.source))
            for rule in rules
            if rule.kind is kind
        )
        if members:
            yield RuleGroup(title, members)
