"""What a file says whatever it is packed in: workbooks and Word documents are archives of XML."""

from __future__ import annotations

import io
import zipfile


def text_of(content: bytes) -> str:
    """Return the text of a file, of all files within it if it is an archive, without a byte order mark."""
    if not content.startswith(b"PK"):
        return content.decode("utf-8-sig", "replace")
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return "\n".join(
            part
            for name in archive.namelist()
            for part in (name, archive.read(name).decode("utf-8", "replace"))
        )
