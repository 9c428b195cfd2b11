"""Readers of one file: its plain values, its record, or its records by identifier."""

from __future__ import annotations

from typing import TypeVar

from generators.model.problem_codes import problem
from generators.model.record import Place, PlacedMapping, Record
from generators.reading.front_matter import MarkdownFile, parse_page
from generators.reading.memory import read_once
from generators.reading.outcome import Outcome
from generators.reading.project_files import ProjectFile
from generators.reading.quoting import quoted
from generators.reading.source_text import read_text
from generators.reading.validation import entries, to_record
from generators.reading.yaml_source import parse_yaml

RecordRead = TypeVar("RecordRead", bound=Record)


def read_yaml(file: ProjectFile) -> Outcome[object]:
    """Return the plain values of a YAML file."""
    text = read_text(file.location, file.file)
    return Outcome(None, text.problems) if text.value is None else parse_yaml(text.value, file.file)


def read_page(file: ProjectFile) -> Outcome[MarkdownFile]:
    """Return the front matter and body of a Markdown file."""
    text = read_text(file.location, file.file)
    return Outcome(None, text.problems) if text.value is None else parse_page(text.value, file.file)


@read_once
def read_record(file: ProjectFile, kind: type[RecordRead]) -> Outcome[RecordRead]:
    """Return the record of a YAML file that contains one record of ``kind``."""
    node = read_yaml(file)
    if node.value is None:
        return Outcome(None, node.problems)
    record = to_record(node.value, kind, Place(file.file))
    return Outcome(record.value, node.problems + record.problems)


def read_mapping(file: ProjectFile) -> Outcome[PlacedMapping]:
    """Return the plain values of a YAML file that must contain one mapping; E203 otherwise."""
    node = read_yaml(file)
    if node.value is None or isinstance(node.value, PlacedMapping):
        return Outcome(node.value, node.problems)
    detail = f"整个文件应为一组“标识: 内容”，现为{quoted(node.value)}"
    return Outcome(None, (*node.problems, problem("E203", Place(file.file), detail)))


@read_once
def read_entries(file: ProjectFile, kind: type[RecordRead]) -> Outcome[dict[str, RecordRead]]:
    """Return the records of a YAML file that maps identifiers to records."""
    mapping = read_mapping(file)
    if mapping.value is None:
        return Outcome(None, mapping.problems)
    found = entries(mapping.value, kind)
    return Outcome(found.value, mapping.problems + found.problems)
