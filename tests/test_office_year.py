"""The office's year of data/README.md: every command in order, from a folder with the office's own files."""

from __future__ import annotations

import io
import re
import shlex
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import docx
import pytest
from click.testing import CliRunner
from docx.document import Document
from pypdf import PdfReader
from selectolax.lexbor import LexborHTMLParser

from generators.cli import main
from tests.build.offices import monthly, plan
from tests.build.project import ROOT
from tests.build.word_papers import CENTRE, FIRST, HEADLINE, line, paper

_HEADING: Final = "## 二十一、办公室的一年\n"
_DAY: Final = "1786723200"  # 2026-08-15 in China
_TOWNSHIP: Final = "qingtang/township-01"
_DRAFTED: Final = "site/internal/bulletins/circulars/2026/2"


def _commands() -> list[str]:
    text = (ROOT / "data/README.md").read_text(encoding="utf-8")
    section = text.partition(_HEADING)[2].partition("\n## ")[0]
    blocks = re.findall(r"^```sh\n(.*?)^```$", section, re.MULTILINE | re.DOTALL)
    return [command for block in blocks for command in block.splitlines()]


def _write_circular(document: Document) -> None:
    line(document, "关于上半年进度的情况通报", HEADLINE, CENTRE)
    line(document, "各乡镇（街道）：")
    line(document, "一、总体情况", FIRST)
    line(document, "6月底，东棠镇建成阵地3个。")
    line(document, "县委组织部")
    line(document, "2026年7月6日")


def _office_files() -> Mapping[str, bytes]:
    """What the office has: its plan, three months, June once more with one figure corrected, a circular."""
    june = {("东棠镇", 0): 3, ("西棠镇", 0): 3}
    return {
        "2026年任务分解表.xlsx": plan(),
        "2026年3月进度统计表.xlsx": monthly(3),
        "2026年4月进度统计表.xlsx": monthly(4, {("西棠镇", 0): 2}),
        "2026年6月进度统计表.xlsx": monthly(6, june),
        "2026年6月进度统计表（更正）.xlsx": monthly(6, {**june, ("西棠镇", 2): 12}),
        "上半年通报.docx": paper(_write_circular),
    }


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    """Return what each command of the section said; the project is in the folder under ``""``."""
    folder = tmp_path_factory.mktemp("office")
    for name, content in _office_files().items():
        (folder / name).write_bytes(content)
    found: dict[str, str] = {}
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", _DAY)
        patch.chdir(folder)
        for command in _commands():
            program, *words = shlex.split(command)
            if program == "cd":
                patch.chdir(words[0])
                continue
            assert program == "tongbao"
            result = CliRunner().invoke(main, words)
            assert result.exit_code == 0, f"{command}\n{result.output}"
            found[command] = result.output
        found[""] = str(Path.cwd())
    return found


def _text(project: str, page: str) -> str:
    html = Path(project, "site/internal", page, "index.html").read_text(encoding="utf-8")
    body = LexborHTMLParser(html).css_first("article")
    assert body is not None
    return body.text(separator=" ", strip=True)


def test_the_indicators_are_those_of_the_plan(said: Mapping[str, str]) -> None:
    init = next(output for command, output in said.items() if command.startswith("tongbao init"))
    assert "照表头写出8个指标" in init
    assert "  拨付资金：万元，累计数\n  办实事：件，当期数\n" in init
    assert "  信访存量：件，时点数\n  组织生活按时率：%，比率\n  指导员全覆盖：是与否\n" in init


def test_the_sheets_are_imported_and_a_changed_figure_is_a_correction(said: Mapping[str, str]) -> None:
    imports = [output for command, output in said.items() if command.startswith("tongbao import ")]
    counts = [re.findall(r"新增 \d+ 个，更正 \d+ 个", output) for output in imports]
    assert counts == [
        ["新增 48 个，更正 0 个"],
        *[["新增 40 个，更正 0 个"]] * 3,
        ["新增 0 个，更正 1 个"],
    ]


def test_the_site_shows_the_figures_of_the_sheets(said: Mapping[str, str]) -> None:
    township = _text(said[""], f"divisions/{_TOWNSHIP}").replace(" ", "")
    assert "建成阵地：2026年3月31日1个，2026年6月30日3个，共3次报送" in township
    assert "拨付资金：2026年3月31日90万元，2026年6月30日90万元，共3次报送" in township
    assert "复核后更正" in _text(said[""], "quality")


def test_the_site_ranks_the_townships(said: Mapping[str, str]) -> None:
    ranking = _text(said[""], "rankings/qiangji/monthly/2026-06")
    # (100 + 20 + 12.5 + 16.909 + 0 + 42.857 + 98.852 + 100) / 8: the shares of the targets that are reached
    assert re.search(r"西棠镇\s+48\.89\s", ranking)
    places = ["西棠镇", "东棠镇", "北棠乡", "南棠镇", "下棠街道"]
    assert sorted(places, key=ranking.index) == places


@pytest.mark.parametrize("form", ["page", "pdf", "docx"])
def test_the_drafted_circular_is_a_page_a_pdf_and_a_word_document(said: Mapping[str, str], form: str) -> None:
    file = Path(said[""], f"{_DRAFTED}.{form}")
    if form == "pdf":
        text = "".join(page.extract_text() for page in PdfReader(file).pages)
    elif form == "docx":
        text = "".join(each.text for each in docx.Document(io.BytesIO(file.read_bytes())).paragraphs)
    else:
        text = _text(said[""], "bulletins/circulars/2026/2")
    plain = re.sub(r"\s", "", text)
    assert "关于2026年6月强基富民三年行动进展情况的通报" in plain
    assert "到6月底，全县建成阵地10个" in plain
    assert "居前的是西棠镇（48.89分，第1位）" in plain
    assert "{{" not in plain


def test_the_circular_in_word_is_the_first_issue_with_its_figure_from_the_data(
    said: Mapping[str, str],
) -> None:
    written = Path(said[""], "content/bulletins/circulars/2026/1.md").read_text(encoding="utf-8")
    assert f'东棠镇建成阵地{{{{ value("{_TOWNSHIP}", "qiangji/indicator-1", "2026-06") }}}}。' in written
    assert "东棠镇建成阵地3个" in _text(said[""], "bulletins/circulars/2026/1").replace(" ", "")


def test_the_books_are_closed_and_whole(said: Mapping[str, str]) -> None:
    verified = said["tongbao verify"]
    assert "结账链完整：共2环" in verified
    head = re.search("链头 ([0-9a-f]{64})", verified)
    assert head is not None
    assert head[1] in Path(said[""], "site/internal/closed/index.html").read_text(encoding="utf-8")
