"""How the latest run went, for the maintainer, for programs, and for Prometheus."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field, fields, replace
from datetime import datetime
from enum import StrEnum
from typing import Any, Final

from generators.clock import CHINA
from generators.diagnostics import render_json
from generators.model.problem import Problem, Severity
from generators.model.problem_codes import problem
from generators.model.record import Place
from generators.releasing.atomic import replace_file
from generators.releasing.layout import Kept, ServedFolder
from generators.releasing.stored_json import AlteredError, StoredObject
from generators.system_errors import reason_of

_MODE: Final = 0o640
"""Problems tell of internal records: not everybody on the machine reads them."""

_TEXTS_OF_PROBLEM: Final = ("file", "code", "severity", "title", "detail", "remedy")
_NUMBERS_OF_PROBLEM: Final = ("line", "column")


class State(StrEnum):
    """How a run went; one that is killed stays ``running``."""

    RUNNING = "running"
    DONE = "done"
    UNCHANGED = "unchanged"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Failure:
    """A run that failed: when, why in Chinese, and its problems as ``diagnostics.render_json`` lists them."""

    at: str
    reason: str
    problems: tuple[dict[str, Any], ...] = ()


@dataclass(frozen=True, slots=True)
class Status:
    """The latest run of a command, and what outlasts it: the latest success and the latest failure.

    Moments are texts of ISO 8601 in China's time, seconds those that the run took. ``warnings`` and
    ``errors`` are the numbers of its problems. ``unread`` is set, and not written, if there was another
    status that could not be read.
    """

    command: str = ""
    state: State = State.RUNNING
    started: str = ""
    seconds: float | None = None
    warnings: int = 0
    errors: int = 0
    last_success: str | None = None
    last_failure: Failure | None = None
    release: dict[str, Any] | None = field(default=None)
    releases: int = 0
    unread: Problem | None = field(default=None, compare=False)

    @classmethod
    def of(cls, served: ServedFolder) -> Status:
        """Return the status that was written last; an empty one if there is none that can be read.

        ``unread`` then has a W170, unless there is no file.
        """
        try:
            return cls._stored(StoredObject.of_file(served.status))
        except FileNotFoundError:
            return cls()
        except OSError as error:
            return cls(unread=problem("W170", Place(str(served.status)), reason_of(error)))
        except AlteredError as error:
            return cls(unread=problem("W170", Place(str(served.status)), str(error)))

    @classmethod
    def _stored(cls, written: StoredObject) -> Status:
        """Return what :meth:`write` wrote; raises ``AlteredError``. The release is looked up anew."""
        written.refuse_others(_WRITTEN)
        state = written.text("state")
        if state not in set(State):
            raise AlteredError("“state”不是发布的状态")
        return cls(
            written.text("command"),
            State(state),
            written.text("started"),
            written.seconds("seconds") if written.has("seconds") else None,
            written.number("warnings"),
            written.number("errors"),
            _text(written.moment("last_success")) if written.has("last_success") else None,
            _failure(written.object("last_failure")) if written.has("last_failure") else None,
        )

    def begun(self, command: str, at: datetime) -> Status:
        """Return the status of a run of ``command`` that began ``at`` a moment."""
        return replace(
            self, command=command, state=State.RUNNING, started=_text(at), seconds=None, warnings=0, errors=0
        )

    def ended(self, state: State, at: datetime, seconds: float, problems: Sequence[Problem]) -> Status:
        """Return the status of the run now that it has succeeded ``at`` a moment."""
        counted = self._counting(problems)
        return replace(counted, state=state, seconds=round(seconds, 1), last_success=_text(at))

    def failed(self, at: datetime, seconds: float, reason: str, problems: Sequence[Problem]) -> Status:
        """Return the status of the run now that it has failed ``at`` a moment."""
        failure = Failure(_text(at), reason, tuple(json.loads(render_json(problems))))
        counted = self._counting(problems)
        return replace(counted, state=State.FAILED, seconds=round(seconds, 1), last_failure=failure)

    def _counting(self, problems: Sequence[Problem]) -> Status:
        errors = sum(each.severity is Severity.ERROR for each in problems)
        return replace(self, warnings=len(problems) - errors, errors=errors)

    def write(self, served: ServedFolder) -> None:
        """Replace the files of the status; raises ``OSError``."""
        current = served.current_release()
        release = None if current is None else {"id": current.id, **json.loads(current.release.as_json())}
        whole = replace(self, release=release, releases=len(served.kept()))
        members = {name: value for name, value in asdict(whole).items() if name in _WRITTEN}
        written = json.dumps(members, ensure_ascii=False, indent=2) + "\n"
        replace_file(served.status, written, mode=_MODE)
        replace_file(served.metrics, "".join(_metrics(whole, current)))


_WRITTEN: Final = frozenset(each.name for each in fields(Status)) - {"unread"}


def _failure(written: StoredObject) -> Failure:
    """Return the failure that was written; raises ``AlteredError``."""
    problems = tuple(map(_problem, written.objects("problems")))
    return Failure(_text(written.moment("at")), written.text("reason"), problems)


def _problem(written: StoredObject) -> dict[str, Any]:
    """Return a problem as ``diagnostics.render_json`` lists it; raises ``AlteredError``."""
    texts = (*_TEXTS_OF_PROBLEM, *(["cell"] if written.has("cell") else []))
    return {
        **{name: written.text(name) for name in texts},
        **{name: written.number(name) for name in _NUMBERS_OF_PROBLEM},
    }


def _metrics(status: Status, current: Kept | None) -> Iterator[str]:
    """Yield the lines of the text format of Prometheus, version 0.0.4."""
    is_failed = status.state is State.FAILED
    yield from _metric("last_run_failed", "1 if the latest run failed", [("", int(is_failed))])
    yield from _metric("last_run_timestamp_seconds", "when it began", [("", _seconds(status.started))])
    if status.seconds is not None:
        yield from _metric("last_run_duration_seconds", "how long it took", [("", status.seconds)])
    problems = [('{severity="error"}', status.errors), ('{severity="warning"}', status.warnings)]
    yield from _metric("last_run_problems", "problems of the latest run", problems)
    if status.last_success is not None:
        succeeded = [("", _seconds(status.last_success))]
        yield from _metric("last_success_timestamp_seconds", "when a run succeeded last", succeeded)
    yield from _metric("releases", "releases that are kept", [("", status.releases)])
    if current is None:
        return
    release = current.release
    yield from _metric("release_number", "number of the release in place", [("", release.number)])
    made = [("", release.made.timestamp())]
    yield from _metric("release_timestamp_seconds", "when the release in place was made", made)
    day = datetime(release.day.year, release.day.month, release.day.day, tzinfo=CHINA)
    yield from _metric("release_day_timestamp_seconds", "the day of its figures", [("", day.timestamp())])
    for name, help_ in (("pages", "its pages"), ("files", "its files"), ("size", "its size in bytes")):
        values = [(f'{{audience="{each.audience}"}}', getattr(each, name)) for each in release.sites]
        yield from _metric(f"release_{name}{'_bytes' if name == 'size' else ''}", help_, values)


def _metric(name: str, help_: str, values: Sequence[tuple[str, float]]) -> Iterator[str]:
    yield f"# HELP tongbao_{name} {help_}\n# TYPE tongbao_{name} gauge\n"
    yield from (f"tongbao_{name}{labels} {value:.15g}\n" for labels, value in values)


def _text(at: datetime) -> str:
    return at.astimezone(CHINA).isoformat(timespec="seconds")


def _seconds(text: str) -> float:
    return datetime.fromisoformat(text).timestamp() if text else 0
