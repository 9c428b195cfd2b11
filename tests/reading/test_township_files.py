from __future__ import annotations

from tests.running import LoadWith

FOLDER = "data/townships/example-county"
VILLAGE = "villages:\n  {}: {{name: 某村}}\n"


def told(load_with: LoadWith, changes: dict[str, str | None]) -> list[tuple[str, str]]:
    return [(str(found.place), found.code) for found in load_with(changes).problems]


def test_ids_levels_and_fiction(load_with: LoadWith) -> None:
    dataset = load_with().dataset
    assert dataset is not None
    township = dataset.divisions["example-county/town"]
    assert (township.within, township.fictional, township.level.value) == ("example-county", True, "township")
    assert dataset.divisions["example-county/town/east"].within == "example-county/town"
    assert dataset.divisions["example-county/lone"].within == "example-county"
    assert str(dataset.divisions["example-county/lone"].place) == f"{FOLDER}/villages.yml:2:3"


def test_what_was_filed_belongs_to_its_division(load_with: LoadWith) -> None:
    dataset = load_with().dataset
    assert dataset is not None
    assert [filed.division for filed in dataset.targets] == ["example-county/town"]
    assert [filed.division for filed in dataset.reports] == ["example-county", "example-county/town/east"]


def test_checks_assessments_and_mergers_belong_to_their_division(load_with: LoadWith) -> None:
    check = "{item: example/tidy/road, on: 2017-03-01, evidence: 表}"
    assessment = "{ladder: example/class, tier: weak, on: 2017-03-01, by: 办}"
    loaded = load_with(
        {
            f"{FOLDER}/town/township.yml": f"name: 镇\nkind: town\nassessments: [{assessment}]\n",
            f"{FOLDER}/town/villages.yml": (
                "villages:\n"
                f"  east: {{name: 东村, checks: [{check}]}}\n"
                "  west: {name: 西村, merged: {into: east, on: 2017-05-01}}\n"
            ),
        }
    )
    dataset = loaded.dataset
    assert dataset is not None
    assert [filed.division for filed in dataset.checks] == ["example-county/town/east"]
    assert [filed.division for filed in dataset.assessments] == ["example-county/town"]
    assert dataset.divisions["example-county/town/west"].successors == ("example-county/town/east",)
    assert dataset.divisions["example-county/town/east"].end is None


def test_a_folder_that_names_no_county_is_told_once(load_with: LoadWith) -> None:
    changes = {"data/townships/nowhere/a/township.yml": "name: 镇\nkind: town\n"}
    changes |= {"data/townships/nowhere/b/township.yml": "name: 镇\nkind: town\n"}
    assert told(load_with, {**changes}) == [("data/townships/nowhere/a/township.yml:1:1", "E301")]


def test_a_folder_named_after_a_province_is_no_county(load_with: LoadWith) -> None:
    changes: dict[str, str | None] = {"data/townships/example-province/county.yml": "reports: []\n"}
    assert told(load_with, changes) == [("data/townships/example-province/county.yml:1:1", "E301")]


def test_a_township_folder_needs_its_file(load_with: LoadWith) -> None:
    assert told(load_with, {f"{FOLDER}/town/township.yml": None}) == [
        (f"{FOLDER}/town/township.yml:1:1", "E114")
    ]


def test_kinds_fit_their_files(load_with: LoadWith) -> None:
    changes: dict[str, str | None] = {
        f"{FOLDER}/town/township.yml": "name: 镇\nkind: village\n",
        f"{FOLDER}/villages.yml": "villages:\n  lone: {name: 独村, kind: town}\n",
    }
    assert told(load_with, changes) == [
        (f"{FOLDER}/town/township.yml:2:7", "E203"),
        (f"{FOLDER}/villages.yml:2:26", "E203"),
    ]


def test_a_place_is_registered_once(load_with: LoadWith) -> None:
    changes: dict[str, str | None] = {f"{FOLDER}/villages.yml": VILLAGE.format("town")}
    problems = load_with(changes).problems
    assert [(str(found.place), found.code) for found in problems] == [(f"{FOLDER}/villages.yml:2:3", "E308")]
    assert f"{FOLDER}/town/township.yml 第 1 行" in problems[0].detail


def test_names_of_folders_and_villages_are_identifiers(load_with: LoadWith) -> None:
    changes: dict[str, str | None] = {
        f"{FOLDER}/Big_Town/township.yml": "name: 镇\nkind: town\n",
        f"{FOLDER}/villages.yml": VILLAGE.format("a/b"),
    }
    assert told(load_with, changes) == [
        (f"{FOLDER}/Big_Town/township.yml:1:1", "E205"),
        (f"{FOLDER}/villages.yml:2:3", "E205"),
    ]


def test_a_broken_township_is_told_once_and_hides_nothing_elsewhere(load_with: LoadWith) -> None:
    changes: dict[str, str | None] = {
        f"{FOLDER}/town/township.yml": "name: [\n",
        f"{FOLDER}/villages.yml": "villages:\n  lone: {name: 独村, kindd: village}\n",
    }
    loaded = load_with(changes)
    assert [found.code for found in loaded.problems] == ["E104", "E202"]
    assert loaded.dataset is not None
    assert "example-county/town/east" not in loaded.dataset.divisions
    assert [filed.division for filed in loaded.dataset.reports] == ["example-county"]


def test_a_broken_divisions_file_is_not_blamed_on_the_folders(load_with: LoadWith) -> None:
    loaded = load_with({"data/divisions.yml": "a: [\n"})
    assert [found.code for found in loaded.problems] == ["E104"]
    assert loaded.dataset is None


def test_a_broken_county_is_not_blamed_on_its_folder(load_with: LoadWith) -> None:
    loaded = load_with({"data/divisions.yml": "example-county: {kind: county}\n"})
    assert [found.code for found in loaded.problems] == ["E201"]


def test_problems_belong_to_the_township_of_their_folder(load_with: LoadWith) -> None:
    text = (
        "lamp: {programme: example, title: 灯不亮, events: [{found: {on: 2017-03-01, by: 示例办}}]}\n"
        "road: {programme: example, title: 路不平, events: [{found: {on: 2017-03-02}}]}\n"
        "Well: {programme: example, title: 井无盖, events: []}\n"
    )
    loaded = load_with({f"{FOLDER}/town/problems.yml": text})
    assert loaded.dataset is not None
    (problem,) = loaded.dataset.ledger
    assert (problem.id, problem.township, problem.address) == (
        "lamp",
        "example-county/town",
        "example-county/town/lamp",
    )
    assert [(str(found.place), found.code) for found in loaded.problems] == [
        (f"{FOLDER}/town/problems.yml:2:57", "E201"),
        (f"{FOLDER}/town/problems.yml:3:1", "E205"),
    ]


def test_problems_of_a_township_that_is_not_there(load_with: LoadWith) -> None:
    text = "lamp: {programme: example, title: 灯不亮, events: [{found: {on: 2017-03-01, by: 示例办}}]}\n"
    loaded = load_with({f"{FOLDER}/nowhere/problems.yml": text})
    assert loaded.dataset is not None
    assert loaded.dataset.ledger == ()
    assert [(str(found.place), found.code) for found in loaded.problems] == [
        (f"{FOLDER}/nowhere/township.yml:1:1", "E114")
    ]
