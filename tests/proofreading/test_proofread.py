from __future__ import annotations

import os
import signal
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generators.proofreading import proofread, proofreader_of, prose_files
from generators.proofreading.proofread import mended_text
from generators.proofreading.slips import Proofreader
from tests.build.documents import ABOUT
from tests.build.project import write_files
from tests.running import slips_of

PAGE: Final = '---\ntitle: 关于 3 个镇\n---\n\n共 12 个镇,{{ value("yunxi", "a/b") }} 个村。\n'
READER: Final = Proofreader()


def _fix(project: Path) -> list[str]:
    found = proofread(prose_files(project), proofreader_of(project), fix=True)
    return [f"{each.place} {each.code}" for each in found.mended]


def test_a_page_is_mended_in_its_words_only(minimal_project: Path) -> None:
    write_files(minimal_project, {ABOUT: PAGE})
    assert _fix(minimal_project) == [
        "content/about.md:2:10 W707",
        "content/about.md:2:12 W707",
        "content/about.md:5:2 W707",
        "content/about.md:5:5 W707",
        "content/about.md:5:8 W705",
        "content/about.md:5:36 W707",
    ]
    mended = (minimal_project / ABOUT).read_text(encoding="utf-8")
    assert mended == '---\ntitle: 关于3个镇\n---\n\n共12个镇，{{ value("yunxi", "a/b") }}个村。\n'
    assert _fix(minimal_project) == []
    assert slips_of(minimal_project) == []


@pytest.mark.parametrize("breaks", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_bytes_around_the_words_stay(minimal_project: Path, breaks: str, mark: str) -> None:
    before = (mark + PAGE.replace("\n", breaks)).encode()
    write_files(minimal_project, {ABOUT: before})
    _fix(minimal_project)
    after = (minimal_project / ABOUT).read_bytes()
    assert after == before.replace(b" 12 ", b"12").replace(b" 3 ", b"3").replace(
        "镇,".encode(), "镇，".encode()
    ).replace(" 个村".encode(), "个村".encode())


def test_the_mode_of_a_file_stays_and_nothing_is_left_beside_it(minimal_project: Path) -> None:
    write_files(minimal_project, {ABOUT: PAGE})
    (minimal_project / ABOUT).chmod(0o640)
    _fix(minimal_project)
    assert (minimal_project / ABOUT).stat().st_mode & 0o777 == 0o640
    found = sorted(path.name for path in (minimal_project / "content").iterdir())
    assert found == ["about.md", "bulletins", "cases"]


def test_ctrl_c_waits_until_a_file_is_whole(minimal_project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_files(minimal_project, {ABOUT: PAGE})
    monkeypatch.setattr(os, "fsync", lambda _descriptor: signal.raise_signal(signal.SIGINT))
    with pytest.raises(KeyboardInterrupt):
        _fix(minimal_project)
    assert "共12个镇，" in (minimal_project / ABOUT).read_text(encoding="utf-8")
    found = sorted(path.name for path in (minimal_project / "content").iterdir())
    assert found == ["about.md", "bulletins", "cases"]


@pytest.mark.parametrize(
    ("data", "mended"),
    [
        ("a: 共 12 个,好\n", "a: 共12个，好\n"),
        ('a: "共 12 个"\n', 'a: "共12个"\n'),
        ("a: '共 12 个'\n", "a: '共12个'\n"),
        ("a: {b: 共 12 个, c: 3}\n", "a: {b: 共12个, c: 3}\n"),
        ("- [共 12 个, 乙, 3]\n", "- [共12个, 乙, 3]\n"),
        ("a: >-\n  共 12 个\n  乙,丙\nb: 1\n", "a: >-\n  共12个\n  乙，丙\nb: 1\n"),
        ("a: |\n  共 12 个\n", "a: |\n  共12个\n"),
        ("a: 甲  # 共 12 个\n", "a: 甲  # 共 12 个\n"),
        ("键 1: 甲\n", "键 1: 甲\n"),
        ('a: "共 12 个\\n乙"\n', 'a: "共 12 个\\n乙"\n'),
        ("a: '共 12 个''乙'\n", "a: '共 12 个''乙'\n"),
        ("at: 第 3 段\n", "at: 第 3 段\n"),
        ("a: [broken: 共 12 个\n", "a: [broken: 共 12 个\n"),
        ("a: 12\nb: true\nc: abc, d\n", "a: 12\nb: true\nc: abc, d\n"),
        ("a: &x 共 12 个\nb: *x\n", "a: &x 共 12 个\nb: *x\n"),
    ],
)
def test_of_data_only_the_words_are_mended(data: str, mended: str) -> None:
    assert mended_text(data, "data/a.yml", READER) == mended


def test_titles_of_documents_stay_as_they_are() -> None:
    text = "a: {title: 关于 3 个镇, description: 共 3 个镇}\n"
    assert mended_text(text, "data/sources.yml", READER) == "a: {title: 关于 3 个镇, description: 共3个镇}\n"


def test_the_glossary_may_name_what_it_forbids(minimal_project: Path) -> None:
    entry = "- {wrong: [帐户], right: 账户, reason: 不写帐户, 写账户}\n"
    write_files(minimal_project, {"data/terms.yml": entry})
    assert slips_of(minimal_project) == []


@pytest.mark.parametrize("folder", ["", "examples/shili"])
def test_our_own_texts_are_proofread(folder: str) -> None:
    project = Path(__file__).parents[2] / folder
    assert [f"{each.place} {each.code} {each.detail}" for each in slips_of(project)] == []


def test_a_page_without_front_matter_is_left_to_check() -> None:
    assert mended_text("共 12 个\n", ABOUT, READER) == "共 12 个\n"


@given(
    st.lists(
        st.sampled_from(
            ["a: ", "共 12 个", ",", "\n", "  ", "- ", "'", '"', "|", ">", "甲", ": ", "{", "}", "#", "&x "]
        )
    )
)
def test_data_is_mended_once_and_for_all(pieces: list[str]) -> None:
    text = "".join(pieces)
    once = mended_text(text, "data/a.yml", READER)
    assert mended_text(once, "data/a.yml", READER) == once
    assert once.count("\n") == text.count("\n")


def test_no_personal_number_is_repeated(minimal_project: Path) -> None:
    write_files(minimal_project, {ABOUT: "---\ntitle: 关于\n---\n\n收入13800138000～1万元。\n"})
    (slip,) = slips_of(minimal_project)
    assert "13800138000" not in slip.detail


def test_a_file_that_is_no_text_is_left_to_check(minimal_project: Path) -> None:
    write_files(minimal_project, {ABOUT: "共 12 个".encode("gb18030")})
    assert slips_of(minimal_project) == []
    assert _fix(minimal_project) == []


PIECES: Final = st.sampled_from(
    [
        "共 12 个镇,",
        "甲: 乙",
        "（甲)",
        "2026.4.1",
        '“甲"',
        "⼤⻥",
        "帐户",
        "- ",
        "'",
        '"',
        "# ",
        "\n  ",
        "甲，，乙",
        "关 于 做 好",
    ]
)
SCALARS: Final = st.lists(PIECES, min_size=1, max_size=6).map("".join)


@given(st.lists(SCALARS, min_size=1, max_size=4), SCALARS)
def test_what_fix_leaves_in_a_file_is_fixed(values: list[str], body: str) -> None:
    page = "---\n" + "".join(f"key-{at}: {value}\n" for at, value in enumerate(values)) + f"---\n\n{body}\n"
    once = mended_text(page, "content/a.md", READER)
    assert mended_text(once, "content/a.md", READER) == once


def test_a_passage_that_cannot_be_mended_does_not_keep_the_others(minimal_project: Path) -> None:
    page = "---\ntitle: 甲\ndescription: 共 12 个甲 #乙\n---\n\n共 12 个镇。\n"
    write_files(minimal_project, {ABOUT: page})
    _fix(minimal_project)
    assert "共12个镇。" in (minimal_project / ABOUT).read_text(encoding="utf-8")
