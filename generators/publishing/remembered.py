"""Builds that need not be repeated: what they are made from is unchanged, and their sites are in place."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final

from generators.model.problem import Problem, Severity
from generators.model.record import Place
from generators.model.visibility import Audience
from generators.publishing.engine import VARIABLE
from generators.publishing.inputs import inputs_of
from generators.store.digests import digest_of, digest_of_tree, file_digests, program_digest
from generators.store.store import Store

_ENVIRONMENT: Final = ("SOURCE_DATE_EPOCH", "TONGBAO_AS_OF", "TONGBAO_AUDIENCE", VARIABLE)
"""The environment variables that a build reads by itself; a configuration can name others."""


@dataclass(frozen=True, slots=True)
class Request:
    """What a build is asked for: the audiences and their target folders, the day measured, and today.

    ``keys`` are the fingerprints of the keys that the sites are signed with.
    """

    project: Path
    audiences: tuple[Audience, ...]
    targets: tuple[Path, ...]
    as_of: date
    today: date
    keys: tuple[str, ...] = ()

    @property
    def entry(self) -> str:
        """Return the name of the store's entry: one for each set of target folders, whatever the day."""
        return f"build-{digest_of(*map(str, self.targets))[:16]}"

    @property
    def key(self) -> str:
        """Return the digest of the request, the environment and the program."""
        environment = [f"{name}={os.environ.get(name)}" for name in _ENVIRONMENT]
        days = (self.as_of.isoformat(), self.today.isoformat())
        places = map(str, (self.project, *self.targets))
        return digest_of(program_digest(), *environment, *days, *self.audiences, *places, *self.keys)


@dataclass(frozen=True, slots=True)
class SiteReport:
    """What was built for one audience: the numbers of its pages and of its other files."""

    pages: int
    files: int


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build tells its user: the day measured in words, its sites in order, and its warnings."""

    day: str
    sites: tuple[SiteReport, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Inputs:
    """Files and folders that a build reads, with the digest that each had before the build."""

    digests: Mapping[Path, str]

    @classmethod
    def of(cls, paths: Sequence[Path]) -> Inputs:
        """Return the inputs at ``paths`` as they are now; raises ``OSError`` for what cannot be read."""
        return cls({path: digest_of_tree(path) for path in paths})

    @property
    def are_unchanged(self) -> bool:
        """Whether all of them are still as they were; raises ``OSError`` for what cannot be read."""
        return all(digest_of_tree(path) == digest for path, digest in self.digests.items())


def inputs_now(project: Path) -> Inputs | None:
    """Return all that a build of ``project`` reads, as it is now; ``None`` if that cannot be known."""
    paths = inputs_of(project)
    try:
        return None if paths is None else Inputs.of(paths)
    except OSError:
        return None


def remembered(store: Store, request: Request) -> BuildReport | None:
    """Return the report of the build that ``request`` would repeat, ``None`` if it has to be built.

    That is so if an earlier build had the same request, nothing that it read has changed, and each of its
    target folders holds exactly the files that it wrote.
    """
    written = store.read(request.entry, request.key)
    if written is None:
        return None
    entry = json.loads(written)
    try:
        inputs = Inputs({Path(path): digest for path, digest in entry["inputs"].items()})
        is_in_place = inputs.are_unchanged and all(
            file_digests(target) == written
            for target, written in zip(request.targets, entry["outputs"], strict=True)
        )
    except OSError:
        return None
    return _report(entry["report"]) if is_in_place else None


def remember(store: Store, request: Request, inputs: Inputs, report: BuildReport) -> None:
    """Keep the ``report`` of a build that is in place, unless something that it read changed meanwhile."""
    try:
        if not inputs.are_unchanged:
            return
        outputs = [file_digests(target) for target in request.targets]
    except OSError:
        return
    entry = {
        "inputs": {str(path): digest for path, digest in inputs.digests.items()},
        "outputs": outputs,
        "report": asdict(report),
    }
    store.write(request.entry, request.key, json.dumps(entry, ensure_ascii=False).encode())


def _report(written: Mapping[str, Any]) -> BuildReport:
    return BuildReport(
        day=written["day"],
        sites=tuple(SiteReport(**each) for each in written["sites"]),
        problems=tuple(
            Problem(**{**each, "place": Place(**each["place"]), "severity": Severity(each["severity"])})
            for each in written["problems"]
        ),
    )
