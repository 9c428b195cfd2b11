"""Builds the sites of a preview one after the other, each with what the one before it has of its pages."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Final

from generators.clock import as_of_date
from generators.diagnostics import render_text
from generators.languages import in_language
from generators.model.caching import empty_caches
from generators.model.visibility import Audience
from generators.pipeline import Examined, ExaminingMemory
from generators.progress import Announcer
from generators.publishing.build import SiteToBuild, build_with_settings
from generators.publishing.examining import examine_project
from generators.publishing.failures import ProjectError
from generators.publishing.finished_pages import Earlier
from generators.publishing.side_by_side import Processes
from generators.store.digests import program_digest
from generators.store.store import Store

_NAME: Final = "preview"
_BUILDS_WITH_CACHES: Final = 50
"""How many builds share what is cached by text: each edit adds to it what no later build asks for."""


@dataclass(slots=True, kw_only=True)
class PreviewBuilder:
    """Builds the site of ``audience`` again and again, each time into a new folder below ``folder``.

    ``settings`` go before those of mkdocs.yml. What the sites have in common is kept below ``folder`` too.
    """

    project: Path
    audience: Audience
    as_of: date
    jobs: int
    folder: Path
    settings: dict[str, str]
    announcer: Announcer
    _last: Path | None = field(default=None, init=False)
    _number: int = field(default=0, init=False)
    _memory: ExaminingMemory = field(default_factory=ExaminingMemory, init=False)

    def build(self, examined: Examined | None = None) -> Path:
        """Return the folder of the site of the project as it is now, or as it was ``examined``.

        Pages of the site before, which has to be in its place, are taken from there if they would be made
        again just so. Raises ``ProjectError`` or ``PublishingError`` with all problems, and leaves no folder
        then.
        """
        program_digest.cache_clear()  # whoever works on the theme of the program sees it
        if self._number and self._number % _BUILDS_WITH_CACHES == 0:
            empty_caches()
        examined = examined or self._examined()
        self.announcer.say("编排预览")
        self._number += 1
        target = self.folder / str(self._number)
        try:
            for language in examined.languages:
                with in_language(language):
                    self._build_edition(examined, examined.edition_folder(language), target)
        except BaseException:
            shutil.rmtree(target, ignore_errors=True)
            raise
        self._last = target
        return target

    def _build_edition(self, examined: Examined, inner: str, target: Path) -> None:
        """Build the edition in the current language into the folder ``inner`` of ``target``."""
        site = examined.site(self.audience)
        earlier = Earlier(Store(self.folder), (self._last or target) / inner, f"{_NAME}{inner}")
        wanted = SiteToBuild(self.project, site, target / inner, self.settings)
        with self.announcer.counting("生成预览", len(site.pages)) as step:
            build_with_settings(wanted, step, Processes(self.jobs), earlier)

    def _examined(self) -> Examined:
        """Return the project as it is now; warnings are printed. Raises ``ProjectError`` for errors."""
        with self._memory.used(), self.announcer.stages() as on_stage:
            examined = examine_project(
                self.project, self.as_of, as_of_date(None), on_stage=on_stage, jobs=self.jobs
            )
        if examined.errors:
            raise ProjectError(examined.problems)
        if examined.problems:
            self.announcer.say(render_text(examined.problems))
        return examined
