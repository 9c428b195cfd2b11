"""The record of a closing, and of a period's being opened again."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Final

from generators.checking.kit.wording import near_miss
from generators.checking.personal_data import findings
from generators.disclosing.closings import public_figures
from generators.drafting.errors import DraftError
from generators.measuring.closings.reckoning import disclosures_digest, reckoned
from generators.measuring.facts import closing_of
from generators.model.closing import (
    NOTHING_BEFORE,
    ClosedRecord,
    Closing,
    ClosingStep,
    file_of,
    periods_in_force,
)
from generators.model.closing_lines import Content
from generators.model.dataset import Dataset
from generators.model.period import Period, stated_period
from generators.model.programme import Programme
from generators.reading.quoting import quoted

_SALT_BYTES: Final = 32

Salt = Callable[[], str]
"""Returns a new secret text."""


def secret_salt() -> str:
    """Return 32 random bytes as text: so many that trying all of them is hopeless."""
    return secrets.token_hex(_SALT_BYTES)


@dataclass(frozen=True, slots=True)
class ClosingWanted:
    """What is to be closed, by whom and on which day; without ``by`` by the programme's office."""

    programme: str
    period: str
    by: str
    on: date


@dataclass(frozen=True, slots=True)
class Program:
    """The program that computes: its version, and the digest of its code."""

    version: str
    methods: str


def closing_record(
    dataset: Dataset, wanted: ClosingWanted, program: Program, salt: Salt = secret_salt
) -> ClosedRecord:
    """Return the record that closes a period, as the next link of the chain.

    Raises :class:`DraftError` if the period is not over, still open for reports, or closed already.
    """
    programme = _programme(dataset, wanted.programme)
    period = _period(wanted.period)
    until = closing_of(dataset, programme.id, period)
    _refuse_early(dataset, wanted.on)
    known = min(wanted.on, programme.observed_until or wanted.on)
    if period.end is not None and period.end > known:
        raise DraftError(f"{period.text} 还没有过完，或在该项工作的数据（到 {known}）之后，不能结账")
    if until > wanted.on:
        raise DraftError(f"{period.text} 的报送到 {until} 才截止，在那以后才能结账")
    closed = _closed(dataset, programme.id, period)
    if closed is not None:
        said = f"{programme.name}的 {period.text} 已于 {closed.closing.on} 结账，没有改动"
        raise DraftError(f"{said}；要重算先用 tongbao reopen")
    _refuse_personal_data(wanted.by)
    closing = Closing(
        programme=programme.id,
        period=period,
        step=ClosingStep.CLOSED,
        on=wanted.on,
        by=wanted.by or programme.office,
        until=until,
        version=program.version,
        methods=program.methods,
    )
    found = reckoned(dataset, closing)
    if not found.figures:
        raise DraftError(f"{programme.name}在 {period.text} 没有任何数可以结账")
    content = Content(
        closing=closing,
        is_public=dataset.public.programme(programme.id),
        salts=(salt(), salt()),
        figures={key: each.says for key, each in found.figures.items()},
        public=public_figures(dataset, found.figures),
        inputs={key: each.digest for key, each in found.inputs.items()},
        disclosures=disclosures_digest(found.inputs),
    )
    return _linked(dataset, content)


def reopening_record(
    dataset: Dataset, wanted: ClosingWanted, reason: str, salt: Salt = secret_salt
) -> ClosedRecord:
    """Return the record that opens a closed period again; raises :class:`DraftError` if it is open."""
    programme = _programme(dataset, wanted.programme)
    period = _period(wanted.period)
    _refuse_early(dataset, wanted.on)
    if _closed(dataset, programme.id, period) is None:
        raise DraftError(f"{programme.name}的 {period.text} 没有结账，不必重开")
    _refuse_personal_data(wanted.by, reason)
    closing = Closing(
        programme=programme.id,
        period=period,
        step=ClosingStep.REOPENED,
        on=wanted.on,
        by=wanted.by or programme.office,
        reason=reason,
    )
    is_public = dataset.public.programme(programme.id)
    return _linked(dataset, Content(closing, is_public, (salt(), salt()), {}, frozenset(), {}, ""))


def file_of_next(dataset: Dataset, closing: Closing) -> str:
    """Return the path of the next record of a period."""
    same = [
        each
        for each in dataset.closed
        if (each.closing.programme, each.closing.period.text) == (closing.programme, closing.period.text)
    ]
    return file_of(closing, len(same) + 1)


def _linked(dataset: Dataset, content: Content) -> ClosedRecord:
    last = dataset.closed[-1].link if dataset.closed else None
    number, previous = (1, NOTHING_BEFORE) if last is None else (last.number + 1, last.digest)
    return content.linked(number, previous, file_of_next(dataset, content.closing))


def _programme(dataset: Dataset, name: str) -> Programme:
    if name not in dataset.programmes:
        raise DraftError(f"没有工作{quoted(name)}{near_miss(name, dataset.programmes)}")
    return dataset.programmes[name]


def _period(text: str) -> Period:
    period = stated_period(text)
    if period is None or "/" in text:
        raise DraftError(f"{quoted(text)}不是期间，可写 2026-W40、2026-09、2026-Q3、2026-H1、2026")
    return period


def _refuse_early(dataset: Dataset, day: date) -> None:
    if dataset.closed and day < dataset.closed[-1].closing.on:
        raise DraftError(f"上一次结账是 {dataset.closed[-1].closing.on}，这一次不能写 {day}")


def _refuse_personal_data(*texts: str) -> None:
    """Raise :class:`DraftError` for personal data: a link of the chain stays for ever."""
    for text in texts:
        for found in findings(text):
            raise DraftError(f"{quoted(found.masked)}像是个人信息：结账以后改不了，请写科室或职务")


def _closed(dataset: Dataset, programme: str, period: Period) -> ClosedRecord | None:
    """Return the record by which a period is closed now, ``None`` if it is open."""
    return next(
        (
            each
            for each in periods_in_force(dataset.closed)
            if (each.closing.programme, each.closing.period.text) == (programme, period.text)
        ),
        None,
    )
