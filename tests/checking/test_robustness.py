"""Whatever stands in a project's files: problems, never an exception."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Final

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generators.checking.kit.following import causes_first
from generators.model.problem_codes import CATALOGUE
from generators.pipeline import examine
from tests.build.figures import CORRECTIONS
from tests.build.project import FIXTURES, FIXTURES_DAY
from tests.running import problems_of

MINIMAL: Final = FIXTURES / "minimal"
FILES: Final = sorted(
    [path.relative_to(MINIMAL).as_posix() for path in MINIMAL.rglob("*") if path.is_file()]
    + [CORRECTIONS, "content/about.md", "content/files/map.svg"]
)
ALIAS_BOMB: Final = "a: &a [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{name}: &{name} [{', '.join([f'*{before}'] * 10)}]\n"
    for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)
TERRIBLE: Final = {
    "empty": b"",
    "blank": b"\n \n",
    "random": bytes(range(256)) * 8,
    "huge": b"# 0123456789\n" * (10 * 1024 * 1024 // 13),
    "bomb": ALIAS_BOMB.encode(),
    "bomb-in-front": f"---\n{ALIAS_BOMB}---\n\n文字\n".encode(),
    "deep": b"[" * 100_000,
    "gbk": "名称: 通报\n".encode("gbk"),
    "list": b"- 1\n- 2\n",
    "number": b"12\n",
    "calls": "---\ntitle: 一\n---\n{{ value( }} {% for %} {{ {# }}".encode(),
}
#: Words of the schema, so that the fuzz reaches the checks and does not end at the reader.
WORDS: Final = (
    "id name kind within indicator value numerator denominator period on source document at targets "
    "reports values yunxi yunxi/east-bridge clear-stream clear-stream/streams clear-stream/pass-rate plan "
    "true false null 0 -1 1.5 2024 2024-Q1 unstated 2024-01-01 2030-01-01 { } [ ] : - , & * ! | > # ' \" 村 "
    "{{ }} value( %"
)
TOKENS: Final = st.sampled_from([*WORDS.split(), "\n", "\t", "  "])


@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize("content", TERRIBLE)
def test_a_terrible_file_gives_a_message(minimal_project: Path, file: str, content: str) -> None:
    (minimal_project / file).parent.mkdir(parents=True, exist_ok=True)
    (minimal_project / file).write_bytes(TERRIBLE[content])
    problems = problems_of(minimal_project)
    assert file in {problem.place.file for problem in problems}
    assert {problem.code for problem in problems} <= CATALOGUE.keys()


@pytest.fixture(scope="module")
def shared_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(shutil.copytree(MINIMAL, tmp_path_factory.mktemp("fuzz") / "project"))


def _examined_with(project: Path, file: str, content: bytes) -> None:
    path = project / file
    original = path.read_bytes() if path.exists() else None
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    try:
        problems = examine(project, FIXTURES_DAY).problems
        assert problems == causes_first(problems)
        assert {problem.code for problem in problems} <= CATALOGUE.keys()
    finally:
        if original is None:
            path.unlink()
        else:
            path.write_bytes(original)


FUZZ: Final = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@FUZZ
@given(file=st.sampled_from(FILES), content=st.binary(max_size=400))
def test_random_bytes_raise_nothing(shared_project: Path, file: str, content: bytes) -> None:
    _examined_with(shared_project, file, content)


@FUZZ
@given(file=st.sampled_from(FILES), tokens=st.lists(TOKENS, max_size=60))
def test_random_words_raise_nothing(shared_project: Path, file: str, tokens: list[str]) -> None:
    _examined_with(shared_project, file, " ".join(tokens).encode())


@FUZZ
@given(data=st.data())
def test_a_sound_file_with_one_change_raises_nothing(shared_project: Path, data: st.DataObject) -> None:
    file = data.draw(st.sampled_from([name for name in FILES if (MINIMAL / name).exists()]))
    text = (MINIMAL / file).read_text(encoding="utf-8")
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 12)))
    changed = text[:start] + data.draw(TOKENS) + text[end:]
    _examined_with(shared_project, file, changed.encode())
