"""The invented county is what the script writes, sound, and seen to be invented on every page."""

from __future__ import annotations

import csv
import io
import re
from datetime import date
from pathlib import Path

import pytest

from examples.fictional_county.files import project_files
from examples.fictional_county.months import Calendar
from examples.fictional_county.places import area_of
from examples.fictional_county.sizes import Sizes
from examples.write_county import main, write_project
from generators.checking import check_dataset
from generators.model.dataset import Dataset
from generators.model.division import Level
from generators.pipeline import Examined, measured_whole
from generators.reading.load import load_project
from generators.rendering import RenderedSite
from tests.build.project import SHILI


def _files_in(folder: Path) -> dict[str, str]:
    paths = (path for path in folder.rglob("*") if path.is_file())
    names = {path.relative_to(folder).as_posix(): path for path in paths}
    aside = ("site/", ".cache/", "data/closed/")  # made of the county afterwards
    return {name: path.read_bytes().decode() for name, path in names.items() if not name.startswith(aside)}


def test_the_files_are_what_the_script_writes() -> None:
    assert _files_in(SHILI) == dict(project_files(Sizes()))


def test_writing_again_changes_nothing(tmp_path: Path) -> None:
    out = tmp_path / "county"
    arguments = [
        "--townships",
        "12",
        "--villages",
        "160",
        "--quarters",
        "5",
        "--seed",
        "1",
        "--out",
        str(out),
    ]
    assert main(arguments) == 0
    (out / "data" / "stale.yml").write_text("stale", encoding="utf-8")
    assert main(arguments) == 0
    assert _files_in(out) == _files_in(SHILI)


def test_another_seed_tells_of_another_county() -> None:
    one, other = (dict(project_files(Sizes(seed=seed))) for seed in (1, 2))
    assert one.keys() != other.keys() or one != other
    assert one["data/divisions.yml"] == other["data/divisions.yml"]
    assert one["data/adjustments.yml"] != other["data/adjustments.yml"]


def test_a_folder_with_other_files_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "mkdocs.yml").write_text("mine", encoding="utf-8")
    (tmp_path / "thesis.txt").write_text("mine", encoding="utf-8")
    assert main(["--out", str(tmp_path)]) == 2
    assert "不敢覆盖" in capsys.readouterr().err
    assert {path.name for path in tmp_path.iterdir()} == {"mkdocs.yml", "thesis.txt"}


@pytest.mark.parametrize("option", ["--townships=11", "--villages=59", "--quarters=4", "--quarters=13"])
def test_sizes_that_cannot_hold_everything_are_refused(
    option: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([option, "--out", str(tmp_path / "county")]) == 2
    assert capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_only_the_one_intended_warning_is_told(county: Examined) -> None:
    told = [(each.place.file, each.code) for each in county.problems]
    assert told == [("data/townships/shilixian/county.yml", "W418")]


def test_it_has_the_sizes_asked_for(dataset: Dataset) -> None:
    levels = [each.level for each in dataset.divisions.values()]
    assert levels.count(Level.TOWNSHIP) == 12 + 1  # and one that was merged
    assert levels.count(Level.VILLAGE) == 160
    assert 380 <= len(dataset.ledger) <= 420
    assert 280 <= len(dataset.commitments) <= 320
    assert len(dataset.inspections) == 7


def test_no_file_is_large() -> None:
    assert max(len(text.encode()) for text in _files_in(SHILI).values()) < 100_000


def test_everything_lies_in_fictional_divisions(dataset: Dataset) -> None:
    assert all(each.fictional for each in dataset.divisions.values())
    assert all(dataset.divisions[each.owner].fictional for each in dataset.programmes.values())


def test_every_page_says_that_it_is_fictional(site: RenderedSite) -> None:
    assert "虚构" in site.facts.title
    assert "虚构" in site.facts.notice  # at the foot of every page
    marked = [page for page in site.pages if "fictional" in page.meta]
    assert len(marked) > 180
    others = {
        page.path.split("/")[0] for page in site.pages if page not in marked and "index" not in page.path
    }
    assert others <= {"about.md", "sources", "bulletins"}


def test_every_row_of_every_download_says_that_it_is_fictional(site: RenderedSite) -> None:
    tables = [each for each in site.downloads if each.path.endswith(".csv")]
    assert tables
    for table in tables:
        rows = list(csv.DictReader(io.StringIO(table.content.decode("utf-8-sig"))))
        assert rows
        assert {row["fictional"] for row in rows} == {"true"}, table.path


def test_a_city_is_sound_as_well(tmp_path: Path) -> None:
    sizes = Sizes(townships=41, villages=205, quarters=6, seed=7)
    write_project(tmp_path / "city", sizes)
    loaded = load_project(tmp_path / "city")
    assert loaded.problems == ()
    assert loaded.dataset is not None
    assert check_dataset(loaded.dataset, Calendar.of(sizes.quarters).as_of) == ()
    levels = [each.level for each in loaded.dataset.divisions.values()]
    assert [levels.count(each) for each in Level] == [1, 1, 3, sizes.townships + 1, sizes.villages]
    assert {each.owner for each in loaded.dataset.programmes.values()} == {"shilishi"}
    results = measured_whole(loaded.dataset, Calendar.of(sizes.quarters).as_of).consequence_results
    assert len(results) == len(loaded.dataset.consequences) > 0
    assert [address for address, result in results.items() if not result.latest] == []


@pytest.mark.parametrize(
    ("townships", "villages", "counties", "cities", "owner"),
    [
        (12, 60, 1, 1, "shilixian"),
        (200, 3_000, 10, 1, "shilishi"),
        (1_300, 20_000, 65, 7, "shilisheng"),
    ],
)
def test_the_area_grows_with_its_sizes(
    townships: int, villages: int, counties: int, cities: int, owner: str
) -> None:
    area = area_of(Sizes(townships, villages))
    assert (area.owner, len(area.cities), len(area.counties)) == (owner, cities, counties)
    found = list(area.townships)
    assert len(found) == townships
    assert sum(len(each.villages) for each in found) == villages
    names = {village.id for each in found for village in each.villages}
    assert len(names) == villages
    assert min(len(each.townships) for each in area.counties) >= 12


def test_the_project_is_looked_at_on_the_day_the_last_quarter_is_closed() -> None:
    assert Calendar.of(5).as_of == date(2026, 10, 15)
    assert Calendar.of(6).as_of == date(2027, 1, 15)


def test_anchors_are_unique_on_every_page(site: RenderedSite) -> None:
    written = re.compile(r'\{: #([\w-]+)|\sid="([^"]+)"')
    ids = {page.path: ["".join(found) for found in written.findall(page.markdown)] for page in site.pages}
    assert any(ids.values())
    assert [path for path, found in ids.items() if len(found) != len(set(found))] == []
