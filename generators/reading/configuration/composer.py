"""Composes the values of ``mkdocs.yml``: as those of data files, with the tags that MkDocs' users need."""

from __future__ import annotations

from typing import Any, ClassVar, Final

import yaml

from generators.model.record import PlacedList, PlacedMapping
from generators.reading.configuration.scalars import CORE_TAGS, scalar_of
from generators.reading.configuration.tags import (
    ENVIRONMENT,
    RELATIVE,
    Relative,
    environment_value,
    named_function,
    shown_tag,
)
from generators.reading.yaml_scalars import UNREADABLE, Refusal, Unreadable
from generators.reading.yaml_source import Composer, Event

_COLLECTIONS: Final = {"tag:yaml.org,2002:map": PlacedMapping, "tag:yaml.org,2002:seq": PlacedList}
_RELATIVE_TO: Final = ("$config_dir", "$docs_dir")


class ConfigurationComposer(Composer):
    """Accepts merge keys, the words of YAML 1.1, ``!ENV``, ``!relative`` and the names on the allow-list."""

    parser: ClassVar[Any] = yaml.SafeLoader  # as MkDocs: LibYAML accepts some texts that this one refuses
    merges: ClassVar[bool] = True

    def scalar(self, text: str) -> object:
        """Return the value of ``text`` as YAML 1.1 has it."""
        return scalar_of(text)

    def tagged(self, event: Event, value: object) -> object:
        """Return what ``value`` means with its tag; E116 is reported for a tag that is not allowed."""
        if isinstance(value, Unreadable):
            return value
        meaning = _meaning(event, value)
        if isinstance(meaning, Refusal):
            self.report(meaning.code, event, meaning.detail)
            return UNREADABLE
        return meaning


def _meaning(event: Event, value: object) -> object | Refusal:
    tag: str = event.tag
    function = named_function(tag, value)
    meaning: object | Refusal = Refusal("E116", f"不允许标签 {shown_tag(tag)}")
    if function is not None:
        meaning = Refusal("E116", function) if isinstance(function, str) else function
    elif tag == "!" or (tag in _COLLECTIONS and isinstance(value, _COLLECTIONS[tag])):
        meaning = value
    elif tag in CORE_TAGS and isinstance(event, yaml.ScalarEvent):
        meaning = scalar_of(str(value), tag)
    elif tag == ENVIRONMENT and not isinstance(value, PlacedMapping):
        meaning = environment_value(value)
    elif tag == RELATIVE and isinstance(value, str):
        meaning = Relative(value)
        if value and value.split("/")[0] not in _RELATIVE_TO:
            meaning = Refusal("E116", f"!relative 后面不写，或以 {'、'.join(_RELATIVE_TO)} 开头")
    return meaning
