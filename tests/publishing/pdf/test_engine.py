"""What is said when no PDF can be made: in Chinese, with what to install, and without a traceback."""

from __future__ import annotations

import builtins
import io
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import pytest
from click.testing import CliRunner
from pypdf import PdfReader

from generators.cli import main
from generators.publishing.pdf.engine import PdfError, printed, require_engine
from tests.build.project import FIXTURES_DAY, ROOT, copy_county
from tests.running import environment

_PAGE: Final = "<!doctype html><html lang=zh-CN><meta charset=utf-8><title>通报</title><body><p>{text}</p>"

Import = Callable[..., Any]


@pytest.fixture
def page(tmp_path: Path) -> Path:
    return tmp_path / "page.html"


def _fail_to_import(monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    original: Import = builtins.__import__

    def importing(name: str, *arguments: Any, **options: Any) -> Any:  # noqa: ANN401 - as builtins have it
        if name == "weasyprint":
            raise error
        return original(name, *arguments, **options)

    monkeypatch.setattr(builtins, "__import__", importing)


def _say(*arguments: str) -> tuple[int, str]:
    done = CliRunner().invoke(main, list(arguments))
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done.exit_code, done.output


@pytest.mark.parametrize("command", [("pdf",), ("build", "--pdf")], ids=["pdf", "build"])
def test_a_missing_engine_is_named_before_any_work(
    command: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = copy_county(tmp_path / "county")
    _fail_to_import(monkeypatch, ImportError("No module named 'weasyprint'"))
    code, said = _say(*command, "--project", str(project), "--as-of", str(FIXTURES_DAY))
    assert code == 1
    assert "没有安装 PDF 排版引擎 WeasyPrint" in said
    assert 'pip install "tongbao[pdf]"' in said
    assert "make pdf" in said
    assert not (project / "site").exists()


def test_a_missing_library_is_named_with_the_packages_that_hold_it(monkeypatch: pytest.MonkeyPatch) -> None:
    _fail_to_import(monkeypatch, OSError("cannot load library 'libpango-1.0-0': cannot open"))
    with pytest.raises(PdfError) as caught:
        require_engine()
    assert "缺少 PDF 排版引擎所需的系统库 Pango（libpango-1.0-0）" in str(caught.value)
    assert "apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0" in str(caught.value)


def test_characters_that_no_font_has_are_named_with_the_fonts_to_install(page: Path) -> None:
    page.write_text(_PAGE.format(text="缺\U000f0000字"), encoding="utf-8")
    with pytest.raises(PdfError) as caught:
        printed(page)
    assert "这台机器的字体里没有这些字：\U000f0000" in str(caught.value)
    assert "apt-get install fonts-noto-cjk" in str(caught.value)


def test_a_style_sheet_that_is_not_there_is_no_silent_loss(page: Path) -> None:
    page.write_text(_PAGE.format(text="正文") + '<link rel="stylesheet" href="gone.css">', encoding="utf-8")
    with pytest.raises(PdfError, match=r"gone\.css"):
        printed(page)


def test_links_are_left_out_for_they_lead_to_files_of_this_machine(page: Path) -> None:
    page.write_text(_PAGE.format(text='<a href="../x/">甲</a>'), encoding="utf-8")
    content = printed(page)
    assert content.startswith(b"%PDF-")
    assert b"/URI" not in content


def test_what_is_marked_about_a_number_is_in_brackets_on_paper(page: Path) -> None:
    sheet = ROOT / "theme/assets/stylesheets/print-bulletin.css"
    mark = '11个<span class="tb-figure__mark">陈旧</span>'
    boxes = ("md-container", "md-main", "md-content")
    body = "".join(f'<div class="{each}">' for each in boxes) + f"<p>{mark}</p>" + "</div>" * len(boxes)
    link = f'<link rel="stylesheet" href="{sheet.as_uri()}">'
    page.write_text(_PAGE.replace("<p>{text}</p>", body) + link, encoding="utf-8")
    (paper,) = PdfReader(io.BytesIO(printed(page))).pages
    assert "11个（陈旧）" in paper.extract_text().replace(" ", "")


def test_an_engine_that_works_is_no_obstacle() -> None:
    require_engine()


def test_an_engine_works_under_any_locale() -> None:
    command = [sys.executable, "-c", "from generators.publishing.pdf.engine import require_engine as f; f()"]
    ascii_only = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    done = subprocess.run(command, env=environment(ascii_only), capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_machine_without_any_font_is_told_so_though_the_engine_crashes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    empty = tmp_path / "fonts.conf"
    empty.write_text(
        f'<?xml version="1.0"?><fontconfig><dir>{tmp_path}</dir><cachedir>{tmp_path}</cachedir></fontconfig>',
        encoding="utf-8",
    )
    require_engine()  # this process keeps the fonts that it finds first
    monkeypatch.setenv("FONTCONFIG_FILE", str(empty))
    with pytest.raises(PdfError, match="这台机器的字体里没有这些字：通报简报第一期"):
        require_engine()
