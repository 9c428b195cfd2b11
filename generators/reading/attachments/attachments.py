"""The reader of an attachment, by what is in it and not by its name."""

from __future__ import annotations

import hashlib
from typing import Final

from generators.model.attachment import AttachmentContent, InnerText
from generators.model.problem_codes import problem
from generators.model.record import Place
from generators.reading.active_content import active_content
from generators.reading.attachments.contents import LARGEST_FILE, Contents
from generators.reading.attachments.files import read_file
from generators.reading.attachments.plain import text_of
from generators.reading.outcome import Outcome
from generators.reading.project_files import ProjectFile

_MOST_REASONS: Final = 20


def read_attachment(file: ProjectFile) -> Outcome[AttachmentContent]:
    """Return the content of an attachment; E113 if it cannot be read, E543 if a browser would run it."""
    try:
        with file.location.open("rb") as stream:
            sha256 = hashlib.file_digest(stream, "sha256").hexdigest()
            stream.seek(0)
            data = stream.read(LARGEST_FILE + 1)
    except OSError:
        return Outcome(None, (problem("E113", Place(file.file), "附件无法读取"),))
    active = active_content(file.file, data, text_of(data))
    problems = () if active is None else (problem("E543", Place(file.file), active),)
    return Outcome(content_of(data, sha256), problems)


def content_of(data: bytes, sha256: str) -> AttachmentContent:
    """Return what is in ``data``; a text file is one text, whose lines are those of the file."""
    if len(data) > LARGEST_FILE:
        return AttachmentContent(sha256, unread=("文件太大",))
    contents = Contents()
    if not read_file(data, contents):
        text = text_of(data)
        if text is not None:
            return AttachmentContent(sha256, (InnerText(text, is_file=True),) if text else ())
        contents.miss("不认识的格式")
    reasons = tuple(contents.unread[:_MOST_REASONS])
    return AttachmentContent(sha256, tuple(contents.texts), tuple(contents.facts), reasons)
