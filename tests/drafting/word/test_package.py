"""What a stranger may send: refused with a code, before any reader of Word sees it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from generators.drafting.word import package as package_module
from generators.drafting.word.package import WordProblemError, package_of
from tests.build.attachments import Parts, archive, word
from tests.build.word_papers import paper, part_of, with_parts, write_office_paper


def _document(parts: Parts) -> bytes:
    """A document with ``parts``, and the relation that says which of its parts is the text."""
    relation = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship '
        'Id="r1" Target="word/document.xml" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/>'
        "</Relationships>"
    )
    return word(parts={"_rels/.rels": relation, **parts})


def _code(path: Path, content: bytes) -> str:
    path.write_bytes(content)
    with pytest.raises(WordProblemError) as caught:
        package_of(path)
    assert caught.value.problem.place.file == path.name
    return caught.value.problem.code


def _locked() -> bytes:
    """An archive whose member has the mark of encryption."""
    content = bytearray(archive({"word/document.xml": "<a/>"}))
    content[6] |= 1
    content[content.index(b"PK\x01\x02") + 8] |= 1
    return bytes(content)


def _cut() -> bytes:
    content = paper(write_office_paper)
    return content[: len(content) // 2]


def _damaged() -> bytes:
    content = bytearray(paper(write_office_paper))
    content[200:400] = b"\xff" * 200
    return bytes(content)


def _utf16_entities() -> bytes:
    xml = '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'
    return _document({"word/styles.xml": xml.encode("utf-16")})


def _with_template_elsewhere() -> bytes:
    relation = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship '
        'TargetMode="External" Target="http://example.com/x.dotm" Id="r1" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"/>'
        "</Relationships>"
    )
    return _document({"word/_rels/settings.xml.rels": relation})


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (lambda: b"", "E871"),
        (lambda: b"PK\x03\x04", "E871"),
        (_cut, "E871"),
        (_damaged, "E871"),
        (lambda: archive({"other.xml": "<a/>"}), "E871"),
        (lambda: _document({"word/styles.xml": "<a>"}), "E871"),
        (_locked, "E872"),
        (lambda: archive({f"{at}.xml": "<a/>" for at in range(2001)}), "E875"),
        (_utf16_entities, "E876"),
        (_with_template_elsewhere, "E877"),
    ],
)
def test_what_is_refused(make: Callable[[], bytes], code: str, tmp_path: Path) -> None:
    assert _code(tmp_path / "a.docx", make()) == code


def test_the_text_may_have_another_name(tmp_path: Path) -> None:
    content = paper(write_office_paper)
    relations, types = (part_of(content, name) for name in ("_rels/.rels", "[Content_Types].xml"))
    parts = {
        "_rels/.rels": relations.replace(b"word/document.xml", b"word/document2.xml"),
        "[Content_Types].xml": types.replace(b"word/document.xml", b"word/document2.xml"),
        "word/document2.xml": part_of(content, "word/document.xml"),
    }
    path = tmp_path / "a.docx"
    path.write_bytes(with_parts(content, parts))
    assert "word/document2.xml" in package_of(path).parts


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(WordProblemError, match="没有这个文件"):
        package_of(tmp_path / "none.docx")


def test_no_more_is_unpacked_than_allowed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package_module, "LARGEST_FILE", 100_000)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("word/document.xml", b"\0" * 10_000_000)
    assert _code(tmp_path / "a.docx", stream.getvalue()) == "E875"


def test_links_that_a_reader_may_click_are_no_reason(tmp_path: Path) -> None:
    content = paper(write_office_paper)
    name = "word/_rels/document.xml.rels"
    link = (
        '<Relationship Id="rId98" TargetMode="External" Target="https://example.com/" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"/></Relationships>'
    )
    changed = part_of(content, name).replace(b"</Relationships>", link.encode())
    path = tmp_path / "a.docx"
    path.write_bytes(with_parts(content, {name: changed}))
    assert "word/document.xml" in package_of(path).parts
