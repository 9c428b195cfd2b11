"""Converts the text of a Word document to HTML by mammoth: the only module that uses it."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

import mammoth

from generators.drafting.word.structure import HEADING_STYLE
from generators.model.allowance import PersonalKind
from generators.reading.attachments.attachments import content_of

_LEVELS: Final = range(2, 7)
_TYPES: Final = {"image/png": "png", "image/jpeg": "jpg", "image/jpg": "jpg", "image/gif": "gif"}
_BEGINNINGS: Final = {"png": (b"\x89PNG",), "jpg": (b"\xff\xd8\xff",), "gif": (b"GIF8",)}
_NOUNS: Final = {PersonalKind.POSITION: "拍摄位置", PersonalKind.AUTHOR: "姓名"}
_LARGEST: Final = 10 * 1024 * 1024


@dataclass(slots=True)
class Pictures:
    """The pictures of a text by the name of their file; what could not be taken, and what to look after."""

    prefix: str
    files: dict[str, bytes] = field(default_factory=dict)
    refused: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)

    def take(self, image: Any) -> Mapping[str, str]:  # noqa: ANN401 - mammoth has no types
        """Return the attributes of the element of an image; an empty address if it was not taken."""
        described = image.alt_text or ""
        with image.open() as stream:
            data = stream.read(_LARGEST + 1)
        ending = _TYPES.get(image.content_type, "")
        at = len(self.files) + len(self.refused) + 1
        if len(data) > _LARGEST:
            self.refused.append(f"第{at}幅图超过10 MB")
        elif not ending or not data.startswith(_BEGINNINGS[ending]):
            kind = (image.content_type or "").rpartition("/")[2] or "不认识的格式"
            self.refused.append(f"第{at}幅图是{kind}，网页不能显示")
        else:
            name = f"{self.prefix}-{at}.{ending}"
            self.files[name] = data
            facts = content_of(data, hashlib.sha256(data).hexdigest()).facts
            self.remarks += [f"{name}：{each.where}里有{_NOUNS.get(each.kind, '个人信息')}" for each in facts]
            return {"src": name, "alt": described}
        return {"src": "", "alt": described}


@dataclass(frozen=True, slots=True)
class Converted:
    """The text as HTML, and what was lost in words."""

    html: str
    lost: tuple[str, ...]


def converted(content: bytes, pictures: Pictures) -> Converted:
    """Return the text of the Word document ``content`` as HTML; its images are put into ``pictures``.

    Raises whatever mammoth raises of a document that it cannot read.
    """
    styles = "\n".join(f"p.{HEADING_STYLE}{level} => h{level}:fresh" for level in _LEVELS)
    result = mammoth.convert_to_html(
        io.BytesIO(content),
        style_map=styles,
        include_embedded_style_map=False,
        external_file_access=False,
        convert_image=mammoth.images.img_element(pictures.take),
    )
    symbols = sum("w:sym" in each.message for each in result.messages)
    lost = (f"特殊符号{symbols}个没有带过来",) if symbols else ()
    return Converted(result.value, lost)
