"""Changes of townships: one renamed, one converted (撤乡设镇), one formed of another merged into it."""

from __future__ import annotations

from typing import Final

from examples.fictional_county import situations
from examples.fictional_county.places import Township
from examples.fictional_county.yaml_text import Node

_FORMER_NAME: Final = "上{}"
_KIND_WORD_LENGTHS: Final = {"subdistrict": 2, "town": 1, "township": 1}


def history_of(township: Township) -> list[Node]:
    """Return the history of a township as ``township.yml`` has it, empty for most."""
    match township.number:
        case situations.RENAMED:
            was: Node = {"name": _FORMER_NAME.format(township.name)}
            return [{"on": situations.RENAMED_ON, "event": "renamed", "was": was}]
        case situations.CONVERTED:
            was = {"name": f"{_bare_name(township)}乡", "kind": "township"}
            return [{"on": situations.CONVERTED_ON, "event": "converted", "was": was}]
        case situations.NEWCOMER:
            return [{"on": situations.FORMED_ON, "event": "begun", "out_of": [_former_slug(township)]}]
        case _:
            return []


def former_township(township: Township) -> tuple[str, Node] | None:
    """Return the id and ``township.yml`` of the township that was merged into this one, if one was."""
    if township.number != situations.NEWCOMER:
        return None
    merged: Node = {"on": situations.FORMED_ON, "event": "merged", "into": [township.slug]}
    own: Node = {"name": f"{_bare_name(township)}乡", "kind": "township", "history": [merged]}
    return _former_id(township), own


def village_history(township: Township) -> list[Node]:
    """Return the history that all villages of a township share, empty for most."""
    if township.number != situations.NEWCOMER:
        return []
    return [{"on": situations.FORMED_ON, "event": "begun"}]


def official_order(townships: tuple[Township, ...], ranked: list[str]) -> list[str]:
    """Return the folders of ``townships`` as ranked, those of former townships last."""
    return [*ranked, *(_former_slug(each) for each in townships if each.number == situations.NEWCOMER)]


def _bare_name(township: Township) -> str:
    return township.name[: -_KIND_WORD_LENGTHS[township.kind]]


def _former_slug(township: Township) -> str:
    return f"{township.slug}-xiang"


def _former_id(township: Township) -> str:
    return f"{township.id}-xiang"
