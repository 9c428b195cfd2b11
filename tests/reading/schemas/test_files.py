from __future__ import annotations

import datetime
import json
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

import pytest
from jsonschema import Draft202012Validator

from generators.model.record import Record
from generators.reading.data_files import read_page, read_yaml
from generators.reading.layout import Purpose, by_purpose
from generators.reading.project_files import ProjectFile, project_files
from generators.reading.schemas.files import FILE_KINDS, file_schema, schema_texts
from generators.reading.yaml_source import parse_yaml
from tests.build.project import FIXTURES, ROOT

PROJECTS: Final = (ROOT, ROOT / "examples/shili", FIXTURES / "minimal")
NO_EXAMPLE: Final = frozenset({Purpose.ALLOWED, Purpose.IMPORT})
"""What no project has a file of: none has anything to allow, and none is kept in spreadsheets."""


def _files(project: Path) -> dict[Purpose, tuple[ProjectFile, ...]]:
    return by_purpose(project_files(project, "data")[0] + project_files(project, "content")[0])


def _as_editors_read_it(value: object) -> Any:  # noqa: ANN401 - plain values of any type
    """Return a value of the reader as YAML 1.2 has it: no days, no exact numbers."""
    match value:
        case dict():
            return {key: _as_editors_read_it(each) for key, each in value.items()}
        case list():
            return [_as_editors_read_it(each) for each in value]
        case Decimal():
            return float(value)
        case datetime.date():
            return value.isoformat()
        case _:
            return value


def _content(file: ProjectFile) -> Any:  # noqa: ANN401 - the same
    if not file.file.endswith(".md"):
        return _as_editors_read_it(read_yaml(file).value)
    page = read_page(file).value
    assert page is not None
    return _as_editors_read_it(page.front)


@pytest.mark.parametrize("purpose", FILE_KINDS, ids=lambda purpose: purpose.name)
def test_every_file_of_the_projects_fits_its_schema(purpose: Purpose) -> None:
    validator = Draft202012Validator(file_schema(purpose))
    files = [file for project in PROJECTS for file in _files(project)[purpose]]
    assert files or purpose in NO_EXAMPLE
    for file in files:
        assert [error.message for error in validator.iter_errors(_content(file))] == [], file.file


def test_every_purpose_that_has_fields_has_a_schema() -> None:
    assert set(Purpose) - set(FILE_KINDS) == {
        Purpose.ATTACHMENT,
        Purpose.BORDERS,  # GeoJSON, which has a schema of its own
        Purpose.CLOSED,  # the program alone writes it, in lines that it knows byte by byte
        Purpose.MISPLACED,
    }


@pytest.mark.parametrize("name", schema_texts())
def test_a_schema_is_valid_and_speaks_chinese(name: str) -> None:
    schema = json.loads(schema_texts()[name])
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    texts = [*_under(schema, "title"), *_under(schema, "description")]
    assert [text for text in texts if isinstance(text, str) and text.isascii()] == []


def _under(node: object, key: str) -> Iterator[object]:
    """Yield what stands under ``key`` anywhere, but for fields of that name."""
    if isinstance(node, dict):
        for name, value in node.items():
            if name == "properties":
                for each in value.values():
                    yield from _under(each, key)
            elif name == key:
                yield value
            else:
                yield from _under(value, key)
    elif isinstance(node, list):
        for each in node:
            yield from _under(each, key)


def _records(kind: type[Record]) -> Iterator[type[Record]]:
    for each in kind.__subclasses__():
        yield each
        yield from _records(each)


def test_each_record_in_a_schema_has_the_fields_of_the_model() -> None:
    kinds = {each.__name__: each for each in _records(Record)}
    compared = 0
    for text in schema_texts().values():
        for name, schema in json.loads(text).get("$defs", {}).items():
            if name not in kinds:
                continue
            fields = kinds[name].model_fields
            assert set(schema["properties"]) == {field.alias or key for key, field in fields.items()}
            required = {field.alias or key for key, field in fields.items() if field.is_required()}
            assert set(schema.get("required", ())) == required
            assert schema["additionalProperties"] is False
            compared += 1
    assert compared > len(kinds) / 2


PROGRAMME: Final = """\
id: clear-stream
name: “清溪”行动
short_name: 清溪
owner: yunxi
office: 云溪县示例办公室
summary: 概括。
sources: [plan]
indicators:
  patrols: {name: 巡溪次数, measure: 次, kind: flow}
"""
TOWNSHIP: Final = """\
name: 东桥镇
kind: town
targets:
  - {indicator: clear-stream/patrols, value: 8, from: 2024-01-01, by: 2025-12-31}
reports:
  - period: 2024-Q1
    values: {clear-stream/patrols: 24}
"""
PROBLEMS: Final = """\
litter:
  programme: clear-stream
  title: 溪岸堆放建筑垃圾
  events:
    - found: {on: 2024-03-04, by: 县巡查组}
"""
MISTAKES: Final = {
    "a misspelt field": (Purpose.PROGRAMME, PROGRAMME, "office:", "ofice:"),
    "a missing field": (Purpose.PROGRAMME, PROGRAMME, "office: 云溪县示例办公室\n", ""),
    "a kind in Chinese": (Purpose.PROGRAMME, PROGRAMME, "kind: flow", "kind: 当期"),
    "an id with capitals": (Purpose.PROGRAMME, PROGRAMME, "id: clear-stream", "id: Clear-Stream"),
    "a text for a list": (Purpose.PROGRAMME, PROGRAMME, "sources: [plan]", "sources: plan"),
    "an empty list of sources": (Purpose.PROGRAMME, PROGRAMME, "[plan]", "[]"),
    "a number in quotation marks": (Purpose.TOWNSHIP, TOWNSHIP, "value: 8", "value: '8'"),
    "a date in slashes": (Purpose.TOWNSHIP, TOWNSHIP, "from: 2024-01-01", "from: 2024/1/1"),
    "a quarter that there is not": (Purpose.TOWNSHIP, TOWNSHIP, "2024-Q1", "2024-Q5"),
    "a report of nothing": (Purpose.TOWNSHIP, TOWNSHIP, "{clear-stream/patrols: 24}", "{}"),
    "two kinds of value": (Purpose.TOWNSHIP, TOWNSHIP, "24", "{value: 24, not_applicable: 无此项}"),
    "an unknown kind of township": (Purpose.TOWNSHIP, TOWNSHIP, "kind: town", "kind: village-town"),
    "two steps in one event": (
        Purpose.TOWNSHIP_PROBLEMS,
        PROBLEMS,
        "县巡查组}",
        "县巡查组}\n      rectified: {on: 2024-04-08}",
    ),
    "a key with a space": (Purpose.TOWNSHIP_PROBLEMS, PROBLEMS, "litter:", "bank litter:"),
}


@pytest.mark.parametrize(("purpose", "text", "right", "wrong"), MISTAKES.values(), ids=list(MISTAKES))
def test_a_typical_mistake_is_refused(purpose: Purpose, text: str, right: str, wrong: str) -> None:
    validator = Draft202012Validator(file_schema(purpose))
    fits: Callable[[str], bool] = lambda each: validator.is_valid(  # noqa: E731 - used twice below
        _as_editors_read_it(parse_yaml(each, "x.yml").value)
    )
    assert right in text
    assert fits(text)
    assert not fits(text.replace(right, wrong, 1))


def test_choices_are_explained_in_chinese() -> None:
    kind = file_schema(Purpose.PROGRAMME)["$defs"]["Indicator"]["properties"]["kind"]
    assert dict(zip(kind["enum"], kind["enumDescriptions"], strict=True))["flow"] == "当期"
    assert kind["description"].startswith("类型，见下表（cumulative 累计、")
