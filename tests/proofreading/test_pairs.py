"""What each rule finds, mends, and leaves alone, written down in ``pairs.yml``."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import pytest
import yaml

from generators.model.problem_codes import CATALOGUE
from generators.proofreading.proofread import proofreader_of

PAIRS: Final[dict[str, dict[str, Any]]] = yaml.safe_load(
    (Path(__file__).parent / "pairs.yml").read_text(encoding="utf-8")
)
PROOFREADER: Final = proofreader_of(Path(__file__).parents[2])


def _listed(section: str) -> list[tuple[str, str]]:
    return [(code, text) for code, rule in PAIRS.items() for text in rule.get(section, ())]


def test_every_rule_has_pairs() -> None:
    assert PAIRS.keys() == {code for code in CATALOGUE if code.startswith("W7")}
    assert all(rule["good"] and (rule.get("fix") or rule.get("report")) for rule in PAIRS.values())


@pytest.mark.parametrize(("code", "wrong"), _listed("fix"))
def test_a_slip_is_found_and_mended(code: str, wrong: str) -> None:
    right = PAIRS[code]["fix"][wrong]
    assert code in {slip.code for slip in PROOFREADER.slips(wrong)}
    assert PROOFREADER.mended(wrong) == right
    assert PROOFREADER.slips(right) == ()


@pytest.mark.parametrize(("code", "text"), _listed("report"))
def test_what_only_a_person_can_mend_is_told_and_left(code: str, text: str) -> None:
    assert [slip.code for slip in PROOFREADER.slips(text)] == [code]
    assert PROOFREADER.mended(text) == text


@pytest.mark.parametrize(("code", "text"), _listed("good"))
def test_good_writing_is_left_in_peace(code: str, text: str) -> None:
    assert [slip for slip in PROOFREADER.slips(text) if slip.code == code] == []
    assert PROOFREADER.mended(text) == text
