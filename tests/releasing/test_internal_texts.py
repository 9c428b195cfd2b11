from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from generators.model.record import Place
from generators.pipeline import Examined
from generators.releasing import internal_texts as internal_texts_module
from generators.releasing.internal_texts import Phrases, internal_phrases, internal_texts
from tests.build.attachments import pdf, word, word_part
from tests.build.project import write_files
from tests.reading_sites.built_site import BuiltSite

_INSIDE = "此事暂不公开，待县里研究后再定"
_PHRASES = Phrases({_INSIDE: Place("data/x.yml", 3, 5), "短的": Place("data/x.yml", 9)})


def _found(folder: Path) -> list[tuple[str, str, str]]:
    return [
        (each.code, str(each.place).removeprefix(f"{folder}/"), each.detail)
        for each in internal_texts(folder, _PHRASES)
    ]


@pytest.mark.parametrize("name", ["a/index.html", "open-data/x.csv", "search/x.json", "feed.xml"])
def test_an_internal_phrase_is_told_with_both_places(tmp_path: Path, name: str) -> None:
    write_files(tmp_path, {name: f"<p>一</p>\n<p>前{_INSIDE}后 短的</p>"})
    detail = f"有data/x.yml:3:5的内部文字“{_INSIDE}”"
    assert _found(tmp_path) == [("E142", f"{name}:2:1", detail)]


def test_it_is_found_in_attributes_escapes_and_workbooks(tmp_path: Path) -> None:
    escaped = "".join(f"&#{ord(each)};" for each in _INSIDE)
    write_files(tmp_path, {"a.html": f'<i title="{_INSIDE}">'})
    assert len(_found(tmp_path)) == 1
    write_files(tmp_path, {"a.html": f"<i>{escaped}</i>"})
    assert len(_found(tmp_path)) == 1
    in_json = json.dumps({"name": _INSIDE})
    write_files(tmp_path, {"a.html": f'<script type="application/ld+json">{in_json}</script>'})
    assert len(_found(tmp_path)) == 1
    (tmp_path / "a.html").unlink()
    write_files(tmp_path, {"SHA256SUMS": f"{'0' * 64}  files/{_INSIDE}.pdf\n"})
    assert len(_found(tmp_path)) == 1
    (tmp_path / "SHA256SUMS").unlink()
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w") as package:
        package.writestr("xl/sharedStrings.xml", f"<t>{_INSIDE}</t>")
    assert len(_found(tmp_path)) == 1


@pytest.mark.parametrize("suffix", ["xlsx", "docx"])
@pytest.mark.parametrize("damage", ["data", "encrypted", "method", "header", "cut"])
def test_parts_that_cannot_be_unpacked_do_not_hide_the_others(
    tmp_path: Path, suffix: str, damage: str
) -> None:
    path = tmp_path / f"a.{suffix}"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("first.xml", "<t>甲</t>")
        package.writestr("second.xml", f"<t>{_INSIDE}</t>")
    content = bytearray(path.read_bytes())
    listed = content.find(b"PK\1\2")
    if damage == "data":
        content[content.find("甲".encode())] ^= 1
    elif damage == "encrypted":
        content[6] |= 1
        content[listed + 8] |= 1
    elif damage == "method":
        content[8] = content[listed + 10] = 99
    elif damage == "header":
        content[0] = 0
    else:
        del content[:9]
    path.write_bytes(content)
    assert len(_found(tmp_path)) == 1


def test_a_package_that_unpacks_to_too_much_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(internal_texts_module, "LARGEST_CONTENT", 1000)
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w") as package:
        package.writestr("first.xml", f"<t>{_INSIDE}</t>")
        package.writestr("second.xml", "0" * 1000)
    assert _found(tmp_path) == []


def test_it_is_found_on_the_pages_and_in_the_notes_of_a_pdf_file(tmp_path: Path) -> None:
    inside = "not-yet-for-the-public"
    phrases = Phrases({inside: Place("data/x.yml", 3, 5), _INSIDE: Place("data/x.yml", 4, 5)})
    (tmp_path / "1.pdf").write_bytes(pdf("what all may read", f"before {inside} after", note=_INSIDE))
    found = {each.detail for each in internal_texts(tmp_path, phrases)}
    assert found == {
        f"第2页有data/x.yml:3:5的内部文字“{inside}”",
        f"第1页的批注、表单或链接有data/x.yml:4:5的内部文字“{_INSIDE}”",
    }
    (tmp_path / "1.pdf").write_bytes(b"%PDF-1.7 and no more")
    assert list(internal_texts(tmp_path, phrases)) == []


def test_it_is_found_in_a_word_document_that_changes_its_font_within(tmp_path: Path) -> None:
    cut = word_part(_INSIDE).replace(_INSIDE, f"{_INSIDE[:5]}</w:t></w:r><w:r><w:t>{_INSIDE[5:]}")
    (tmp_path / "1.docx").write_bytes(word(parts={"word/document.xml": cut}))
    assert len(_found(tmp_path)) == 1


def test_part_of_a_phrase_is_no_find(tmp_path: Path) -> None:
    write_files(tmp_path, {"a.html": _INSIDE[:-1], "b.html": _INSIDE[1:]})
    assert _found(tmp_path) == []


def test_the_phrases_of_a_project_are_on_its_internal_site_only(
    county: Examined, county_site: BuiltSite
) -> None:
    assert county.dataset is not None
    phrases = internal_phrases(county.dataset)
    internal = county_site.folder.with_name("internal")
    assert list(internal_texts(county_site.folder, phrases)) == []
    found = list(internal_texts(internal, phrases))
    assert len(found) > 10
    assert {each.detail.partition("的内部文字")[0].partition(":")[0].partition("/")[0] for each in found} == {
        "有data",
        "有content",
    }


def test_a_phrase_that_a_public_text_holds_is_none() -> None:
    kept = Phrases({_INSIDE: Place("a"), "公开的记录里也有这样一句话": Place("b")}).without(
        ["我们说过，公开的记录里也有这样一句话。"]
    )
    assert [phrase for phrase, _ in kept.in_text(f"{_INSIDE}公开的记录里也有这样一句话")] == [_INSIDE]
