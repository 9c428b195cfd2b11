"""The problem ledger from the editors' files to the bytes of both sites."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final

import pytest

from generators.disclosing import Audience
from generators.publishing.navigation import navigation_of
from tests.build.inspections import round_file, round_text
from tests.build.ledgers import ASSIGNED, FOUND, LEDGER_FILE, RECTIFIED, VERIFIED, problem_text
from tests.build.project import INTERNAL_SOURCE, SOURCES, add_theme, add_to, write_files
from tests.reading_sites.marks import marks_in, printed, texts_below, texts_of
from tests.reading_sites.rendered_site import pages_of
from tests.running import build, site_of

WITHHELD: Final = """
zzhidden04:
  programme: clear-stream
  division: yunxi/east-bridge/upper-bridge
  title: zzsecret05
  category: zzsecret06
  source: {document: zzsecret01, at: zzsecret07}
  events:
    - found: {on: 2024-03-04, by: zzsecret08, inspection: zzsecret09}
    - assigned: {on: 2024-03-05, to: zzsecret10, due: 2024-03-31}
    - extended: {on: 2024-03-20, due: 2024-04-10, by: zzhidden11, reason: zzsecret12}
    - rectified: {on: 2024-03-28, note: zzsecret13}
    - verified: {on: 2024-04-02, by: zzsecret14, evidence: zzsecret15}
zzhidden16:
  programme: clear-stream
  title: zzsecret17
  events:
    - found: {on: 2024-03-04, by: zzsecret18}
    - assigned: {on: 2024-03-05, to: zzsecret19, due: 2024-03-31}
    - rectified: {on: 2024-03-28, note: zzhidden20}
    - reopened: {on: 2024-04-02, by: zzhidden21, reason: zzsecret22}
"""
"""Two internal problems: ``zzsecret`` marks what internal pages print, ``zzhidden`` what only files carry."""

PUBLIC: Final = problem_text(
    (FOUND.replace("县巡查组}", "县巡查组, inspection: zzsecret23}"), ASSIGNED, RECTIFIED, VERIFIED),
    more="  disclosure: public\n  source: {document: plan, at: 第1页}\n",
)
"""A public problem, found in an inspection whose name is not public."""

ROUNDS: Final = {round_file(name): round_text(name=name) for name in ("zzsecret09", "zzsecret23")}
"""The two rounds that the problems name; rounds are internal unless they say otherwise."""


@pytest.fixture
def planted_project(minimal_project: Path) -> Path:
    """Return the minimal project with a ledger whose internal problems are marked in every field."""
    add_to(minimal_project, SOURCES, INTERNAL_SOURCE)
    write_files(minimal_project, {LEDGER_FILE: PUBLIC + WITHHELD, **ROUNDS})
    return minimal_project


def test_no_marked_text_is_in_the_public_pages_and_files(planted_project: Path) -> None:
    assert marks_in(texts_of(site_of(planted_project, Audience.PUBLIC))) == frozenset()


def test_the_internal_pages_and_files_say_all_that_is_printed(planted_project: Path) -> None:
    marked = printed(marks_in([PUBLIC, WITHHELD, INTERNAL_SOURCE]))
    assert marked <= marks_in(texts_of(site_of(planted_project, Audience.INTERNAL)))


@pytest.mark.parametrize("audience", list(Audience))
def test_no_byte_of_the_built_site_tells_more(
    planted_project: Path, tmp_path: Path, audience: Audience
) -> None:
    site = tmp_path / "site"
    build(add_theme(planted_project), "--site-dir", site, "--audience", audience.value)
    said = marks_in(texts_below(site))
    assert bool(said) is (audience is Audience.INTERNAL)
    assert (site / "ledgers/clear-stream/index.html").is_file()


def test_pages_files_and_menu_come_with_what_the_audience_sees(minimal_project: Path) -> None:
    def shown(audience: Audience) -> tuple[bool, bool, bool]:
        site = site_of(minimal_project, audience)
        paths = {page.path for page in site.pages}
        assert ("ledgers/index.md" in paths) is ("ledgers/clear-stream.md" in paths)
        return (
            "ledgers/index.md" in paths,
            {"台账": "ledgers/index.md"} in navigation_of(site),
            any(download.path == "open-data/problems.csv" for download in site.downloads),
        )

    assert {audience: shown(audience) for audience in Audience} == dict.fromkeys(Audience, (False,) * 3)
    write_files(minimal_project, {LEDGER_FILE: problem_text((FOUND, ASSIGNED))})
    assert shown(Audience.PUBLIC) == (False, False, False)
    assert shown(Audience.INTERNAL) == (True, True, True)
    write_files(
        minimal_project, {LEDGER_FILE: problem_text((FOUND, ASSIGNED), more="  disclosure: public\n")}
    )
    assert shown(Audience.PUBLIC) == (True, True, True)


def test_ledger_township_village_and_open_data_tell_the_same(minimal_project: Path) -> None:
    more = "  division: yunxi/east-bridge/upper-bridge\n"
    write_files(minimal_project, {LEDGER_FILE: problem_text((FOUND, ASSIGNED), more=more)})
    site = site_of(minimal_project, Audience.INTERNAL)
    pages = pages_of(site)
    for path in (
        "ledgers/clear-stream.md",
        "divisions/yunxi/east-bridge.md",
        "divisions/yunxi/east-bridge/upper-bridge.md",
    ):
        assert pages[path].count('data-status="problem-overdue"') == 1, path
        assert "超期456天" in pages[path]
    assert "问题台账" not in pages["divisions/yunxi/east-bridge/lower-bridge.md"]
    (table,) = (each.content for each in site.downloads if each.path == "open-data/problems.json")
    (row,) = json.loads(table)["rows"]
    assert (row["state"], row["days_late"], row["due"]) == ("overdue", "456", "2024-03-31")
    assert "1个问题，1个未销号" in pages["programmes/clear-stream.md"]


def test_text_of_a_problem_is_never_markup(minimal_project: Path) -> None:
    nasty = "<script>alert(1)</script> & *星号* {{ 花括号 }}"
    text = problem_text((FOUND, ASSIGNED)).replace("溪岸有垃圾", f"'{nasty}'")
    write_files(minimal_project, {LEDGER_FILE: text})
    page = next(
        each.markdown
        for each in site_of(minimal_project, Audience.INTERNAL).pages
        if each.path == "ledgers/clear-stream.md"
    )
    assert "<script>" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; *星号* {{ 花括号 }}" in page


def test_the_ledger_of_two_hundred_townships_stays_light(minimal_project: Path) -> None:
    folder = minimal_project / "data/townships/yunxi"
    histories = (
        (FOUND, ASSIGNED, RECTIFIED, VERIFIED),
        (FOUND, ASSIGNED),
        (FOUND, ASSIGNED, RECTIFIED),
        (FOUND,),
    )
    for number in range(200):
        township = folder / f"town-{number}"
        township.mkdir()
        (township / "township.yml").write_text(f"name: 第{number}镇\nkind: town\n", encoding="utf-8")
        entries = (
            problem_text(histories[each % 4], name=f"problem-{each}").replace("东桥镇", f"第{number}镇")
            for each in range(20)
        )
        (township / "problems.yml").write_text("".join(entries), encoding="utf-8")
    pages = pages_of(site_of(minimal_project, Audience.INTERNAL))
    assert "4000个问题" in pages["ledgers/clear-stream.md"]
    assert max(len(text.encode()) for text in pages.values()) < 500_000
    assert pages["divisions/yunxi/town-7.md"].count("<tr data-status=") == 20
