"""Lines that break within a sentence, as in hard-wrapped Markdown and in PDF."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from generators.checking.personal_data.edit import Edit

_BREAK: Final = re.compile(r"(?<=[\u4e00-\u9fff，、：；（“])\r?\n(?=[\u4e00-\u9fff])")
_DIVIDED: Final = re.compile(r"[|\t,]")
_SHORTEST: Final = 16
"""In characters; a shorter line ends on purpose, as in lists and poems."""
_LONGEST: Final = 400


def soft_breaks(text: str) -> Iterator[Edit]:
    """Yield breaks between two Chinese characters after a line of some length; lines of tables stay apart."""
    for match in _BREAK.finditer(text):
        before = text[
            max(
                text.rfind("\n", max(0, match.start() - _LONGEST), match.start()) + 1,
                match.start() - _LONGEST,
                0,
            ) : match.start()
        ]
        after = text[match.end() : match.end() + _LONGEST].partition("\n")[0]
        if len(before) >= _SHORTEST and not (_DIVIDED.search(before) or _DIVIDED.search(after)):
            yield Edit(*match.span(), "")
