from __future__ import annotations

from pathlib import Path

from generators.checking.kit.public_text import SiteText, site_texts
from generators.checking.kit.split_texts import split_texts
from generators.reading.load import load_project
from tests.build.programmes import SECOND_PROGRAMME, second_programme
from tests.build.project import write_files


def _joined(project: Path, *texts: str) -> list[SiteText]:
    rules = "".join(f'  - {{kind: support, text: "{text}"}}\n' for text in texts)
    write_files(project, {SECOND_PROGRAMME: second_programme(f"indicators: {{}}\nrules:\n{rules}")})
    dataset = load_project(project).dataset
    assert dataset is not None
    return list(split_texts(site_texts(dataset)))


def test_neighbouring_numbers_are_joined_at_the_place_of_the_first(minimal_project: Path) -> None:
    (text,) = _joined(minimal_project, "见下", "138", "1234", "５６７８")
    assert text.text == "138 1234 ５６７８"
    assert text.place.file == SECOND_PROGRAMME
    line = (minimal_project / SECOND_PROGRAMME).read_text(encoding="utf-8").splitlines()[text.place.line - 1]
    assert "138" in line


def test_a_name_is_joined_with_what_befalls_it(minimal_project: Path) -> None:
    assert [text.text for text in _joined(minimal_project, "王强", "患肺结核，住院")] == [
        "王强患肺结核，住院"
    ]
    assert _joined(minimal_project, "王强", "主持会议") == []
    assert _joined(minimal_project, "王某", "患肺结核") == []


def test_one_number_alone_and_a_whole_mobile_number_are_not_joined(minimal_project: Path) -> None:
    assert _joined(minimal_project, "138", "见下", "1234") == []
    assert _joined(minimal_project, "138", "13812345678") == []
