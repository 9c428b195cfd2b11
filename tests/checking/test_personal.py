from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Final

import pytest

from generators.checking.personal import MOST_REPORTED
from generators.pipeline import examine
from tests.build import attachments
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


def _page_with(name: str, content: bytes) -> dict[str, str | bytes | None]:
    return {ABOUT: free_page(f"[表](files/{name})"), f"content/files/{name}": content}


def test_numbers_as_programs_write_them_are_found_in_a_linked_list(problems_with: ProblemsWith) -> None:
    found = problems_with(_page_with("list.csv", "姓名,手机\n甲,13812345678.0\n".encode()))
    assert found == [("E602", "content/files/list.csv:2:3", "附件中有手机号 138******78")]


def test_cells_paragraphs_and_pages_of_attachments_are_told(problems_with: ProblemsWith) -> None:
    sheets: dict[str, dict[str, str | int | float]] = {
        "公开": {"A1": "甲"},
        "底表": {"A1": "姓名", "B1": "手机", "A2": "甲", "B2": 13812345678},
    }
    workbook = attachments.workbook(sheets, hidden=frozenset({"底表"}))
    ((code, place, detail),) = problems_with(_page_with("a.xlsx", workbook))
    assert (code, place) == ("E602", "content/files/a.xlsx:1:1")
    assert detail == "附件（隐藏的工作表“底表”B2）中有手机号 138******78"
    word = attachments.word("一", [["姓名", "病情"], ["王强", "肺结核"]])
    found = problems_with(_page_with("a.xlsx", word))
    assert found == [("E607", place, "附件（正文表1第2行）中有可以认出的个人 王*")]
    found = problems_with(_page_with("a.xlsx", attachments.pdf("a", "13812345678")))
    assert found == [("E602", place, "附件（第2页）中有手机号 138******78")]


def test_files_in_files_are_searched_and_their_names_masked(problems_with: ProblemsWith) -> None:
    inner = attachments.archive({f"{MOBILE}.txt": f"电话{NOBODY}"})
    found = problems_with(_page_with("a.zip", attachments.archive({"内.zip": inner})))
    assert [code for code, _, _ in found] == ["E601", "E602"]
    assert "附件（内.zip、138******00.txt）中有身份证号" in found[0][2]
    assert all(MOBILE not in detail and NOBODY not in detail for _, _, detail in found)


def test_the_title_of_a_list_tells_what_its_names_are(problems_with: ProblemsWith) -> None:
    sheet = {"A1": "姓名", "B1": "村", "A2": "王强", "B2": "示例村"}
    assert problems_with(_page_with("人员.xlsx", attachments.workbook({"表": sheet}))) == []
    files = _page_with("低保对象名单.xlsx", attachments.workbook({"表": sheet}))
    found = problems_with({**files, "content/files/人员.xlsx": None})
    assert [code for code, _, _ in found] == ["E607"]


def test_author_and_position_are_told_and_can_be_allowed(problems_with: ProblemsWith) -> None:
    photo = attachments.jpeg("王强", has_position=True)
    found = problems_with(_page_with("a.jpg", photo))
    assert [(code, detail) for code, _, detail in found if code != "W613"] == [
        ("E610", "附件（图片属性）中有拍摄位置 G**"),
        ("W614", "附件（图片属性）中有作者姓名 王*"),
    ]
    file = "content/files/a.jpg"
    allowed = (
        _allowance("G**", "position", file)
        + _allowance("王*", "author", file)
        + f"- {{file: {file}, kind: attachment, sha256: {hashlib.sha256(photo).hexdigest()}, reason: 看过}}\n"
    )
    assert problems_with({ALLOWED: allowed}) == []


@pytest.mark.parametrize("author", ["", "Administrator", "云溪县民政局", "张某", "微软用户"])
def test_an_author_who_is_nobody_is_not_told(problems_with: ProblemsWith, author: str) -> None:
    word = attachments.word("一", parts={"docProps/core.xml": attachments.properties(author)})
    assert problems_with(_page_with("a.docx", word)) == []


def test_what_of_an_attachment_is_unread_asks_for_a_pair_of_eyes(problems_with: ProblemsWith) -> None:
    word = attachments.word("一", parts={"word/media/image1.png": attachments.png()})
    ((code, _, detail),) = problems_with(_page_with("a.docx", word))
    assert code == "W613"
    assert "image1.png、图片里的文字" in detail
    assert hashlib.sha256(word).hexdigest() in detail


@pytest.mark.parametrize(
    ("rules", "codes"),
    [
        (["999999", "200101010019"], ["E601"]),
        (["138", "12345678"], ["E602"]),
        (["138", "1234", "5678"], ["E602"]),
        (["王强", "患尿毒症"], ["E607"]),
        (["2026", "138", "12"], []),
        (["王强", "主持会议"], []),
        (["张某", "患尿毒症"], []),
    ],
)
def test_what_is_divided_between_texts_of_a_record_is_put_together(
    problems_with: ProblemsWith, rules: list[str], codes: list[str]
) -> None:
    listed = ", ".join(f'{{kind: support, text: "{text}"}}' for text in rules)
    programme = second_programme(f"disclosure: public\nindicators: {{}}\nrules: [{listed}]\n")
    found = problems_with({"data/programmes/second.yml": programme})
    assert [code for code, _, _ in found if code.startswith(("E6", "W61"))] == codes
