"""红榜、黑榜: at least one place each, no more places than divisions, public only with their ranking."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generators.checking.kit.context import Context
from generators.checking.kit.wording import named
from generators.model.problem import Problem
from generators.model.problem_codes import problem
from generators.model.programme import Programme
from generators.model.record import Place
from generators.model.scheme import Scheme, SchemeVersion


@dataclass(frozen=True, slots=True)
class _Version:
    """A version with its scheme and programme."""

    programme: Programme
    scheme: Scheme
    version: SchemeVersion

    def places(self) -> Iterator[tuple[str, str, int, Place]]:
        """Yield (name, field, number of places, place in the file) of each list."""
        red, black = self.version.red_list, self.version.black_list
        if red is not None:
            yield "红榜", "first", red.first, red.place("first")
        if black is not None:
            yield "黑榜", "last", black.last, black.place("last")


def _versions(context: Context) -> Iterator[_Version]:
    for programme in context.dataset.programmes.values():
        for scheme in programme.schemes.values():
            for version in scheme.versions:
                yield _Version(programme, scheme, version)


def impossible_lists(context: Context) -> Iterator[Problem]:
    """A list has at least one place."""
    for each in _versions(context):
        fastest = each.version.fastest_list
        more = () if fastest is None else (("进步最快", "first", fastest.first, fastest.place("first")),)
        for name, field, number, place in (*each.places(), *more):
            if number < 1:
                yield problem(
                    "E475", place, f"{named(each.scheme.name)}的{name}：{field}: {number} 应不小于1"
                )


def oversized_lists(context: Context) -> Iterator[Problem]:
    """Both lists together have no more places than there are divisions to rank."""
    for each in _versions(context):
        places = list(each.places())
        wanted = sum(number for _, _, number, _ in places)
        ranked = len(context.dataset.members(each.programme.owner, each.scheme.level))
        if places and 0 < ranked < wanted:
            what = "和".join(f"{name}{number}个" for name, _, number, _ in places)
            detail = f"{named(each.scheme.name)}的{what}，参加排名的单位只有{ranked}个"
            yield problem("E476", places[-1][-1], detail)


def public_lists_of_internal_schemes(context: Context) -> Iterator[Problem]:
    """A public black list belongs to a public scheme."""
    for each in _versions(context):
        black = each.version.black_list
        if black is None or not context.public.shows(black):
            continue
        if not context.public.shows(each.programme, each.scheme):
            detail = (
                f"{named(each.scheme.name)}的黑榜写了 disclosure: public，这个办法或它所属的工作却是内部的"
            )
            yield problem("E477", black.place("disclosure"), detail)
