"""Values of one of several kinds: YAML writes each under a key of its own, a record holds the kind itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, get_args

from pydantic import GetCoreSchemaHandler, ValidatorFunctionWrapHandler, model_validator
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from generators.model.compact import names_of_fields, values_of_fields
from generators.model.record import Record


class Alternatives(Record):
    """A record whose fields exclude each other; none or several of them are E210."""

    @model_validator(mode="after")
    def _say_one_thing(self) -> Alternatives:
        written = [name for name in names_of_fields(type(self)) if getattr(self, name)]
        if len(written) != 1:
            names = "、".join(field.alias or name for name, field in type(self).model_fields.items())
            raise PydanticCustomError("E210", f"{names} 须写且只写一种", {})
        return self

    @property
    def chosen(self) -> str:
        """Return the name of the one field that is written."""
        for name, value in zip(names_of_fields(type(self)), values_of_fields(self), strict=True):
            if value:
                return name
        raise ValueError("nothing is written")

    @property
    def value(self) -> object:
        """Return what the one field holds."""
        value: object = getattr(self, self.chosen)
        return value


@dataclass(frozen=True, slots=True)
class WrittenAs:
    """Annotates a tagged union: ``form`` has one field for each of its types, and YAML writes one of them.

    Validation unwraps the form: the annotated field holds what stands under the key.
    """

    form: type[Alternatives]

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:  # noqa: ANN401 - a union is no type
        """Validate the form and return its one value; a value of the union itself is taken as it is."""
        kinds = get_args(source)

        def unwrapped(value: object, read: ValidatorFunctionWrapHandler) -> object:
            if isinstance(value, kinds):
                return value
            form: Alternatives = read(value)
            return form.value

        return core_schema.no_info_wrap_validator_function(unwrapped, handler.generate_schema(self.form))
