from __future__ import annotations

from pathlib import Path

import pytest

from generators.releasing.links import Linked, dead_links
from tests.build.project import write_files
from tests.build.site_releases import write_site


def _dead(folder: Path) -> list[tuple[str, str, str]]:
    prefix = f"{folder}/"
    return [(each.code, str(each.place).removeprefix(prefix), each.detail) for each in dead_links(folder)]


def test_a_sound_site_has_none(tmp_path: Path) -> None:
    write_site(tmp_path, "sound")
    assert _dead(tmp_path) == []


@pytest.mark.parametrize(
    ("written", "code", "detail"),
    [
        ('<a href="b/">x</a>', "E140", "b/：没有 b/index.html"),
        ("<img src=b.png>", "E140", "b.png：没有 b.png"),
        ('<img srcset="assets/look.css 1x, b.png 2x">', "E140", "b.png：没有 b.png"),
        ('<a href="../x.html">x</a>', "E140", "../x.html：没有 ../x.html"),
        ('<a href="/x.html">x</a>', "E140", "/x.html：没有 x.html"),
        ('<a href="a/#nowhere">x</a>', "E141", "a/#nowhere：a/index.html 里没有 #nowhere"),
        ('<a href="#nowhere">x</a>', "E141", "#nowhere：index.html 里没有 #nowhere"),
        ('<script src="gone.js">"</script>', "E140", "gone.js：没有 gone.js"),
    ],
)
def test_a_link_that_leads_nowhere_is_told_with_its_place(
    tmp_path: Path, written: str, code: str, detail: str
) -> None:
    write_site(tmp_path, "sound")
    (tmp_path / "index.html").write_text(f"<p>one\n  {written}{written}</p>")
    assert _dead(tmp_path) == [(code, "index.html:2:3", detail)]


@pytest.mark.parametrize(
    "written",
    [
        '<!-- <a href="gone/"> -->',
        "<script>\"<a href='gone/'>\"</script>",
        '<a href="https://example.org/gone/#x">x</a>',
        '<a href="//example.org/gone/">x</a>',
        '<a href="mailto:office@example.org">x</a>',
        '<a href="a/#?status=late">x</a>',
        '<a href="a/?q=1#%65nd">x</a>',
        '<a title="<a href=gone/>" href=".">x</a>',
        '<a href="./">x</a><a href="">x</a>',
        '<a data-href="gone/">x</a>',
    ],
)
def test_what_is_no_dead_link(tmp_path: Path, written: str) -> None:
    write_site(tmp_path, "sound")
    (tmp_path / "index.html").write_text(written)
    assert _dead(tmp_path) == []


def test_links_from_the_root_count_from_where_the_site_is(tmp_path: Path) -> None:
    write_site(tmp_path, "sound")
    style = '<link rel="stylesheet" href="/jindu/assets/look.css">'
    write_files(tmp_path, {"404.html": f'{style}<a href="/jindu/a/">x</a><a href="/elsewhere/">x</a>'})
    assert _dead(tmp_path) == [("E140", "404.html:1:79", "/elsewhere/：没有 /elsewhere/")]


def test_style_sheets_have_links_too(tmp_path: Path) -> None:
    write_site(tmp_path, "sound")
    text = "a { background: url(data:x) }\nb { background: url('gone.svg') } c { src: url(look.css) }"
    (tmp_path / "assets/look.css").write_text(text)
    assert _dead(tmp_path) == [("E140", "assets/look.css:2:17", "gone.svg：没有这个文件")]


def test_attributes_are_read_as_browsers_read_them() -> None:
    page = Linked.of_html("<A HREF='x&amp;y' ID=one><p name=\"two\"><b id='a>b'>")
    assert page.addresses == ("x&y",)
    assert page.anchors == {"one", "two", "a>b"}
