"""The catalogue of problem codes is put together from modules of codes."""

from __future__ import annotations

import importlib
import pkgutil

import pytest

from generators.model import codes
from generators.model.problem import Severity
from generators.model.problem_codes import CATALOGUE, problem
from generators.model.record import Place


def test_every_module_of_codes_is_in_the_catalogue_and_no_code_in_two() -> None:
    modules = [
        importlib.import_module(f"{codes.__name__}.{each.name}")
        for each in pkgutil.iter_modules(codes.__path__)
        if each.name != "entry"
    ]
    found = [code for module in modules for code in module.CODES]
    assert sorted(found) == sorted(CATALOGUE)
    assert len(found) == len(set(found)) > 300


def test_the_first_letter_of_a_code_is_its_severity() -> None:
    place = Place("data/site.yml", 1, 1)
    assert problem("E101", place, "太大").severity is Severity.ERROR
    assert problem("W140", place, "太早").severity is Severity.WARNING


def test_the_remedy_is_that_of_the_catalogue_unless_another_is_given() -> None:
    place = Place("data/site.yml", 1, 1)
    assert problem("E101", place, "太大").remedy == CATALOGUE["E101"].remedy
    assert problem("E101", place, "太大", "请压缩").remedy == "请压缩"


def test_an_unknown_code_is_an_error_of_the_program() -> None:
    with pytest.raises(KeyError):
        problem("E000", Place("data/site.yml", 1, 1), "")
