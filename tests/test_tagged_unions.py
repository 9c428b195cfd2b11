"""Kinds are told apart by matches that name every kind, so that mypy finds each place a new one must fill."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any, Final, get_args, get_origin

import pytest

import generators
from generators.model.alternatives import Alternatives
from generators.model.bounds import Bound, Places
from generators.model.commitment import CommitmentHappening
from generators.model.computed import Computed, ComputedForm
from generators.model.consequence import Trigger, TriggerForm
from generators.model.ladder import ChecklistCriterion, LadderRule
from generators.model.ledger import ProblemHappening
from generators.model.record import Record
from generators.model.scheme import Component, Goalposts, Normalisation, NormalisationForm, ScoreStep, Steps
from generators.results.consequences import Ground
from generators.results.facts import Fact

ROOT: Final = Path(generators.__file__).parent
UNIONS: Final[tuple[Any, ...]] = (
    Trigger,
    Computed,
    Normalisation,
    LadderRule,
    ChecklistCriterion,
    Bound,
    Places,
    ProblemHappening,
    CommitmentHappening,
    Ground,
    Fact,
)
KINDS: Final = frozenset((get_origin(kind) or kind).__name__ for union in UNIONS for kind in get_args(union))


def _modules() -> dict[Path, ast.Module]:
    return {path: ast.parse(path.read_text(encoding="utf-8")) for path in sorted(ROOT.rglob("*.py"))}


@pytest.fixture(scope="module")
def modules() -> dict[Path, ast.Module]:
    return _modules()


def _enums(modules: dict[Path, ast.Module]) -> frozenset[str]:
    return frozenset(
        node.name
        for module in modules.values()
        for node in ast.walk(module)
        if isinstance(node, ast.ClassDef)
        and any(
            isinstance(base, ast.Name) and base.id in {"Choice", "Enum", "StrEnum"} for base in node.bases
        )
    )


def _kinds_told_apart(match: ast.Match, enums: frozenset[str]) -> Iterator[str]:
    """Yield the kinds of the unions and the members of enumerations that the patterns of a match name."""
    for case in match.cases:
        for pattern in ast.walk(case.pattern):
            match pattern:
                case ast.MatchClass(cls=ast.Name(id=name)) if name in KINDS:
                    yield name
                case ast.MatchValue(value=ast.Attribute(value=ast.Name(id=name))) if name in enums:
                    yield name


def _is_exhaustive(match: ast.Match) -> bool:
    """Whether the last case says that nothing is left."""
    last = match.cases[-1]
    return ast.unparse(last) == "case never:\n    assert_never(never)"


def test_every_match_on_kinds_says_that_none_is_left(modules: dict[Path, ast.Module]) -> None:
    enums = _enums(modules)
    matches = [
        (path, node)
        for path, module in modules.items()
        for node in ast.walk(module)
        if isinstance(node, ast.Match) and any(_kinds_told_apart(node, enums))
    ]
    assert {name for _, node in matches for name in _kinds_told_apart(node, enums)} >= KINDS
    assert [f"{path}:{node.lineno}" for path, node in matches if not _is_exhaustive(node)] == []


def test_no_kind_is_asked_for_by_isinstance(modules: dict[Path, ast.Module]) -> None:
    asked = [
        f"{path}:{node.lineno}"
        for path, module in modules.items()
        for node in ast.walk(module)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "isinstance"
        and KINDS & {each.id for each in ast.walk(node.args[1]) if isinstance(each, ast.Name)}
    ]
    assert asked == []


@pytest.mark.parametrize(
    ("union", "form"), [(Trigger, TriggerForm), (Computed, ComputedForm), (Normalisation, NormalisationForm)]
)
def test_yaml_has_a_key_for_every_kind_and_no_other(union: Any, form: type[Alternatives]) -> None:  # noqa: ANN401 - a union is no type
    kinds = get_args(union)
    tags = {kind.tag for kind in kinds if issubclass(kind, Record)}
    choices = {kind for kind in kinds if not issubclass(kind, Record)}
    keys = {name for name, field in form.model_fields.items() if choices & set(get_args(field.annotation))}
    assert tags | keys == set(form.model_fields)
    assert len(kinds) == len(form.model_fields)


def test_a_kind_made_in_python_is_taken_as_it_is() -> None:
    posts = Goalposts(low=Decimal(0), high=Decimal(1))
    part = Component(name="项", weight=Decimal(1), indicator="a", normalise=posts)
    assert part.normalise is posts


def test_what_yaml_writes_under_a_key_becomes_its_kind() -> None:
    steps = {"steps": [{"at-least": 1, "score": 100}]}
    part = Component.model_validate({"name": "项", "weight": 1, "indicator": "a", "normalise": steps})
    assert part.normalise == Steps(steps=(ScoreStep(at_least=Decimal(1), score=Decimal(100)),))
