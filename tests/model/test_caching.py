"""What is cached by text is computed once, until the caches are emptied."""

from __future__ import annotations

from generators.model.caching import cached_by_text, empty_caches


def test_a_result_is_kept_until_the_caches_are_emptied() -> None:
    asked: list[str] = []

    @cached_by_text
    def length(text: str) -> int:
        asked.append(text)
        return len(text)

    assert [length("甲"), length("甲"), length("甲乙")] == [1, 1, 2]
    assert asked == ["甲", "甲乙"]
    empty_caches()
    assert length("甲") == 1
    assert asked == ["甲", "甲乙", "甲"]
