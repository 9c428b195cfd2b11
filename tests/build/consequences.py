"""Consequences, added to the programme of a small county."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from generators.model.address import Address
from generators.model.consequence import Consequence
from generators.model.dataset import Dataset
from generators.model.scalars import Disclosure

WORD: Final = Address("example/word")
"""The address of the one consequence that ``with_consequence`` adds."""

RANKED_CONSEQUENCES: Final = """
consequences:
  award:
    name: 季度先进
    kind: reward
    level: township
    disclosure: public
    text: 名列前茅的，发给奖金。
    source: {document: plan, at: 第四部分}
    when:
      rank:
        scheme: quarterly
        first: 3
        bands:
          - {name: 一等奖, first: 1, amount: 3000, measure: 元}
          - {name: 二等奖, first: 3, amount: 1000, measure: 元}
  summons:
    name: 约谈提醒
    kind: sanction
    level: township
    disclosure: public
    when: {problems: {overdue-at-least: 1}}
"""
"""Public consequences of ``clear-stream`` with its rankings, to be added to the file of the programme."""


def consequence(
    when: Mapping[str, object],
    *,
    kind: str = "sanction",
    level: str = "township",
    disclosure: Disclosure = Disclosure.INTERNAL,
) -> Consequence:
    """Return a consequence; ``when`` is written as in YAML."""
    fields = {"name": "示例奖惩", "kind": kind, "level": level, "when": when, "disclosure": disclosure}
    return Consequence.model_validate(fields)


def with_consequence(dataset: Dataset, added: Consequence) -> Dataset:
    """Return the dataset with a consequence of its one programme."""
    (work,) = dataset.programmes.values()
    changed = work.model_copy(update={"consequences": {"word": added}})
    return replace(dataset, programmes={work.id: changed})
