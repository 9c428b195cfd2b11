"""Records of which exactly one field is written: one of several ways to say the same kind of thing."""

from __future__ import annotations

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from generators.model.record import Record


class Alternatives(Record):
    """A record whose fields exclude each other; none or several of them are E210."""

    @model_validator(mode="after")
    def _say_one_thing(self) -> Alternatives:
        written = [name for name in type(self).model_fields if getattr(self, name)]
        if len(written) != 1:
            names = "、".join(field.alias or name for name, field in type(self).model_fields.items())
            raise PydanticCustomError("E210", f"{names} 须写且只写一种", {})
        return self

    @property
    def chosen(self) -> str:
        """Return the name of the one field that is written."""
        return next(name for name in type(self).model_fields if getattr(self, name))
