from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Final

import pytest

from generators.disclosing import Audience
from generators.disclosing.facts import visible_facts
from generators.disclosing.figures import VisibleFigures
from generators.disclosing.observations import VisibleObservations
from generators.disclosing.releases import Releases
from generators.measuring.facts import facts_of
from generators.measuring.once import Once
from generators.model.address import Address
from generators.model.closing import FOLDER
from generators.pipeline import examine, measured_whole
from generators.rendering import RenderedSite
from generators.results.facts import FactKind, FactRequest
from tests.build.closings import close_period, dataset_of
from tests.build.every_noun import add_every_noun
from tests.build.programmes import CLEAR_STREAM
from tests.build.project import FIXTURES_DAY, copy_county, copy_minimal, replace_in
from tests.reading_sites.marks import marks_in
from tests.reading_sites.packed import text_of

PROGRAMME: Final = "tidy-villages"
PERIOD: Final = "2025-05"
HIDDEN: Final = "zzinternal70"
"""The internal programme of the county."""
LIUWAN: Final = "data/townships/fengping/liuwan/township.yml"
WANGXI: Final = "data/townships/fengping/wangxi/township.yml"
MADE_INTERNAL: Final = "  - period: 2025-05"
RECORD: Final = f"{FOLDER}/{PROGRAMME}/{PERIOD}.jsonl"
DOWNLOAD: Final = f"closed/{PROGRAMME}/{PERIOD}.jsonl"


@pytest.fixture
def closed(tmp_path: Path) -> Path:
    """Return the county with internal records of every kind, one of whose months is closed."""
    project = copy_county(tmp_path / "county")
    close_period(project, PERIOD, PROGRAMME)
    return project


def _site(project: Path, audience: Audience) -> RenderedSite:
    examined = examine(project, FIXTURES_DAY)
    assert not examined.errors
    return examined.site(audience)


def _texts(site: RenderedSite) -> list[str]:
    """Return every page and file of a site."""
    return [*_downloads(site).values(), *(page.markdown for page in site.pages)]


def _downloads(site: RenderedSite) -> dict[str, str]:
    return {each.path: text_of(each.content) for each in site.downloads}


def test_the_public_file_holds_public_figures_and_digests_alone(closed: Path) -> None:
    record = (closed / RECORD).read_text(encoding="utf-8")
    internal = [line for line in record.splitlines()[1:] if '"for":"internal"' in line]
    assert any('"figure"' in line for line in internal)
    files = _downloads(_site(closed, Audience.PUBLIC))
    public = files[DOWNLOAD].splitlines()
    assert public == record.splitlines()[: len(public)]
    assert len(public) == len(record.splitlines()) - len(internal)
    assert not any(line in content for content in files.values() for line in internal)
    assert _downloads(_site(closed, Audience.INTERNAL))[DOWNLOAD] == record


def test_no_salt_and_no_digest_of_one_input_is_public(closed: Path) -> None:
    lines = [json.loads(line) for line in (closed / RECORD).read_text(encoding="utf-8").splitlines()]
    digests = {line["sha256"] for line in lines if "input" in line}
    site = _site(closed, Audience.PUBLIC)
    texts = _texts(site)
    assert digests
    assert not any(digest in text for digest in digests for text in texts)


def test_values_of_the_public_part_are_those_that_public_prose_may_call_for(closed: Path) -> None:
    dataset = dataset_of(closed)
    measurements = measured_whole(dataset, FIXTURES_DAY)
    public = dataset.public
    figures = VisibleFigures(
        VisibleObservations(dataset, public), measurements, Releases.of(dataset, public, measurements)
    )
    keys = [key for key in dataset.closed[0].public if key[0] == "value"]
    requests = [FactRequest(FactKind.VALUE, key[1], Address(key[2]), PERIOD) for key in keys]
    assert requests
    facts = facts_of(Once(dataset), FIXTURES_DAY, requests)
    assert visible_facts(figures, facts).keys() == set(requests)


def test_an_internal_number_changes_nothing_in_the_public_part(tmp_path: Path) -> None:
    parts = []
    for name, number in (("one", "73300044"), ("other", "73300045")):
        project = copy_county(tmp_path / name)
        replace_in(project / LIUWAN, "73300044", number)
        record = close_period(project, "2025-06", PROGRAMME, date(2025, 7, 20))
        link, *lines = (project / record.file).read_text(encoding="utf-8").splitlines()
        parts.append(([line for line in lines if '"for":"public"' in line], link))
    assert parts[0][0] == parts[1][0]
    assert parts[0][1] != parts[1][1]


def test_an_internal_programme_is_a_link_of_which_nobody_is_told_what(closed: Path) -> None:
    close_period(closed, PERIOD, HIDDEN)
    examined = examine(closed, FIXTURES_DAY)
    assert examined.public is not None
    hidden = examined.public.closings[-1]
    assert (hidden.closing, hidden.lines, hidden.file) == (None, (), "")
    assert hidden.link.public == ""
    assert marks_in(_texts(_site(closed, Audience.PUBLIC))) == frozenset()
    assert HIDDEN in "".join(_texts(_site(closed, Audience.INTERNAL)))


def test_nothing_internal_is_on_the_public_site(closed: Path) -> None:
    assert marks_in(_texts(_site(closed, Audience.PUBLIC))) == frozenset()


def test_what_becomes_internal_is_withheld_with_its_whole_file(closed: Path) -> None:
    assert DOWNLOAD in _downloads(_site(closed, Audience.PUBLIC))
    replace_in(closed / WANGXI, MADE_INTERNAL, f"{MADE_INTERNAL}\n    disclosure: internal")
    site = _site(closed, Audience.PUBLIC)
    assert DOWNLOAD not in _downloads(site)
    page = next(page for page in site.pages if page.path == f"closed/{PROGRAMME}/{PERIOD}.md")
    assert "所以结账文件不再公布，只留散列" in page.markdown
    assert DOWNLOAD in _downloads(_site(closed, Audience.INTERNAL))


def test_what_is_added_afterwards_withholds_nothing(closed: Path) -> None:
    programme = closed / f"data/programmes/{PROGRAMME}.yml"
    teams = "  teams: {name: 管护队, measure: 支, kind: level, goal: exactly}\n"
    benches = "  benches: {name: 长椅, measure: 张, kind: level, disclosure: internal}\n"
    replace_in(programme, teams, teams + benches)
    assert DOWNLOAD in _downloads(_site(closed, Audience.PUBLIC))


@pytest.mark.parametrize(
    ("old", "new", "is_public"),
    [
        ("", "", True),
        ("    disclosure: public\n    text: 名列前茅的", "    text: 名列前茅的", False),
    ],
)
def test_what_followed_from_a_rank_is_public_with_its_consequence(
    tmp_path: Path, old: str, new: str, *, is_public: bool
) -> None:
    project = copy_minimal(tmp_path / "project")
    add_every_noun(project)
    if old:
        replace_in(project / CLEAR_STREAM, old, new)
    record = close_period(project, "2024-Q3", "clear-stream")
    awards = {key for key in record.figures if key[0] == "consequence"}
    assert {key[2:] for key in awards} == {("clear-stream/award", "clear-stream/quarterly", "2024-Q3")}
    assert {record.figures[key]["amount"] for key in awards} == {"3000", "1000"}
    assert (awards <= record.public) is is_public
    assert awards.isdisjoint(record.public) is not is_public
    assert any(key[0] == "score" for key in record.public)


def test_a_black_list_made_public_afterwards_takes_the_file_off_the_site(tmp_path: Path) -> None:
    project = copy_minimal(tmp_path / "project")
    add_every_noun(project)
    text = "        coverage: 0.6\n"
    replace_in(project / CLEAR_STREAM, text, f"{text}        black_list: {{last: 1}}\n")
    close_period(project, "2024-Q3", "clear-stream")
    replace_in(project / CLEAR_STREAM, "black_list: {last: 1}", "black_list: {last: 1, disclosure: public}")
    files = _downloads(_site(project, Audience.PUBLIC))
    assert "closed/clear-stream/2024-Q3.jsonl" not in files
