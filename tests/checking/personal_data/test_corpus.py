"""What is found in several hundred texts, good and bad: the files of YAML here."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import pytest
import yaml

from generators.checking.personal_data import findings

FOLDER: Final = Path(__file__).parent
AT: Final = {"corpus.yml": "[at]", "disguised.yml": "{at}", "sentences.yml": "{at}"}
FEWEST_BAD: Final = 450
FEWEST_GOOD: Final = 350

Entry = tuple[str, str, list[str]]


def _entries() -> list[Entry]:
    entries = []
    for name, at in AT.items():
        read: list[dict[str, Any]] = yaml.safe_load((FOLDER / name).read_text(encoding="utf-8"))
        entries += [(each["text"].replace(at, "@"), each.get("title", ""), each["kinds"]) for each in read]
    return entries


def test_the_corpus_is_large_and_repeats_nothing() -> None:
    texts = [text for text, _, _ in _entries()]
    assert len(texts) == len(set(texts))
    assert sum(bool(kinds) for _, _, kinds in _entries()) >= FEWEST_BAD
    assert sum(not kinds for _, _, kinds in _entries()) >= FEWEST_GOOD


@pytest.mark.parametrize(("text", "title", "kinds"), _entries())
def test_exactly_the_expected_kinds_are_found(text: str, title: str, kinds: list[str]) -> None:
    assert [finding.kind.value for finding in findings(text, title)] == kinds


@pytest.mark.parametrize(("text", "title"), [(text, title) for text, title, kinds in _entries() if kinds])
def test_what_is_found_is_never_shown_whole(text: str, title: str) -> None:
    for finding in findings(text, title):
        written = text[finding.offset : finding.offset + len(finding.masked)]
        assert finding.masked != written
        assert "*" in finding.masked
        assert sum(map(str.isdigit, finding.masked)) <= 5
