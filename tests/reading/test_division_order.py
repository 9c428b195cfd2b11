from __future__ import annotations

from generators.model.dataset import Dataset
from generators.model.division import DivisionKind
from tests.build.project import SOUND
from tests.running import LoadWith

COUNTY = "data/townships/example-county"


def _town(name: str, rest: str = "") -> str:
    return f"name: {name}\nkind: town\n{rest}"


def _dataset(load_with: LoadWith, files: dict[str, str | bytes | None]) -> Dataset:
    loaded = load_with(files)
    assert loaded.dataset is not None
    assert [each.code for each in loaded.problems if each.code.startswith("E")] == []
    return loaded.dataset


def test_townships_stand_in_the_order_of_their_county(load_with: LoadWith) -> None:
    target = "targets: [{indicator: example/main, value: 1, from: 2017-01-01, by: 2017-12-31}]\n"
    files: dict[str, str | bytes | None] = {
        f"{COUNTY}/{name}/township.yml": _town(name, target) for name in ("aa", "bb", "cc")
    }
    files[f"{COUNTY}/bb/villages.yml"] = "villages:\n  v: {name: 某村}\n"
    files[f"{COUNTY}/county.yml"] = f"order: [cc, bb]\n{target}"
    loaded = load_with(files)
    dataset = loaded.dataset
    assert dataset is not None
    mine = [each for each in dataset.divisions if each.partition("/")[2].split("/")[0] in {"aa", "bb", "cc"}]
    names = ["cc", "bb", "bb/v"]
    assert mine[:3] == [f"example-county/{name}" for name in names]
    assert mine[-1] == "example-county/aa"
    filed = [each.division for each in dataset.targets]
    wanted = ["example-county", *(f"example-county/{name}" for name in ("cc", "bb", "aa"))]
    assert [each for each in filed if each in wanted] == wanted
    (told,) = (each for each in loaded.problems if each.code == "W486")
    assert "aa" in told.detail


def test_a_unit_of_another_kind_has_its_own_word(load_with: LoadWith) -> None:
    farm = "name: 红旗林场\nkind: other\nword: 林场\n"
    dataset = _dataset(load_with, {f"{COUNTY}/farm/township.yml": farm})
    found = dataset.divisions["example-county/farm"]
    assert (found.kind, found.word, found.level.value) == (DivisionKind.OTHER, "林场", "township")


def test_a_unit_of_another_kind_without_a_word_is_told(load_with: LoadWith) -> None:
    loaded = load_with({f"{COUNTY}/farm/township.yml": "name: 红旗林场\nkind: other\n"})
    assert [each.code for each in loaded.problems] == ["E201"]


def test_a_place_that_is_no_place_for_it_is_told_once(load_with: LoadWith) -> None:
    moved = "within: nowhere\nhistory:\n  - {on: 2017-05-01, event: moved, was: {within: example-county}}\n"
    loaded = load_with({f"{COUNTY}/moved/township.yml": _town("改属镇", moved)})
    assert [each.code for each in loaded.problems] == ["E309"]
    assert loaded.dataset is not None
    assert loaded.dataset.divisions["example-county/moved"].within == "example-county"


def test_towns_may_lie_directly_within_a_city(load_with: LoadWith) -> None:
    listed = "dong: {name: 东市, kind: city, fictional: true}\n"
    files: dict[str, str | bytes | None] = {
        "data/divisions.yml": f"{SOUND['data/divisions.yml']}\n{listed}",
        "data/townships/dong/east/township.yml": _town("东城镇"),
        "data/townships/dong/east/villages.yml": "villages:\n  v: {name: 某村}\n",
    }
    dataset = _dataset(load_with, files)
    assert [each.id for each in dataset.ancestors("dong/east/v")] == ["dong/east", "dong"]
    assert dataset.township_of("dong/east/v") == "dong/east"


def test_a_list_with_chinese_commas_is_told_what_to_write(load_with: LoadWith) -> None:
    loaded = load_with({f"{COUNTY}/county.yml": "order: [town，other]\n"})
    assert [(each.code, each.detail) for each in loaded.problems] == [
        ("E205", "“town，other”不是合法标识；几项之间用英文逗号")
    ]
