"""Problems that only follow from a file that could not be read whole: they would bury the cause."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Final

from generators.model.problem import Problem

_OF_NUMBERING: Final = frozenset({"E511", "E512", "E513", "E515", "E516"})
_FOLLOWING: Final[Mapping[str, frozenset[str]]] = MappingProxyType(
    {
        "data/divisions.yml": frozenset({"E301", "E306", "E309", "E448", "E484", "W417"}),
        "data/inspections/": frozenset({"E462", "E463", "E465", "E466"}),
        "data/programmes/": frozenset({"E302", "E303", "E306", "E312", "E440", "E470", "W417", "W493"}),
        "data/series.yml": _OF_NUMBERING | {"E305", "E517", "E518", "E520"},
        "data/sources.yml": frozenset({"E304", "E306"}),
        "data/townships/": frozenset(
            {"E301", "E306", "E409", "E448", "E462", "E463", "E484", "W417", "W418", "W490", "W493"}
        ),
        "content/": _OF_NUMBERING | {"E306", "E307", "E521", "W311", "W532"},
    }
)
"""By the beginning of the path of a damaged file: what is then found missing elsewhere."""


_CAUSES: Final = ("E1", "E2")
_MISPLACED: Final = "E310"
"""A file in a wrong place is missing in its right one."""


def causes_first(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return ``problems`` sorted: those of reading files, then of the form of records, then the others.

    Each of these groups is sorted by place. What cannot be read may be the cause of what is told of later.
    """
    return tuple(sorted(problems, key=lambda each: (_rank(each.code), each)))


def _rank(code: str) -> int:
    family = "E1" if code == _MISPLACED else code[:2]
    return _CAUSES.index(family) if family in _CAUSES else len(_CAUSES)


def without_following(problems: Iterable[Problem], damaged: Collection[str]) -> Iterator[Problem]:
    """Yield the ``problems`` that do not merely follow from the ``damaged`` files.

    A reference to nothing is told once the files are whole that could define it.
    """
    following = {
        code
        for beginning, codes in _FOLLOWING.items()
        if any(file.startswith(beginning) for file in damaged)
        for code in codes
    }
    for each in problems:
        if each.code not in following:
            yield each
