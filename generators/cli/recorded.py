"""Runs a command on a folder of releases so that its course stands in the status of that folder."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import NoReturn

import click

from generators.cli.console import EXIT_PROBLEMS, print_problems
from generators.clusters.error import ClusterError
from generators.model.problem import Problem
from generators.model.problem_codes import problem
from generators.model.record import Place
from generators.publishing.build import PublishingError
from generators.publishing.pdf.engine import PdfError
from generators.reading.project_files import printable
from generators.releasing.error import ReleaseError
from generators.releasing.layout import ServedFolder
from generators.releasing.status import State, Status
from generators.system_errors import reason_of, with_file
from generators.workers import WorkerEndedError


@dataclass
class RecordedRun:
    """A run whose ``status`` is written when it begins and when it ends.

    ``before`` is the name of the release that readers saw when it began.
    """

    served: ServedFolder
    format: str
    status: Status
    before: str | None
    started: float = field(default_factory=time.monotonic)

    @classmethod
    def begun(cls, served: ServedFolder, command: str, format_: str = "text") -> RecordedRun:
        """Return a run of ``command`` on ``served`` that begins now; a status that cannot be read is told."""
        status = Status.of(served).begun(command, datetime.now(UTC))
        if status.unread is not None:
            print_problems([status.unread], format_, to_stderr=True)
        return cls(served, format_, status, served.current_id())

    @property
    def outcome(self) -> str:
        """Return in Chinese what readers see now that the run has failed."""
        if self.served.current_id() == self.before:
            return "没有发布，网站仍是原来的一版。"
        return "网站已换上新的一版，但后面的事没有做完。"

    @property
    def seconds(self) -> float:
        """Return how long it has taken so far."""
        return time.monotonic() - self.started

    def done(self, state: State, problems: Sequence[Problem] = ()) -> None:
        """Record that the run has succeeded; exit with code 1 if that cannot be written."""
        try:
            self.status.ended(state, datetime.now(UTC), self.seconds, problems).write(self.served)
        except OSError as error:
            click.echo("网站是新的，但状态没有写进去。", err=True)
            print_problems([_unwritable(self.served, error)], self.format, to_stderr=True)
            sys.exit(EXIT_PROBLEMS)

    def failed(self, reason: str, problems: Sequence[Problem] = ()) -> None:
        """Record why the run has failed; a status that cannot be written is told, and no reason to go on."""
        try:
            self.status.failed(datetime.now(UTC), self.seconds, reason, problems).write(self.served)
        except OSError as error:
            click.echo(f"状态也没有写进去：{with_file(error)}", err=True)

    def refuse(self, problems: Sequence[Problem]) -> NoReturn:
        """Print ``problems``, record them, and exit with code 1."""
        print_problems(problems, self.format, to_stderr=True)
        click.echo(self.outcome, err=True)
        self.failed("核对没有通过", problems)
        raise _RecordedExit(EXIT_PROBLEMS)

    def errors_found(self, problems: Sequence[Problem]) -> NoReturn:
        """Record the problems of the project, which are printed already, and exit with code 1."""
        self.failed("项目有错误", problems)
        raise _RecordedExit(EXIT_PROBLEMS)


class _RecordedExit(SystemExit):
    """The exit of a run whose failure is recorded already."""


@contextmanager
def recorded(served: ServedFolder, command: str, format_: str = "text") -> Iterator[RecordedRun]:
    """Yield the run of ``command`` on ``served``, whose lock must be held; whatever ends it is recorded.

    What a user can mend is printed, and the exit code is 1.
    """
    run = RecordedRun.begun(served, command, format_)
    try:
        run.status.write(served)
        yield run
    except _RecordedExit:
        raise
    except SystemExit:
        run.failed("没有做完，原因见输出")
        raise
    except KeyboardInterrupt:
        run.failed("被 Ctrl-C 中断")
        raise
    except ReleaseError as error:
        run.refuse([error.problem])
    except (PublishingError, ClusterError) as error:
        _give_up(run, str(error), error.problems)
    except OSError as error:
        found = _unwritable(served, error)
        click.echo(run.outcome, err=True)
        print_problems([found], format_, to_stderr=True)
        run.failed(with_file(error), [found])
        raise _RecordedExit(EXIT_PROBLEMS) from error
    except (PdfError, WorkerEndedError) as error:
        _give_up(run, str(error))
    except Exception as error:
        run.failed(f"程序出错：{error!r}")
        raise


def _unwritable(served: ServedFolder, error: OSError) -> Problem:
    place = Place(printable(str(error.filename2 or error.filename or served.path)))
    return problem("E146", place, reason_of(error))


def _give_up(run: RecordedRun, reason: str, problems: Sequence[Problem] = ()) -> NoReturn:
    click.echo(f"{run.outcome}\n{reason}", err=True)
    run.failed("生成网站时出错" if problems else reason, problems)
    sys.exit(EXIT_PROBLEMS)
