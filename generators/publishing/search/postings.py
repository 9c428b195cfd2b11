"""Postings: the leaves in which each character and each pair of neighbours is found."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from generators.publishing.search.comparable import EDGE, comparable, counted_keys, keys_of
from generators.publishing.search.leaves import Leaf

MOST_COUNTED: Final = 5
"""How often a key is counted in a leaf: more often counts the same."""

_SPACE: Final = " "
"""No searched word has one, nor a key that is looked up."""

_Lists: TypeAlias = defaultdict[str, list[int]]


@dataclass(frozen=True, slots=True)
class Postings:
    """The numbers of leaves by key, in ascending order: those with it in a text, in a title, and in a tag.

    ``often`` are those that have it twice, three times, and so on up to ``MOST_COUNTED``, in all their texts.
    """

    texts: Mapping[str, Sequence[int]]
    titles: Mapping[str, Sequence[int]]
    tags: Mapping[str, Sequence[int]]
    often: Sequence[Mapping[str, Sequence[int]]]

    @classmethod
    def of(cls, leaves: Iterable[Leaf]) -> Postings:
        """Return the postings of ``leaves``, which are numbered in their order."""
        texts, titles, tags = _Lists(list), _Lists(list), _Lists(list)
        often = [_Lists(list) for _ in range(MOST_COUNTED - 1)]
        for number, leaf in enumerate(leaves):
            text = comparable(_SPACE.join(text for _, _, text in leaf.sections))
            for key, times in counted_keys(text).items():
                texts[key].append(number)
                if times > 1:
                    often[min(times, MOST_COUNTED) - 2][key].append(number)
            for key in keys_of({_edged(title) for _, title, _ in leaf.sections}):
                titles[key].append(number)
            for key in keys_of(map(_edged, leaf.tags)) if leaf.is_first else ():
                tags[key].append(number)
        return cls(texts, titles, tags, often)

    @property
    def number(self) -> int:
        """Return how many leaves the texts' lists have together, which is nearly all that there is."""
        return sum(map(len, self.texts.values()))

    def by_shard(self, shards: int) -> Iterator[dict[str, list[list[int]]]]:
        """Yield for each of so many shards the postings of its keys: lists, without empty ones at the end.

        They are the leaves with the key in a text, in a title, in a tag, and those that have it often, all of
        them as ``gaps`` returns them.
        """
        found: list[list[str]] = [[] for _ in range(shards)]
        for key in sorted({*self.texts, *self.titles, *self.tags}):
            if _SPACE not in key:
                found[shard_of(key, shards)].append(key)
        for keys in found:
            yield {key: self._lists(key) for key in keys}

    def _lists(self, key: str) -> list[list[int]]:
        lists = [gaps(each.get(key, ())) for each in (self.texts, self.titles, self.tags, *self.often)]
        while not lists[-1]:
            lists.pop()
        return lists


def shard_of(key: str, shards: int) -> int:
    """Return the shard of ``key``; the edge of a title does not count, so that its pairs are together."""
    found = 0
    for character in key.strip(EDGE):
        found = (found * 31 + ord(character)) % 65_521
    return found % shards


def gaps(numbers: Iterable[int]) -> list[int]:
    """Return ascending numbers as how many are left out before each; -n stands for n without a gap."""
    found: list[int] = []
    run, next_one = 0, 0
    for number in numbers:
        if number == next_one:
            run += 1
        else:
            if run:
                found.append(-run)
            found.append(number - next_one)
            run = 0
        next_one = number + 1
    if run:
        found.append(-run)
    return found


def _edged(title: str) -> str:
    return f"{EDGE}{comparable(title)}{EDGE}"
