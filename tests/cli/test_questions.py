from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import pytest
from click.testing import CliRunner

from generators.cli.questions import OutOfAnswersError, Questions


def _wrong(answer: str) -> Iterable[str]:
    return () if answer == "right" else (f"not {answer}",)


@contextmanager
def _typed(text: str) -> Iterator[None]:
    with CliRunner().isolation(text):
        yield


def test_a_wrong_answer_on_a_terminal_is_asked_again() -> None:
    with _typed("wrong\n\nright\n"):
        assert Questions(asks_again=True).answer("what", None, _wrong) == "right"


def test_each_line_of_a_file_answers_one_question() -> None:
    with _typed("wrong\n"):
        assert Questions(asks_again=False).answer("what", None, _wrong) == "wrong"


def test_an_empty_answer_means_the_default_and_what_is_given_is_not_asked() -> None:
    with _typed("\n"):
        questions = Questions(asks_again=True)
        assert questions.answer("what", "given", _wrong) == "given"
        assert questions.answer("what", None, _wrong, "right") == "right"


def test_the_end_of_the_input_names_the_question() -> None:
    with _typed(""), pytest.raises(OutOfAnswersError, match="what"):
        Questions(asks_again=True).answer("what", None, _wrong)


@pytest.mark.parametrize(
    ("text", "is_confirmed"), [("y\n", True), ("是\n", True), ("\n", False), ("no\n", False)]
)
def test_only_yes_is_yes(text: str, is_confirmed: bool) -> None:  # noqa: FBT001 - a case
    with _typed(text):
        assert Questions(asks_again=True).confirmed("sure?") is is_confirmed
