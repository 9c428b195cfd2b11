"""Whether a publication answers a call in prose."""

from __future__ import annotations

from types import MappingProxyType

import pytest

from generators.composing.kit.parts import Parts
from generators.composing.prose.citations import Citations
from generators.disclosing import Publication
from generators.model.prose import ProseCall


def _call(*arguments: str, **keywords: str) -> ProseCall:
    return ProseCall("value", arguments, MappingProxyType(keywords), 0, 1)


def test_a_call_is_answered_if_the_publication_has_the_figure(publication: Publication) -> None:
    citations = Citations(Parts(publication))
    division, indicator = next(iter(publication.values))
    assert citations.answers(_call(division, indicator))
    assert not citations.answers(_call(division, f"{indicator}-missing"))
    assert not citations.answers(_call(division, indicator, period="1999"))


def test_the_same_call_is_looked_up_once(publication: Publication, monkeypatch: pytest.MonkeyPatch) -> None:
    division, indicator = next(iter(publication.values))
    asked: list[str] = []
    known = Citations.value

    def value(self: Citations, division: str, indicator: str, period: str | None = None) -> object:
        asked.append(indicator)
        return known(self, division, indicator, period)

    monkeypatch.setattr(Citations, "value", value)
    citations = Citations(Parts(publication))
    wrong = f"{indicator}-missing"
    for _ in range(2):
        assert citations.answers(_call(division, indicator))
        assert not citations.answers(_call(division, wrong))
        assert not citations.answers(_call(division, indicator, period="1999"))
    assert asked == [indicator, wrong, indicator]
