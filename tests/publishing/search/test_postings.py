from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generators.publishing.search.comparable import comparable, keys_of
from generators.publishing.search.leaves import Leaf
from generators.publishing.search.postings import Postings, gaps, shard_of


def _numbers(found: list[int]) -> list[int]:
    """Return the numbers that ``gaps`` wrote as ``found``, as the script reads them."""
    numbers: list[int] = []
    following = 0
    for gap in found:
        following += max(gap, 0)
        for _ in range(max(1, -gap)):
            numbers.append(following)
            following += 1
    return numbers


def _leaf(text: str, title: str = "题", *tags: str) -> Leaf:
    return Leaf("x/", title, tags, {}, [("", title, text)], is_first=True)


@pytest.mark.parametrize(
    ("numbers", "written"),
    [([], []), ([0], [-1]), ([3], [3]), ([0, 1, 2, 5, 6], [-3, 2, -1]), ([1, 3, 5], [1, 1, 1])],
)
def test_numbers_are_written_as_gaps(numbers: list[int], written: list[int]) -> None:
    assert gaps(numbers) == written


@given(st.sets(st.integers(0, 300)).map(sorted))
def test_gaps_are_read_as_they_were(numbers: list[int]) -> None:
    assert _numbers(gaps(numbers)) == numbers


@given(st.lists(st.text("村镇１+a A", max_size=12), max_size=6), st.integers(1, 4))
def test_each_key_leads_to_all_leaves_that_have_it_and_no_other(texts: list[str], shards: int) -> None:
    found = list(Postings.of([_leaf(" ".join(text.split())) for text in texts]).by_shard(shards))
    assert len(found) == shards
    keys = {key for text in texts for word in text.split() for key in keys_of([comparable(word)])}
    for key in keys:
        (texts_with_it, *_) = found[shard_of(key, shards)][key]
        words = [comparable(text).split() for text in texts]
        having = [at for at, each in enumerate(words) if any(key in word for word in each)]
        assert _numbers(texts_with_it) == having
    assert not any(" " in key for shard in found for key in shard)


def test_titles_and_tags_are_apart_with_their_edges_and_what_is_often_there() -> None:
    (found,) = Postings.of([_leaf("整改 整改 整改", "督查"), _leaf("整改", "双整", "整改")]).by_shard(1)
    assert found["整改"] == [[-2], [], [1], [], [-1]]
    assert found["督查"] == [[], [-1]]
    assert found["\n督"] == [[], [-1]]
    assert found["查\n"] == [[], [-1]]
    assert found["\n整"] == [[], [], [1]]


def test_the_edges_of_a_title_are_in_the_shard_of_its_character() -> None:
    assert shard_of("\n村", 64) == shard_of("村\n", 64) == shard_of("村", 64) == ord("村") % 65_521 % 64


def test_further_parts_of_a_page_do_not_have_its_tags_again() -> None:
    further: Any = Leaf("x/", "题", ["标签"], {}, [("", "题", "文")], is_first=False)
    (found,) = Postings.of([further]).by_shard(1)
    assert "标签" not in found
