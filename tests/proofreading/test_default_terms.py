from __future__ import annotations

import pytest

from generators.model.glossary import GlossaryEntry, contradictions
from generators.proofreading.default_terms import default_terms, with_default_terms
from generators.proofreading.slips import Proofreader
from tests.build.project import ROOT


def slips(text: str, *own: GlossaryEntry) -> list[str | None]:
    return [slip.right for slip in Proofreader(with_default_terms(own)).slips(text)]


def test_the_shipped_terms_agree_with_each_other() -> None:
    assert len(default_terms()) > 100
    assert contradictions(default_terms()) == ()
    assert all(entry.right for entry in default_terms())


@pytest.mark.parametrize("entry", default_terms(), ids=lambda entry: entry.wrong[0])
def test_a_shipped_term_is_mended_and_its_right_form_stays(entry: GlossaryEntry) -> None:
    for wrong in entry.wrong:
        assert slips(f"各镇{wrong}，") == [entry.right]
    assert slips(f"各镇{entry.right}，") == []
    for accepted in entry.except_in:
        assert slips(f"各镇{accepted}，") == []


def test_an_entry_of_the_project_takes_the_place_of_a_shipped_one() -> None:
    own = GlossaryEntry(wrong=("其它",), right="别的", reason="本单位的规定")
    assert slips("其它单位，台帐", own) == ["别的", "台账"]


def test_an_entry_may_admit_a_word() -> None:
    assert slips("其它单位", GlossaryEntry(wrong=("其它",), except_in=("其它",), reason="沿用")) == []


@pytest.mark.parametrize(
    "own",
    [
        GlossaryEntry(wrong=("台账本",), right="台帐", reason="沿用旧称"),
        GlossaryEntry(wrong=("台账",), right="册子", reason="换个说法"),
    ],
)
def test_what_contradicts_the_project_is_left_out(own: GlossaryEntry) -> None:
    assert slips("台帐", own) == []


def test_no_shipped_term_is_found_in_the_articles_of_this_repository() -> None:
    reader = Proofreader(default_terms())
    pages = [*ROOT.glob("content/**/*.md"), *ROOT.glob("examples/*/content/**/*.md"), ROOT / "data/README.md"]
    found = {
        (page.name, slip.detail)
        for page in pages
        for slip in reader.slips(page.read_text(encoding="utf-8"))
        if slip.code == "W713"
    }
    assert found == set()
