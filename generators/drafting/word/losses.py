"""What of a Word document cannot be taken over: counted, so that its editor can look after it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from docx.document import Document
from docx.oxml.ns import qn

from generators.drafting.word.package import Package

_MATH: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}oMath"
_DIAGRAM: Final = "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart"
_SMART_ART: Final = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}relIds"
_TEXT_BOX: Final = qn("w:txbxContent")
_OF_TEXT: Final = frozenset({qn("w:ins"), qn("w:moveTo")})
_FALLBACK: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


def losses_of(document: Document, package: Package) -> Iterator[str]:
    """Yield a sentence on each kind of thing in ``document`` that is lost or changed."""
    body = document.element.body
    boxes = [each for each in body.iter(_TEXT_BOX) if not _is_repeated(each)]
    texts = ["".join(text.text or "" for text in each.iter(qn("w:t"))) for each in boxes]
    if boxes:
        shown = "、".join(f"“{text[:20]}”" for text in texts[:3] if text)
        yield f"文本框{len(boxes)}个没有带过来{f'：{shown}' if shown else ''}"
    hidden = [text for each in _hidden(body) if (text := "".join(_texts(each)))]
    if hidden:
        yield f"隐藏的文字{len(hidden)}处没有带过来：{'、'.join(f'“{text[:20]}”' for text in hidden[:3])}"
    nested = sum(1 for each in body.iter(qn("w:tbl")) if any(True for _ in each.iterancestors(qn("w:tbl"))))
    if nested:
        yield f"套在表格里的表格{nested}个，改成了格里的几行字"
    inserted = sum(1 for each in body.iter(*_OF_TEXT) if each.getparent().tag != qn("w:rPr"))
    deleted = sum(1 for each in body.iter(qn("w:del"), qn("w:moveFrom")) if len(each))
    if inserted or deleted:
        yield f"修订已全部接受：插入{inserted}处、删除{deleted}处"
    if any(True for _ in body.iter(qn("w:commentReference"))):
        yield f"批注{sum(1 for _ in body.iter(qn('w:commentReference')))}条没有带过来"
    for tag, noun in ((_MATH, "公式"), (_DIAGRAM, "图表"), (_SMART_ART, "SmartArt 图")):
        count = sum(1 for _ in body.iter(tag))
        if count:
            yield f"{noun}{count}个没有带过来，请截成图片再放"
    objects = sum(1 for _ in body.iter(qn("w:object")))
    if objects:
        yield f"嵌入的对象{objects}个没有带过来"
    if any(_says_something(data) for name, data in package.parts.items() if _is_of_margins(name)):
        yield "页眉没有带过来"


def without_losses(document: Document) -> None:
    """Remove from ``document`` what is lost, so that nothing of it ends in the text."""
    body = document.element.body
    lost = [
        *_hidden(body),
        *(
            each
            for each in body.iter(qn("w:pict"), qn("w:drawing"), qn("w:object"), _MATH)
            if each.tag in (qn("w:object"), _MATH) or any(True for _ in each.iter(_TEXT_BOX))
        ),
    ]
    for each in lost:
        parent = each.getparent()
        if parent is not None:
            parent.remove(each)


def _hidden(body: Any) -> list[Any]:  # noqa: ANN401 - lxml has no types
    """Return the runs of text that Word neither shows nor prints."""
    return [
        run
        for run in body.iter(qn("w:r"))
        if (mark := run.find(f"{qn('w:rPr')}/{qn('w:vanish')}")) is not None
        and mark.get(qn("w:val"), "1") not in {"0", "false", "off"}
    ]


def _texts(element: Any) -> Iterator[str]:  # noqa: ANN401 - lxml has no types
    return (each.text or "" for each in element.iter(qn("w:t")))


def _is_repeated(element: Any) -> bool:  # noqa: ANN401 - lxml has no types
    """Whether an element says again for old programs what stands before it."""
    return any(each.tag == _FALLBACK for each in element.iterancestors())


def _is_of_margins(name: str) -> bool:
    return name.startswith("word/header") and name.endswith(".xml")


def _says_something(data: bytes) -> bool:
    return b"<w:t>" in data or b"<w:t " in data
