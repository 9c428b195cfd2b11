from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Final

import pytest

from generators.checking.personal import MOST_REPORTED
from generators.pipeline import examine
from tests.build.documents import ABOUT, free_page
from tests.build.programmes import second_programme
from tests.build.project import FIXTURES_DAY, write_files
from tests.running import ProblemsWith

MOBILE: Final = "13800138000"
#: No region has the code 999999: this is nobody's.
NOBODY: Final = "999999200101010019"
ALLOWED: Final = "data/allowed.yml"
BINARY: Final = b"\x00\x01\x02"
SCAN: Final = "content/files/scan.bin"
LINKED: Final = free_page("[扫描件](files/scan.bin)")


def _allowance(masked: str, kind: str = "mobile", file: str = ABOUT) -> str:
    return f"- {{file: {file}, kind: {kind}, masked: {masked}, reason: 值班手机，公开给群众用}}\n"


def test_every_text_that_the_public_would_see_is_searched(problems_with: ProblemsWith) -> None:
    found = problems_with(
        {
            ABOUT: free_page("好。", f"title: 关于{MOBILE}\ndescription: 问{MOBILE}\n"),
            "data/site.yml": (
                "name: 通报\nowner: 某\ndescription: 某\n"
                "audiences:\n  public: {title: 通报}\n"
                f"  internal: {{title: 通报, notice: 值班{MOBILE}}}\n"
                f"footer: {{contact: {MOBILE} 转办}}\n"
            ),
            "data/programmes/second.yml": second_programme(
                f"disclosure: internal\nindicators: {{}}\nrules: [{{kind: support, text: 找{MOBILE}。}}]\n"
            ),
        }
    )
    assert [(code, place) for code, place, _ in found] == [
        ("E602", "content/about.md:2:8"),
        ("E602", "content/about.md:3:14"),
        ("W612", "data/programmes/second.yml:10:31"),
        ("W612", "data/site.yml:6:33"),
        ("E602", "data/site.yml:7:19"),
    ]
    assert all(MOBILE not in detail for _, _, detail in found)


def test_names_of_files_and_identifiers_are_searched_and_never_told(problems_with: ProblemsWith) -> None:
    found = problems_with(
        {
            f"content/{MOBILE}.md": free_page(f"[表](files/{MOBILE}.txt)"),
            f"content/files/{MOBILE}.txt": "无",
            "data/divisions.yml": (
                f'"{MOBILE}": {{name: 示例省, kind: province}}\n'
                f'yunxi: {{name: 云溪县, kind: county, within: "{MOBILE}", fictional: true}}\n'
            ),
        }
    )
    assert {(code, place.partition(":")[0]) for code, place, _ in found} >= {
        ("E602", "content/138******00.md"),
        ("E602", "content/files/138******00.txt"),
        ("E602", "data/divisions.yml"),
    }
    assert all(MOBILE not in f"{place}{detail}" for _, place, detail in found)


def test_an_internal_record_may_name_its_contact_but_is_pointed_out(problems_with: ProblemsWith) -> None:
    page = free_page(f"电话{MOBILE}", "title: 值班\ndisclosure: internal\n")
    assert problems_with({ABOUT: page}) == [("W612", "content/about.md:6:3", "正文中有手机号 138******00")]


@pytest.mark.parametrize(("line", "codes"), [("contact", []), ("undertaker", ["E602"])])
def test_the_offices_telephone_may_stand_in_the_footer(
    problems_with: ProblemsWith, minimal_project: Path, line: str, codes: list[str]
) -> None:
    site = (minimal_project / "data/site.yml").read_text(encoding="utf-8")
    found = problems_with({"data/site.yml": f"{site}footer: {{{line}: 本人电话：0579-87100000}}\n"})
    assert [code for code, _, _ in found] == codes


@pytest.mark.parametrize(
    ("entry", "codes"),
    [
        (_allowance("138******00"), []),
        (_allowance("138******01"), ["E602", "W611"]),
        (_allowance("138******00", kind="plate"), ["E602", "W611"]),
        (_allowance("138******00", file="content/other.md"), ["E602", "W611"]),
        (_allowance("138******00") + _allowance("浙G****5", kind="plate"), ["W611"]),
        (f"- {{file: {ABOUT}, kind: mobile, masked: 138******00}}\n", ["E201", "E602"]),
        (f"- {{file: {ABOUT}, kind: mobile, reason: 好}}\n", ["E210", "E602"]),
        (f"- {{file: {ABOUT}, kind: attachment, masked: x, reason: 好}}\n", ["E210", "E602"]),
        (f"- {{file: {ABOUT}, kind: telephone, masked: x, reason: 好}}\n", ["E203", "E602"]),
    ],
)
def test_what_is_allowed_passes_by_file_kind_and_masked_value(
    problems_with: ProblemsWith, entry: str, codes: list[str]
) -> None:
    found = problems_with({ABOUT: free_page(f"值班手机{MOBILE}"), ALLOWED: entry})
    assert sorted(code for code, _, _ in found) == codes


def test_the_text_of_an_attachment_is_searched(problems_with: ProblemsWith) -> None:
    files: dict[str, str | bytes | None] = {
        ABOUT: free_page("[表](files/a.csv)、[表](files/b.txt)"),
        "content/files/a.csv": f"姓名,证号\r\n张某,{NOBODY}\r\n".encode("gb18030"),
        "content/files/b.txt": f"\n电话{MOBILE}".encode("utf-16"),
        "content/files/c.txt": f"没有页面链接到 {MOBILE}",
    }
    assert [found for found in problems_with(files) if found[0] != "W311"] == [
        ("E601", "content/files/a.csv:2:4", "附件中有身份证号 999*************19"),
        ("E602", "content/files/b.txt:2:3", "附件中有手机号 138******00"),
        ("W612", "content/files/c.txt:1:9", "附件中有手机号 138******00"),
    ]


def test_a_file_without_text_asks_for_a_pair_of_eyes(problems_with: ProblemsWith) -> None:
    sha256 = hashlib.sha256(BINARY).hexdigest()
    ((code, place, detail),) = problems_with({ABOUT: LINKED, SCAN: BINARY})
    assert (code, place) == ("W613", f"{SCAN}:1:1")
    assert sha256 in detail
    allowance = f"- {{file: {SCAN}, kind: attachment, sha256: {sha256}, reason: 已逐页看过}}\n"
    assert problems_with({ALLOWED: allowance}) == []
    changed = problems_with({SCAN: BINARY + b"\x03"})
    assert [code for code, _, _ in changed] == ["W613", "W611"]


def test_of_a_long_list_only_the_beginning_is_told(problems_with: ProblemsWith) -> None:
    rows = "".join(f"电话138001{number:05}\n" for number in range(MOST_REPORTED + 30))
    found = problems_with({ABOUT: free_page(rows)})
    assert len(found) == MOST_REPORTED
    assert [detail for _, _, detail in found if "同一处还有30个" in detail] == [found[-1][2]]


def test_nothing_personal_is_in_what_stops_a_build(minimal_project: Path) -> None:
    write_files(minimal_project, {ABOUT: free_page(f"{NOBODY}、{MOBILE}、zhang" + "@example.com")})
    problems = examine(minimal_project, FIXTURES_DAY).problems
    assert [problem.code for problem in problems] == ["E601", "E602", "E603"]
    told = "".join(map(repr, problems))
    assert not any(value in told for value in (NOBODY, MOBILE, "zhang"))
