"""Links that lead to files: without a server nobody finds the ``index.html`` of a folder."""

from __future__ import annotations

import re
from typing import Final

_TAG: Final = re.compile(r"""<(?:a|area|form|link)\b(?:[^>"']|"[^"]*"|'[^']*')*>""")
_ADDRESS: Final = re.compile(r'(?P<before>\s(?:href|action)=")(?P<path>[^"?#]*)(?P<after>[^"]*")')
_ABSOLUTE: Final = re.compile(r"[a-z][a-z0-9+.-]*:|/", re.IGNORECASE)

_FOLDERS: Final = frozenset({"", ".", ".."})
_INDEX: Final = "index.html"


def with_file_links(html: str) -> str:
    """Return a page with each relative link to a folder replaced by one to the ``index.html`` in it."""
    return _TAG.sub(lambda tag: _ADDRESS.sub(_to_file, tag[0]), html)


def _to_file(link: re.Match[str]) -> str:
    path = link["path"]
    folder, _, name = path.rpartition("/")
    if not path or name not in _FOLDERS or _ABSOLUTE.match(path):
        return link[0]
    parts = [part for part in (folder, name if name != "." else "", _INDEX) if part]
    return f"{link['before']}{'/'.join(parts)}{link['after']}"
