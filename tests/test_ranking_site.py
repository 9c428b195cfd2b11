"""Rankings from the editors' files to the bytes of both sites: all places agree on every rank."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import pytest

from generators.disclosing import Audience
from generators.publishing.navigation import navigation_of
from tests.build.programmes import CLEAR_STREAM
from tests.build.project import INTERNAL_SOURCE, add_theme, copy_minimal, write_files
from tests.build.ranking_files import INTERNAL_ADJUSTMENTS, INTERNAL_SCHEME, NAMES, SCHEME, add_rankings
from tests.reading_sites.marks import marks_in, printed, texts_below
from tests.reading_sites.rendered_site import pages_of
from tests.running import build, site_of

_ROW: Final = re.compile(
    r'<tr id="rank-yunxi-(?P<id>[a-z-]+)"[^>]*><td data-sort="(?P<rank>\d+)">.*?<span class="tb-small">'
    r'(?P<interval>[\d–]+)</span></td><th scope="row"><a [^>]*>[^<]*</a><span class="tb-small">\D*'
    r'(?P<group_rank>\d+)名</span>.*?</th><td class="tb-num">(?P<score>[\d.]+)</td>.*?'
    r'<td class="tb-num" data-sort="[-\d]*">(?P<movement>[^<]+)</td></tr>',
)


def _ranked_project(project: Path, *, with_internal: bool = False) -> Path:
    add_rankings(copy_minimal(project), with_internal=with_internal)
    return project


@pytest.fixture(scope="module", params=list(Audience))
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Audience, Path]:
    """Return an audience and the folder of its site, built of a project with internal matters in it."""
    audience: Audience = request.param
    folder = tmp_path_factory.mktemp(audience.value)
    project, site = add_theme(_ranked_project(folder / "project", with_internal=True)), folder / "site"
    build(project, "--site-dir", site, "--audience", audience.value)
    return audience, site


def _table(site: Path, name: str) -> list[dict[str, str]]:
    """Return the rows of a CSV file, having seen that the JSON file says the same."""
    text = (site / f"open-data/{name}.csv").read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    (document,) = [json.loads((site / f"open-data/{name}.json").read_text(encoding="utf-8"))]
    assert [_as_csv(row) for row in document["rows"]] == rows
    return rows


def _as_csv(row: Mapping[str, Any]) -> dict[str, str]:
    return {key: str(value).lower() if isinstance(value, bool) else value for key, value in row.items()}


def _movement(row: Mapping[str, str]) -> str:
    if row["newcomer"] == "true":
        return "新"
    moved = int(row["movement"] or "0")
    if not row["movement"]:
        return "—"
    return "持平" if moved == 0 else f"↑{moved}" if moved > 0 else f"↓{-moved}"


def _interval(row: Mapping[str, str]) -> str:
    low, high = row["interval_low"], row["interval_high"]
    return low if low == high else f"{low}–{high}"


def test_pages_and_open_data_agree_on_every_rank(built: tuple[Audience, Path]) -> None:
    audience, site = built
    rows = [row for row in _table(site, "rankings") if row["scheme"] == SCHEME]
    periods = dict.fromkeys(row["period"] for row in rows)
    # The fourth has an internal bonus.
    fourth = ["2024-Q4"] if audience is Audience.INTERNAL else []
    assert list(periods) == ["2024-Q1", "2024-Q2", "2024-Q3", *fourth, "2025-Q1"]
    compared = 0
    for period in periods:
        page = (site / f"rankings/{SCHEME}/{period}/index.html").read_text(encoding="utf-8")
        shown = [found.groupdict() for found in _ROW.finditer(page)]
        expected = [
            {
                "id": row["division"].removeprefix("yunxi/"),
                "rank": row["rank"],
                "interval": _interval(row),
                "group_rank": row["group_rank"],
                "score": row["score"],
                "movement": _movement(row),
            }
            for row in rows
            if row["period"] == period and row["status"] == "ranked"
        ]
        assert shown == expected
        compared += len(expected)
    assert compared == 6 + 7 + 7 + (6 if fourth else 0) + 7


def test_history_agrees_with_open_data(built: tuple[Audience, Path]) -> None:
    _, site = built
    page = (site / f"rankings/{SCHEME}/index.html").read_text(encoding="utf-8")
    rows = [row for row in _table(site, "rankings") if row["scheme"] == SCHEME]
    words = {"insufficient": "数据不足", "vetoed": "一票否决"}
    for name, (title, _) in NAMES.items():
        own = [row["rank"] or words[row["status"]] for row in rows if row["division"] == f"yunxi/{name}"]
        cells = "".join(
            f'<td class="tb-num" data-sort="{rank if rank.isdigit() else ""}">{rank}</td>'
            for rank in reversed(own)
        )
        assert f"{title}</a></th>{cells}</tr>" in page
        drawn = "、".join(rank if rank.isdigit() else "—" for rank in own)
        assert f"<title>{title}：{drawn}</title>" in page


def test_each_township_page_agrees_and_names_its_neighbours(built: tuple[Audience, Path]) -> None:
    _, site = built
    latest = [
        row for row in _table(site, "rankings") if (row["scheme"], row["period"]) == (SCHEME, "2025-Q1")
    ]
    for at, row in enumerate(latest):
        page = (site / f"divisions/{row['division']}/index.html").read_text(encoding="utf-8")
        start = page.index("“清溪”季度考核</a>")
        shown = page[start : page.index("</tr>", start)]
        assert f'<b class="tb-rank">{row["rank"]}</b>' in shown
        assert f"第{row['group_rank']}名" in shown
        assert f'<td class="tb-num">{row["score"]}</td><td class="tb-num">{_movement(row)}</td>' in shown
        beside = [latest[place] for place in (at - 1, at + 1) if 0 <= place < len(latest)]
        for other in beside:
            told = (
                f'{other["division_name"]}</a><span class="tb-small">第{other["rank"]}名，{other["score"]}分'
            )
            assert told in shown
        assert shown.count("分</span>") == len(beside)


def test_every_score_is_the_sum_of_its_rows(built: tuple[Audience, Path]) -> None:
    _, site = built
    details = _table(site, "scores")
    for row in _table(site, "rankings"):
        if not row["score"]:
            continue
        key = [row["scheme"], row["period"], row["division"]]
        mine = [each for each in details if [each["scheme"], each["period"], each["division"]] == key]
        parts = {
            kind: sum(float(each[column] or 0) for each in mine if each["kind"] == kind)
            for kind, column in (
                ("component", "contribution"),
                ("bonus", "counted"),
                ("deduction", "counted"),
            )
        }
        assert parts["bonus"] == float(row["bonus"])
        assert parts["deduction"] == float(row["deduction"])
        total = parts["component"] + parts["bonus"] - parts["deduction"]
        assert abs(total - float(row["score"])) < 0.0051


def test_no_byte_of_the_public_site_tells_of_internal_schemes_and_adjustments(
    built: tuple[Audience, Path],
) -> None:
    audience, site = built
    said = marks_in(texts_below(site))
    if audience is Audience.PUBLIC:
        assert said == frozenset()
        return
    assert printed(marks_in((INTERNAL_SCHEME, INTERNAL_ADJUSTMENTS, INTERNAL_SOURCE))) <= said


def test_an_internal_bonus_withholds_its_period(built: tuple[Audience, Path]) -> None:
    audience, site = built
    is_internal = audience is Audience.INTERNAL
    assert (site / f"rankings/{SCHEME}/2024-Q4/index.html").exists() is is_internal
    rows = [
        row
        for row in _table(site, "scores")
        if (row["scheme"], row["period"], row["division"], row["kind"])
        == (SCHEME, "2024-Q4", "yunxi/south-fork", "bonus")
    ]
    told = [(row["item"], row["name"], row["counted"]) for row in rows]
    assert told == ([("honour", "受到表彰", "1.25")] if is_internal else [])


def test_those_without_a_rank_stand_apart_with_the_reason(built: tuple[Audience, Path]) -> None:
    audience, site = built
    first = (site / f"rankings/{SCHEME}/2024-Q1/index.html").read_text(encoding="utf-8")
    assert 'id="insufficient"' in first
    assert "没有一项有数：缺清理进度（未报送）、巡溪（未报送）" in first
    assert 'id="vetoed"' not in first
    if audience is Audience.PUBLIC:
        return  # the fourth period has an internal bonus
    fourth = (site / f"rankings/{SCHEME}/2024-Q4/index.html").read_text(encoding="utf-8")
    assert re.search(r"西渡乡</a></th><td>发生污染事件</td><td class=\"tb-num\">[\d.]+</td>", fourth)
    assert "溪水受到污染" in fourth
    assert 'id="insufficient"' not in fourth


def test_a_ranking_says_its_rules_its_day_and_its_neighbours_in_time(built: tuple[Audience, Path]) -> None:
    audience, site = built
    pages = {
        period: (site / f"rankings/{SCHEME}/{period}/index.html").read_text(encoding="utf-8")
        for period in ("2024-Q1", "2024-Q3", "2025-Q1")
    }
    pages = {period: re.sub(r"</?span[^>]*>", "", page) for period, page in pages.items()}
    assert "2024年10月10日截止" in pages["2024-Q3"]
    assert 'href="../#version-2024-q3">2024年第3季度起的办法</a>' in pages["2024-Q3"]
    assert 'href="../2024-Q2/">2024年第2季度</a>' in pages["2024-Q3"]
    following = "2024-Q4" if audience is Audience.INTERNAL else "2025-Q1"
    assert f'href="../{following}/">' in pages["2024-Q3"]
    assert 'href="../#version-2024-q1">' in pages["2024-Q1"]
    assert "上一期" not in pages["2024-Q1"]
    assert "下一期" not in pages["2025-Q1"]
    assert "弄虚作假：排在最后" in pages["2024-Q3"]
    assert "超过上限" in pages["2024-Q3"]


def test_pages_files_and_menu_come_with_what_the_audience_sees(tmp_path: Path) -> None:
    project = _ranked_project(tmp_path / "project")

    def shown(audience: Audience) -> tuple[bool, bool, bool]:
        site = site_of(project, audience)
        paths = {page.path for page in site.pages}
        return (
            "rankings/index.md" in paths and f"rankings/{SCHEME}/2024-Q1.md" in paths,
            {"排名": "rankings/index.md"} in navigation_of(site),
            any(download.path == "open-data/rankings.csv" for download in site.downloads),
        )

    assert shown(Audience.PUBLIC) == (True, True, True)
    text = (project / CLEAR_STREAM).read_text(encoding="utf-8")
    write_files(project, {CLEAR_STREAM: text.replace("    disclosure: public\n", "")})
    assert shown(Audience.PUBLIC) == (False, False, False)
    assert shown(Audience.INTERNAL) == (True, True, True)


def test_texts_of_a_scheme_are_never_markup(tmp_path: Path) -> None:
    project = _ranked_project(tmp_path / "project")
    nasty = "<script>alert(1)</script> & *星号* {{ 花括号 }}"
    text = (project / CLEAR_STREAM).read_text(encoding="utf-8")
    for plain in ("清理进度", "“清溪”季度考核", "每季公布一次。", "受到表彰"):
        text = text.replace(plain, f"'{nasty}'")
    write_files(project, {CLEAR_STREAM: text})
    for page in site_of(project, Audience.PUBLIC).pages:
        if page.path.startswith("rankings/"):
            assert "<script>" not in page.markdown, page.path


def test_the_ranking_of_two_hundred_townships_stays_below_a_megabyte(tmp_path: Path) -> None:
    project = _ranked_project(tmp_path / "project")
    east = (project / "data/townships/yunxi/east-bridge/township.yml").read_text(encoding="utf-8")
    patrols = re.compile(r"patrols: \d+")
    for number in range(200 - len(NAMES)):
        text = patrols.sub(f"patrols: {number % 31}", east).replace("东桥镇", f"第{number}镇")
        write_files(project, {f"data/townships/yunxi/town-{number}/township.yml": text})
    more = "".join(
        f"          more-{at}: {{name: 另外的计分项{at}, weight: 5, indicator: patrols, "
        f"normalise: {{goalposts: {{low: 0, high: {30 + at}}}}}}}\n"
        for at in range(4)
    )
    programme = (project / CLEAR_STREAM).read_text(encoding="utf-8")
    write_files(project, {CLEAR_STREAM: programme.replace("        bonuses:\n", more + "        bonuses:\n")})
    pages = pages_of(site_of(project, Audience.INTERNAL))
    period = pages[f"rankings/{SCHEME}/2024-Q3.md"]
    assert period.count('<details class="tb-why">') == 200
    sizes = {path: len(text.encode()) for path, text in pages.items() if path.startswith("rankings/")}
    assert max(sizes.values()) < 950_000, sizes
