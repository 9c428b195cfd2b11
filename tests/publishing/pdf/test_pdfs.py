"""The PDF of every bulletin, measured; and the same bytes whenever and wherever it is made."""

from __future__ import annotations

import io
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader

from generators.disclosing import Audience
from generators.pipeline import examine
from generators.publishing.pdf.pdfs import number_of_pdfs, write_pdfs
from tests.build.project import FIXTURES_DAY, OWN_DAY, ROOT, SHILI, SHILI_DAY, copy_county, files_below
from tests.reading_sites.bulletin_layout import (
    LONG_BULLETIN,
    PDF_ENGINE,
    as_written,
    assert_is_laid_out,
    assert_long_bulletin,
    copy_county_with_long_bulletin,
    headings_of,
)
from tests.reading_sites.measured_pdf import fonts_of, sheets_of
from tests.running import build, tongbao


def _written(project: Path) -> list[Path]:
    return sorted(path for path in (project / "content/bulletins").rglob("*.md") if path.name != "README.md")


def _print(project: Path, day: date, audience: Audience, folder: Path) -> dict[str, bytes]:
    """Print the bulletins of a project and its first report card: the others would take as long again."""
    site = examine(project, day).site(audience)
    cards = [page.path for page in site.pages if page.path.startswith("cards/") and page.pdf]
    pages = (replace(page, pdf="") if page.path in cards[1:] else page for page in site.pages)
    write_pdfs(project, replace(site, pages=tuple(pages)), folder)
    return files_below(folder)


@pytest.fixture(scope="module")
def own_pdfs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return _print(ROOT, OWN_DAY, Audience.INTERNAL, tmp_path_factory.mktemp("own"))


@pytest.fixture(scope="module")
def example_pdfs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return _print(SHILI, SHILI_DAY, Audience.INTERNAL, tmp_path_factory.mktemp("example"))


@pytest.fixture(scope="module")
def county_with_long_bulletin(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_county_with_long_bulletin(tmp_path_factory.mktemp("long") / "county")


@pytest.fixture(scope="module")
def long_pdf(county_with_long_bulletin: Path, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    folder = tmp_path_factory.mktemp("long-pdf")
    return _print(county_with_long_bulletin, FIXTURES_DAY, Audience.PUBLIC, folder)[
        "bulletins/tidy-notes/2025/3.pdf"
    ]


def _pdf_of(document: Path, project: Path) -> str:
    return document.relative_to(project / "content").with_suffix(".pdf").as_posix()


@pytest.mark.parametrize("document", _written(ROOT), ids=lambda path: path.stem)
def test_every_bulletin_of_ours_is_laid_out_by_the_standard(
    document: Path, own_pdfs: dict[str, bytes]
) -> None:
    headings = headings_of(document.read_text(encoding="utf-8"))
    assert_is_laid_out(own_pdfs[_pdf_of(document, ROOT)], headings, PDF_ENGINE)


@pytest.mark.parametrize("document", _written(SHILI), ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_every_bulletin_of_the_example_is_laid_out_by_the_standard(
    document: Path, example_pdfs: dict[str, bytes]
) -> None:
    headings = headings_of(document.read_text(encoding="utf-8"))
    assert_is_laid_out(example_pdfs[_pdf_of(document, SHILI)], headings, PDF_ENGINE)


def test_there_is_a_file_for_every_bulletin_and_no_other(own_pdfs: dict[str, bytes]) -> None:
    bulletins = sorted(each for each in own_pdfs if not each.startswith("cards/"))
    assert bulletins == sorted(_pdf_of(each, ROOT) for each in _written(ROOT))


def test_a_report_card_is_one_sheet_of_a4(example_pdfs: dict[str, bytes]) -> None:
    (card,) = (content for name, content in example_pdfs.items() if name.startswith("cards/"))
    (page,) = PdfReader(io.BytesIO(card)).pages
    assert [round(float(side)) for side in page.mediabox.upper_right] == [595, 842]
    text = "".join(page.extract_text().split())
    assert "：一镇一页" in text
    assert "先办什么" in text


def test_a_long_bulletin_with_tables(long_pdf: bytes) -> None:
    headings = headings_of(LONG_BULLETIN.read_text(encoding="utf-8"))
    assert_long_bulletin(assert_is_laid_out(long_pdf, headings, PDF_ENGINE))


def test_all_that_is_written_can_be_read_and_searched(long_pdf: bytes) -> None:
    said = as_written("".join(sheet.text for sheet in sheets_of(long_pdf)))
    body = LONG_BULLETIN.read_text(encoding="utf-8").split("---\n", 2)[2]
    paragraphs = [each for each in body.strip().split("\n\n") if not each.startswith(("#", "|"))]
    assert len(paragraphs) > 20
    assert [each[:12] for each in paragraphs if as_written(each) not in said] == []


def test_fonts_are_subsets(long_pdf: bytes) -> None:
    names = fonts_of(long_pdf)
    assert names
    assert all(name[6] == "+" for name in names), names
    assert len(long_pdf) < 1_000_000


def test_a_file_tells_nothing_of_the_machine_that_made_it(long_pdf: bytes) -> None:
    assert b"/URI" not in long_pdf
    assert b"file:" not in long_pdf
    assert b"CreationDate" not in long_pdf


def test_the_public_gets_no_file_of_an_internal_bulletin(tmp_path: Path) -> None:
    project = copy_county(tmp_path / "county")
    examined = examine(project, FIXTURES_DAY)
    public, internal = examined.site(Audience.PUBLIC), examined.site(Audience.INTERNAL)
    townships = 4
    assert (number_of_pdfs(public), number_of_pdfs(internal)) == (2 + townships, 4 + townships)
    write_pdfs(project, public, tmp_path / "pdfs")
    files = files_below(tmp_path / "pdfs")
    bulletins = sorted(name for name in files if not name.startswith("cards/"))
    assert bulletins == ["bulletins/tidy-notes/2025/1.pdf", "bulletins/tidy-notes/2025/2.pdf"]
    assert len(files) == len(bulletins) + townships
    said = "".join(sheet.text for content in files.values() for sheet in sheets_of(content))
    assert "净村" in said
    assert "ZZINTERNAL" not in said


def test_several_processes_print_the_same_bytes_and_each_file_counts_once(
    county_with_long_bulletin: Path, tmp_path: Path
) -> None:
    site = examine(county_with_long_bulletin, FIXTURES_DAY).site(Audience.PUBLIC)
    done: list[None] = []
    write_pdfs(county_with_long_bulletin, site, tmp_path / "one")
    write_pdfs(county_with_long_bulletin, site, tmp_path / "several", lambda: done.append(None), jobs=2)
    assert files_below(tmp_path / "several") == files_below(tmp_path / "one")
    assert len(done) == number_of_pdfs(site) > 1


def test_another_day_zone_folder_and_hash_make_the_same_bytes(
    county_with_long_bulletin: Path, long_pdf: bytes, tmp_path: Path
) -> None:
    project = tmp_path / "别处 project"
    shutil.copytree(county_with_long_bulletin, project)
    elsewhere = {"PYTHONHASHSEED": "4242", "TZ": "Pacific/Kiritimati", "LC_ALL": "C.UTF-8"}
    made = tongbao(
        "pdf", "--project", project, "--as-of", str(FIXTURES_DAY), cwd=tmp_path, variables=elsewhere
    )
    assert made.returncode == 0, made.stderr
    assert (project / "site/pdf/public/bulletins/tidy-notes/2025/3.pdf").read_bytes() == long_pdf


def test_a_site_with_pdfs_leads_to_them_and_one_without_does_not(tmp_path: Path) -> None:
    project = copy_county(tmp_path / "county")
    page, file = "bulletins/tidy-notes/2025/1/index.html", "bulletins/tidy-notes/2025/1.pdf"

    build(project, "--audience", "public", "--site-dir", tmp_path / "with", "--pdf")
    assert 'href="../1.pdf"' in (tmp_path / "with" / page).read_text(encoding="utf-8")
    assert (tmp_path / "with" / file).read_bytes().startswith(b"%PDF-")

    build(project, "--audience", "public", "--site-dir", tmp_path / "without")
    assert ".pdf" not in (tmp_path / "without" / page).read_text(encoding="utf-8")
    assert not (tmp_path / "without" / file).exists()
