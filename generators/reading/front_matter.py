"""Parser of Markdown with front matter: YAML between two lines of ``---``, then the body."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from generators.model.problem_codes import problem
from generators.model.record import Place
from generators.reading.outcome import Outcome
from generators.reading.yaml_source import parse_yaml

_FENCE: Final = "---"


@dataclass(frozen=True, slots=True)
class MarkdownFile:
    """The plain values of the front matter, the Markdown body, and the place at which the body begins."""

    front: object
    body: str
    place: Place


def _closing_fence(lines: list[str]) -> int | None:
    """Return the index of the line that ends the front matter, ``None`` if there is none."""
    return next((at for at, line in enumerate(lines) if at and line.rstrip() == _FENCE), None)


def parse_page(text: str, file: str) -> Outcome[MarkdownFile]:
    """Return the front matter and body of a Markdown text.

    Problems are those of :func:`parse_yaml`, with line numbers of the whole file, and E112 where the
    front matter is missing, empty or not closed.
    """
    lines = text.split("\n")
    if lines[0].rstrip() != _FENCE:
        return Outcome(None, (problem("E112", Place(file), "第一行应为 ---"),))
    end = _closing_fence(lines)
    if end is None:
        return Outcome(None, (problem("E112", Place(file), "文首信息没有用第二行 --- 结束"),))
    front_text = "\n".join(lines[1:end])
    if not front_text.strip():
        return Outcome(None, (problem("E112", Place(file, 2), "文首信息是空的"),))
    front = parse_yaml(front_text, file, first_line=2)
    if front.value is None:
        return Outcome(None, front.problems)
    page = MarkdownFile(front.value, "\n".join(lines[end + 1 :]), Place(file, end + 2))
    return Outcome(page, front.problems)
