from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generators.reading.load import load_project
from generators.reading.validation import MOST_PROBLEMS
from tests.build.project import SOUND, write_files
from tests.running import LoadWith


def told(load_with: LoadWith, changes: dict[str, str | bytes | None]) -> list[tuple[str, str]]:
    return [(str(found.place), found.code) for found in load_with(changes).problems]


def test_a_sound_project_has_no_problems(load_with: LoadWith) -> None:
    loaded = load_with()
    assert loaded.problems == ()
    assert loaded.dataset is not None
    assert list(loaded.dataset.sources) == ["notice"]
    assert list(loaded.dataset.series) == ["brief"]
    assert list(loaded.dataset.programmes) == ["example"]
    assert [correction.reason for correction in loaded.dataset.corrections] == ["重复统计"]


def test_an_empty_folder_lacks_the_four_files(tmp_path: Path) -> None:
    loaded = load_project(tmp_path)
    assert loaded.dataset is None
    assert [(found.place.file, found.code) for found in loaded.problems] == [
        ("data/divisions.yml", "E114"),
        ("data/programmes", "E114"),
        ("data/site.yml", "E114"),
        ("data/sources.yml", "E114"),
    ]


@pytest.mark.parametrize(
    "name", ["data/series.yml", "data/corrections.yml", "data/townships/example-county/county.yml"]
)
def test_other_files_may_be_left_out(load_with: LoadWith, name: str) -> None:
    loaded = load_with({name: None})
    assert loaded.problems == ()
    assert loaded.dataset is not None


@pytest.mark.parametrize("name", ["data/site.yml", "data/sources.yml", "data/divisions.yml"])
def test_without_a_usable_foundation_there_is_no_dataset(load_with: LoadWith, name: str) -> None:
    loaded = load_with({name: "- 1\n", "data/townships/example-county/town/villages.yml": "villages: 3\n"})
    assert loaded.dataset is None
    assert [found.place.file for found in loaded.problems] == [
        name,
        "data/townships/example-county/town/villages.yml",
    ]


def test_a_programme_is_named_like_its_file(load_with: LoadWith) -> None:
    sound = SOUND["data/programmes/example.yml"]
    assert told(load_with, {"data/programmes/other.yml": sound}) == [
        ("data/programmes/other.yml:1:5", "E206"),
        ("data/programmes/other.yml:1:5", "E308"),
    ]


def test_standards_items_and_ladders_are_plain_identifiers(load_with: LoadWith) -> None:
    added = (
        "standards:\n"
        "  ti/dy: {name: 标准, items: {road: {name: 一路}}}\n"
        "  neat: {name: 标准, items: {ro/ad: {name: 一路}}}\n"
        "ladders:\n"
        "  cl/ass: {name: 分类, by: assessment, tiers: [{id: weak, name: 薄弱}]}\n"
    )
    text = SOUND["data/programmes/example.yml"] + added
    line = text[: text.index("ti/dy")].count("\n") + 1
    assert told(load_with, {"data/programmes/example.yml": text}) == [
        (f"data/programmes/example.yml:{line}:3", "E205"),
        (f"data/programmes/example.yml:{line + 1}:28", "E205"),
        (f"data/programmes/example.yml:{line + 3}:3", "E205"),
    ]


def test_indicators_are_plain_identifiers(load_with: LoadWith) -> None:
    sound = SOUND["data/programmes/example.yml"]
    changed = sound.replace("  villages: {", "  vil/lages: {")
    assert told(load_with, {"data/programmes/example.yml": changed}) == [
        ("data/programmes/example.yml:9:3", "E205")
    ]


def test_files_in_the_wrong_place(load_with: LoadWith) -> None:
    changes: dict[str, str | bytes | None] = {
        "data/extra.yml": "a: 1\n",
        "data/.hidden": "a: 1\n",
        "data/rounds/a.yml": "a: 1\n",
        "data/programmes/b.yaml": "a: 1\n",
        "data/programmes/README.md": "# a\n",
    }
    assert told(load_with, changes) == [
        ("data/extra.yml:1:1", "E310"),
        ("data/programmes/b.yaml:1:1", "E310"),
        ("data/rounds/a.yml:1:1", "E310"),
    ]


def test_every_correction_stands_for_itself(load_with: LoadWith) -> None:
    sound = SOUND["data/corrections.yml"]
    loaded = load_with({"data/corrections.yml": "- {division: a}\n- 3\n- no\n" + sound})
    assert {found.code for found in loaded.problems} == {"E106", "E201", "E203"}
    assert loaded.dataset is not None
    assert len(loaded.dataset.corrections) == 1


def test_corrections_are_a_list(load_with: LoadWith) -> None:
    assert told(load_with, {"data/corrections.yml": "a: 1\n"}) == [("data/corrections.yml:1:1", "E203")]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "E110"),
        (b"# only this\n", "E110"),
        ("name: 何田乡政府\n".encode("gbk"), "E102"),
        ("name: 镇\n".encode("utf-16"), "E103"),
        (bytes(range(255, -1, -1)) * 16, "E103"),
        (b"a" * (10 * 1024 * 1024), "E101"),
        (b"[" * 100_000, "E108"),
        (
            b"a0: &a0 [x]\n"
            + b"".join(b"a%d: &a%d [*a%d,*a%d]\n" % (n, n, n - 1, n - 1) for n in range(1, 16)),
            "E109",
        ),
    ],
)
def test_absurd_files_are_one_problem_each(load_with: LoadWith, content: bytes, code: str) -> None:
    name = "data/townships/example-county/town/township.yml"
    assert [(place.split(":")[0], found) for place, found in told(load_with, {name: content})] == [
        (name, code)
    ]


def test_a_file_with_a_byte_order_mark_reads_like_any_other(load_with: LoadWith) -> None:
    assert told(load_with, {"data/site.yml": SOUND["data/site.yml"].encode("utf-8-sig")}) == []


@settings(max_examples=25, deadline=None)
@given(content=st.binary(max_size=200), name=st.sampled_from(sorted(SOUND)))
def test_random_bytes_anywhere_never_raise(
    tmp_path_factory: pytest.TempPathFactory, content: bytes, name: str
) -> None:
    root = tmp_path_factory.mktemp("random")
    write_files(root, {**SOUND, name: content})
    loaded = load_project(root)
    assert list(loaded.problems) == sorted(loaded.problems)


@settings(max_examples=40, deadline=None)
@given(data=st.data(), name=st.sampled_from(sorted(SOUND)))
def test_a_file_cut_short_or_with_a_line_lost_never_raises(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject, name: str
) -> None:
    lines = SOUND[name].splitlines(keepends=True)
    lost = data.draw(st.integers(0, len(lines) - 1))
    cut = data.draw(st.integers(0, len(SOUND[name])))
    root = tmp_path_factory.mktemp("cut")
    write_files(root, {**SOUND, name: ("".join(lines[:lost] + lines[lost + 1 :]))[:cut]})
    load_project(root)


def test_the_order_of_the_file_system_does_not_matter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_files(
        tmp_path, {**SOUND, "data/b.yml": "", "data/a.yml": "", "content/b.md": "", "content/a.md": ""}
    )
    straight = load_project(tmp_path)
    listing = os.scandir

    class Backwards:
        def __init__(self, folder: Path) -> None:
            with listing(folder) as found:
                self.entries = sorted(found, key=lambda entry: entry.name, reverse=True)

        def __enter__(self) -> list[os.DirEntry[str]]:
            return self.entries

        def __exit__(self, *_: object) -> None:
            return None

    monkeypatch.setattr(os, "scandir", Backwards)
    assert load_project(tmp_path) == straight


def test_no_personal_number_reaches_a_message(load_with: LoadWith) -> None:
    number, mobile = "990101199901010012", "13800000000"
    text = f"name: {number}\nkind: {mobile}\n{number}: 1\n"
    text += f"reports:\n  - {{period: {mobile}, values: {{'{number}': x}}}}\n"
    loaded = load_with({"data/townships/example-county/town/township.yml": text})
    told = " ".join(found.detail for found in loaded.problems)
    assert len(loaded.problems) >= 4
    assert number not in told
    assert mobile not in told


def test_twenty_thousand_records_are_read(tmp_path: Path) -> None:
    report = "  - period: {}\n    values: {{example/villages: 5}}\n"
    reports = "".join(report.format(year) for year in range(1900, 2000))
    office = "name: 镇\nkind: town\nreports:\n" + reports
    many = {f"data/townships/example-county/t{n}/township.yml": office for n in range(200)}
    write_files(tmp_path, {**SOUND, **many})
    loaded = load_project(tmp_path)
    assert loaded.dataset is not None
    assert len(loaded.dataset.reports) == 20_002


def test_of_a_list_full_of_mistakes_the_first_are_told(load_with: LoadWith) -> None:
    problems = load_with({"data/corrections.yml": "- {a: 1}\n" * 2_000}).problems
    assert MOST_PROBLEMS <= len(problems) < MOST_PROBLEMS + 20
    (last,) = (each for each in problems if "问题太多，后面的各项没有再看" in each.detail)
    assert last.place == max(each.place for each in problems)
