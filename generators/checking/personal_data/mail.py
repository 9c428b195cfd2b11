"""E-mail addresses, written with their signs or with words in their stead."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from generators.checking.personal_data.surroundings import Surroundings
from generators.checking.personal_data.trace import Trace
from generators.model.allowance import PersonalKind

_LOCAL: Final = r"(?<![0-9A-Za-z._%+-])[0-9A-Za-z][0-9A-Za-z._%+-]{0,63}"
_EMAIL: Final = re.compile(
    rf"(?<!://){_LOCAL}@(?P<domain>(?:[0-9A-Za-z-]{{1,63}}\.){{1,5}}[A-Za-z]{{2,24}})(?![0-9A-Za-z])"
)

_ENDINGS: Final = r"(?:com|cn|net|org|edu|gov|info|vip|top|xyz|io|me|cc|club|email)"
_OPEN: Final = r"[\[({【〔<「『]"
_CLOSE: Final = r"[\])}】〕>」』]"
_SIGN: Final = (
    rf"(?:[ ]?{_OPEN}[ ]?(?:at|AT|At|@|艾特|爱特|圈a|小老鼠)[ ]?{_CLOSE}[ ]?|[ ]?(?:艾特|爱特|圈a|小老鼠)[ ]?"
    rf"|[ ]?@{{1,3}}[ ]?|#)"
)
_POINT: Final = (
    rf"(?:[ ]?{_OPEN}[ ]?(?:dot|DOT|Dot|[.。]|点)[ ]?{_CLOSE}[ ]?|[ ]?点[ ]?|[ ](?:dot|DOT)[ ]|[ ]?[.。][ ]?)"
)
_DISGUISED: Final = re.compile(
    rf"(?P<local>{_LOCAL}){_SIGN}(?P<domain>(?:[0-9A-Za-z-]{{1,63}}{_POINT}){{1,4}}{_ENDINGS})(?![0-9A-Za-z])"
)
_SPELLED_OUT: Final = re.compile(
    rf"(?P<local>{_LOCAL})[ ](?:at|AT)[ ](?P<domain>[0-9A-Za-z-]{{1,63}}(?:[ ](?:dot"
    rf"|DOT)[ ][0-9A-Za-z-]{{1,63}}){{1,4}}"
    r"|(?:qq|163|126|139|189|sina|sohu|gmail|outlook|hotmail|foxmail|yeah|aliyun|example)\.(?:com"
    r"|cn|net))(?![0-9A-Za-z])"
)
_SIGNS: Final = re.compile(
    rf"(?=[@#艾爱圈小{_OPEN[1:]})(?:@|(?<=[0-9A-Za-z._%+-])#|[艾爱]特|圈a|小老鼠|{_OPEN}[ ]?(?:at|AT|At))"
)
"""In every text with an address that is not spelled out."""
_WORDS: Final = re.compile(r"[ ](?:at|AT)[ ]")
"""In every text with an address that is."""
_OFFICE_DOMAIN: Final = re.compile(r"(?:^|[^0-9a-z-])gov[^0-9a-z-]+cn$", re.IGNORECASE)


def emails(text: Surroundings) -> Iterator[Trace]:
    """Yield e-mail addresses, except those of offices at ``gov.cn``."""
    for pattern, sign in ((_EMAIL, _SIGNS), (_DISGUISED, _SIGNS), (_SPELLED_OUT, _WORDS)):
        for match in pattern.finditer(text.text) if sign.search(text.text) else ():
            is_address = text.text[max(0, match.start() - 3) : match.start()] == "://"
            if not is_address and not _OFFICE_DOMAIN.search(_plain(match["domain"])):
                yield Trace(PersonalKind.EMAIL, match.start(), match.end())


def _plain(domain: str) -> str:
    """Return a domain with its points as points."""
    point = rf"[ ]?(?:{_OPEN}[ ]?(?:dot|[.。]|点)[ ]?{_CLOSE}|[ ]dot[ ]|点|。)[ ]?"
    return re.sub(point, ".", domain, flags=re.IGNORECASE)
