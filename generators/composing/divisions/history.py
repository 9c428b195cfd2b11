"""The history of a division, as its page tells it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias, assert_never

from generators.composing.kit.dates import day_text
from generators.composing.kit.kinds import kind_text
from generators.composing.kit.parts import Parts
from generators.composing.kit.views import Link
from generators.languages import gettext
from generators.model.calendar import days_before
from generators.model.division import Division, DivisionEvent, DivisionStep

Sentence: TypeAlias = tuple[str | Link, ...]
"""A sentence of texts and links."""


def history_sentences(parts: Parts, division: str) -> tuple[Sentence, ...]:
    """Return what became of ``division`` by the day of the publication, as sentences: its end comes first."""
    publication = parts.publication
    found = publication.divisions[division]
    known = [each for each in found.history if each.on <= publication.as_of]
    told = sorted(known, key=lambda each: not each.event.is_end)
    sentences = [(*_sentence(parts, found, each), *_source(parts, each)) for each in told]
    absorbed = tuple(_absorbed(parts, found))
    return (*sentences, absorbed) if absorbed else tuple(sentences)


def _sentence(parts: Parts, division: Division, event: DivisionEvent) -> Sentence:
    on = day_text(event.on)
    successors = tuple(_listed(parts, division.successors))
    match event.event:
        case DivisionStep.BEGUN:
            return _beginning(parts, division, event)
        case DivisionStep.RENAMED | DivisionStep.CONVERTED | DivisionStep.MOVED:
            return _change(parts, division, event, on)
        case DivisionStep.MERGED:
            how = gettext("改设为") if _became_another(parts, division, event) else gettext("并入")
            found: Sentence = (
                gettext("已于%(on)s%(how)s", on=on, how=how),
                *successors,
                gettext("，此后不再单独统计。"),
            )
        case DivisionStep.SPLIT:
            found = (gettext("已于%(on)s拆分并入", on=on), *successors, gettext("，此后不再单独统计。"))
        case DivisionStep.ENDED:
            found = (gettext("已于%(on)s撤销，此后不再单独统计。", on=on),)
        case never:
            assert_never(never)
    return found


def _source(parts: Parts, event: DivisionEvent) -> Sentence:
    """Return the document that the event is taken from in brackets; nothing if it is not published."""
    link = parts.source_link(event.source)
    place = event.source.at or "" if event.source is not None else ""
    return (
        (
            gettext("（出处："),
            link,
            gettext("%(value)s%(place)s）", value="\u3000" if place else "", place=place),
        )
        if link.href
        else ()
    )


def _beginning(parts: Parts, division: Division, event: DivisionEvent) -> Sentence:
    on = day_text(event.on)
    origins = division.predecessors
    if not origins:
        return (gettext("%(on)s设立。", on=on),)
    return (
        gettext("%(on)s由", on=on),
        *_listed(parts, origins),
        gettext("%(manner)s。", manner=_manner(parts, division, event)),
    )


def _manner(parts: Parts, division: Division, begun: DivisionEvent) -> str:
    """Return how ``division`` was formed: of what ended that day, or of what went on without a part."""
    known = parts.publication.divisions
    ended = [name in known and not known[name].exists_on(begun.on) for name in division.predecessors]
    if not any(ended):
        return gettext("析出设立")
    if not all(ended):
        return gettext("设立")
    return gettext("合并设立") if len(ended) > 1 else gettext("改设")


def _became_another(parts: Parts, division: Division, merged: DivisionEvent) -> bool:
    """Whether ``division`` was alone what its only successor began with on the same day."""
    successors = [parts.publication.divisions.get(each) for each in division.successors]
    return [
        (each.predecessors, each.begun is not None and each.begun.on == merged.on)
        for each in successors
        if each is not None
    ] == [((division.id,), True)]


def _change(parts: Parts, division: Division, event: DivisionEvent, on: str) -> Sentence:
    """Return everything that changed: 于…由某县划归某县，由乡改设为镇，曾用名某乡."""
    before, after = division.on(days_before(event.on, 1)), division.on(event.on)
    pieces: list[str | Link] = [on]
    if before.within != after.within and before.within is not None and after.within is not None:
        pieces += [
            gettext("由"),
            parts.division_link(before.within),
            gettext("划归"),
            parts.division_link(after.within),
            gettext("，"),
        ]
    if kind_text(before) != kind_text(after):
        pieces.append(
            gettext("由%(before)s改设为%(after)s，", before=kind_text(before), after=kind_text(after))
        )
    if before.name != after.name:
        pieces.append(gettext("更名为%(name)s，曾用名%(name2)s，", name=after.name, name2=before.name))
    *others, last = pieces
    return (*others, gettext("%(last)s。", last=last[:-1])) if isinstance(last, str) else tuple(pieces)


def _listed(parts: Parts, divisions: Iterable[str]) -> Iterator[str | Link]:
    for at, each in enumerate(divisions):
        if at:
            yield gettext("、")
        yield parts.division_link(each)


def _absorbed(parts: Parts, division: Division) -> Iterator[str | Link]:
    """Yield what became part of ``division``, except what it was formed of, as its beginning tells."""
    begun = division.begun.on if division.begun is not None else None
    found = [
        each
        for each in parts.publication.absorbed.get(division.id, ())
        if each.id not in division.predecessors or each.end is None or each.end.on != begun
    ]
    for at, each in enumerate(found):
        on = day_text(each.end.on) if each.end is not None else ""
        how = gettext("并入这里") if len(each.successors) == 1 else gettext("拆分，部分划入这里")
        yield parts.division_link(each.id)
        yield gettext(
            "于%(on)s%(how)s%(value)s",
            on=on,
            how=how,
            value=gettext("，") if at + 1 < len(found) else gettext("。"),
        )
