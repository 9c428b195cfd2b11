"""Word documents as offices make them become issues that a project takes; our own come back as they were."""

from __future__ import annotations

import io
import shutil
from datetime import date
from pathlib import Path
from typing import Final

import docx
import pytest
from PIL import Image

from generators.disclosing import Audience
from generators.drafting.new.file import write_with_pictures
from generators.drafting.project import read_for_drafting
from generators.drafting.word.bulletin import Imported, PaperWanted, imported
from generators.drafting.word.package import WordProblemError, package_of
from generators.pipeline import examine
from generators.publishing.word.documents import write_documents
from tests.build.project import FIXTURES_DAY, SHILI, copy_county, write_files
from tests.build.word_papers import paper, write_office_paper, write_what_is_lost
from tests.reading_sites.bulletin_layout import LONG_BULLETIN, copy_county_with_long_bulletin
from tests.running import build

_DAY: Final = date(2026, 11, 20)
_BODY: Final = """\
各乡镇（街道）：

现将十月份工作进展情况通报如下。

## 一、双整进展

### （一）总体情况

到9月底，全县达标村{{ value("shilixian", "shili-double/compliant-villages", "2026-09") }}，\
示范村{{ value("shilixian", "shili-double/demonstration-villages", "2026-09") }}；\
庚午镇、丙寅镇走在前列。\\*号和\\_号照写。

#### 1.分类推进

（二）主要问题。有的村重建轻管，台账与现场对不上。

2.有的地方进展慢，要抓紧。

<table>
<tr><th rowspan="2">乡镇</th><th colspan="2">双整</th></tr>
<tr><th>达标村</th><th>示范村</th></tr>
<tr><td>庚午镇</td><td>12</td><td>3</td></tr>
<tr><td>丙寅镇</td><td>11</td><td>4</td></tr>
</table>

![](5-1.png)

## 二、下一步要求

各地对照目标抓紧推进。

示例县工作办公室

2026年11月12日
"""


@pytest.fixture
def shili(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SHILI, tmp_path / "shili"))


def _import(project: Path, content: bytes, series: str, day: date = _DAY) -> Imported:
    file = project.parent / "来文.docx"
    file.write_bytes(content)
    return imported(read_for_drafting(project), PaperWanted(package_of(file), series, day))


def test_an_offices_own_paper_becomes_an_issue_that_is_checked_and_built(shili: Path) -> None:
    made = _import(shili, paper(write_office_paper), "shili-circular")
    assert made.problems == ()
    assert all(each.is_sure for each in made.proposals)
    text = made.file(made.proposals).text
    front, body = text.removeprefix("---\n").split("\n---\n\n")
    assert front.splitlines()[1:] == [
        "series: shili-circular",
        "title: 示例县十月份工作进展情况的通报（虚构）",
        "issuer: 示例县工作办公室",
        "number: 5",
        "total: 6",
        "date: 2026-11-12",
        "report_to: [示例县委, 示例县政府]",
        "send_to: [县直各部门（含垂直管理单位，开发区）, 各群团组织]",
        "issue_to: [各乡镇（街道）]",
        "copies: 60",
        "printed_by: 示例县工作办公室印刷间",
        "printed_on: 2026-11-13",
        "programmes: [shili-double, shili-five-star, shili-1357]",
        "disclosure: internal",
    ]
    assert body == _BODY

    paths = write_with_pictures(shili, made.file(made.proposals), made.pictures)
    folder = shili / "content/bulletins/shili-circular/2026"
    assert paths == (folder / "5.md", folder / "5-1.png")
    Image.open(folder / "5-1.png").verify()
    build(shili, "--audience", "internal", "--docx", as_of=_DAY)
    page = shili / "site/internal/bulletins/shili-circular/2026/5/index.html"
    assert "全县达标村" in page.read_text(encoding="utf-8")
    written = docx.Document(str(shili / "site/internal/bulletins/shili-circular/2026/5.docx"))
    assert "到9月底，全县达标村127个，示范村34个；" in "".join(each.text for each in written.paragraphs)
    assert len(written.inline_shapes) == 1


def test_what_is_lost_is_told_and_is_not_in_the_text(shili: Path) -> None:
    made = _import(shili, paper(write_what_is_lost), "shili-circular")
    assert [(each.code, each.detail) for each in made.problems] == [
        ("W891", "文本框1个没有带过来：“框里的话”"),
        ("W891", "修订已全部接受：插入1处、删除1处"),
        ("W891", "公式1个没有带过来，请截成图片再放"),
        ("W891", "页眉没有带过来"),
    ]
    assert made.body.startswith("本月新添的话到此为止。\n")
    assert "框里" not in made.body


def test_a_long_document_of_ours_comes_back_as_it_was(tmp_path: Path) -> None:
    project = copy_county_with_long_bulletin(tmp_path / "county")
    file = project / "content/bulletins/tidy-notes/2025/3.md"
    site = examine(project, FIXTURES_DAY).site(Audience.INTERNAL)
    name = "bulletins/tidy-notes/2025/3.docx"
    write_documents(project, site, tmp_path, names={name})
    file.unlink()
    made = _import(project, (tmp_path / name).read_bytes(), "tidy-notes", FIXTURES_DAY)
    assert made.problems == ()
    assert made.path == "content/bulletins/tidy-notes/2025/3.md"
    front, body = made.file(()).text.split("---\n", 2)[1:]
    before, written = LONG_BULLETIN.read_text(encoding="utf-8").split("---\n", 2)[1:]
    lines = written.strip().replace("| ---: | --- | ---: | ---: | --- |", f"|{'---|' * 5}")
    lines = lines.replace(f"| {' | '.join(['---'] * 12)} |", f"|{'---|' * 12}")
    assert body.strip() == lines
    not_on_paper = ("summary", "programmes", "divisions", "disclosure", "reviewed")
    on_paper = [line for line in before.splitlines() if not line.startswith(not_on_paper)]
    assert [line for line in on_paper if line not in front.splitlines()] == []


def test_notes_merged_cells_and_marks_come_back(tmp_path: Path) -> None:
    project = copy_county(tmp_path / "county")
    body = (
        "## 一、情况\n\n正文[^1]里有**要点**、H<sub>2</sub>O、a\\*b和[链接](https://example.com/)。\n\n"
        '<table>\n<tr><th colspan="2">甲</th></tr>\n<tr><td rowspan="2">乙</td><td>丙|丁</td></tr>\n'
        "<tr><td>戊</td></tr>\n</table>\n\n- 一项\n- 二项\n\n[^1]: 注里的话。\n"
    )
    front = "series: tidy-notes\ntitle: 注\nissuer: 枫屏县示例办公室\nnumber: 3\ntotal: 3\ndate: 2025-06-29\n"
    name = "content/bulletins/tidy-notes/2025/3.md"
    write_files(project, {name: f"---\n{front}programmes: [tidy-villages]\n---\n\n{body}"})
    site = examine(project, FIXTURES_DAY).site(Audience.INTERNAL)
    write_documents(project, site, tmp_path)
    (project / name).unlink()
    content = (tmp_path / "bulletins/tidy-notes/2025/3.docx").read_bytes()
    made = _import(project, content, "tidy-notes", FIXTURES_DAY)
    expected = body.replace("**要点**", "要点").replace("[链接](https://example.com/)", "链接")
    expected = expected.replace("- 一项\n- 二项", "- 一项\n\n- 二项")
    assert made.body == expected


def test_the_number_on_the_paper_is_kept_and_a_gap_told(shili: Path) -> None:
    content = paper(write_office_paper)
    document = docx.Document(io.BytesIO(content))
    number = next(each for each in document.paragraphs if each.text.startswith("第5期"))
    number.runs[0].text = "第8期"
    stream = io.BytesIO()
    document.save(stream)
    made = _import(shili, stream.getvalue(), "shili-circular")
    assert (made.issue.number, made.issue.total) == (8, None)
    (told,) = (each for each in made.problems if each.code == "W893")
    assert told.detail == "文中是第8期，接着上一期应是第5期（总第6期）"


def test_a_title_can_be_given(shili: Path) -> None:
    file = shili.parent / "无题.docx"
    file.write_bytes(paper(lambda document: document.add_paragraph("只有一段正文。")))
    dataset = read_for_drafting(shili)
    with pytest.raises(WordProblemError, match="没有找到标题"):
        imported(dataset, PaperWanted(package_of(file), "shili-circular", _DAY))
    made = imported(dataset, PaperWanted(package_of(file), "shili-circular", _DAY, title="补的标题"))
    assert (made.issue.title, made.issue.number, made.body) == ("补的标题", 5, "只有一段正文。\n")


def test_a_given_title_is_not_repeated_in_the_text(shili: Path) -> None:
    file = shili.parent / "仿宋.docx"
    file.write_bytes(
        paper(lambda document: [document.add_paragraph(each) for each in ("关于 进展", "正文。")])
    )
    wanted = PaperWanted(package_of(file), "shili-circular", _DAY, title="关于进展")
    assert imported(read_for_drafting(shili), wanted).body == "正文。\n"
