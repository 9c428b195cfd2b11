"""What is found in several hundred texts, good and bad, written down in ``corpus.yml``."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import pytest
import yaml

from generators.checking.personal_data import findings

CORPUS: Final = Path(__file__).parent / "corpus.yml"
FEWEST: Final = 200


def _texts() -> list[tuple[str, list[str]]]:
    entries: list[dict[str, Any]] = yaml.safe_load(CORPUS.read_text(encoding="utf-8"))
    return [(entry["text"].replace("[at]", "@"), entry["kinds"]) for entry in entries]


def test_the_corpus_is_large_and_repeats_nothing() -> None:
    texts = [text for text, _ in _texts()]
    assert len(texts) == len(set(texts))
    assert len(texts) >= FEWEST


@pytest.mark.parametrize(("text", "kinds"), _texts())
def test_exactly_the_expected_kinds_are_found(text: str, kinds: list[str]) -> None:
    assert [finding.kind.value for finding in findings(text)] == kinds


@pytest.mark.parametrize("text", [text for text, kinds in _texts() if kinds])
def test_what_is_found_is_never_shown_whole(text: str) -> None:
    for finding in findings(text):
        written = text[finding.offset : finding.offset + len(finding.masked)]
        assert finding.masked != written
        assert "*" in finding.masked
        assert sum(map(str.isdigit, finding.masked)) <= 5
