"""Writes the JSON Schema of a record as YAML has it: numbers, days and lists as the reader takes them."""

from __future__ import annotations

from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import Any, Final

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from generators.model.alternatives import Alternatives
from generators.model.choice_words import usual_words
from generators.model.record import Record
from generators.model.scalars import Choice
from generators.reading.schemas.guides import meanings

_DAY: Final[JsonSchemaValue] = {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}


def _choice_text(kind: type[Choice]) -> str:
    words = usual_words(kind)
    return "、".join(f"{each.value} {words[each.value]}" for each in kind if each.value in words)


def _shown_default(default: object) -> object:
    """Return a default as YAML writes it; ``None`` for one that would say nothing."""
    match default:
        case bool() | int() | str():
            return str(default) if isinstance(default, Enum) else default or None
        case Decimal():
            return int(default) if default == default.to_integral_value() else float(default)
        case Fraction():
            return str(default)
        case _:
            return None


class YamlSchema(GenerateJsonSchema):
    """Generates the schema of what the reader accepts, with the words of the guides."""

    def decimal_schema(self, schema: core_schema.DecimalSchema) -> JsonSchemaValue:
        """Return a number with its bounds: in quotation marks it would be text."""
        bounds = {"ge": "minimum", "gt": "exclusiveMinimum", "le": "maximum", "lt": "exclusiveMaximum"}
        found: dict[str, Any] = {"type": "number"}
        for name, keyword in bounds.items():
            if (bound := schema.get(name)) is not None:
                found[keyword] = _shown_default(Decimal(str(bound)))
        return found

    def date_schema(self, schema: core_schema.DateSchema) -> JsonSchemaValue:  # noqa: ARG002 - pydantic's signature
        """Return the text of a day: to YAML 1.2 it is text, and most validators ignore ``format``."""
        return dict(_DAY)

    def enum_schema(self, schema: core_schema.EnumSchema) -> JsonSchemaValue:
        """Return the values with their Chinese words."""
        kind: type[Choice] = schema["cls"]
        words = usual_words(kind)
        found: dict[str, Any] = {"type": "string", "enum": [each.value for each in kind]}
        if words:
            found["enumDescriptions"] = [words.get(each.value, "") for each in kind]
            found["description"] = _choice_text(kind)
        return found

    def dict_schema(self, schema: core_schema.DictSchema) -> JsonSchemaValue:
        """Return a mapping whose keys all have to fit: pydantic would leave others unjudged."""
        keys = self.generate_inner(schema["keys_schema"])
        found: dict[str, Any] = {
            "type": "object",
            "propertyNames": {name: keys[name] for name in ("pattern",) if name in keys},
            "additionalProperties": self.generate_inner(schema["values_schema"]),
        }
        if "min_length" in schema:
            found["minProperties"] = schema["min_length"]
        return found

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        """Return the schema with its default if that says anything."""
        found = self.generate_inner(schema["schema"])
        default = _shown_default(schema.get("default"))
        if default is None:
            return found
        return {"allOf": [found], "default": default} if "$ref" in found else {**found, "default": default}

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        """Return the schema of a record, each field explained as its guide explains it."""
        kind: type[Record] = schema["cls"]
        found = super().model_schema(schema)
        found.pop("title", None)
        found.pop("description", None)  # the docstring, which is for programmers
        said = meanings(kind)
        for name, each in found.get("properties", {}).items():
            each.pop("title", None)
            if name in said:
                found["properties"][name] = _explained(each, said[name])
        if issubclass(kind, Alternatives):
            found |= {"minProperties": 1, "maxProperties": 1}
        return found


def _explained(schema: JsonSchemaValue, said: str) -> JsonSchemaValue:
    """Return ``schema`` with the explanation before what its choices mean."""
    choices = schema.get("description")
    words = (
        f"{said}（{choices}）"
        if choices and not all(each.split(" ")[0] in said for each in choices.split("、"))
        else said
    )
    return {**schema, "description": words}


def schema_of(kind: type[Record]) -> JsonSchemaValue:
    """Return the JSON Schema of a record of ``kind``, with what it refers to under ``$defs``."""
    return kind.model_json_schema(schema_generator=YamlSchema, ref_template="#/$defs/{model}")
