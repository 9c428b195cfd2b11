"""One page of every kind, a full one: what is right there is right on its siblings."""

from __future__ import annotations

import re
from typing import Final

from tests.browser.sites import BOARD
from tests.build.county import COUNTY

OWN_PAGES: Final = {
    "home": "",
    "programmes": "programmes/",
    "programme": "programmes/meixian-advance/",
    "boards": "boards/",
    "board": "boards/yongkang-1357/",
    "divisions": "divisions/",
    "province": "divisions/zhejiang/",
    "city": "divisions/baoji/",
    "county": "divisions/meixian/",
    "township": "divisions/dongyang/huxi/",
    "village": "divisions/kaihua/yanglin/dongkengkou/",
    "bulletins": "bulletins/",
    "series": "bulletins/quzhou-organisation-work/",
    "bulletin": "bulletins/quzhou-organisation-work/2018/13/",
    "cases": "cases/",
    "case": "cases/four-chains/",
    "sources": "sources/",
    "source": "sources/quzhou-2018-13/",
    "methods": "methods/",
    "quality": "quality/",
    "changes": "changes/",
    "changes-since": "changes/year/",
    "open-data": "open-data/",
    "about": "about/",
    "sitemap": "sitemap/",
    "tags": "tags/",
    "cards": "cards/",
    "card": "cards/dongyang/huxi/",
    "compare": "compare/",
    "404": "404.html",
}
"""Addresses on the project's own site, public and internal."""

COUNTY_PAGES: Final = {
    "home": "",
    "board": BOARD,
    "divisions": "divisions/",
    "county": f"divisions/{COUNTY}/",
    "township": f"divisions/{COUNTY}/town-1/",
    "village": f"divisions/{COUNTY}/town-1/village-1/",
    "bulletin": "bulletins/valley-notes/2024/1/",
    "case": "cases/case-1/",
    "source": "sources/quarterly-return/",
    "quality": "quality/",
}
"""Addresses on the fictional county's site: those that its size or its banner makes different."""

_EXAMPLE_TOWNSHIP: Final = "divisions/shilixian/yichou/"

EXAMPLE_PAGES: Final = {
    "home": "",
    "programme": "programmes/shili-five-star/",
    "board": "boards/shili-double/",
    "county": "divisions/shilixian/",
    "township": _EXAMPLE_TOWNSHIP,
    "village": f"{_EXAMPLE_TOWNSHIP}bailu/",
    "rankings": "rankings/",
    "rank-history": "rankings/shili-double/progress/",
    "ranking": "rankings/shili-double/progress/2026-Q3/",
    "ledgers": "ledgers/",
    "ledger": "ledgers/shili-1357/",
    "commitments": "commitments/",
    "commitment-book": "commitments/shili-1357/",
    "ladders": "tiers/",
    "ladder": "tiers/shili-double/double/",
    "consequences": "consequences/",
    "consequences-of-programme": "consequences/shili-double/",
    "changes-since": "changes/year/",
    "growth": "growth/",
    "closings": "closed/",
    "closed-period": "closed/shili-double/2026-Q1/",
    "remarks": "remarks/",
    "cards": "cards/",
    "card": "cards/shilixian/dingmao/",
    "compare": "compare/",
    "scored-growth": "rankings/shili-1357/monthly/2026-09/",
    "source": "sources/returns-2026-09/",
    "quality": "quality/",
    "methods": "methods/",
    "superseded-bulletin": "bulletins/shili-circular/2026/s1/",
    "supplement": "bulletins/shili-circular/2026/s2/",
    "withdrawn-case": "cases/stamp-by-phone/",
}
"""Addresses on the example county's sites, public and internal."""

EXAMPLE_INTERNAL_PAGES: Final = {
    "scored-ranking": "rankings/shili-1357/quarterly/2026-Q3/",
    "versioned-scheme": "rankings/shili-1357/quarterly/",
    "ladder-of-townships": "tiers/shili-five-star/towns/",
    "inspections": "inspections/",
    "inspection": "inspections/2026-q3-round/",
    "self-check": "self-check/",
}
"""Addresses on the example county's internal site alone."""

_SECTIONS: Final = (
    "programmes|boards|bulletins|cases|sources|methods|quality|changes|open-data|about|divisions|sitemap|tags"
    "|cards|compare"
    "|self-check"
)
_SHAPES: Final = (
    ("home", r""),
    ("404", r"404\.html"),
    ("programme", r"programmes/[^/]+/"),
    ("board", r"boards/(?:[^/]+/)+"),
    ("case", r"cases/[^/]+/"),
    ("source", r"sources/[^/]+/"),
    ("source-figures", r"sources/[^/]+/[^/]+/[^/]+/(?:[^/]+/)?"),
    ("card", r"cards/[^/]+/[^/]+/"),
    ("changes-since", r"changes/[^/]+/"),
    ("series", r"bulletins/[^/]+/"),
    ("bulletin", r"bulletins/[^/]+/[^/]+/[^/]+/"),
    ("county", r"divisions/[^/]+/"),
    ("township", r"divisions/[^/]+/[^/]+/"),
    ("village", r"divisions/[^/]+/[^/]+/[^/]+/"),
)


def kind_at(address: str) -> str | None:
    """Return the kind of the page at ``address``, or None if it has the shape of no known kind.

    Provinces and cities count as counties: their addresses do not tell.
    """
    if re.fullmatch(f"(?:{_SECTIONS})/", address):
        return address.removesuffix("/")
    return next((kind for kind, shape in _SHAPES if re.fullmatch(shape, address)), None)
