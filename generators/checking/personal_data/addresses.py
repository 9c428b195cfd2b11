"""Home addresses with a house number, only after a word for residence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from generators.checking.personal_data.surroundings import Surroundings
from generators.checking.personal_data.trace import Trace
from generators.model.allowance import PersonalKind

_LIVES_AT: Final = r"(?:家庭[住地]址|户籍地址|户籍所在地|户籍地|现住址|现住地|居住地址|住址|家住|现住在|现住)"
_HOUSE: Final = r"[0-9一二三四五六七八九十百]{1,6}(?:号楼|号(?!文|线|桥|井|地块)|室|幢|栋|单元)"
_ADDRESS: Final = re.compile(
    rf"{_LIVES_AT}[ :,为是在于]{{0,3}}([^\s。;!?:]{{0,30}}?{_HOUSE}(?:[^\s。;,!?]{{0,10}}?{_HOUSE})*)"
)


def home_addresses(text: Surroundings) -> Iterator[Trace]:
    """Yield home addresses, with the house number."""
    for match in _ADDRESS.finditer(text.narrow):
        yield Trace(PersonalKind.ADDRESS, match.start(1), match.end(1))
