"""Word documents of bulletins, printed by LibreOffice and measured as PDF files are."""

from __future__ import annotations

import io
import shutil
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Final

import docx
import pdfplumber
import pytest

from generators.disclosing import Audience
from generators.pipeline import examine
from generators.publishing.word.documents import pages_with_documents, write_documents
from tests.build.project import FIXTURES_DAY, OWN_DAY, ROOT, SHILI, SHILI_DAY, copy_county, files_below
from tests.reading_sites.bulletin_layout import (
    CHARACTERS,
    LIBREOFFICE,
    LINES,
    LONG_BULLETIN,
    as_written,
    assert_is_laid_out,
    copy_county_with_long_bulletin,
    headings_of,
)
from tests.reading_sites.libreoffice import printed_by_libreoffice
from tests.reading_sites.measured_pdf import sheets_of
from tests.running import build, tongbao

_LONG: Final = "bulletins/tidy-notes/2025/3.docx"
_SERIF: Final = "Serif"


def _write(project: Path, day: date, audience: Audience, folder: Path) -> dict[str, bytes]:
    write_documents(project, examine(project, day).site(audience), folder)
    return files_below(folder)


@pytest.fixture(scope="module")
def county_with_long_bulletin(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_county_with_long_bulletin(tmp_path_factory.mktemp("long") / "county")


@pytest.fixture(scope="module")
def documents(
    county_with_long_bulletin: Path, tmp_path_factory: pytest.TempPathFactory
) -> Mapping[str, bytes]:
    """Return every bulletin of our own and of the example as a Word document, and the long one."""
    folder = tmp_path_factory.mktemp("documents")
    return {
        **_write(ROOT, OWN_DAY, Audience.INTERNAL, folder / "own"),
        **_write(SHILI, SHILI_DAY, Audience.INTERNAL, folder / "example"),
        **_write(county_with_long_bulletin, FIXTURES_DAY, Audience.PUBLIC, folder / "long"),
    }


@pytest.fixture(scope="module")
def printed(documents: Mapping[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Return all documents as LibreOffice prints them, in one start."""
    folder = tmp_path_factory.mktemp("printed")
    for path, content in documents.items():
        (folder / path.replace("/", "~")).write_bytes(content)
    files = printed_by_libreoffice(sorted(folder.glob("*.docx")), folder)
    return {f"{stem.replace('~', '/')}.docx": content for stem, content in files.items()}


def _written(project: Path) -> list[Path]:
    return sorted(path for path in (project / "content/bulletins").rglob("*.md") if path.name != "README.md")


@pytest.mark.parametrize(
    ("project", "document"),
    [(project, document) for project in (ROOT, SHILI) for document in _written(project)],
    ids=lambda each: f"{each.parent.name}-{each.stem}",
)
def test_every_bulletin_is_laid_out_by_the_standard(
    project: Path, document: Path, printed: dict[str, bytes]
) -> None:
    headings = headings_of(document.read_text(encoding="utf-8"))
    path = document.relative_to(project / "content").with_suffix(".docx").as_posix()
    assert_is_laid_out(printed[path], headings, LIBREOFFICE)


def test_a_long_bulletin_has_full_pages_and_a_table_whose_head_repeats(printed: dict[str, bytes]) -> None:
    headings = headings_of(LONG_BULLETIN.read_text(encoding="utf-8"))
    sheets = assert_is_laid_out(printed[_LONG], headings, LIBREOFFICE)
    lines = [[line for line in sheet.body if line.size == 16] for sheet in sheets]
    assert max(map(len, lines)) == LINES
    widest = max((line.text for sheet in lines[1:] for line in sheet), key=len)
    assert len(widest.rstrip("，。、；：）”")) == CHARACTERS
    with_rows = [as_written(sheet.text) for sheet in sheets if "整治后" in as_written(sheet.text)]
    assert len(with_rows) > 2
    for text in with_rows:
        assert "管护安排" in text  # the head of the table
        assert text.count("整治后由村民小组看护") == text.count("公开栏") > 0  # rows are whole
    assert [sheet.is_landscape for sheet in sheets].count(True) == 1
    assert as_written(sheets[-1].text).endswith("枫屏县示例办公室印刷间2025年6月30日印发")


def test_all_that_is_written_is_printed(printed: dict[str, bytes]) -> None:
    said = as_written("".join(sheet.text for sheet in sheets_of(printed[_LONG])))
    body = LONG_BULLETIN.read_text(encoding="utf-8").split("---\n", 2)[2]
    paragraphs = [each for each in body.strip().split("\n\n") if not each.startswith(("#", "|"))]
    assert len(paragraphs) > 20
    assert [each[:12] for each in paragraphs if as_written(each) not in said] == []


def test_each_level_is_printed_in_the_font_that_it_asks_for(printed: dict[str, bytes]) -> None:
    fonts: dict[str, set[str]] = {}
    with pdfplumber.open(io.BytesIO(printed[_LONG])) as document:
        for page in document.pages:
            for line in page.extract_text_lines(return_chars=True):
                fonts.setdefault(as_written(line["text"]), set()).update(
                    each["fontname"] for each in line["chars"]
                )
    assert not any(_SERIF in each for each in fonts["一、总体情况"])  # 黑体
    for text in ("（一）整治进度", "1.责任到岗", "净村简报", "—3—"):
        assert all(_SERIF in each for each in fonts[text]), text


def test_fonts_and_grid_are_asked_for_by_name(documents: Mapping[str, bytes]) -> None:
    document = docx.Document(io.BytesIO(documents[_LONG]))
    xml = document.styles.element.xml
    fonts = ("仿宋_GB2312", "楷体_GB2312", "黑体", "方正小标宋简体", "宋体")
    assert all(f'w:eastAsia="{font}"' in xml for font in fonts)
    for section in document.sections:
        (pitch,) = section._sectPr.xpath("w:docGrid/@w:linePitch")  # noqa: SLF001 - python-docx knows no grid
        assert pitch == "579"
    headings = [each.text for each in document.paragraphs if each.style and each.style.name == "Heading 1"]
    assert headings == ["一、总体情况", "二、主要做法", "三、存在的问题", "四、下步安排"]


def test_figures_are_filled_in_and_nothing_tells_of_the_machine(documents: Mapping[str, bytes]) -> None:
    content = documents["bulletins/shili-circular/2026/4.docx"]
    document = docx.Document(io.BytesIO(content))
    text = "\n".join(each.text for each in document.paragraphs)
    assert "全县达标村127个，目标是129个；示范村34个，目标是43个。" in text
    assert "{{" not in text
    properties = document.core_properties
    assert (properties.author, properties.last_modified_by) == ("示例县工作办公室", "示例县工作办公室")
    assert properties.created is not None
    assert properties.created.date() == SHILI_DAY


def test_the_public_gets_no_document_of_an_internal_bulletin(tmp_path: Path) -> None:
    project = copy_county(tmp_path / "county")
    examined = examine(project, FIXTURES_DAY)
    public, internal = examined.site(Audience.PUBLIC), examined.site(Audience.INTERNAL)
    assert (len(pages_with_documents(public)), len(pages_with_documents(internal))) == (2, 4)
    write_documents(project, public, tmp_path / "documents")
    files = files_below(tmp_path / "documents")
    assert sorted(files) == ["bulletins/tidy-notes/2025/1.docx", "bulletins/tidy-notes/2025/2.docx"]
    written = "".join(docx.Document(io.BytesIO(content)).element.xml for content in files.values())
    assert "净村" in written
    assert "ZZINTERNAL" not in written


def test_another_zone_folder_and_hash_make_the_same_bytes(
    county_with_long_bulletin: Path, documents: Mapping[str, bytes], tmp_path: Path
) -> None:
    project = tmp_path / "别处 project"
    shutil.copytree(county_with_long_bulletin, project)
    elsewhere = {"PYTHONHASHSEED": "4242", "TZ": "Pacific/Kiritimati", "LC_ALL": "C.UTF-8"}
    day = ("--as-of", str(FIXTURES_DAY))
    name = "tidy-notes/2025/3"
    made = tongbao("docx", "--project", project, *day, name, cwd=tmp_path, variables=elsewhere)
    assert made.returncode == 0, made.stderr
    assert (project / "site/docx/public" / _LONG).read_bytes() == documents[_LONG]
    assert list(files_below(project / "site/docx/public")) == [_LONG]


def test_a_site_with_documents_leads_to_them_and_one_without_does_not(tmp_path: Path) -> None:
    project = copy_county(tmp_path / "county")
    page, file = "bulletins/tidy-notes/2025/1/index.html", "bulletins/tidy-notes/2025/1.docx"

    build(project, "--audience", "public", "--site-dir", tmp_path / "with", "--docx")
    assert '<a href="../1.docx">Word</a>' in (tmp_path / "with" / page).read_text(encoding="utf-8")
    assert docx.Document(io.BytesIO((tmp_path / "with" / file).read_bytes())).paragraphs

    build(project, "--audience", "public", "--site-dir", tmp_path / "without")
    assert ".docx" not in (tmp_path / "without" / page).read_text(encoding="utf-8")
    assert not (tmp_path / "without" / file).exists()
